/** The check of one content document, for tests: text in, what is wrong out by the ends of the codes. */
import {
  checkContentDocument,
  type ContentMode,
} from '../../src/check/epub/content/check-content-document.js';
import type { Diagnostic } from '../../src/diagnostic.js';
import { readXml } from '../../src/document/read-xml.js';

const all = (document: string, mode: ContentMode = 'xhtml'): readonly Diagnostic[] => {
  const xml = readXml(document);
  if (!xml.ok) throw new Error(`no XML in line ${xml.line}, column ${xml.column}`);
  return checkContentDocument(xml.root, mode, 'a.xhtml');
};

/** `CHILD` for `CHECK-XHTML-CHILD`, in the order of the document. */
export const contentFaults = Object.assign(
  (document: string, mode: ContentMode = 'xhtml'): readonly string[] =>
    all(document, mode).map(({ code }) => code.replace('CHECK-XHTML-', '')),
  { all },
);

/** A document with this in its body, which begins in line 2. */
export function inBody(body: string, attributes = ''): string {
  const names = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';
  return `<html ${names} ${attributes}><head><title>T</title></head>\n<body>${body}</body></html>`;
}
