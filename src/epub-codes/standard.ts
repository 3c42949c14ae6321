/** What is said of an ebook that breaks EPUB 3.3, its container and its package; one table for each part of a book. */
import type { CodeEntry } from '../code-entry.js';
import { containerCodes } from './standard/container.js';
import { contentCodes } from './standard/content.js';
import { elementsCodes } from './standard/elements.js';
import { extensionsCodes } from './standard/extensions.js';
import { linksCodes } from './standard/links.js';
import { manifestCodes } from './standard/manifest.js';
import { mediaCodes } from './standard/media.js';
import { metadataCodes } from './standard/metadata.js';
import { navigationCodes } from './standard/navigation.js';
import { packageCodes } from './standard/package.js';
import { referencesCodes } from './standard/references.js';
import { xmlCodes } from './standard/xml.js';

const archiveCodes = {
  'CHECK-EPUB-MIMETYPE': {
    severity: 'error',
    clause: 'EPUB 3.3, OCF 4.2.2',
    en: 'the first entry is not an uncompressed mimetype that says application/epub+zip',
    vi: 'mục đầu tiên không phải là mimetype không nén ghi application/epub+zip',
    hint: {
      en: 'Pack the book with a program for EPUB: mimetype first, stored, without an extra field.',
      vi: 'Hãy đóng gói bằng chương trình dành cho EPUB: mimetype đứng đầu, không nén, không có trường phụ.',
    },
  },
  'CHECK-EPUB-MISSING': {
    severity: 'error',
    clause: 'EPUB 3.3, 3',
    en: '{path} is missing',
    vi: 'thiếu {path}',
    hint: {
      en: 'Put the file into the book, or take away what names it.',
      vi: 'Hãy đưa tệp vào sách hoặc bỏ chỗ nêu tên nó.',
    },
  },
} satisfies Record<string, CodeEntry>;

export const standardCodes = {
  ...archiveCodes,
  ...containerCodes,
  ...referencesCodes,
  ...xmlCodes,
  ...packageCodes,
  ...manifestCodes,
  ...linksCodes,
  ...metadataCodes,
  ...elementsCodes,
  ...contentCodes,
  ...navigationCodes,
  ...mediaCodes,
  ...extensionsCodes,
};

export type StandardCode = keyof typeof standardCodes;
