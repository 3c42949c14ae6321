/** Rules on fonts: programs, encodings, widths, mappings to Unicode. */
import type { Rule } from '../rule.js';
import { compositeRules } from './composite-rules.js';
import { dictionaryRules } from './font-dictionary.js';
import { programRules } from './program-rules.js';
import { subsetRules } from './subset-rules.js';
import { trueTypeRules } from './truetype-rules.js';
import { unicodeRules } from './unicode-rules.js';

export const fontRules: readonly Rule[] = [
  ...dictionaryRules,
  ...compositeRules,
  ...programRules,
  ...subsetRules,
  ...trueTypeRules,
  ...unicodeRules,
];
