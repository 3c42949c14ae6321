/**
 * What EPUBCheck would say of a book, by epubcheck-ts: bytes in; out, each of its errors and warnings as a
 * diagnostic of ours, in our words. Where the library is known to be wrong its finding is left out
 * (`false-alarms.ts`). It is loaded when a book is checked, since it brings WebAssembly with it.
 */
import type { ValidationMessage, ValidationMode } from '@likecoin/epubcheck-ts';
import { diagnostic, type Diagnostic, type Span } from '../../../diagnostic.js';
import type { XmlElement } from '../../../document/read-xml.js';
import type { DocumentKind } from '../check-document.js';
import type { Epub } from '../open-epub.js';
import { decodeDocument } from '../read-document.js';
import { documentsOf } from './check-rules.js';
import { withoutFalseAlarms } from './false-alarms.js';
import { withTargets } from './link-targets.js';
import { withoutPrefix } from './plain-prefixes.js';
import { wordingOf } from './wordings.js';

/** A book that unpacks to more is no book, or not one for a machine of today. */
const maxBytes = 4 * 1024 ** 3;

/** Checks a book that was opened. */
export async function checkStandard(bytes: Uint8Array, book: Epub): Promise<readonly Diagnostic[]> {
  const { name } = book;
  // The library takes room for what each entry says it unpacks to.
  const size = book.entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > maxBytes) return [diagnostic('EPUB-PKG-008', {}, { span: { file: name } })];
  const { EpubCheck } = await import('@likecoin/epubcheck-ts');
  const plain = withPlainPrefixes(book);
  const { messages } = plain
    ? await EpubCheck.validateExpanded(plain)
    : await EpubCheck.validate(bytes, {}, name);
  const fileOf = (path?: string): string => (path === undefined || path === name ? name : `${name}/${path}`);
  const roots = new Map(documentsOf(book).map(({ path, root }) => [fileOf(path), root]));
  const epub3 = book.package?.attributes.get('version')?.startsWith('3') === true;
  const said = withTargets(toDiagnostics(messages, fileOf), book, (path) => roots.get(fileOf(path)));
  return withoutFalseAlarms(said, {
    book,
    root: (file) => roots.get(file),
    held: (file) => epub3 && roots.has(file) && roots.get(file)?.name !== 'smil',
  });
}

/**
 * The files of a book of which one had to be changed before the library can read it; undefined when none
 * had. The library then does not see the archive, but only what is in it.
 */
function withPlainPrefixes({ entries, manifest, packagePath }: Epub): Map<string, Uint8Array> | undefined {
  const ncx = manifest.filter(({ mediaType }) => mediaType === 'application/x-dtbncx+xml');
  const changed = new Map<string, Uint8Array>();
  for (const path of [packagePath, ...ncx.map((item) => item.path)]) {
    const bytes = entries.find((entry) => entry.name === path)?.read();
    const text = bytes && withoutPrefix(decodeDocument(bytes));
    if (text !== undefined) changed.set(path, new TextEncoder().encode(text));
  }
  if (changed.size === 0) return undefined;
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  return new Map(
    files.flatMap((entry) => {
      const bytes = changed.get(entry.name) ?? entry.read();
      return bytes ? [[entry.name, bytes]] : [];
    }),
  );
}

/** Checks a file of a book by itself; `root` is its tree where it is well-formed. */
export async function checkStandardDocument(
  bytes: Uint8Array,
  name: string,
  kind: DocumentKind,
  root: XmlElement | undefined,
): Promise<readonly Diagnostic[]> {
  const { EpubCheck } = await import('@likecoin/epubcheck-ts');
  const text = kind === 'package' ? withoutPrefix(decodeDocument(bytes)) : undefined;
  const data = text === undefined ? bytes : new TextEncoder().encode(text);
  const { messages } = await EpubCheck.validateSingleFile(data, name, { mode: modes[kind], version: '3.3' });
  return withoutFalseAlarms(
    toDiagnostics(messages, () => name),
    { root: () => root, held: () => root !== undefined && kind !== 'package' && kind !== 'overlay' },
  );
}

const modes: Readonly<Record<DocumentKind, ValidationMode>> = {
  package: 'opf',
  xhtml: 'xhtml',
  navigation: 'nav',
  svg: 'svg',
  overlay: 'mo',
};

/** Its errors and warnings, each once; what it only remarks is left out. */
function toDiagnostics(
  messages: readonly ValidationMessage[],
  fileOf: (path: string | undefined) => string,
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const { id, severity, message, location } of messages) {
    if (severity === 'info' || severity === 'usage') continue;
    const { code, values } = wordingOf(id, message);
    const span: Span = {
      file: fileOf(location?.path),
      ...(location?.line !== undefined && { line: location.line }),
      ...(location?.column !== undefined && { column: location.column }),
    };
    const said: Diagnostic = {
      ...diagnostic(code, values, { span }),
      severity: severity === 'warning' ? 'warning' : 'error',
    };
    const key = JSON.stringify([code, values, span]);
    if (!found.has(key)) found.set(key, said);
  }
  return [...found.values()];
}
