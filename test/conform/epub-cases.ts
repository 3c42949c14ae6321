/**
 * The cases that `epub-corpus.ts` compares: in, a checkout of w3c/epubcheck and one of IDPF/epub3-samples;
 * out, each case with its name, its mode and its bytes. A folder is packed as a book is: `mimetype` first and
 * stored, the rest deflated, in the order of their names.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DocumentKind } from '../../src/check/epub/check-document.js';
import { makeZip } from '../support/make-zip.js';

/** As EPUBCheck names its modes. */
export type Mode = 'epub' | 'opf' | 'xhtml' | 'nav' | 'svg' | 'smil';

export interface Case {
  /** Path in the checkout; with the mode behind it where the file is checked in another than its own. */
  readonly name: string;
  readonly mode: Mode;
  /** The file or the folder. */
  readonly path: string;
}

/** What our own check calls the modes of single files. */
export const kinds: Readonly<Record<Exclude<Mode, 'epub'>, DocumentKind>> = {
  opf: 'package',
  xhtml: 'xhtml',
  nav: 'navigation',
  svg: 'svg',
  smil: 'overlay',
};

const modes: Readonly<Record<string, Mode>> = {
  opf: 'opf',
  xhtml: 'xhtml',
  html: 'xhtml',
  svg: 'svg',
  smil: 'smil',
};

/** Where the EPUB 3 cases are in a checkout of w3c/epubcheck. */
const casesFolder = 'src/test/resources/epub3';

/**
 * The EPUB 3 cases of EPUBCheck's own tests: what a step `checking EPUB '…'`, `checking file '…'` or
 * `checking document '…'` of a feature names, each file and mode once. File names that are checked without
 * a file have no place here.
 */
export function epubCheckCases(checkout: string): readonly Case[] {
  const root = join(checkout, casesFolder);
  const features = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.feature'))
    .toSorted();
  const cases = features.flatMap((feature) => casesOf(root, feature));
  return [...new Map(cases.map((one) => [one.name, one])).values()];
}

function casesOf(root: string, feature: string): readonly Case[] {
  const found: Case[] = [];
  let folder = '';
  let navigation = false;
  for (const line of readFileSync(join(root, feature), 'utf8').split('\n')) {
    if (/^\s*#/.test(line)) continue;
    if (/^\s*(?:Background|Scenario)/.test(line)) navigation = false;
    folder = /test files located at '\/epub3\/([^']*)'/.exec(line)?.[1] ?? folder;
    if (/configured to check a navigation document/i.test(line)) navigation = true;
    const file = /checking (?:EPUB|file|document) '([^']+)'/.exec(line)?.[1];
    if (file === undefined) continue;
    const mode = navigation ? 'nav' : (modes[/\.(\w+)$/.exec(file)?.[1] ?? ''] ?? 'epub');
    const name = join(folder, file);
    found.push({ name: navigation ? `${name} (nav)` : name, mode, path: join(root, name) });
  }
  const lost = found.filter(({ path }) => !existsSync(path));
  for (const { name } of lost) console.error(`${feature} names a file that is not there: ${name}`);
  return found.filter(({ path }) => existsSync(path));
}

/** The books of IDPF/epub3-samples: each a folder of `30/`. */
export function sampleBooks(checkout: string): readonly Case[] {
  const root = join(checkout, '30');
  return readdirSync(root)
    .toSorted()
    .filter((name) => statSync(join(root, name)).isDirectory())
    .map((name) => ({ name, mode: 'epub', path: join(root, name) }));
}

/** The bytes of a case; a folder as a book. */
export function bytesOf({ path }: Case): Uint8Array {
  if (!statSync(path).isDirectory()) return readFileSync(path);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(path, name)).isFile() && basename(name) !== '.DS_Store')
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return makeZip(
    files.map((name) => ({
      name,
      text: readFileSync(join(path, name)),
      deflate: name !== 'mimetype',
    })),
  );
}

const rank = (name: string): number => (name === 'mimetype' ? 0 : 1);

/** The file name of a case; a packed folder has the ending of books. */
export function fileName({ path, mode }: Case): string {
  return mode === 'epub' && !path.endsWith('.epub') ? `${basename(path)}.epub` : basename(path);
}

/** The folder of a case, to keep only some. */
export const folderOf = ({ name }: Case): string => dirname(name);
