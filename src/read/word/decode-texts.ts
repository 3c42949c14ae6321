/**
 * The texts of a document → Unicode in NFC: runs in fonts of the time before Unicode are converted, look-
 * alikes and invisible characters put right. What a run is set in, it or its style says.
 */
import { diagnostic, type Diagnostic, type Staged } from '../../diagnostic.js';
import { decodeLegacyRun, fontEncoding } from '../encoding/decode-legacy-run.js';
import { repair } from '../repair.js';
import { mapDocument, numberOf } from './number-paragraphs.js';
import { wordsIn, type WordDocument, type WordInline, type WordParagraph } from './word-document.js';
import type { WordStyles } from './word-styles.js';

/** Decodes and repairs a document whose paragraphs have their numbers. */
export function decodeTexts(document: WordDocument, styles: WordStyles, path: string): Staged<WordDocument> {
  const said = new Map<string, { count: number; line: number; before: string; after: string }>();
  const decoded = mapDocument(document, (paragraph) => {
    const made = decodeParagraph(paragraph, styles);
    if (!made) return paragraph;
    const before = wordsIn(paragraph);
    const first = said.get(made.font) ?? {
      count: 0,
      line: numberOf(paragraph),
      before: shorten(before),
      after: shorten(wordsIn(made.paragraph)),
    };
    said.set(made.font, { ...first, count: first.count + 1 });
    return made.paragraph;
  });
  const converted = [...said].map(([font, { line, ...values }]) =>
    diagnostic('READ-WORD-FONT', { font, ...values }, { span: { file: path, line } }),
  );
  const repaired = repairTexts(decoded, path);
  return { value: repaired.value, diagnostics: [...converted, ...repaired.diagnostics] };
}

/** A text of a paragraph and the font it is set in. */
interface Piece {
  readonly font: string;
  text: string;
}

/** The paragraph in Unicode with the first old font that it had; undefined where there was none. */
function decodeParagraph(
  paragraph: WordParagraph,
  styles: WordStyles,
): { readonly paragraph: WordParagraph; readonly font: string } | undefined {
  const standard = styles.fontOf(paragraph.styleId) ?? '';
  const pieces: Piece[] = [];
  mapTexts(paragraph.children, standard, styles, (text, font) => {
    pieces.push({ text, font });
    return text;
  });
  const fonts = [...new Set(pieces.map(({ font }) => font))].filter((font) => {
    // A paragraph that holds letters no old font has is in Unicode, whatever its fonts are called.
    const joined = pieces.map((piece) => (piece.font === font ? piece.text : '')).join('');
    return fontEncoding(font) !== undefined && decodeLegacyRun(joined, font) !== undefined;
  });
  const [font] = fonts;
  if (font === undefined) return undefined;
  joinMarks(pieces);
  const texts = pieces.map(({ text, font: own }) =>
    fonts.includes(own) ? (decodeLegacyRun(text, own) ?? text) : text,
  );
  let at = 0;
  const children = mapTexts(paragraph.children, standard, styles, () => texts[at++] ?? '');
  return { paragraph: { ...paragraph, children }, font };
}

/** In VNI a mark is a character of its own: one that begins a run goes to the letter in the run before it. */
function joinMarks(pieces: readonly Piece[]): void {
  let before: Piece | undefined;
  for (const piece of pieces) {
    if (piece.text === '') continue;
    if (before?.font === piece.font) {
      const decode = (text: string): string => decodeLegacyRun(text, piece.font) ?? text;
      const letter = before.text.slice(-1);
      const mark = piece.text.charAt(0);
      if (decode(letter + mark) !== decode(letter) + decode(mark)) {
        before.text += mark;
        piece.text = piece.text.slice(1);
      }
    }
    before = piece;
  }
}

/** Repairs all texts as one, a text a line, so that a repair is told once. */
function repairTexts(document: WordDocument, path: string): Staged<WordDocument> {
  const texts: string[] = [];
  const numbers: number[] = [];
  mapDocument(document, (paragraph) => {
    mapTexts(paragraph.children, '', undefined, (text) => {
      texts.push(text.replace(/[\r\n]+/g, ' '));
      numbers.push(numberOf(paragraph));
      return text;
    });
    return paragraph;
  });
  const { value, diagnostics } = repair(texts.join('\n'), path);
  const lines = value.split('\n');
  let at = 0;
  const repaired = mapDocument(document, (paragraph) => ({
    ...paragraph,
    children: mapTexts(paragraph.children, '', undefined, () => lines[at++] ?? ''),
  }));
  const placed = diagnostics.map((one): Diagnostic => {
    const line = numbers[(one.span?.line ?? 1) - 1] ?? 1;
    return { ...one, span: { file: path, line } };
  });
  return { value: repaired, diagnostics: placed };
}

/** Every text of a line, with its font, made another. */
function mapTexts(
  nodes: readonly WordInline[],
  font: string,
  styles: WordStyles | undefined,
  change: (text: string, font: string) => string,
): readonly WordInline[] {
  return nodes.map((node) => {
    switch (node.type) {
      case 'text':
        return { ...node, value: change(node.value, font) };
      case 'run': {
        const own = node.font ?? styles?.lookOf(node.styleId).font ?? font;
        return { ...node, children: mapTexts(node.children, own, styles, change) };
      }
      case 'hyperlink':
        return { ...node, children: mapTexts(node.children, font, styles, change) };
      default:
        return node;
    }
  });
}

/** UTF-16 units of what a message shows. */
const shownLength = 40;

function shorten(words: string): string {
  return words.length <= shownLength ? words : `${words.slice(0, shownLength)}…`;
}
