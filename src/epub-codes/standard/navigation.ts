/** What is said of navigation documents and the NCX (EPUB 3.3, 7). */
import type { CodeEntry } from '../../code-entry.js';

export const navigationCodes = {
  'EPUB-NAV-001': {
    severity: 'error',
    clause: 'EPUB 3.3, 7.3',
    en: 'the navigation document has no nav with epub:type="toc"',
    vi: 'tài liệu điều hướng không có nav epub:type="toc"',
    hint: {
      en: 'Add the contents of the book as such a nav.',
      vi: 'Hãy thêm mục lục trong một nav như vậy.',
    },
  },
  'EPUB-NAV-001-EPUB2': {
    severity: 'error',
    clause: 'OPF 2.0.1',
    en: 'an EPUB 2 has no navigation document',
    vi: 'EPUB 2 không có tài liệu điều hướng',
    hint: { en: 'Check the book as EPUB 3.', vi: 'Hãy kiểm tra như EPUB 3.' },
  },
  'EPUB-NAV-002': {
    severity: 'error',
    clause: 'EPUB 3.3, 7.3',
    en: 'the contents have no list (ol)',
    vi: 'mục lục không có danh sách (ol)',
    hint: { en: 'Write the entries in an ol.', vi: 'Hãy ghi các mục trong ol.' },
  },
  'EPUB-NAV-003': {
    severity: 'error',
    clause: 'EPUB 3.3, 7.4.2',
    en: 'the book has page breaks but no page list',
    vi: 'sách có dấu trang nhưng không có danh sách trang',
    hint: { en: 'Add a nav with epub:type="page-list".', vi: 'Hãy thêm nav epub:type="page-list".' },
  },
  'EPUB-NAV-009': {
    severity: 'error',
    clause: 'Region-Based Navigation 1.0',
    en: 'a region leads to a document that is not of fixed layout',
    vi: 'vùng dẫn tới tài liệu không phải bố cục cố định',
    hint: { en: 'Lead to pages of fixed layout.', vi: 'Hãy trỏ tới trang bố cục cố định.' },
  },
  'EPUB-NAV-010': {
    severity: 'error',
    clause: 'EPUB 3.3, 7.4',
    en: 'the {nav} nav leads out of the book: {url}',
    vi: 'nav {nav} dẫn ra ngoài sách: {url}',
    hint: { en: 'Lead to documents of the book.', vi: 'Hãy trỏ tới tài liệu trong sách.' },
  },
  'EPUB-NAV-011': {
    severity: 'warning',
    clause: 'EPUB 3.3, 7.4',
    en: 'the entries of the {nav} nav are not in reading order at {target}',
    vi: 'các mục của nav {nav} không theo thứ tự đọc ở {target}',
    hint: {
      en: 'Put them in the order of the spine and of the text.',
      vi: 'Hãy xếp theo thứ tự của spine và của bài.',
    },
  },
  'EPUB-RSC-005-NAV-TWICE': {
    severity: 'error',
    clause: 'EPUB 3.3, 7.4',
    en: 'the navigation document has more than one “{nav}” nav',
    vi: 'tài liệu điều hướng có nhiều nav “{nav}”',
    hint: { en: 'Keep one.', vi: 'Hãy chỉ giữ một.' },
  },
  'EPUB-RSC-005-NAV-HEADING': {
    severity: 'error',
    clause: 'EPUB 3.3, 7.3',
    en: 'a nav other than toc, page-list and landmarks does not begin with a heading',
    vi: 'nav khác toc, page-list, landmarks không mở đầu bằng tiêu đề',
    hint: { en: 'Begin it with an h2.', vi: 'Hãy mở đầu bằng h2.' },
  },
  'EPUB-RSC-005-NAV-TYPE-MISSING': {
    severity: 'error',
    clause: 'EPUB 3.3, 7.4.3',
    en: 'a landmark does not say by epub:type what it leads to',
    vi: 'mốc không ghi bằng epub:type nó dẫn tới đâu',
    hint: { en: 'Add epub:type, such as bodymatter.', vi: 'Hãy thêm epub:type, ví dụ bodymatter.' },
  },
  'EPUB-RSC-005-LANDMARK-TWICE': {
    severity: 'error',
    clause: 'EPUB 3.3, 7.4.3',
    en: 'two landmarks of one type lead to the same place: {url}',
    vi: 'hai mốc cùng loại dẫn tới cùng chỗ: {url}',
    hint: { en: 'Keep one.', vi: 'Hãy chỉ giữ một.' },
  },
  'EPUB-RSC-005-NAV-TEXT': {
    severity: 'error',
    clause: 'EPUB 3.3, 7.3',
    en: 'the {element} of an entry has no text',
    vi: '{element} của một mục không có chữ',
    hint: {
      en: 'Write the text of the entry, or an alternative text for its picture.',
      vi: 'Hãy ghi chữ của mục, hoặc văn bản thay thế cho ảnh.',
    },
  },
  'EPUB-RSC-017-NAV-FLAT': {
    severity: 'warning',
    clause: 'EPUB 3.3, 7.4',
    en: 'the “{nav}” nav has lists within its list',
    vi: 'nav “{nav}” có danh sách lồng nhau',
    hint: { en: 'Write one list without levels.', vi: 'Hãy ghi một danh sách không phân cấp.' },
  },
  'EPUB-NCX-001': {
    severity: 'error',
    clause: 'OPF 2.0.1, 2.4.1',
    en: 'the NCX says the identifier “{ncx}”, the package “{package}”',
    vi: 'NCX ghi định danh “{ncx}”, tệp gói ghi “{package}”',
    hint: {
      en: 'Write the identifier of the package in the NCX.',
      vi: 'Hãy ghi định danh của tệp gói vào NCX.',
    },
  },
  'EPUB-NCX-002': {
    severity: 'error',
    clause: 'XML 1.0',
    en: 'the NCX is not well-formed XML',
    vi: 'NCX không phải XML đúng cú pháp',
    hint: { en: 'Make it again.', vi: 'Hãy tạo lại.' },
  },
  'EPUB-RSC-005-NCX': {
    severity: 'error',
    clause: 'OPF 2.0.1, 2.4.1',
    en: 'the NCX is not as it must be: {part}',
    vi: 'NCX sai cấu trúc: {part}',
    hint: {
      en: 'Make it again, or leave it out: EPUB 3 does not need it.',
      vi: 'Hãy tạo lại hoặc bỏ đi: EPUB 3 không cần NCX.',
    },
  },
} satisfies Record<string, CodeEntry>;
