/** Everything that is said of files that break a standard, one table for each part of the rules. */
import { conformanceEntries } from './conformance-entries.js';
import { fileCodes } from './file.js';
import { fontCodes } from './fonts.js';
import { graphicsCodes } from './graphics.js';
import { interactionCodes } from './interaction.js';
import { metadataCodes } from './metadata.js';
import { structureCodes } from './structure.js';

/** What is said of any rule. */
const commonCodes = conformanceEntries({
  'PDF-MORE': {
    en: '{count} more of the kind {code}',
    vi: 'còn {count} lỗi nữa cùng loại {code}',
  },
});

export const conformanceCodes = {
  ...commonCodes,
  ...fileCodes,
  ...graphicsCodes,
  ...fontCodes,
  ...metadataCodes,
  ...interactionCodes,
  ...structureCodes,
};

export type ConformanceCode = keyof typeof conformanceCodes;
