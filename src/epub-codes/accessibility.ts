/** What is said of documents of an ebook that keep a reader out who cannot see them. */
import type { CodeEntry } from '../code-entry.js';

export const accessibilityCodes = {
  'CHECK-EPUB-ALT': {
    severity: 'warning',
    clause: 'WCAG 1.1.1',
    en: 'a picture has no alt attribute: {src}',
    vi: 'ảnh không có thuộc tính alt: {src}',
    hint: {
      en: 'Say in a sentence what it shows; alt="" tells that it is decoration.',
      vi: 'Hãy nói trong một câu ảnh cho thấy gì; alt="" nghĩa là ảnh chỉ để trang trí.',
    },
  },
  'CHECK-EPUB-ALT-EMPTY': {
    severity: 'warning',
    clause: 'WCAG 1.1.1',
    en: '{src} has an empty alternative text, which says decoration, but it is a cover or has a caption',
    vi: '{src} có văn bản thay thế để trống, tức là ảnh trang trí, nhưng đó là bìa hoặc ảnh có chú thích',
    hint: {
      en: 'Say in a sentence what the picture shows.',
      vi: 'Hãy nói trong một câu ảnh cho thấy gì.',
    },
  },
  'CHECK-EPUB-ALT-PLACEHOLDER': {
    severity: 'warning',
    clause: 'WCAG 1.1.1',
    en: 'the alternative text “{alt}” of {src} does not describe the picture',
    vi: 'văn bản thay thế “{alt}” của {src} không mô tả ảnh',
    hint: {
      en: 'Say in a sentence what the picture shows.',
      vi: 'Hãy nói trong một câu ảnh cho thấy gì.',
    },
  },
  'CHECK-EPUB-ALT-CAPTION': {
    severity: 'warning',
    clause: 'WCAG 1.1.1',
    en: 'the alternative text of {src} is its caption once more',
    vi: 'văn bản thay thế của {src} lặp lại chú thích',
    hint: {
      en: 'The caption is read out anyway: say what the picture shows.',
      vi: 'Chú thích vẫn được đọc lên: hãy nói ảnh cho thấy gì.',
    },
  },
  'CHECK-EPUB-SVG': {
    severity: 'warning',
    clause: 'WCAG 1.1.1',
    en: 'a drawing (svg) has neither a title nor a label',
    vi: 'hình vẽ (svg) không có title hay nhãn',
    hint: {
      en: 'Give it role="img" and aria-label, or aria-hidden="true" where it is decoration.',
      vi: 'Hãy thêm role="img" và aria-label, hoặc aria-hidden="true" nếu chỉ để trang trí.',
    },
  },
  'CHECK-EPUB-MATH': {
    severity: 'warning',
    clause: 'WCAG 1.1.1',
    en: 'a formula (math) has neither alttext nor an annotation',
    vi: 'công thức (math) không có alttext hay chú giải',
    hint: {
      en: 'Not every reading system speaks MathML: put the formula in words into alttext.',
      vi: 'Không phải máy đọc nào cũng đọc được MathML: hãy ghi công thức bằng lời vào alttext.',
    },
  },
  'CHECK-EPUB-TABLE': {
    severity: 'warning',
    clause: 'WCAG 1.3.1',
    en: 'a table has no header cell',
    vi: 'bảng không có ô tiêu đề',
    hint: {
      en: 'Mark the cells that name rows or columns as headers (th); a table for layout takes role="presentation".',
      vi: 'Hãy đánh dấu các ô tên hàng, tên cột là ô tiêu đề (th); bảng chỉ để dàn trang thì ghi role="presentation".',
    },
  },
  'CHECK-EPUB-TABLE-SCOPE': {
    severity: 'warning',
    clause: 'WCAG 1.3.1',
    en: 'a header cell does not say whether it heads its row or its column',
    vi: 'ô tiêu đề không cho biết là của hàng hay của cột',
    hint: {
      en: 'Add scope="row" or scope="col" to the header cells.',
      vi: 'Hãy thêm scope="row" hoặc scope="col" cho các ô tiêu đề.',
    },
  },
  'CHECK-EPUB-HEADING': {
    severity: 'warning',
    clause: 'WCAG 1.3.1',
    en: 'a heading jumps from level {from} to level {to}',
    vi: 'tiêu đề nhảy từ cấp {from} xuống cấp {to}',
    hint: {
      en: 'Go down one level at a time: screen readers move by levels.',
      vi: 'Hãy xuống từng cấp một: trình đọc màn hình di chuyển theo cấp.',
    },
  },
  'CHECK-EPUB-HEADING-EMPTY': {
    severity: 'warning',
    clause: 'WCAG 2.4.6',
    en: 'a heading is empty',
    vi: 'tiêu đề để trống',
    hint: {
      en: 'Take it out, or make space with a style sheet.',
      vi: 'Hãy bỏ đi; muốn có khoảng trống thì dùng CSS.',
    },
  },
  'CHECK-EPUB-TITLE': {
    severity: 'warning',
    clause: 'WCAG 2.4.2',
    en: 'the title “{title}” of a document says nothing',
    vi: 'tiêu đề “{title}” của tài liệu không cho biết gì',
    hint: {
      en: 'Name the chapter or part that stands in the file.',
      vi: 'Hãy ghi tên chương hay phần nằm trong tệp.',
    },
  },
  'CHECK-EPUB-TITLE-REPEATED': {
    severity: 'warning',
    clause: 'WCAG 2.4.2',
    en: '{count} documents have the same title, “{title}”',
    vi: '{count} tài liệu có cùng tiêu đề “{title}”',
    hint: {
      en: 'Name in each the chapter or part that stands in it.',
      vi: 'Hãy ghi ở mỗi tài liệu tên chương hay phần nằm trong đó.',
    },
  },
  'CHECK-EPUB-LANG': {
    severity: 'warning',
    clause: 'WCAG 3.1.1',
    en: 'the document does not say its language',
    vi: 'tài liệu không ghi ngôn ngữ',
    hint: {
      en: 'Put lang and xml:lang on its html element: they choose the voice that reads it.',
      vi: 'Hãy ghi lang và xml:lang ở phần tử html: giọng đọc được chọn theo đó.',
    },
  },
  'CHECK-EPUB-LANG-OTHER': {
    severity: 'warning',
    clause: 'EPUB 3.3, 5.5.3.1.3',
    en: 'documents are in the language {language}, which the package does not name ({listed})',
    vi: 'có tài liệu bằng ngôn ngữ {language} mà tệp OPF không ghi ({listed})',
    hint: {
      en: 'Correct the lang of the document, or add the language as dc:language.',
      vi: 'Hãy sửa lang của tài liệu, hoặc thêm dc:language.',
    },
  },
  'CHECK-EPUB-PACKAGE-LANG': {
    severity: 'warning',
    clause: 'EPUB 3.3, 5.3.1',
    en: 'the package does not say the language of its own words',
    vi: 'tệp OPF không ghi ngôn ngữ của chính nó',
    hint: {
      en: 'Put xml:lang on the package element: titles and summaries are read out too.',
      vi: 'Hãy ghi xml:lang ở phần tử package: tên sách và tóm tắt cũng được đọc lên.',
    },
  },
  'CHECK-EPUB-LINK': {
    severity: 'warning',
    clause: 'WCAG 2.4.4',
    en: 'a link to {href} has no text',
    vi: 'liên kết tới {href} không có chữ',
    hint: {
      en: 'Give it text, an aria-label, or a picture with an alternative text.',
      vi: 'Hãy cho liên kết chữ, aria-label, hoặc ảnh có văn bản thay thế.',
    },
  },
  'CHECK-EPUB-ROLE': {
    severity: 'warning',
    clause: 'DPUB-ARIA 1.1; EPUB 3.3, 6.1.3.1',
    en: 'epub:type “{type}” stands without role “{role}”, {count} time(s)',
    vi: 'epub:type “{type}” không kèm role “{role}”, {count} chỗ',
    hint: {
      en: 'Screen readers hear of roles only: say both.',
      vi: 'Trình đọc màn hình chỉ biết role: hãy ghi cả hai.',
    },
  },
  'CHECK-EPUB-ROLE-BODY': {
    severity: 'warning',
    clause: 'DPUB-ARIA 1.1; ARIA in HTML',
    en: 'epub:type “{type}” stands on {element}, which takes no role, {count} time(s)',
    vi: 'epub:type “{type}” đặt ở {element}, nơi không ghi được role, {count} chỗ',
    hint: {
      en: 'Put a section with epub:type and role="{role}" around what stands in it.',
      vi: 'Hãy bọc nội dung trong một section có epub:type và role="{role}".',
    },
  },
  'CHECK-EPUB-CONTROLS': {
    severity: 'warning',
    clause: 'WCAG 1.4.2, 2.1.1',
    en: '{element} has no controls',
    vi: '{element} không có nút điều khiển',
    hint: {
      en: 'Add the attribute controls: without it nobody can start or stop it by keyboard.',
      vi: 'Hãy thêm thuộc tính controls: thiếu nó không ai bật tắt bằng bàn phím được.',
    },
  },
  'CHECK-EPUB-CAPTIONS': {
    severity: 'warning',
    clause: 'WCAG 1.2.2',
    en: 'a video has no captions',
    vi: 'video không có phụ đề',
    hint: {
      en: 'Add a track of kind captions.',
      vi: 'Hãy thêm track loại captions.',
    },
  },
  'CHECK-EPUB-FRAME': {
    severity: 'warning',
    clause: 'WCAG 4.1.2',
    en: 'a frame (iframe) has no title',
    vi: 'khung (iframe) không có title',
    hint: {
      en: 'Say in its title what it shows.',
      vi: 'Hãy nói trong title khung cho thấy gì.',
    },
  },
} satisfies Record<string, CodeEntry>;
