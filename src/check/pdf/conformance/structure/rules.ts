/** Rules on the structure tree: its types, what stands in what, tables, headings, texts in place of others. */
import type { Rule } from '../rule.js';
import { alternativeRules, listRules, noteRules } from './alternatives.js';
import { containmentRules } from './check-containment.js';
import { contentRules } from './content.js';
import { documentRules } from './document.js';
import { headingRules } from './headings.js';
import { languageRules } from './languages.js';
import { privateTextRules } from './private-text.js';
import { tableRules } from './tables.js';

export const structureRules: readonly Rule[] = [
  ...documentRules,
  ...contentRules,
  ...containmentRules,
  ...headingRules,
  ...tableRules,
  ...alternativeRules,
  ...noteRules,
  ...listRules,
  ...languageRules,
  ...privateTextRules,
];
