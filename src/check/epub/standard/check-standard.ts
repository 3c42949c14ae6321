/**
 * What EPUBCheck would say of a book, by epubcheck-ts: bytes in; out, each of its errors and warnings as a
 * diagnostic of ours, in our words. Where the library is known to be wrong its finding is left out
 * (`false-alarms.ts`). It is loaded when a book is checked, since it brings WebAssembly with it.
 */
import type { ValidationMessage, ValidationMode } from '@likecoin/epubcheck-ts';
import { diagnostic, type Diagnostic, type Span } from '../../../diagnostic.js';
import type { DocumentKind } from '../check-document.js';
import { wordingOf } from './wordings.js';

/** Checks a book; `name` is the file as the user named it. */
export async function checkStandard(bytes: Uint8Array, name: string): Promise<readonly Diagnostic[]> {
  const { EpubCheck } = await import('@likecoin/epubcheck-ts');
  const { messages } = await EpubCheck.validate(bytes, {}, name);
  return toDiagnostics(messages, (path) => (path === undefined || path === name ? name : `${name}/${path}`));
}

/** Checks a file of a book by itself. */
export async function checkStandardDocument(
  bytes: Uint8Array,
  name: string,
  kind: DocumentKind,
): Promise<readonly Diagnostic[]> {
  const { EpubCheck } = await import('@likecoin/epubcheck-ts');
  const { messages } = await EpubCheck.validateSingleFile(bytes, name, { mode: modes[kind], version: '3.3' });
  return toDiagnostics(messages, () => name);
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
