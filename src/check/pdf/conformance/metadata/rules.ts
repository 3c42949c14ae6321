/** Rules on metadata: the XMP packet, its schemas, the claims of the file. */
import type { Rule } from '../rule.js';

export const metadataRules: readonly Rule[] = [];
