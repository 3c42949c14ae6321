/** Text decoration (CSS Text Decoration 4): lines along text; `textDecorations` carries them to descendants. */
import type { ComputedStyle, DecorationLine } from '../document/style.js';
import { color } from './colors.js';
import { lengthOfFont } from './lengths.js';
import { inherited, keywordLonghand, reset } from './longhand.js';
import { keywords, oneOf, type Parser } from './value-reader.js';

const lines = ['underline', 'overline', 'line-through'] as const satisfies readonly DecorationLine[];

/** Each line at most once; `blink` may stand there and does nothing (§2.1). */
const decorationLine: Parser<readonly DecorationLine[]> = (reader) => {
  if (reader.keyword(['none'])) return [];
  const found = new Set<string>();
  while (!reader.done) {
    const word = reader.keyword([...lines, 'blink']);
    if (word === undefined || found.has(word)) return undefined;
    found.add(word);
  }
  return lines.filter((line) => found.has(line));
};

const thickness: Parser<ComputedStyle['textDecorationThickness']> = oneOf(
  keywords('auto', 'from-font'),
  lengthOfFont(),
);

export const decorationLonghands = {
  'text-decoration-line': reset('none', 'none | [ underline || overline || line-through ]', decorationLine),
  'text-decoration-color': reset('currentcolor', '<color>', color),
  'text-decoration-style': keywordLonghand(reset, 'solid', 'double', 'dotted', 'dashed', 'wavy'),
  'text-decoration-thickness': reset('auto', 'auto | from-font | <length-percentage>', thickness),
  'text-underline-offset': inherited(
    'auto',
    'auto | <length-percentage>',
    oneOf(keywords('auto'), lengthOfFont()),
  ),
} as const;
