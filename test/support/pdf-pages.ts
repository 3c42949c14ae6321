/**
 * Finished pages made by hand for the tests of `pdf/`: words shaped glyph by glyph in a real font of the
 * package (or the square font), lines, elements. Nothing here wraps, kerns or decides.
 */
import { nodeHost } from '../../src/host-node.js';
import type { FontFace, GlyphRun, ShapedWord } from '../../src/document/glyph-run.js';
import type {
  Page,
  PagedDocument,
  PageItem,
  StructureElement,
  StructureType,
  Tag,
  TextItem,
} from '../../src/document/page.js';
import type { Metadata } from '../../src/document/publication.js';
import type { Color } from '../../src/document/style.js';
import { writePdf, type PdfConfig } from './write-pdf.js';
import { OpenFace, openFont } from '../../src/text/open-font.js';
import { squareFont } from './square-font.js';

const host = nodeHost();

/** A face of the package, `source-serif-4/SourceSerif4-Regular.ttf`. */
export function packageFace(file: string, style: 'normal' | 'italic' = 'normal'): OpenFace {
  const path = host.resource(`fonts/${file}`);
  const found = host.read(path);
  if (!found.ok) throw new Error(`${path}: ${found.reason}`);
  return opened(found.bytes, path, style);
}

/** Every glyph a square of 1 em. */
export function squareFace(): OpenFace {
  return opened(squareFont(), 'square.ttf', 'normal');
}

function opened(bytes: Uint8Array, src: string, style: 'normal' | 'italic'): OpenFace {
  const face = openFont(bytes, { family: 'Test', src, weight: 400, style }, 0);
  if (!(face instanceof OpenFace)) throw new Error(`${src}: ${face}`);
  return face;
}

export const serif = packageFace('source-serif-4/SourceSerif4-Regular.ttf');
export const black: Color = { space: 'rgb', r: 0, g: 0, b: 0, alpha: 1 };

const words = new Map<FontFace, Map<string, ShapedWord>>();

/** One glyph a character, no kerning; the same object for the same text. */
export function word(text: string, face: OpenFace = serif): ShapedWord {
  const known = words.get(face) ?? new Map<string, ShapedWord>();
  words.set(face, known);
  let shaped = known.get(text);
  if (!shaped) {
    const characters = Array.from(text);
    const glyphs = Array.from(characters, (c) => face.glyphOf(c.codePointAt(0) ?? 0));
    const advances = Array.from(glyphs, (glyph) => face.advance(glyph));
    let at = 0;
    const clusters = Array.from(characters, (c) => (at += c.length) - c.length);
    const width = advances.reduce((sum, advance) => sum + advance, 0);
    const space = text === ' ' || text === '\u00a0';
    shaped = { face, number: face.words.length, text, glyphs, advances, clusters, width, space };
    face.words.push(shaped);
    known.set(text, shaped);
  }
  return shaped;
}

/** Another word in the face of this one. */
export function wordLike(shaped: ShapedWord, more: Partial<ShapedWord>, face: OpenFace = serif): ShapedWord {
  const other = { ...shaped, ...more, number: face.words.length };
  face.words.push(other);
  return other;
}

/** The words and spaces of a text. */
export function wordsOf(text: string, face: OpenFace = serif): ShapedWord[] {
  return (text.match(/[ \u00a0]|[^ \u00a0]+/gu) ?? []).map((part) => word(part, face));
}

export function run(shaped: readonly ShapedWord[], more: Partial<GlyphRun> = {}): GlyphRun {
  const size = more.size ?? 10;
  const spaces = shaped.filter((w) => w.space).length;
  return {
    numbers: shaped.map(({ number }) => number),
    face: shaped[0]?.face ?? serif,
    size,
    color: black,
    letterSpacing: 0,
    wordSpacing: 0,
    x: 0,
    rise: 0,
    width: (shaped.reduce((sum, w) => sum + w.width, 0) * size) / 1000 + spaces * (more.wordSpacing ?? 0),
    decorations: [],
    language: 'vi',
    origin: 'content',
    tag: 0,
    ...more,
  };
}

export const background: Tag = { type: 'artifact', kind: 'background' };
export const pagination = { type: 'artifact', kind: 'pagination' } as const;

/** Content of element `element`; its place among the kids is that of the call unless given. */
export function tagOf(element: number, order = 0): Tag {
  return { type: 'structure', element, order };
}

export function line(
  text: string,
  at: readonly [x: number, y: number],
  tag: Tag,
  more: Partial<GlyphRun> = {},
): TextItem {
  return { type: 'text', tag, x: at[0], y: at[1], runs: [run(wordsOf(text), more)] };
}

/** A page of 200 × 300 pt. */
export function page(items: readonly PageItem[], more: Partial<Page> = {}): Page {
  const number = more.number ?? 1;
  return {
    number,
    label: String(number),
    width: 200,
    height: 300,
    bleed: 0,
    marks: { crop: false, cross: false },
    items,
    ...more,
  };
}

/** Elements in reading order, each `[type, parent, details]`; the number is the place in the list. */
export function elements(
  list: readonly (readonly [StructureType, number?, Partial<StructureElement>?])[],
): StructureElement[] {
  return list.map(([type, parent, details], id) => ({
    id,
    type,
    parent,
    order: id,
    node: id,
    origin: 'content',
    ...details,
  }));
}

export function paged(pages: readonly Page[], more: Partial<PagedDocument> = {}): PagedDocument {
  return {
    pages,
    structure: elements([['Document'], ['P', 0]]),
    outline: [],
    destinations: new Map(),
    breaks: [],
    language: 'vi',
    ...more,
  };
}

const metadata: Metadata = { authors: ['Hà My'], sources: [], language: 'vi', extra: {} };

export const archive: PdfConfig = {
  edition: 'archive',
  metadata,
  title: 'Tom & Jerry <1>: chữ quốc ngữ',
  identifier: 'urn:uuid:00000000-0000-5000-8000-000000000000',
  modified: '2020-01-13T00:00:00Z',
};
export const print: PdfConfig = { ...archive, edition: 'print' };

/** The file's bytes; throws with the codes when there is none. */
export async function written(document: PagedDocument, config: PdfConfig): Promise<Uint8Array> {
  const { value, diagnostics } = await writePdf(document, config, host);
  if (!value) throw new Error(diagnostics.map(({ code }) => code).join(' '));
  return value;
}

export { host };
