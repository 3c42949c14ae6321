/**
 * A font as the rules see it: a font dictionary in; out its parts, its program, and for each code the glyph
 * that it leads to and the text that it stands for. Read once for each dictionary.
 */
import { PdfDict, PdfName } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import { CMap, oneByteCMap, readCMap } from '../../read-cmap.js';
import { encodingCMap } from '../../read-font.js';
import { compositeGlyphs } from './composite-font.js';
import { nameText } from './glyph-names.js';
import { isSelfContained, readCMapEntry, readCollection, type CMapEntry } from './read-cmap-entry.js';
import { readEmbedded, type Embedded } from './read-program.js';
import {
  dictionaryWidths,
  glyphName,
  readEncodingEntry,
  simpleGlyph,
  type EncodingEntry,
  type SimpleFont,
} from './simple-font.js';
import { type3Glyphs } from './type3-font.js';
import type { UsedGlyph } from './used-glyph.js';

export interface FontModel {
  readonly dict: PdfDict;
  /** `BaseFont`, or what there is to tell it by. */
  readonly name: string;
  readonly subtype: string | undefined;
  /** The CIDFont of a composite font; undefined for others and where it is missing. */
  readonly cidFont: PdfDict | undefined;
  readonly descriptor: PdfDict | undefined;
  readonly embedded: Embedded | undefined;
  /** Flag 3 of the descriptor (table 123). */
  readonly symbolic: boolean;
  /** `Encoding` of a simple font. */
  readonly encoding: EncodingEntry;
  /** `Encoding` of a composite font. */
  readonly cmap: CMapEntry | undefined;
  /** True for a font with `ToUnicode`. */
  readonly mapped: boolean;
  /** Bytes of strings into codes. */
  readonly codes: CMap;
  readonly glyph: (code: number) => UsedGlyph;
  /** Name of the glyph by the encoding of a simple font. */
  readonly nameOf: (code: number) => string | undefined;
  /** Undefined where nothing says; empty where readers know, but the file does not. */
  readonly text: (code: number) => string | undefined;
}

/** Reads a font dictionary. */
export function readFontModel(file: PdfFile, dict: PdfDict): FontModel {
  const subtype = file.nameOf(dict.raw('Subtype'));
  const composite = subtype === 'Type0';
  const cidFont = composite ? file.dict(file.array(dict.raw('DescendantFonts'))?.[0] ?? null) : undefined;
  const descriptor = file.dict((cidFont ?? dict).raw('FontDescriptor'));
  const embedded = readEmbedded(file, descriptor, composite);
  const symbolic = ((file.number(descriptor?.raw('Flags') ?? null) ?? 0) & 4) !== 0;
  const encoding = readEncodingEntry(file, dict);
  const cmap = composite ? readCMapEntry(file, dict.raw('Encoding')) : undefined;
  const codes = composite ? encodingCMap(file, dict.raw('Encoding')) : oneByteCMap();
  const simple: SimpleFont = { entry: encoding, subtype, symbolic, program: embedded?.program };
  const mapped = file.resolve(dict.raw('ToUnicode')) !== null;
  const parts = { dict, mapped, subtype, cidFont, descriptor, embedded, symbolic, encoding, cmap, codes };
  const font = { ...parts, name: file.nameOf(dict.raw('BaseFont')) ?? nameOfFont(file, dict) };
  const glyph = composite
    ? compositeGlyphs({
        file,
        cidFont: cidFont ?? new PdfDict(new Map()),
        cmap: codes,
        known: isSelfContained(cmap),
        program: embedded?.program,
      })
    : subtype === 'Type3'
      ? type3Glyphs(file, dict)
      : simpleGlyphs(file, font, simple);
  const nameOf = (code: number): string | undefined => (composite ? undefined : glyphName(simple, code));
  return { ...font, nameOf, glyph: kept(glyph), text: kept(texts(file, font, simple)) };
}

/** A font without `BaseFont`: a Type 3 font may have a name of its own. */
function nameOfFont(file: PdfFile, dict: PdfDict): string {
  return file.nameOf(dict.raw('Name')) ?? file.nameOf(dict.raw('Subtype')) ?? '?';
}

function kept<T>(make: (code: number) => T): (code: number) => T {
  const known = new Map<number, T>();
  return (code) => {
    const found = known.get(code) ?? make(code);
    known.set(code, found);
    return found;
  };
}

type Parts = Pick<FontModel, 'dict' | 'descriptor' | 'cidFont' | 'cmap' | 'codes' | 'subtype'>;

function simpleGlyphs(
  file: PdfFile,
  { dict, descriptor }: Parts,
  font: SimpleFont,
): (code: number) => UsedGlyph {
  const widths = dictionaryWidths(file, dict, descriptor);
  return (code) => {
    const { program } = font;
    const name = glyphName(font, code);
    const glyph = program && simpleGlyph(font, program, code);
    return {
      present: glyph === undefined ? undefined : glyph !== 0 || code === 0 || isNamedNotdef(font, name),
      notdef: isNotdef(font, name) || (name === undefined && glyph === 0),
      programWidth: glyph === undefined ? undefined : program?.width(glyph),
      width: widths(code),
    };
  };
}

/** Where names lead to glyphs without a detour, no name means the glyph `.notdef`, which is there. */
function isNamedNotdef({ subtype }: SimpleFont, name: string | undefined): boolean {
  return subtype !== 'TrueType' && (name === undefined || name === '.notdef');
}

/** Symbolic TrueType fonts alone do without names. */
function isNotdef({ subtype, symbolic }: SimpleFont, name: string | undefined): boolean {
  return name === undefined ? !(subtype === 'TrueType' && symbolic) : name === '.notdef';
}

/** `ToUnicode` first; then names of glyphs, or character collections that readers know (9.10.2). */
function texts(file: PdfFile, font: Parts, simple: SimpleFont): (code: number) => string | undefined {
  const stream = file.stream(font.dict.raw('ToUnicode'));
  const map = stream && readCMap(file.decode(stream) ?? new Uint8Array()).text;
  const identity = file.resolve(font.dict.raw('ToUnicode')) instanceof PdfName;
  const otherwise =
    font.subtype === 'Type0'
      ? collectionText(file, font)
      : (code: number) => {
          const name = glyphName(simple, code);
          return name === undefined ? undefined : nameText(name);
        };
  return (code) => map?.get(code) ?? (identity ? String.fromCodePoint(code & 0xffff) : otherwise(code));
}

/** How many CIDs the collections have whose characters readers know (9.10.2), in their latest supplements. */
const collectionSizes: Readonly<Record<string, number>> = {
  GB1: 30284,
  CNS1: 19179,
  Japan1: 23060,
  Korea1: 18352,
};

function collectionText(
  file: PdfFile,
  { cidFont, cmap, codes }: Parts,
): (code: number) => string | undefined {
  const own = readCollection(file, cidFont?.raw('CIDSystemInfo') ?? null);
  const found = [own, cmap?.collection].find(
    (one) => one?.registry === 'Adobe' && collectionSizes[one.ordering ?? ''] !== undefined,
  );
  if (!found) return () => undefined;
  const size = collectionSizes[found.ordering ?? ''] ?? 0;
  if (!isSelfContained(cmap)) return () => '';
  return (code) => (code >= 0 && codes.cid(code) < size ? '' : undefined);
}
