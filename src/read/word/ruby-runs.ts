/**
 * Readings beside the text (ruby; ECMA-376, part 1, 17.3.3.25) → runs that mammoth reads: it knows no
 * `w:ruby`, and would leave out the text with its reading. Their styles, which no document has, make elements.
 */

const rubyStyle = 'AnphamRuby';
const readingStyle = 'AnphamReading';

/** What mammoth makes of the runs. */
export const rubyStyleMap: readonly string[] = [
  `r.${rubyStyle} => ruby:fresh`,
  `r.${readingStyle} => rt:fresh`,
];

export function isRubyStyle(styleId: string | null): boolean {
  return styleId === rubyStyle || styleId === readingStyle;
}

const end = '</w:ruby>';

/** A part of a document with runs for its ruby: the text, and in it, last, the reading. */
export function rubyAsRuns(xml: string): string {
  const pieces = xml.split(end);
  const last = pieces.pop() ?? '';
  return pieces.map(asRuns).join('') + last;
}

/** Text that a ruby ends. */
function asRuns(piece: string): string {
  const start = piece.search(/<w:ruby(?=[\s>])/);
  const inside = piece.slice(start);
  const base = contentOf(inside, 'rubyBase');
  const reading = contentOf(inside, 'rt');
  if (start < 0 || base === undefined || reading === undefined) return piece + end;
  return piece.slice(0, start) + run(rubyStyle, base + run(readingStyle, reading));
}

function run(style: string, content: string): string {
  return `<w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr>${content}</w:r>`;
}

function contentOf(xml: string, name: string): string | undefined {
  const start = new RegExp(`<w:${name}(?:\\s[^<>]*)?>`).exec(xml);
  const from = start ? start.index + start[0].length : xml.length;
  const to = xml.indexOf(`</w:${name}>`, from);
  return to < 0 ? undefined : xml.slice(from, to);
}
