/** Rules on what a reader meets beside the pages: annotations, forms, actions, layers and embedded files. */
import type { Rule } from '../rule.js';
import { actionRules } from './actions.js';
import { annotationRules } from './annotations.js';
import { annotationRulesUa1, formElementRules, tabRules } from './annotations-ua1.js';
import { annotationRulesUa2 } from './annotations-ua2.js';
import { destinationRules } from './destinations.js';
import { embeddedFileRules } from './embedded-files.js';
import { formRules } from './forms.js';
import { mediaRules } from './media.js';
import { optionalContentRules } from './optional-content.js';
import { presentationRules } from './presentations.js';

/** `conforms` says whether the bytes of an embedded file are an archive PDF by its own claim. */
export function interactionRules(conforms: (bytes: Uint8Array) => boolean): readonly Rule[] {
  return [
    ...annotationRules,
    ...formRules,
    ...actionRules,
    ...embeddedFileRules(conforms),
    ...optionalContentRules,
    ...presentationRules,
    ...annotationRulesUa1,
    ...formElementRules,
    ...annotationRulesUa2,
    ...tabRules,
    ...mediaRules,
    ...destinationRules,
  ];
}
