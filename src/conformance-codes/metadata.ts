/** What is said of files that break a standard in what `check/pdf/conformance/metadata/` looks at. */
import { conformanceEntries } from './conformance-entries.js';

export const metadataCodes = conformanceEntries({
  'PDFA-METADATA': {
    en: 'the catalog has no metadata stream of /Type /Metadata and /Subtype /XML',
    vi: 'danh mục gốc của tệp (catalog) không có luồng siêu dữ liệu với /Type /Metadata và /Subtype /XML',
  },
  'PDFA-METADATA-FILTER': {
    en: 'the metadata stream {object} has a /Filter; it has to be readable as it is',
    vi: 'luồng siêu dữ liệu {object} có /Filter; nó phải đọc được nguyên như vậy',
  },
  'PDFA-XMP-HEADER': {
    en: 'the header of the XMP packet {object} has the attribute “{attribute}”, which is forbidden',
    vi: 'phần đầu gói XMP {object} có thuộc tính “{attribute}”, là thuộc tính bị cấm',
  },
  'PDFA-XMP-SYNTAX': {
    en: 'the metadata stream {object} is no well-formed XMP, see {where}: the XML or the RDF in it is broken, or a property stands there twice',
    vi: 'luồng siêu dữ liệu {object} không phải XMP đúng cú pháp, xem {where}: XML hay RDF bên trong bị hỏng, hoặc một thuộc tính xuất hiện hai lần',
  },
  'PDFA-XMP-UTF8': {
    en: 'the XMP packet {object} is in {encoding}, not in UTF-8',
    vi: 'gói XMP {object} ở bảng mã {encoding}, không phải UTF-8',
  },
  'PDFA-XMP-PROPERTY': {
    en: 'the property {property} ({namespace}) in the XMP packet {object} is neither predefined nor described by an extension schema',
    vi: 'thuộc tính {property} ({namespace}) trong gói XMP {object} không được định nghĩa sẵn, cũng không có lược đồ mở rộng nào mô tả',
  },
  'PDFA-XMP-VALUE': {
    en: 'the value of {property} in the XMP packet {object} is not of the type {type}',
    vi: 'giá trị của {property} trong gói XMP {object} không thuộc kiểu {type}',
  },
  'PDFA-EXTENSION-CONTAINER': {
    en: 'the extension schemas are not listed in pdfaExtension:schemas, an rdf:Bag, with this prefix',
    vi: 'các lược đồ mở rộng không nằm trong pdfaExtension:schemas, một rdf:Bag, với đúng tiền tố này',
  },
  'PDFA-EXTENSION-FIELD': {
    en: '{field} in the description of an extension schema is missing, is not of the form {form} or has another prefix',
    vi: '{field} trong mô tả lược đồ mở rộng bị thiếu, không ở dạng {form} hoặc mang tiền tố khác',
  },
  'PDFA-EXTENSION-TYPE': {
    en: 'an extension schema names the value type “{type}”, which is not defined',
    vi: 'lược đồ mở rộng nêu kiểu giá trị “{type}” chưa được định nghĩa',
  },
  'PDFA-EXTENSION-CATEGORY': {
    en: 'an extension schema has a property of the category “{category}”; it has to be “internal” or “external”',
    vi: 'lược đồ mở rộng có thuộc tính thuộc loại “{category}”; phải là “internal” hoặc “external”',
  },
  'PDFA-EXTENSION-UNKNOWN': {
    en: 'the description of an extension schema has the field {field}, which there is not',
    vi: 'mô tả lược đồ mở rộng có trường {field}, là trường không tồn tại',
  },
  'PDFA-INFO-XMP': {
    en: '/{key} of the document information dictionary does not say the same as {property} of the XMP metadata',
    vi: '/{key} trong từ điển thông tin tài liệu không khớp với {property} trong siêu dữ liệu XMP',
  },
  'PDFA-ID': {
    en: 'the XMP metadata does not say that the file is PDF/A (pdfaid:part)',
    vi: 'siêu dữ liệu XMP không nêu tệp là PDF/A (pdfaid:part)',
  },
  'PDFA-ID-PART': {
    en: 'pdfaid:part is “{said}”, not {expected}',
    vi: 'pdfaid:part là “{said}”, không phải {expected}',
  },
  'PDFA-ID-LEVEL': {
    en: 'pdfaid:conformance is “{said}”; allowed here: {expected}',
    vi: 'pdfaid:conformance là “{said}”; ở đây chỉ được: {expected}',
  },
  'PDFA-ID-PREFIX': {
    en: 'the property {name} of the PDF/A identification has the prefix “{said}”, not “pdfaid”',
    vi: 'thuộc tính {name} trong phần nhận dạng PDF/A có tiền tố “{said}”, không phải “pdfaid”',
  },
  'PDFA-ID-REVISION': {
    en: 'pdfaid:rev is “{said}”, not {expected}',
    vi: 'pdfaid:rev là “{said}”, không phải {expected}',
  },
  'PDFUA-ID': {
    en: 'the XMP metadata does not say that the file is PDF/UA (pdfuaid:part)',
    vi: 'siêu dữ liệu XMP không nêu tệp là PDF/UA (pdfuaid:part)',
  },
  'PDFUA-ID-PART': {
    en: 'pdfuaid:part is “{said}”, not {expected}',
    vi: 'pdfuaid:part là “{said}”, không phải {expected}',
  },
  'PDFUA-ID-PREFIX': {
    en: 'the property {name} of the PDF/UA identification has the prefix “{said}”, not “pdfuaid”',
    vi: 'thuộc tính {name} trong phần nhận dạng PDF/UA có tiền tố “{said}”, không phải “pdfuaid”',
  },
  'PDFUA-ID-REVISION': {
    en: 'pdfuaid:rev is “{said}”, not {expected}',
    vi: 'pdfuaid:rev là “{said}”, không phải {expected}',
  },
  'PDFUA-TITLE': {
    en: 'the XMP metadata has no dc:title',
    vi: 'siêu dữ liệu XMP không có dc:title',
  },
  'PDFUA-DISPLAY-TITLE': {
    en: 'the viewer preferences do not ask to show the title of the document (/DisplayDocTitle true)',
    vi: 'tùy chọn hiển thị không yêu cầu cho thấy nhan đề tài liệu (/DisplayDocTitle true)',
  },
});
