/** Rules on the file as bytes and objects: header, trailer, cross-reference, syntax of objects. */
import type { Rule } from '../rule.js';
import { headerRules } from './header.js';

export const fileRules: readonly Rule[] = [...headerRules];
