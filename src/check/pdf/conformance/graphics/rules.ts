/** Rules on colour, graphics state, pictures, transparency and output intents. */
import type { Rule } from '../rule.js';
import { colorRules, inkRules } from './color.js';
import { intentRules } from './output-intents.js';
import { pictureRules } from './pictures.js';
import { contentRules, stateRules } from './state.js';
import { transparencyRules } from './transparency.js';

export const graphicsRules: readonly Rule[] = [
  ...intentRules,
  ...colorRules,
  ...inkRules,
  ...contentRules,
  ...stateRules,
  ...pictureRules,
  ...transparencyRules,
];
