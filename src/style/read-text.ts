/** Reading the text of a style sheet through the host; a sheet that cannot be read is an error. */
import { diagnostic, type Diagnostic, type Span } from '../diagnostic.js';
import type { Host } from '../host.js';

/** The sheet's text, or undefined after an error that names it as the user wrote it. */
export function readText(
  path: string,
  writtenAs: string,
  span: Span | undefined,
  reading: { readonly host: Host; readonly diagnostics: Diagnostic[] },
): string | undefined {
  const read = reading.host.read(path);
  if (read.ok) return new TextDecoder().decode(read.bytes);
  reading.diagnostics.push(
    diagnostic('STYLE-FILE', { path: writtenAs, reason: read.reason }, { span: span ?? { file: path } }),
  );
  return undefined;
}
