/**
 * What is said of files that break a standard in annotations, forms, actions, layers and embedded files
 * (`check/pdf/conformance/interaction/`).
 */
import { conformanceEntries } from './conformance-entries.js';

const annotationCodes = conformanceEntries({
  'PDFA-ANNOTATION-TYPE': {
    en: 'page {page}: the annotation {annotation} is of type “{type}”, which the standard does not allow',
    vi: 'trang {page}: chú thích {annotation} thuộc kiểu “{type}”, tiêu chuẩn không cho phép',
  },
  'PDFA-ANNOTATION-F': {
    en: 'page {page}: the annotation {annotation} has no flags (/F)',
    vi: 'trang {page}: chú thích {annotation} không có cờ (/F)',
  },
  'PDFA-ANNOTATION-HIDDEN': {
    en: 'page {page}: the flags of the annotation {annotation} hide it or keep it from being printed: {flags}',
    vi: 'trang {page}: cờ của chú thích {annotation} giấu nó đi hoặc không cho in: {flags}',
  },
  'PDFA-ANNOTATION-OPACITY': {
    en: 'page {page}: the annotation {annotation} is transparent (/CA {opacity})',
    vi: 'trang {page}: chú thích {annotation} trong suốt (/CA {opacity})',
  },
  'PDFA-ANNOTATION-COLOR': {
    en: 'page {page}: the annotation {annotation} has a colour (/C or /IC), but no output intent of the file is RGB',
    vi: 'trang {page}: chú thích {annotation} có màu (/C hoặc /IC), nhưng tệp không có điều kiện xuất (output intent) RGB',
  },
  'PDFA-APPEARANCE': {
    en: 'page {page}: the annotation {annotation} has no appearance (/AP)',
    vi: 'trang {page}: chú thích {annotation} không có hình thể hiện (/AP)',
  },
  'PDFA-APPEARANCE-KEYS': {
    en: 'page {page}: the appearance of the annotation {annotation} has the entries {keys}; only /N is allowed',
    vi: 'trang {page}: hình thể hiện của chú thích {annotation} có các mục {keys}; chỉ được có /N',
  },
  'PDFA-APPEARANCE-BUTTON': {
    en: 'page {page}: the appearance of the button {annotation} is not a dictionary of its states',
    vi: 'trang {page}: hình thể hiện của nút {annotation} không phải từ điển các trạng thái của nó',
  },
  'PDFA-APPEARANCE-STREAM': {
    en: 'page {page}: the appearance (/AP /N) of the annotation {annotation} is not a stream',
    vi: 'trang {page}: hình thể hiện (/AP /N) của chú thích {annotation} không phải một luồng dữ liệu',
  },
  'PDFUA-ANNOTATION-TAG': {
    en: 'page {page}: the annotation {annotation} is not in an Annot element of the structure tree, but in: {type}',
    vi: 'trang {page}: chú thích {annotation} không nằm trong phần tử Annot của cây cấu trúc, mà trong: {type}',
  },
  'PDFUA-ANNOTATION-DESCRIPTION': {
    en: 'page {page}: the annotation {annotation} has no description, neither /Contents nor /Alt of its element',
    vi: 'trang {page}: chú thích {annotation} không có lời mô tả, cả /Contents lẫn /Alt của phần tử chứa nó đều không có',
  },
  'PDFUA-ANNOTATION-CONTENTS': {
    en: 'page {page}: the annotation {annotation} has no description (/Contents)',
    vi: 'trang {page}: chú thích {annotation} không có lời mô tả (/Contents)',
  },
  'PDFUA-ANNOTATION-ALT': {
    en: 'page {page}: /Contents of the annotation {annotation} and /Alt of its element are different texts',
    vi: 'trang {page}: /Contents của chú thích {annotation} và /Alt của phần tử chứa nó là hai lời khác nhau',
  },
  'PDFUA-ANNOTATION-ARTIFACT': {
    en: 'page {page}: the annotation {annotation} is in the structure tree, but nobody sees it (flags, no area, or a pop-up)',
    vi: 'trang {page}: chú thích {annotation} nằm trong cây cấu trúc, nhưng không ai nhìn thấy nó (do cờ, không có diện tích, hoặc là cửa sổ bật lên)',
  },
  'PDFUA-ANNOTATION-TYPE': {
    en: 'page {page}: the annotation {annotation} is of a type that must not be used: {type}',
    vi: 'trang {page}: chú thích {annotation} thuộc kiểu không được dùng: {type}',
  },
  'PDFUA-PRINTER-MARK': {
    en: 'page {page}: the printer’s mark {annotation} is in the structure tree',
    vi: 'trang {page}: dấu in ấn {annotation} nằm trong cây cấu trúc',
  },
  'PDFUA-TABS': {
    en: 'page {page} has annotations, but its tab order (/Tabs) is none of: {tabs}',
    vi: 'trang {page} có chú thích, nhưng thứ tự phím Tab (/Tabs) không phải một trong: {tabs}',
  },
  'PDFUA-LINK-TAG': {
    en: 'page {page}: the link {annotation} is not in a Link element of the structure tree, but in: {type}',
    vi: 'trang {page}: liên kết {annotation} không nằm trong phần tử Link của cây cấu trúc, mà trong: {type}',
  },
  'PDFUA-LINK-DESCRIPTION': {
    en: 'page {page}: the link {annotation} has no description (/Contents)',
    vi: 'trang {page}: liên kết {annotation} không có lời mô tả (/Contents)',
  },
  'PDFUA-LINK-TARGETS': {
    en: 'page {page}: the link {annotation} stands in one element with a link that leads elsewhere',
    vi: 'trang {page}: liên kết {annotation} nằm chung phần tử với một liên kết dẫn tới nơi khác',
  },
});

const formCodes = conformanceEntries({
  'PDFA-NEED-APPEARANCES': {
    en: 'the form leaves the appearance of its fields to the reader (/NeedAppearances true)',
    vi: 'biểu mẫu để trình đọc tự vẽ các ô (/NeedAppearances true)',
  },
  'PDFA-WIDGET-APPEARANCE': {
    en: 'page {page}: the form field {annotation} has no appearance (/AP)',
    vi: 'trang {page}: ô biểu mẫu {annotation} không có hình thể hiện (/AP)',
  },
  'PDFA-WIDGET-ACTION': {
    en: 'page {page}: the form field {annotation} starts an action (/A)',
    vi: 'trang {page}: ô biểu mẫu {annotation} khởi chạy một hành động (/A)',
  },
  'PDFA-WIDGET-TRIGGER': {
    en: 'page {page}: the form field {annotation} has additional actions (/AA)',
    vi: 'trang {page}: ô biểu mẫu {annotation} có hành động kèm theo (/AA)',
  },
  'PDFA-FIELD-TRIGGER': {
    en: 'the form field “{field}” has additional actions (/AA)',
    vi: 'ô biểu mẫu “{field}” có hành động kèm theo (/AA)',
  },
  'PDFA-XFA': {
    en: 'the form is an XFA form (/XFA)',
    vi: 'biểu mẫu là biểu mẫu XFA (/XFA)',
  },
  'PDFA-NEEDS-RENDERING': {
    en: 'the document leaves its pages to a form program (/NeedsRendering true)',
    vi: 'tài liệu để chương trình biểu mẫu dựng trang (/NeedsRendering true)',
  },
  'PDFUA-DYNAMIC-XFA': {
    en: 'the form is a dynamic XFA form',
    vi: 'biểu mẫu là biểu mẫu XFA động',
  },
  'PDFUA-FIELD-NAME': {
    en: 'page {page}: the form field {annotation} has no name for people (/TU), and its element has no /Alt',
    vi: 'trang {page}: ô biểu mẫu {annotation} không có tên cho người đọc (/TU), và phần tử chứa nó không có /Alt',
  },
  'PDFUA-WIDGET-TAG': {
    en: 'page {page}: the form field {annotation} is not in a Form element of the structure tree, but in: {type}',
    vi: 'trang {page}: ô biểu mẫu {annotation} không nằm trong phần tử Form của cây cấu trúc, mà trong: {type}',
  },
  'PDFUA-WIDGET-LABEL': {
    en: 'page {page}: the form field {annotation} has neither a label (Lbl) beside it nor a description (/Contents)',
    vi: 'trang {page}: ô biểu mẫu {annotation} không có nhãn (Lbl) bên cạnh và cũng không có lời mô tả (/Contents)',
  },
  'PDFUA-FORM-CHILD': {
    en: 'a Form element on page {page} (object {object}) does not hold just one form field, and has no /Role of a printed form',
    vi: 'một phần tử Form ở trang {page} (đối tượng {object}) không chứa đúng một ô biểu mẫu, và không có /Role của biểu mẫu in',
  },
  'PDFUA-FORM-WIDGETS': {
    en: 'a Form element on page {page} holds {count} form fields; one is allowed',
    vi: 'một phần tử Form ở trang {page} chứa {count} ô biểu mẫu; chỉ được một',
  },
});

const actionCodes = conformanceEntries({
  'PDFA-ACTION': {
    en: '“{place}” starts an action that the standard does not allow: {type}',
    vi: '“{place}” khởi chạy một hành động mà tiêu chuẩn không cho phép: {type}',
  },
  'PDFA-NAMED-ACTION': {
    en: '“{place}” starts the named action “{name}”; only those that turn pages are allowed',
    vi: '“{place}” khởi chạy hành động có tên “{name}”; chỉ được dùng các hành động lật trang',
  },
  'PDFA-CATALOG-TRIGGER': {
    en: 'the document has additional actions (/AA of the catalog)',
    vi: 'tài liệu có hành động kèm theo (/AA của danh mục gốc)',
  },
  'PDFA-PAGE-TRIGGER': {
    en: 'page {page} has additional actions (/AA)',
    vi: 'trang {page} có hành động kèm theo (/AA)',
  },
  'PDFA-TRIGGER': {
    en: '“{place}” has additional actions that the standard does not allow: {keys}',
    vi: '“{place}” có hành động kèm theo mà tiêu chuẩn không cho phép: {keys}',
  },
  'PDFUA-DESTINATION': {
    en: '“{place}” leads to a place on a page instead of an element of the structure tree',
    vi: '“{place}” dẫn tới một chỗ trên trang thay vì một phần tử của cây cấu trúc',
  },
  'PDFUA-GOTO': {
    en: 'the action of “{place}” leads to a place on a page instead of an element of the structure tree (/SD)',
    vi: 'hành động của “{place}” dẫn tới một chỗ trên trang thay vì một phần tử của cây cấu trúc (/SD)',
  },
  'PDFUA-MEDIA-TYPE': {
    en: 'the media clip of “{place}” does not say its type (/CT)',
    vi: 'đoạn phương tiện của “{place}” không nói kiểu của nó (/CT)',
  },
  'PDFUA-MEDIA-DESCRIPTION': {
    en: 'the media clip of “{place}” has no texts that describe it (/Alt)',
    vi: 'đoạn phương tiện của “{place}” không có lời mô tả (/Alt)',
  },
});

const documentCodes = conformanceEntries({
  'PDFA-EMBEDDED': {
    en: 'the document brings a file along: {name}',
    vi: 'tài liệu mang theo tệp: {name}',
  },
  'PDFA-EMBEDDED-TYPE': {
    en: 'the embedded file “{name}” does not say its media type (/Subtype)',
    vi: 'tệp nhúng “{name}” không nói kiểu dữ liệu của nó (/Subtype)',
  },
  'PDFA-EMBEDDED-NAME': {
    en: 'the embedded file “{name}” lacks one of its names (/F and /UF)',
    vi: 'tệp nhúng “{name}” thiếu một trong các tên (/F và /UF)',
  },
  'PDFA-EMBEDDED-CONFORMS': {
    en: 'the embedded file “{name}” is not a PDF/A file',
    vi: 'tệp nhúng “{name}” không phải tệp PDF/A',
  },
  'PDFA-EMBEDDED-RELATION': {
    en: 'the embedded file “{name}” does not say how it relates to the document (/AFRelationship)',
    vi: 'tệp nhúng “{name}” không nói nó liên quan thế nào tới tài liệu (/AFRelationship)',
  },
  'PDFA-EMBEDDED-ASSOCIATED': {
    en: 'the embedded file “{name}” is associated with no part of the document (/AF)',
    vi: 'tệp nhúng “{name}” không gắn với phần nào của tài liệu (/AF)',
  },
  'PDFA-EMBEDDED-FILES': {
    en: 'the document brings no files along (/EmbeddedFiles), though its level is about them',
    vi: 'tài liệu không kèm tệp nào (/EmbeddedFiles), dù mức tiêu chuẩn của nó nói về tệp kèm theo',
  },
  'PDFUA-EMBEDDED-DESCRIPTION': {
    en: 'the embedded file “{name}” has no description (/Desc)',
    vi: 'tệp nhúng “{name}” không có lời mô tả (/Desc)',
  },
  'PDFUA-ATTACHMENT-RELATION': {
    en: 'page {page}: the file of the annotation {annotation} does not say how it relates to the document (/AFRelationship)',
    vi: 'trang {page}: tệp của chú thích {annotation} không nói nó liên quan thế nào tới tài liệu (/AFRelationship)',
  },
  'PDFA-LAYERS-NAME': {
    en: 'the configuration of layers at {place} has no name',
    vi: 'cấu hình lớp ở {place} không có tên',
  },
  'PDFA-LAYERS-NAME-TWICE': {
    en: 'the configuration of layers at {place} has the name of another one: “{name}”',
    vi: 'cấu hình lớp ở {place} trùng tên với cấu hình khác: “{name}”',
  },
  'PDFA-LAYERS-ORDER': {
    en: 'the configuration of layers at {place} leaves layers out of its order: {groups}',
    vi: 'cấu hình lớp ở {place} bỏ sót các lớp trong thứ tự của nó: {groups}',
  },
  'PDFA-LAYERS-AS': {
    en: 'the configuration of layers at {place} switches layers by itself (/AS)',
    vi: 'cấu hình lớp ở {place} tự bật tắt các lớp (/AS)',
  },
  'PDFUA-ENCRYPTION': {
    en: 'the encryption of the file keeps assistive programs from its text (/P, bit 10)',
    vi: 'mã hóa của tệp không cho phần mềm hỗ trợ tiếp cận đọc chữ (/P, bit 10)',
  },
  'PDFA-ALTERNATE-PRESENTATIONS': {
    en: 'the document has alternate presentations (/AlternatePresentations)',
    vi: 'tài liệu có cách trình chiếu thay thế (/AlternatePresentations)',
  },
  'PDFA-PRESENTATION-STEPS': {
    en: 'page {page} has steps of a presentation (/PresSteps)',
    vi: 'trang {page} có các bước trình chiếu (/PresSteps)',
  },
  'PDFA-REQUIREMENTS': {
    en: 'the document asks for features of the reader (/Requirements)',
    vi: 'tài liệu đòi hỏi tính năng của trình đọc (/Requirements)',
  },
});

export const interactionCodes = { ...annotationCodes, ...formCodes, ...actionCodes, ...documentCodes };
