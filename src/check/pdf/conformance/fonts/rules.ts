/** Rules on fonts: programs, encodings, widths, mappings to Unicode. */
import type { Rule } from '../rule.js';

export const fontRules: readonly Rule[] = [];
