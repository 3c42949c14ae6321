/** Everything that is said of files that break a standard, one table for each part of the rules. */
import { fileCodes } from './file.js';
import { fontCodes } from './fonts.js';
import { graphicsCodes } from './graphics.js';
import { interactionCodes } from './interaction.js';
import { metadataCodes } from './metadata.js';
import { structureCodes } from './structure.js';

export const conformanceCodes = {
  ...fileCodes,
  ...graphicsCodes,
  ...fontCodes,
  ...metadataCodes,
  ...interactionCodes,
  ...structureCodes,
};

export type ConformanceCode = keyof typeof conformanceCodes;
