/** What is said of an ebook that keeps a reader out who cannot see it, or who follows the printed pages. */
import type { CodeEntry } from '../code-entry.js';

export const accessibilityCodes = {
  'CHECK-EPUB-ALT': {
    severity: 'error',
    clause: 'WCAG 1.1.1',
    en: 'a picture has no alt attribute: {src}',
    vi: 'ảnh không có thuộc tính alt: {src}',
  },
  'CHECK-EPUB-ALT-PLACEHOLDER': {
    severity: 'error',
    clause: 'WCAG 1.1.1',
    en: 'the alternative text “{alt}” of {src} does not describe the picture',
    vi: 'văn bản thay thế “{alt}” của {src} không mô tả ảnh',
    hint: {
      en: 'Say in a sentence what the picture shows.',
      vi: 'Hãy nói trong một câu ảnh cho thấy gì.',
    },
  },
  'CHECK-EPUB-PAGE-LIST': {
    severity: 'error',
    clause: 'EPUB Accessibility 1.1, 4.1',
    en: 'the page list does not lead to page “{label}” in reading order',
    vi: 'danh sách trang không dẫn tới trang “{label}” theo thứ tự đọc',
  },
  'CHECK-EPUB-LANDMARKS': {
    severity: 'warning',
    clause: 'EPUB 3.3, 7.6',
    en: 'the navigation has no landmarks',
    vi: 'phần điều hướng không có các mốc',
  },
  'CHECK-EPUB-TABLE': {
    severity: 'error',
    clause: 'WCAG 1.3.1',
    en: 'a table has no header cell',
    vi: 'bảng không có ô tiêu đề',
    hint: {
      en: 'Mark the cells that name rows or columns as headers (th).',
      vi: 'Hãy đánh dấu các ô tên hàng, tên cột là ô tiêu đề (th).',
    },
  },
  'CHECK-EPUB-HEADING': {
    severity: 'warning',
    clause: 'WCAG 1.3.1',
    en: 'a heading jumps from level {from} to level {to}',
    vi: 'tiêu đề nhảy từ cấp {from} xuống cấp {to}',
  },
  'CHECK-EPUB-LANG': {
    severity: 'error',
    clause: 'WCAG 3.1.1',
    en: 'the document does not say its language',
    vi: 'tài liệu không ghi ngôn ngữ',
  },
} satisfies Record<string, CodeEntry>;
