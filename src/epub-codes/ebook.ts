/** What is said while an ebook is written. */
import type { CodeEntry } from '../code-entry.js';

export const ebookCodes = {
  'EPUB-ALT': {
    severity: 'error',
    clause: 'EPUB Accessibility 1.1, 3.3.1; WCAG 2.2, 1.1.1',
    en: 'the picture {path} has neither alternative text nor caption, so the ebook is not written',
    vi: 'ảnh {path} không có văn bản thay thế lẫn chú thích nên không tạo sách điện tử',
    hint: {
      en: 'Say what the picture shows, in the text or in a file beside the picture.',
      vi: 'Hãy tả nội dung ảnh, trong bài hoặc trong tệp đặt cạnh ảnh.',
    },
  },
  'EPUB-PICTURE': {
    severity: 'error',
    clause: 'EPUB 3.3, 3.6',
    en: 'the text shows a picture {picture} that the publication does not hold',
    vi: 'bài dùng ảnh {picture} nhưng ấn phẩm không có ảnh đó',
    hint: {
      en: 'Put the picture beside the text, or take it out of the text.',
      vi: 'Hãy đặt ảnh cạnh bài hoặc bỏ ảnh khỏi bài.',
    },
  },
  'EPUB-MANY-FILES': {
    severity: 'error',
    clause: 'EPUB 3.3, 4.3.2',
    en: 'the ebook would hold more than 65,535 files, which many readers cannot open, so it is not written',
    vi: 'sách điện tử sẽ có hơn 65.535 tệp, nhiều máy đọc không mở được, nên không tạo sách',
    hint: {
      en: 'Make several books of it.',
      vi: 'Hãy chia thành nhiều cuốn.',
    },
  },
  'EPUB-LARGE': {
    severity: 'error',
    clause: 'EPUB 3.3, 4.3.2',
    en: 'the ebook would be larger than 4 GB, which many readers cannot open, so it is not written',
    vi: 'sách điện tử sẽ lớn hơn 4 GB, nhiều máy đọc không mở được, nên không tạo sách',
    hint: {
      en: 'Make the pictures smaller, or make several books of it.',
      vi: 'Hãy thu nhỏ ảnh hoặc chia thành nhiều cuốn.',
    },
  },
  'EPUB-FONT': {
    severity: 'warning',
    en: 'the font {path} of the family {family} cannot be read as TrueType; the ebook goes without it',
    vi: 'không đọc được phông {path} (họ {family}) theo dạng TrueType; sách điện tử không kèm phông này',
    hint: {
      en: 'Readers then show a font of their own. Name a .ttf file in @font-face.',
      vi: 'Máy đọc sẽ dùng phông của nó. Hãy ghi một tệp .ttf trong @font-face.',
    },
  },
  'EPUB-FONT-FORBIDDEN': {
    severity: 'warning',
    clause: 'ISO/IEC 14496-22, OS/2 fsType',
    en: 'the font {path} of the family {family} forbids embedding a subset; the ebook goes without it',
    vi: 'phông {path} (họ {family}) cấm nhúng một phần; sách điện tử không kèm phông này',
    hint: {
      en: 'Choose a font whose licence allows embedding.',
      vi: 'Hãy chọn phông có giấy phép cho nhúng.',
    },
  },
  'EPUB-CHARACTER': {
    severity: 'warning',
    en: 'no font of the ebook has {characters} ({codePoints}); readers show a font of their own, or an empty box',
    vi: 'không phông nào trong sách điện tử có {characters} ({codePoints}); máy đọc sẽ dùng phông của nó hoặc hiện ô trống',
    hint: {
      en: 'Copy the folder of the template, put a font that has them there (static TrueType, .ttf), declare it with @font-face in ebook.css, name it last in the font-family of the text, and build with “-t FOLDER”.',
      vi: 'Hãy chép thư mục của mẫu, đặt vào đó một phông có các ký tự này (TrueType tĩnh, .ttf), khai báo bằng @font-face trong ebook.css, thêm tên vào cuối font-family của phần chữ, rồi chạy với “-t THƯ-MỤC”.',
    },
  },
  'EPUB-PAGE': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.4.1',
    en: 'pages {labels} of the print edition begin at a place that the ebook does not have; its page list leaves them out',
    vi: 'trang {labels} của bản in bắt đầu ở chỗ không có trong sách điện tử; danh sách trang bỏ qua',
    hint: {
      en: 'Text that stands only in the print edition has no place in the page list.',
      vi: 'Phần chỉ có trong bản in không thể có trong danh sách trang.',
    },
  },
  'EPUB-FIXED-PRINT': {
    severity: 'warning',
    clause: 'EPUB 3.3, 8',
    en: 'an ebook of fixed layout is made of the printed pages, and there are none',
    vi: 'sách điện tử dàn trang cố định làm từ các trang in, mà không có trang in nào',
    hint: {
      en: 'Make the print edition in the same run.',
      vi: 'Hãy làm bản in trong cùng lượt chạy.',
    },
  },
  'EPUB-FIXED-WITHHELD': {
    severity: 'warning',
    clause: 'EPUB 3.3, 8',
    en: 'the ebook of fixed layout is not made, for the print edition is not',
    vi: 'không làm sách điện tử dàn trang cố định, vì không làm được bản in',
    hint: {
      en: 'Mend what withholds the print edition; the ebook is made of its pages.',
      vi: 'Hãy sửa lỗi đã giữ bản in lại; sách này làm từ các trang in.',
    },
  },
  'EPUB-PAGES-WITHHELD': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.2',
    en: 'the ebook has no list of printed pages, for the print edition is not made',
    vi: 'sách điện tử không có danh sách trang in, vì không làm được bản in',
    hint: {
      en: 'Mend what withholds the print edition, and build both again.',
      vi: 'Hãy sửa lỗi đã giữ bản in lại rồi làm lại cả hai.',
    },
  },
} satisfies Record<string, CodeEntry>;
