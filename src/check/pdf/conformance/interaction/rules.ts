/** Rules on annotations, forms, actions, attached files and optional content. */
import type { Rule } from '../rule.js';

export const interactionRules: readonly Rule[] = [];
