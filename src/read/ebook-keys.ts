/**
 * What a front matter says of the ebook under the key `ebook` → options. In: a mapping; out: what it asks
 * for, and the keys that are wrong with what they must be.
 */
import type { Span } from '../diagnostic.js';
import { nearest } from '../document/checked-yaml.js';
import { fontFormats, type EbookOptions } from '../document/ebook-options.js';
import type { WrongField } from './archive-fields.js';

/** Reads one value; undefined when it is of another kind. `span` is the place of its key. */
type ReadKey = (value: unknown, span: Span) => EbookOptions | undefined;

const readers: Readonly<Record<string, { readonly expected: string; readonly read: ReadKey }>> = {
  ncx: {
    expected: 'true | false',
    read: (value) => (typeof value === 'boolean' ? { ncx: value } : undefined),
  },
  fonts: {
    expected: fontFormats.join(' | '),
    read: (value) => {
      const fonts = fontFormats.find((format) => format === value);
      return fonts && { fonts };
    },
  },
  'fixed-layout': {
    expected: 'true | false',
    read: (value, span) =>
      typeof value === 'boolean' ? { fixedLayout: value, fixedLayoutAt: span } : undefined,
  },
  cover: {
    expected: 'bia.jpg',
    read: (value, span) =>
      typeof value === 'string' && value.trim() !== '' ? { cover: { path: value.trim(), span } } : undefined,
  },
};

/** Reads the keys; `placeOf` says where one stands. */
export function readEbookKeys(
  given: Readonly<Record<string, unknown>>,
  placeOf: (key: string) => Span,
): { readonly value: EbookOptions; readonly wrong: readonly WrongField[] } {
  let wanted: EbookOptions = {};
  const wrong: WrongField[] = [];
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined) continue;
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
    const read = reader?.read(value, placeOf(key));
    if (read) wanted = { ...wanted, ...read };
    else if (reader) wrong.push({ type: 'value', key, expected: reader.expected });
    else wrong.push({ type: 'key', key, near: nearest(key, Object.keys(readers)) });
  }
  return { value: wanted, wrong };
}
