/** Rules on the structure tree and what it tells readers: PDF/A level A, PDF/UA. */
import type { Rule } from '../rule.js';

export const structureRules: readonly Rule[] = [];
