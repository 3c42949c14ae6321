/** What is said of the files of an ebook beside the standard: numbers, pictures, names and kinds of files. */
import type { CodeEntry } from '../code-entry.js';

export const fileCodes = {
  'CHECK-EPUB-ISBN': {
    severity: 'warning',
    clause: 'ISO 2108',
    en: '{isbn} is no ISBN: after these digits the last one would have to be {digit}',
    vi: '{isbn} không phải ISBN đúng: với các chữ số này, chữ số cuối phải là {digit}',
    hint: {
      en: 'Compare it with the number that the book was given.',
      vi: 'Hãy đối chiếu với số ISBN đã được cấp cho sách.',
    },
  },
  'CHECK-EPUB-ISBN-DIGITS': {
    severity: 'warning',
    clause: 'ISO 2108',
    en: '{isbn} is no ISBN: it has not the 13 digits (10 before 2007) of one',
    vi: '{isbn} không phải ISBN: không đủ đúng 13 chữ số (trước 2007 là 10)',
    hint: {
      en: 'Compare it with the number that the book was given.',
      vi: 'Hãy đối chiếu với số ISBN đã được cấp cho sách.',
    },
  },
  'CHECK-EPUB-FONT-TYPE': {
    severity: 'warning',
    clause: 'RFC 8081',
    en: 'the media type {type} of {path} is none of fonts that there are',
    vi: 'kiểu {type} của {path} không phải kiểu phông chữ nào có thật',
    hint: {
      en: 'Write font/ttf, font/otf, font/woff or font/woff2, as the file is.',
      vi: 'Hãy ghi font/ttf, font/otf, font/woff hoặc font/woff2 theo đúng tệp.',
    },
  },
  'CHECK-EPUB-ENTRY-OUTSIDE': {
    severity: 'warning',
    clause: 'EPUB 3.3, OCF 4.2',
    en: 'the entry {name} of the archive leads out of the book',
    vi: 'mục {name} trong gói nén trỏ ra ngoài sách',
    hint: {
      en: 'Take it out: programs that unpack it would write beside the folder of the book.',
      vi: 'Hãy bỏ mục này: chương trình giải nén có thể ghi tệp ra ngoài thư mục sách.',
    },
  },
  'CHECK-EPUB-PICTURE-CUT': {
    severity: 'warning',
    en: 'the picture {path} is cut short: its end is missing',
    vi: 'ảnh {path} bị cắt cụt: thiếu phần cuối',
    hint: {
      en: 'Put the whole picture into the book; readers show half of this one, or nothing.',
      vi: 'Hãy đưa ảnh nguyên vẹn vào sách; máy đọc chỉ hiện một phần ảnh này hoặc không hiện gì.',
    },
  },
} satisfies Record<string, CodeEntry>;
