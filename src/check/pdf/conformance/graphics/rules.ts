/** Rules on colour, graphics state, pictures, transparency and output intents. */
import type { Rule } from '../rule.js';

export const graphicsRules: readonly Rule[] = [];
