/**
 * The checks of one EPUB: bytes in; out, what the book is, where it breaks EPUB 3.3, and what is wrong with
 * it for a reader who cannot see, or who follows the printed pages. README.md says which part does what.
 */
import { diagnostic, type Diagnostic, type Staged } from '../../diagnostic.js';
import type { CheckOptions } from '../options.js';
import { proveWords, type Fidelity } from '../prove-words.js';
import { wordsOf } from '../words.js';
import { checkAccessibility } from './accessibility/check-accessibility.js';
import { packageFacts, valuesOf } from './accessibility/package-facts.js';
import { checkContent } from './content/check-content.js';
import { isAddress, openEpub, type Epub } from './open-epub.js';
import { readZip } from './read-zip.js';
import { isFixedLayout, spineText } from './spine-text.js';
import { checkStores } from './stores/check-stores.js';
import { checkRules } from './standard/check-rules.js';
import { checkFiles } from './standard/rules/check-files.js';
import { checkStandard } from './standard/check-standard.js';
import { joinFindings } from './standard/join-findings.js';

/** What an EPUB is. */
export interface EpubReport {
  readonly type: 'epub';
  readonly title: string;
  /** That the package says it is of; '' where it says none. */
  readonly version: string;
  /** The standards of accessibility that the package claims (`dcterms:conformsTo`), as written. */
  readonly conformsTo: readonly string[];
  /** Content documents in the spine. */
  readonly documents: number;
  /** Words of the source: furniture left out. */
  readonly words: number;
  /** How it keeps to its source, where one was given. */
  readonly fidelity?: Fidelity;
}

/** Whether a zip archive is meant as an EPUB; one whose directory is damaged may be. */
export function isEpub(bytes: Uint8Array): boolean {
  const entries = readZip(bytes);
  return !entries || entries.some(({ name }) => name === 'mimetype' || name === 'META-INF/container.xml');
}

/** Checks a book by our own rules alone; `name` is the file as the user named it. */
export async function checkEpub(
  bytes: Uint8Array,
  name: string,
  options: CheckOptions = {},
): Promise<Staged<EpubReport>> {
  return checkOpened(openEpub(bytes, name), bytes, name, options);
}

/** Checks a book by all rules, those of epubcheck-ts too. */
export async function checkEpubFile(
  bytes: Uint8Array,
  name: string,
  options: CheckOptions = {},
): Promise<Staged<EpubReport>> {
  const opened = openEpub(bytes, name);
  const own = checkOpened(opened, bytes, name, options);
  // Of what cannot be unpacked there is no more to be said.
  if (!opened.value) return own;
  return {
    value: own.value,
    diagnostics: joinFindings(own.diagnostics, await checkStandard(bytes, opened.value)),
  };
}

function checkOpened(
  opened: Staged<Epub | undefined>,
  bytes: Uint8Array,
  name: string,
  options: CheckOptions,
): Staged<EpubReport> {
  const book = opened.value;
  if (!book) return { value: nothing, diagnostics: opened.diagnostics };
  const words = wordsOf(spineText(book));
  // On fixed pages notes stand where they are called, and style sheets turn letters into capitals.
  const fixed = isFixedLayout(book);
  const proof = options.source && proveWords(options.source, { words, ordered: !fixed, styled: fixed }, name);
  const diagnostics = [
    ...opened.diagnostics,
    ...checkMimetype(book),
    ...checkManifest(book),
    ...checkRules(book),
    ...checkFiles(book),
    ...checkContent(book),
    ...checkAccessibility(book),
    ...checkStores(book, bytes.length, options.stores ?? []),
    ...(proof?.diagnostics ?? []),
  ];
  const value: EpubReport = {
    type: 'epub',
    title: book.title,
    ...claimsOf(book),
    documents: book.spine.length,
    words: words.length,
    ...(proof && { fidelity: proof.value }),
  };
  return { value, diagnostics };
}

const nothing = { type: 'epub', title: '', version: '', conformsTo: [], documents: 0, words: 0 } as const;

function claimsOf(book: Epub): Pick<EpubReport, 'version' | 'conformsTo'> {
  const facts = packageFacts(book);
  return {
    version: book.package?.attributes.get('version') ?? '',
    conformsTo: facts ? valuesOf(facts, 'dcterms:conformsTo') : [],
  };
}

/** EPUB 3.3, OCF 4.2.2: the first bytes tell what the file is. */
function checkMimetype(book: Epub): readonly Diagnostic[] {
  const entry = book.entries.find(({ offset }) => offset === 0);
  const bytes = entry?.name === 'mimetype' && entry.stored && !entry.extra ? entry.read() : undefined;
  const right = bytes && new TextDecoder('utf-8').decode(bytes) === 'application/epub+zip';
  return right ? [] : [diagnostic('CHECK-EPUB-MIMETYPE', {}, { span: { file: book.name } })];
}

function checkManifest(book: Epub): readonly Diagnostic[] {
  const names = new Set(book.entries.map((entry) => entry.name.normalize()));
  return book.manifest
    .filter(({ path }) => !isAddress(path) && !names.has(path.normalize()))
    .map(({ path }) => diagnostic('CHECK-EPUB-MISSING', { path }, { span: { file: book.name } }));
}
