/** What is said of an ebook that breaks EPUB 3.3, its container and its package. */
import type { CodeEntry } from '../code-entry.js';

export const standardCodes = {
  'CHECK-EPUB-MIMETYPE': {
    severity: 'error',
    clause: 'EPUB 3.3, OCF 4.2.2',
    en: 'the first entry is not an uncompressed mimetype that says application/epub+zip',
    vi: 'mục đầu tiên không phải là mimetype không nén ghi application/epub+zip',
  },
  'CHECK-EPUB-MISSING': {
    severity: 'error',
    clause: 'EPUB 3.3, 3',
    en: '{path} is missing',
    vi: 'thiếu {path}',
  },
  'CHECK-EPUB-XML': {
    severity: 'error',
    clause: 'XML 1.0',
    en: 'this is not well-formed XML',
    vi: 'đây không phải XML đúng cú pháp',
  },
} satisfies Record<string, CodeEntry>;
