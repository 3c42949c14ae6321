/**
 * An XML file of a book: bytes in; the tree, or the place of the first error, out. UTF-16 is read too: EPUB
 * 3.3, 3.9 allows it, though no writer should use it.
 */
import { diagnostic, type Diagnostic } from '../../diagnostic.js';
import { readXml, type XmlResult } from '../../document/read-xml.js';
import type { XmlFault } from '../../document/xml-fault.js';

/** A file that is neither UTF-8 nor UTF-16, and the first byte that says so. */
interface Undecodable {
  readonly ok: false;
  readonly line: number;
  readonly column: number;
  readonly fault: { readonly kind: 'encoding'; readonly byte: string; readonly encoding: string };
}

/** Reads one file. */
export function readDocument(bytes: Uint8Array): XmlResult | Undecodable {
  return encodingFault(bytes) ?? readXml(decodeDocument(bytes));
}

/** The text of a file by its first bytes (XML 1.0, appendix F): UTF-16 by its byte order, else UTF-8. */
export function decodeDocument(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([a, b]: Uint8Array): string {
  const little = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0);
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
  return little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8';
}

function encodingFault(bytes: Uint8Array): Undecodable | undefined {
  if (encodingOf(bytes) !== 'utf-8' || decodes(bytes, false)) return undefined;
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // The first byte of a character whose others do not follow.
  while (!decodes(bytes.subarray(0, good), false)) good -= 1;
  const before = new TextDecoder().decode(bytes.subarray(0, good));
  const byte = `0x${(bytes[good] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const encoding = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)/.exec(head)?.[1] ?? 'UTF-8';
  return {
    ok: false,
    line: before.split('\n').length,
    column: before.length - before.lastIndexOf('\n'),
    fault: { kind: 'encoding', byte, encoding },
  };
}

/** Whether bytes are UTF-8; of the beginning of a file (`part`) the last character may be cut. */
function decodes(bytes: Uint8Array, part: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: part });
    return true;
  } catch {
    return false;
  }
}

const codes = {
  end: 'CHECK-EPUB-XML-END',
  unclosed: 'CHECK-EPUB-XML-UNCLOSED',
  entity: 'CHECK-EPUB-XML-ENTITY',
  ampersand: 'CHECK-EPUB-XML-AMPERSAND',
  character: 'CHECK-EPUB-XML-CHARACTER',
  attribute: 'CHECK-EPUB-XML-ATTRIBUTE',
  prefix: 'CHECK-EPUB-XML-PREFIX',
  outside: 'CHECK-EPUB-XML-OUTSIDE',
  depth: 'CHECK-EPUB-XML-DEPTH',
  size: 'CHECK-EPUB-XML-SIZE',
  encoding: 'CHECK-EPUB-XML-ENCODING',
  other: 'CHECK-EPUB-XML',
} as const;

/** What is said of a file that could not be read: why, and where. */
export function unreadable(
  file: string,
  { line, column, fault }: { line: number; column: number; fault: XmlFault | Undecodable['fault'] },
): Diagnostic {
  const { kind, ...values } = fault;
  return diagnostic(codes[kind], values, { span: { file, line, column } });
}

/** Whether a code says that a file could not be read; nothing else is known of it then. */
export function saysUnreadable(code: string): boolean {
  return code.startsWith('CHECK-EPUB-XML');
}
