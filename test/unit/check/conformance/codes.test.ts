import { expect, it } from 'vitest';
import { conformanceCodes } from '../../../../src/conformance-codes/conformance-codes.js';
import { fileCodes } from '../../../../src/conformance-codes/file.js';
import { fontCodes } from '../../../../src/conformance-codes/fonts.js';
import { graphicsCodes } from '../../../../src/conformance-codes/graphics.js';
import { interactionCodes } from '../../../../src/conformance-codes/interaction.js';
import { metadataCodes } from '../../../../src/conformance-codes/metadata.js';
import { structureCodes } from '../../../../src/conformance-codes/structure.js';

it('a code stands in one table, so that no requirement is checked twice', () => {
  const tables = [fileCodes, fontCodes, graphicsCodes, interactionCodes, metadataCodes, structureCodes];
  const codes = tables.flatMap((table) => Object.keys(table));
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  // One more, which every rule may say.
  expect(codes.length + 1).toBe(Object.keys(conformanceCodes).length);
});
