/** Rules on the file as bytes and objects: header, trailer, cross-reference, syntax of objects. */
import type { Rule } from '../rule.js';
import { documentRules, limitRules, nameRules } from './document.js';
import { headerRules } from './header.js';
import { objectRules, streamRules } from './objects.js';
import { trailerRules, xrefRules } from './trailer.js';

export const fileRules: readonly Rule[] = [
  ...headerRules,
  ...trailerRules,
  ...xrefRules,
  ...documentRules,
  ...objectRules,
  ...streamRules,
  ...nameRules,
  ...limitRules,
];
