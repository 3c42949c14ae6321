/** Rules on the structure tree: its types, what stands in what, tables, headings, texts in place of others. */
import type { Rule } from '../rule.js';
import { alternativeRules, listRules, noteRules } from './alternatives.js';
import { containmentRules } from './check-containment.js';
import { documentRules } from './document.js';
import { headingRules } from './headings.js';
import { tableRules } from './tables.js';

export const structureRules: readonly Rule[] = [
  ...documentRules,
  ...containmentRules,
  ...headingRules,
  ...tableRules,
  ...alternativeRules,
  ...noteRules,
  ...listRules,
];
