/**
 * The fonts of the ebook: the cuts that its style sheet can ask for, subset to all of Vietnamese, the
 * Latin letters and punctuation of Western Europe and the book's own characters, so that a reader's
 * note or search shows in the same face. TrueType (media type `font/ttf`), which every reader takes, or
 * WOFF2 where it is wanted; never obfuscated, for readers fail on that. A font whose author reserved its
 * name is renamed, in the font and in the style sheet, and its licence goes into the EPUB beside it.
 */
import { createHash } from 'node:crypto';
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { FontFormat } from '../document/ebook-options.js';
import { mayEmbed } from '../document/may-embed.js';
import type { FontFaceRule, FontUse } from '../document/style.js';
import { borrow, type Host } from '../host.js';
import { chooseFallbacks } from './fallback-fonts.js';
import { addFamilies, neededFaces, renameFamilies } from './font-css.js';
import { makeSubset, type SubsetSource } from './make-subset.js';
import { readCharacters } from './read-characters.js';
import { readNames, replaceReserved, reservedNames } from './rename-font.js';
import { asciiName, type PackageFile } from './package-model.js';

/** The fonts as files of the package, and the style sheet that uses them. */
export interface EmbeddedFonts {
  readonly files: readonly PackageFile[];
  readonly css: string;
  /** Characters that none of them has. */
  readonly missing: readonly string[];
}

/** What the fonts are embedded for. */
export interface FontNeeds {
  readonly css: string;
  /** Everything that the book says. */
  readonly texts: readonly string[];
  /** The fonts that it asks for. */
  readonly uses: readonly FontUse[];
  /** TrueType unless given. */
  readonly format?: FontFormat | undefined;
}

/** Subsets and renames the faces that a book asks for, and those that have what they lack. */
export async function embedFonts(
  faces: readonly FontFaceRule[],
  { css, texts, uses, format = 'ttf' }: FontNeeds,
  host: Host,
): Promise<Staged<EmbeddedFonts>> {
  const wanted = codePointsIn([...texts, css]);
  const own = openFaces(neededFaces(faces, uses), host);

  // What they lack is looked for in the faces that come with the program.
  const coverage = { uses, wanted, of: (family: string) => coverageOf(own.value, family) };
  const stored = new Map<FontFaceRule, ReadonlySet<number>>();
  const fallbacks = chooseFallbacks(faces, coverage, (face) => {
    const read = stored.get(face) ?? charactersOf(host.read(face.src));
    stored.set(face, read);
    return read;
  });
  const more = openFaces(
    [...fallbacks.faces.keys()].filter((face) => !own.value.some((one) => one.face === face)),
    host,
  );

  // Each becomes a file: all of Vietnamese and the book's characters; of those that stand in, what is lacking.
  const made = new FontPackage(format, host);
  const usual = stringOf([...usualCharacters(), ...wanted]);
  for (const font of own.value) await made.add(font, usual);
  for (const font of more.value)
    await made.add(font, stringOf([0x20, ...(fallbacks.faces.get(font.face) ?? [])]));

  const named = own.value.map(({ face }) => face.family);
  const sheet = made.rules + renameFamilies(addFamilies(css, named, fallbacks.families), made.renamed);
  return {
    value: { files: [...made.files.values()], css: sheet, missing: fallbacks.missing },
    diagnostics: [...own.diagnostics, ...more.diagnostics],
  };
}

/** Files of the package, rules of the sheet, and the names that fonts got. */
class FontPackage {
  readonly files = new Map<string, PackageFile>();
  readonly renamed = new Map<string, string>();
  rules = '';

  constructor(
    private readonly format: FontFormat,
    private readonly host: Host,
  ) {}

  /** Adds a font with these characters, and its licence. */
  async add(font: OpenedFont, characters: string): Promise<void> {
    const { face, reserved, licence } = font;
    const subset = await makeSubset(font, { characters, format: this.format }, this.host);
    const family = replaceReserved(face.family, reserved);
    this.renamed.set(face.family, family);
    const name = asciiName(replaceReserved(stem(face.src), reserved));
    const href = unused(this.files, `fonts/${name}`, `.${this.format}`);
    this.files.set(href, { href, mediaType: `font/${this.format}`, ...subset });
    this.rules += fontFaceRule({ ...face, family, src: href });
    if (licence === undefined) return;
    const licenceHref = `fonts/OFL-${asciiName(folder(face.src))}.txt`;
    const licenceOf = [...(this.files.get(licenceHref)?.licenceOf ?? []), href];
    this.files.set(licenceHref, { href: licenceHref, mediaType: 'text/plain', bytes: licence, licenceOf });
  }
}

function coverageOf(fonts: readonly OpenedFont[], family: string): ReadonlySet<number> | undefined {
  const own = fonts.filter(({ face }) => face.family.toLowerCase() === family.toLowerCase());
  return own[0] && own[0].characters;
}

function charactersOf(read: ReturnType<Host['read']>): ReadonlySet<number> {
  return read.ok ? readCharacters(read.bytes) : new Set();
}

interface OpenedFont extends SubsetSource {
  readonly face: FontFaceRule;
  readonly licence: Uint8Array | undefined;
}

/** The fonts that may be embedded; of the others, why not. */
function openFaces(faces: readonly FontFaceRule[], host: Host): Staged<readonly OpenedFont[]> {
  const opened = faces.map((face) => openFont(face, host));
  return {
    value: opened.flatMap((one) => ('problem' in one ? [] : [one])),
    diagnostics: opened.flatMap((one) => ('problem' in one ? [one.problem] : [])),
  };
}

/**
 * A font that may be embedded, with the licence that lies beside it; or why not. Its bytes are not kept: most
 * fonts were cut before.
 */
function openFont(face: FontFaceRule, host: Host): OpenedFont | { readonly problem: Diagnostic } {
  const at = { span: face.span, edition: 'ebook' } as const;
  const problem = (code: 'EPUB-FONT' | 'EPUB-FONT-FORBIDDEN'): { problem: Diagnostic } => ({
    problem: diagnostic(code, { path: face.src, family: face.family }, at),
  });
  const read = borrow(host, face.src);
  if (!read.ok || !isTrueType(read.bytes)) return problem('EPUB-FONT');
  if (!mayEmbed(usageBits(read.bytes))) return problem('EPUB-FONT-FORBIDDEN');
  const texts = readNames(read.bytes)
    .filter(({ id }) => id === 0)
    .map(({ text }) => text);
  const characters = readCharacters(read.bytes);
  const digest = new Uint8Array(createHash('sha256').update(read.bytes).digest());
  const licence = host.read(host.resolve(face.src, 'OFL.txt'));
  if (licence.ok) texts.push(new TextDecoder().decode(licence.bytes));
  return {
    face,
    path: face.src,
    digest,
    characters,
    licence: licence.ok ? licence.bytes : undefined,
    reserved: [...new Set(texts.flatMap(reservedNames))],
  };
}

function isTrueType(font: Uint8Array): boolean {
  const signature = Buffer.from(font.subarray(0, 4)).toString('latin1');
  return signature === '\x00\x01\x00\x00' || signature === 'true';
}

/** `fsType` of the OS/2 table; 0 (installable) when there is none. */
function usageBits(font: Uint8Array): number {
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  for (let at = 12; at + 16 <= bytes.length && at < 12 + 16 * bytes.readUInt16BE(4); at += 16) {
    if (bytes.toString('latin1', at, at + 4) === 'OS/2')
      return bytes.readUInt16BE(bytes.readUInt32BE(at + 8) + 8);
  }
  return 0;
}

/** Code points of texts: one bit each for the first plane, a set for the rest. */
function codePointsIn(texts: readonly string[]): ReadonlySet<number> {
  const seen = new Uint8Array(0x10000);
  const rest = new Set<number>();
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0xd800 && unit < 0xdc00) rest.add(text.codePointAt(at++) ?? 0);
      else seen[unit] = 1;
    }
  }
  const found = new Set<number>();
  for (let code = 0x20; code < seen.length; code++) if (seen[code] === 1) found.add(code);
  for (const code of rest) found.add(code);
  return found;
}

/** Latin-1, the letters, marks and signs of Vietnamese, general punctuation. */
function usualCharacters(): readonly number[] {
  const letters = 'aăâeêioôơuưy';
  // Grave, acute, hook above, tilde, dot below; and the marks of the bases, for text that is decomposed.
  const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
  const marks = '\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323';
  const vietnamese = Array.from(letters, (letter) => tones.map((tone) => (letter + tone).normalize('NFC')))
    .flat()
    .join('');
  const signs = `${vietnamese}${vietnamese.toUpperCase()}đĐ${marks}₫€…–—‐‑‘’‚“”„†‡•‰′″‹›№™→■`;
  const latin = Array.from({ length: 0xe0 }, (_, at) => 0x20 + at).filter(
    (code) => code < 0x7f || code >= 0xa0,
  );
  return [...latin, ...Array.from(signs, (character) => character.codePointAt(0) ?? 0)];
}

/** Each code point once, in order. */
function stringOf(codes: readonly number[]): string {
  return [...new Set(codes)]
    .sort((a, b) => a - b)
    .map((code) => String.fromCodePoint(code))
    .join('');
}

function fontFaceRule(face: FontFaceRule): string {
  return (
    `@font-face { font-family: "${face.family.replace(/["\\]/g, '\\$&')}"; font-weight: ${face.weight};` +
    ` font-style: ${face.style}; src: url("${face.src}"); }\n`
  );
}

/** File name without folders and extension. */
function stem(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
}

function folder(path: string): string {
  return path.split('/').at(-2) ?? 'font';
}

/** A name not taken yet: two folders may hold fonts of one file name. */
function unused(taken: ReadonlyMap<string, unknown>, base: string, extension: string): string {
  const lower = new Set([...taken.keys()].map((key) => key.toLowerCase()));
  let name = base + extension;
  for (let count = 2; lower.has(name.toLowerCase()); count++) name = `${base}-${count}${extension}`;
  return name;
}
