import { expect, it } from 'vitest';
import { mayEmbed } from '../../../src/document/may-embed.js';

it.each([
  ['installable', 0x0000, true],
  ['restricted', 0x0002, false],
  ['preview and print', 0x0004, true],
  ['editable', 0x0008, true],
  // Old fonts set several; the least restrictive counts (OS/2 versions 0 to 2).
  ['restricted or editable', 0x000a, true],
  ['no subsetting', 0x0100, false],
  ['editable, no subsetting', 0x0108, false],
  ['bitmaps only', 0x0200, false],
])('%s (%i): %s', (_, fsType, allowed) => {
  expect(mayEmbed(fsType)).toBe(allowed);
});
