/**
 * Rules on the text itself: spaces are characters, every code has its text, the text is composed, and
 * the fonts are in the file. A justified line whose spaces are only gaps passes veraPDF, and is one
 * long word to a screen reader.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import type { PdfContents } from '../read-pdf.js';
import type { PageContent, TextShow } from '../read-content.js';
import type { PdfFont } from '../read-font.js';
import { isParted, spaceGap } from '../show-glyphs.js';
import { at, excerpt } from './report.js';

/** Characters that stand for no text at all: NUL, BOM, non-character, replacement character. */
const noText = ['\0', '\ufeff', '\ufffe', '\ufffd'];

/** Rules for every file. */
export function checkText(contents: PdfContents): readonly Diagnostic[] {
  const found = [
    ...contents.pages.flatMap((page) => checkSpaces(contents, page)),
    ...checkUnicode(contents),
    ...contents.pages.flatMap((page) => checkComposed(contents, page)),
  ];
  const severity = promisesText(contents) ? 'error' : 'warning';
  return [...found.map((said) => ({ ...said, severity }) as const), ...checkEmbedded(contents)];
}

/** Whether a file says that its text can be read, and not only seen: by tags or by its claims. */
function promisesText({ claims, structure }: PdfContents): boolean {
  return structure !== undefined || claims?.pdfA !== undefined || claims?.pdfUA !== undefined;
}

function checkSpaces(contents: PdfContents, page: PageContent): readonly Diagnostic[] {
  const joined: string[] = [];
  let before: TextShow | undefined;
  for (const show of page.shows) {
    if (show.mark.artifact) continue;
    if (show.gap) joined.push(show.gap.join('|'));
    else if (before && isGap(before, show))
      joined.push(`${before.text.slice(-12)}|${show.text.slice(0, 12)}`);
    before = show;
  }
  const text = joined[0];
  if (text === undefined) return [];
  const values = { page: page.page.number, text: excerpt(text), count: joined.length };
  return [diagnostic('CHECK-SPACES', values, at(contents))];
}

/** Two strings of one tagged piece on one baseline, apart by more than a kern, with no space between. */
function isGap(a: TextShow, b: TextShow): boolean {
  if (a.mark.mcid === undefined || a.mark !== b.mark || a.mark.actualText) return false;
  if (isParted(a.text, b.text) || a.em === 0) return false;
  const length = Math.hypot(a.to.x - a.from.x, a.to.y - a.from.y);
  if (length === 0) return false;
  const [ux, uy] = [(a.to.x - a.from.x) / length, (a.to.y - a.from.y) / length];
  const [dx, dy] = [b.from.x - a.to.x, b.from.y - a.to.y];
  // A superscript stays on its line; the next line is at least this far away.
  const sameLine = Math.abs(dy * ux - dx * uy) < 0.6 * a.em;
  return sameLine && dx * ux + dy * uy > spaceGap * Math.max(a.em, b.em);
}

/** Every code shown has text in ToUnicode or the encoding, and it is neither U+0000, U+FEFF, U+FFFE nor U+FFFD. */
function checkUnicode(contents: PdfContents): readonly Diagnostic[] {
  const missing = new Map<PdfFont, { codes: Set<number>; page: number; code: number }>();
  for (const { page, shows } of contents.pages) {
    for (const { font, glyphs } of shows) {
      for (const { code, text } of glyphs) {
        if (text !== undefined && text !== '' && !noText.some((c) => text.includes(c))) continue;
        const known = missing.get(font) ?? { codes: new Set(), page: page.number, code };
        known.codes.add(code);
        missing.set(font, known);
      }
    }
  }
  return [...missing].map(([font, { codes, page, code }]) => {
    const values = { font: font.name, count: codes.size, code, page };
    return diagnostic('CHECK-TOUNICODE', values, at(contents));
  });
}

/** Composition is looked at over a whole piece: a mark may be shown apart from its letter. */
function checkComposed(contents: PdfContents, page: PageContent): readonly Diagnostic[] {
  let piece = '';
  let mark: TextShow['mark'] | undefined;
  const pieces: string[] = [];
  for (const show of page.shows) {
    if (mark !== show.mark || mark.sequence === 0) {
      pieces.push(piece);
      piece = '';
    }
    piece += show.text;
    ({ mark } = show);
  }
  pieces.push(piece);
  const bad = pieces.find((text) => text !== text.normalize('NFC'));
  if (bad === undefined) return [];
  const word = bad.split(/\s+/).find((part) => part !== part.normalize('NFC')) ?? bad;
  return [diagnostic('CHECK-NFC', { page: page.page.number, text: excerpt(word) }, at(contents))];
}

function checkEmbedded(contents: PdfContents): readonly Diagnostic[] {
  const fonts = new Set<PdfFont>();
  for (const { shows } of contents.pages)
    for (const { font, invisible } of shows) if (!invisible) fonts.add(font);
  return [...fonts]
    .filter((font) => !font.embedded)
    .map((font) => diagnostic('CHECK-FONT-EMBED', { font: font.name }, at(contents)));
}
