/**
 * What is said of dictionaries, indexes, previews, educational books and other kinds that EPUB has
 * specifications of their own for.
 */
import type { CodeEntry } from '../../code-entry.js';

export const extensionsCodes = {
  'EPUB-OPF-071': {
    severity: 'error',
    clause: 'EPUB Indexes 1.0',
    en: 'an index collection holds {path}, which is no XHTML',
    vi: 'collection index có {path} không phải XHTML',
    hint: { en: 'Name only XHTML documents.', vi: 'Chỉ nêu tài liệu XHTML.' },
  },
  'EPUB-OPF-073-COLLECTION': {
    severity: 'error',
    clause: 'EPUB 3.3, 5.8',
    en: 'the collection names {path}, which is not in the manifest',
    vi: 'collection nêu {path} không có trong manifest',
    hint: { en: 'Correct the link, or add the item.', vi: 'Hãy sửa liên kết hoặc thêm mục.' },
  },
  'EPUB-OPF-075': {
    severity: 'error',
    clause: 'EPUB Previews 1.0',
    en: 'a preview collection holds {path}, which is no content document',
    vi: 'collection preview có {path} không phải tài liệu nội dung',
    hint: { en: 'Name only XHTML and SVG documents.', vi: 'Chỉ nêu tài liệu XHTML và SVG.' },
  },
  'EPUB-OPF-076': {
    severity: 'error',
    clause: 'EPUB Previews 1.0',
    en: 'a preview collection leads into a document by a CFI: {url}',
    vi: 'collection preview trỏ vào tài liệu bằng CFI: {url}',
    hint: { en: 'Name whole documents.', vi: 'Hãy nêu cả tài liệu.' },
  },
  'EPUB-OPF-077': {
    severity: 'warning',
    clause: 'Region-Based Navigation 1.0',
    en: 'the data navigation document stands in the spine',
    vi: 'tài liệu điều hướng dữ liệu nằm trong spine',
    hint: { en: 'Take it out of the spine.', vi: 'Hãy bỏ khỏi spine.' },
  },
  'EPUB-OPF-078': {
    severity: 'error',
    clause: 'EPUB Dictionaries 1.0',
    en: 'the dictionary has no document with epub:type="dictionary"',
    vi: 'từ điển không có tài liệu ghi epub:type="dictionary"',
    hint: {
      en: 'Mark the body or section with the entries.',
      vi: 'Hãy đánh dấu body hoặc section chứa các mục từ.',
    },
  },
  'EPUB-OPF-079': {
    severity: 'warning',
    clause: 'EPUB Dictionaries 1.0',
    en: 'the book holds dictionary entries but does not say dc:type dictionary',
    vi: 'sách có mục từ điển nhưng không ghi dc:type dictionary',
    hint: { en: 'Add it to the metadata.', vi: 'Hãy thêm vào siêu dữ liệu.' },
  },
  'EPUB-OPF-080': {
    severity: 'warning',
    clause: 'EPUB Dictionaries 1.0',
    en: 'the file name of a search key map does not end in .xml',
    vi: 'tên bảng khóa tra cứu không có đuôi .xml',
    hint: { en: 'Rename it.', vi: 'Hãy đổi tên.' },
  },
  'EPUB-OPF-081': {
    severity: 'error',
    clause: 'EPUB Dictionaries 1.0',
    en: 'the dictionary collection names {path}, which is not in the manifest',
    vi: 'collection từ điển nêu {path} không có trong manifest',
    hint: { en: 'Correct the link.', vi: 'Hãy sửa liên kết.' },
  },
  'EPUB-OPF-082': {
    severity: 'error',
    clause: 'EPUB Dictionaries 1.0',
    en: 'a dictionary collection has more than one search key map',
    vi: 'collection từ điển có nhiều bảng khóa tra cứu',
    hint: { en: 'Keep one.', vi: 'Hãy chỉ giữ một.' },
  },
  'EPUB-OPF-083': {
    severity: 'error',
    clause: 'EPUB Dictionaries 1.0',
    en: 'a dictionary collection has no search key map',
    vi: 'collection từ điển không có bảng khóa tra cứu',
    hint: { en: 'Add one.', vi: 'Hãy thêm một bảng.' },
  },
  'EPUB-OPF-084': {
    severity: 'error',
    clause: 'EPUB Dictionaries 1.0',
    en: 'a dictionary collection holds {path}, which is neither a search key map nor XHTML',
    vi: 'collection từ điển có {path} không phải bảng khóa tra cứu hay XHTML',
    hint: { en: 'Take it out.', vi: 'Hãy bỏ ra.' },
  },
  'EPUB-RSC-005-DICTIONARY': {
    severity: 'error',
    clause: 'EPUB Dictionaries 1.0',
    en: 'the dictionary breaks a rule of EPUB Dictionaries at: {part}',
    vi: 'từ điển sai quy tắc EPUB Dictionaries ở: {part}',
    hint: {
      en: 'See EPUB Dictionaries and Glossaries 1.0.',
      vi: 'Xem EPUB Dictionaries and Glossaries 1.0.',
    },
  },
  'EPUB-RSC-005-SEARCH-KEY-MAP': {
    severity: 'error',
    clause: 'EPUB Dictionaries 1.0',
    en: 'the search key map is not as it must be: {part}',
    vi: 'bảng khóa tra cứu sai cấu trúc: {part}',
    hint: {
      en: 'See EPUB Dictionaries and Glossaries 1.0, section 5.',
      vi: 'Xem EPUB Dictionaries and Glossaries 1.0, mục 5.',
    },
  },
  'EPUB-RSC-005-INDEX': {
    severity: 'error',
    clause: 'EPUB Indexes 1.0',
    en: 'the index breaks a rule of EPUB Indexes at: {part}',
    vi: 'bảng tra sai quy tắc EPUB Indexes ở: {part}',
    hint: { en: 'See EPUB Indexes 1.0.', vi: 'Xem EPUB Indexes 1.0.' },
  },
  'EPUB-RSC-005-PREVIEW': {
    severity: 'error',
    clause: 'EPUB Previews 1.0',
    en: 'the preview breaks a rule of EPUB Previews at: {part}',
    vi: 'bản xem trước sai quy tắc EPUB Previews ở: {part}',
    hint: { en: 'See EPUB Previews 1.0.', vi: 'Xem EPUB Previews 1.0.' },
  },
  'EPUB-RSC-005-COLLECTION': {
    severity: 'error',
    clause: 'EPUB 3.3, 5.8',
    en: 'a collection is not as it must be: {part}',
    vi: 'collection sai cấu trúc: {part}',
    hint: { en: 'See EPUB 3.3, section 5.8.', vi: 'Xem EPUB 3.3, mục 5.8.' },
  },
  'EPUB-RSC-005-REGION': {
    severity: 'error',
    clause: 'Region-Based Navigation 1.0',
    en: 'the data navigation document breaks a rule at: {part}',
    vi: 'tài liệu điều hướng dữ liệu sai ở: {part}',
    hint: { en: 'See EPUB Region-Based Navigation 1.0.', vi: 'Xem EPUB Region-Based Navigation 1.0.' },
  },
  'EPUB-RSC-017-REGION': {
    severity: 'warning',
    clause: 'Region-Based Navigation 1.0',
    en: 'a region-based nav is not as it should be: {part}',
    vi: 'nav theo vùng chưa đúng: {part}',
    hint: { en: 'See EPUB Region-Based Navigation 1.0.', vi: 'Xem EPUB Region-Based Navigation 1.0.' },
  },
  'EPUB-RSC-005-EDUPUB': {
    severity: 'error',
    clause: 'EPUB for Education',
    en: 'the educational book breaks a rule at: {part}',
    vi: 'sách giáo dục sai quy tắc ở: {part}',
    hint: {
      en: 'See EPUB for Education, or take dc:type edupub away.',
      vi: 'Xem EPUB for Education hoặc bỏ dc:type edupub.',
    },
  },
  'EPUB-RSC-017-SOURCE': {
    severity: 'warning',
    clause: 'EPUB Previews 1.0; EPUB for Education',
    en: 'the book does not name by dc:source the book that it belongs to',
    vi: 'sách không nêu bằng dc:source cuốn mà nó thuộc về',
    hint: { en: 'Add a dc:source.', vi: 'Hãy thêm dc:source.' },
  },
  'EPUB-RSC-005-OTHER': {
    severity: 'error',
    clause: 'EPUB 3.3',
    en: 'this breaks a rule that EPUBCheck holds by its number {id}',
    vi: 'chỗ này sai quy tắc mang số {id} của EPUBCheck',
    hint: {
      en: 'Look the number up in the documentation of EPUBCheck.',
      vi: 'Hãy tra số này trong tài liệu của EPUBCheck.',
    },
  },
  'EPUB-MORE': {
    severity: 'error',
    en: '{count} more of the kind {code}',
    vi: 'còn {count} lỗi nữa cùng loại {code}',
  },
} satisfies Record<string, CodeEntry>;
