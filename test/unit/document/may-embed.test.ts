import { expect, it } from 'vitest';
import { mayEmbed, missingRight } from '../../../src/document/may-embed.js';

it.each([
  ['installable', 0x0000, undefined],
  ['restricted', 0x0002, 'embedding'],
  ['preview and print', 0x0004, undefined],
  ['editable', 0x0008, undefined],
  // Old fonts set several; the least restrictive counts (OS/2 versions 0 to 2).
  ['restricted or editable', 0x000a, undefined],
  ['no subsetting', 0x0100, 'subset'],
  ['editable, no subsetting', 0x0108, 'subset'],
  ['bitmaps only', 0x0200, 'outlines'],
] as const)('%s (%i) lacks %s', (_, fsType, missing) => {
  expect(missingRight(fsType)).toBe(missing);
  expect(mayEmbed(fsType)).toBe(missing === undefined);
});
