/** Rules on metadata: the XMP packet, its schemas, the claims of the file. */
import type { Rule } from '../rule.js';
import { identificationRules } from './identification.js';
import { infoRules } from './info.js';
import { packetRules } from './packet.js';
import { propertyRules } from './properties.js';

export const metadataRules: readonly Rule[] = [
  ...packetRules,
  ...infoRules,
  ...propertyRules,
  ...identificationRules,
];
