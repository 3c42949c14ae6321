/**
 * The fonts of the ebook: the cuts that its style sheet can ask for, subset to all of Vietnamese, the
 * Latin letters and punctuation of Western Europe and the book's own characters, so that a reader's
 * note or search shows in the same face. TrueType (media type `font/ttf`), which every reader takes, or
 * WOFF2 where it is wanted; never obfuscated, for readers fail on that. A font whose author reserved its
 * name is renamed, in the font and in the style sheet, and its licence goes into the EPUB beside it.
 */
import subsetFont from 'subset-font';
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { FontFormat } from '../document/ebook-options.js';
import { mayEmbed } from '../document/may-embed.js';
import type { FontFaceRule } from '../document/style.js';
import type { Host } from '../host.js';
import { renameFamilies, neededFaces } from './font-css.js';
import { readNames, renameFont, replaceReserved, reservedNames } from './rename-font.js';
import { asciiName, type PackageFile } from './package-model.js';

/** The fonts as files of the package, and the style sheet that uses them. */
export interface EmbeddedFonts {
  readonly files: readonly PackageFile[];
  readonly css: string;
}

/** Name ids kept in a subset: what the font is, whose it is, and under which licence. */
const keptNameIds = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17];

/** What the fonts are embedded for. */
export interface FontNeeds {
  readonly css: string;
  /** Everything that the book says. */
  readonly text: string;
  /** TrueType unless given. */
  readonly format?: FontFormat | undefined;
}

/** Subsets and renames the faces that the sheet needs. */
export async function embedFonts(
  faces: readonly FontFaceRule[],
  sheet: FontNeeds,
  host: Host,
): Promise<Staged<EmbeddedFonts>> {
  const { format = 'ttf' } = sheet;
  const characters = charactersOf(sheet.text + sheet.css);
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, PackageFile>();
  const rules: string[] = [];
  const renamed = new Map<string, string>();
  for (const face of neededFaces(faces, sheet.css)) {
    const opened = openFont(face, host);
    if ('problem' in opened) {
      diagnostics.push(opened.problem);
      continue;
    }
    const { reserved } = opened;
    const named = reserved.length > 0 ? renameFont(opened.bytes, reserved) : opened.bytes;
    const subset = await subsetFont(Buffer.from(named), characters, {
      targetFormat: format === 'ttf' ? 'truetype' : format,
      preserveNameIds: keptNameIds,
    });
    const family = replaceReserved(face.family, reserved);
    renamed.set(face.family, family);
    const href = unused(files, `fonts/${asciiName(replaceReserved(stem(face.src), reserved))}`, `.${format}`);
    files.set(href, { href, mediaType: `font/${format}`, bytes: new Uint8Array(subset) });
    rules.push(fontFaceRule({ ...face, family, src: href }));
    if (opened.licence) {
      const licenceHref = `fonts/OFL-${asciiName(folder(face.src))}.txt`;
      const licenceOf = [...(files.get(licenceHref)?.licenceOf ?? []), href];
      files.set(licenceHref, {
        href: licenceHref,
        mediaType: 'text/plain',
        bytes: opened.licence,
        licenceOf,
      });
    }
  }
  const css = rules.join('') + renameFamilies(sheet.css, renamed);
  return { value: { files: [...files.values()], css }, diagnostics };
}

interface OpenedFont {
  readonly bytes: Uint8Array;
  readonly licence: Uint8Array | undefined;
  /** Names that a changed font must not bear. */
  readonly reserved: readonly string[];
}

/** A font that may be embedded, with the licence that lies beside it; or why not. */
function openFont(face: FontFaceRule, host: Host): OpenedFont | { readonly problem: Diagnostic } {
  const at = { span: face.span, edition: 'ebook' } as const;
  const problem = (code: 'EPUB-FONT' | 'EPUB-FONT-FORBIDDEN'): { problem: Diagnostic } => ({
    problem: diagnostic(code, { path: face.src, family: face.family }, at),
  });
  const read = host.read(face.src);
  if (!read.ok || !isTrueType(read.bytes)) return problem('EPUB-FONT');
  if (!mayEmbed(usageBits(read.bytes))) return problem('EPUB-FONT-FORBIDDEN');
  const licence = host.read(host.resolve(face.src, 'OFL.txt'));
  const copyright = readNames(read.bytes).filter(({ id }) => id === 0);
  const texts = copyright.map(({ text }) => text);
  if (licence.ok) texts.push(new TextDecoder().decode(licence.bytes));
  return {
    bytes: read.bytes,
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

/** Latin-1, the letters, marks and signs of Vietnamese, general punctuation, and whatever `text` has. */
function charactersOf(text: string): string {
  const letters = 'aăâeêioôơuưy';
  // Grave, acute, hook above, tilde, dot below; and the marks of the bases, for text that is decomposed.
  const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
  const marks = '\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323';
  const vietnamese = Array.from(letters, (letter) => tones.map((tone) => (letter + tone).normalize('NFC')))
    .flat()
    .join('');
  const wanted = new Set(
    `${vietnamese}${vietnamese.toUpperCase()}đĐ${marks}₫€…–—‐‑‘’‚“”„†‡•‰′″‹›№™→■${text}`,
  );
  for (let code = 0x20; code <= 0xff; code++) {
    if (code < 0x7f || code >= 0xa0) wanted.add(String.fromCodePoint(code));
  }
  return [...wanted].sort().join('');
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
