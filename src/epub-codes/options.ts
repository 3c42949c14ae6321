/** What is said of how an ebook is wanted: the keys of a front matter, the cover that is given. */
import type { CodeEntry } from '../code-entry.js';

export const ebookOptionCodes = {
  'READ-EBOOK-KEY-NEAR': {
    severity: 'error',
    en: 'the key “{key}” says nothing of the ebook; did you mean “{near}”?',
    vi: 'khóa “{key}” không nói gì về sách điện tử; có phải bạn muốn viết “{near}”?',
    hint: { en: 'Correct the key.', vi: 'Hãy sửa lại khóa.' },
  },
  'READ-EBOOK-KEY': {
    severity: 'error',
    en: 'the key “{key}” says nothing of the ebook',
    vi: 'khóa “{key}” không nói gì về sách điện tử',
    hint: {
      en: 'Take it away; the keys are ncx, fonts, fixed-layout and cover.',
      vi: 'Hãy bỏ khóa này; các khóa là ncx, fonts, fixed-layout và cover.',
    },
  },
  'EPUB-COVER-MISSING': {
    severity: 'error',
    en: 'the cover {path} was not found, so the ebook is not written',
    vi: 'không tìm thấy ảnh bìa {path} nên không tạo sách điện tử',
    hint: {
      en: 'The path is read from the folder of the file that names it, after --cover from the folder you are in.',
      vi: 'Đường dẫn tính từ thư mục của tệp ghi nó; sau --cover thì tính từ thư mục hiện tại.',
    },
  },
  'EPUB-COVER-SMALL': {
    severity: 'warning',
    en: 'the cover {path} has {width} × {height} pixels; stores ask for {least} on its short side at least',
    vi: 'ảnh bìa {path} có {width} × {height} điểm ảnh; các cửa hàng đòi cạnh ngắn ít nhất {least} điểm',
    hint: {
      en: 'Give a larger picture, best of 1600 × 2560 pixels.',
      vi: 'Hãy dùng ảnh lớn hơn, tốt nhất là 1600 × 2560 điểm ảnh.',
    },
  },
  'EPUB-COVER-RATIO': {
    severity: 'warning',
    en: 'the cover {path} ({width} × {height}) has not the shape of a book; readers leave bars beside it',
    vi: 'ảnh bìa {path} ({width} × {height}) không có dáng bìa sách; máy đọc sẽ để trống hai bên hoặc trên dưới',
    hint: {
      en: 'Cut it to an upright picture, best of 5 : 8, such as 1600 × 2560 pixels.',
      vi: 'Hãy cắt thành ảnh đứng, tốt nhất theo tỉ lệ 5 : 8, ví dụ 1600 × 2560 điểm ảnh.',
    },
  },
} satisfies Record<string, CodeEntry>;
