/** What is said of files that break a standard in their tags (`check/pdf/conformance/structure/`). */
import { conformanceEntries } from './conformance-entries.js';

const documentCodes = conformanceEntries({
  'PDFA-MARKED': {
    en: 'the document does not say that it is tagged (/MarkInfo /Marked true)',
    vi: 'tài liệu không nói rằng nó được gắn thẻ (/MarkInfo /Marked true)',
  },
  'PDFA-STRUCTURE': {
    en: 'the document has no structure tree (/StructTreeRoot)',
    vi: 'tài liệu không có cây cấu trúc (/StructTreeRoot)',
  },
  'PDFA-ROLE': {
    en: 'page {page}: the structure type “{type}” (object {object}) is mapped to no standard type',
    vi: 'trang {page}: kiểu cấu trúc “{type}” (đối tượng {object}) không được ánh xạ tới kiểu chuẩn nào',
  },
  'PDFA-ROLE-LOOP': {
    en: 'page {page}: the role map leads the structure type “{type}” (object {object}) round in a circle',
    vi: 'trang {page}: bảng ánh xạ đưa kiểu cấu trúc “{type}” (đối tượng {object}) đi vòng tròn',
  },
  'PDFA-ROLE-REMAPPED': {
    en: 'page {page}: the role map replaces the standard structure type “{type}” (object {object})',
    vi: 'trang {page}: bảng ánh xạ thay kiểu cấu trúc chuẩn “{type}” (đối tượng {object})',
  },
  'PDFUA-ROLE-NAMESPACE': {
    en: 'page {page}: the structure type “{type}” (object {object}) is mapped to a type of its own namespace',
    vi: 'trang {page}: kiểu cấu trúc “{type}” (đối tượng {object}) được ánh xạ tới một kiểu cùng không gian tên',
  },
  'PDFUA-PARENT': {
    en: 'page {page}: the element {type} (object {object}) does not name its parent (/P)',
    vi: 'trang {page}: phần tử {type} (đối tượng {object}) không nêu phần tử cha (/P)',
  },
  'PDFUA-SUSPECTS': {
    en: 'the document says that its tags may be wrong (/MarkInfo /Suspects true)',
    vi: 'tài liệu nói rằng thẻ của nó có thể sai (/MarkInfo /Suspects true)',
  },
  'PDFUA-ROOT': {
    en: 'the structure tree does not have one Document element at its root, but: {types}',
    vi: 'gốc cây cấu trúc không phải chỉ có một phần tử Document, mà là: {types}',
  },
  'PDFUA-STANDS-IN': {
    en: 'page {page}: the element {type} (object {object}) must not stand in: {parent}',
    vi: 'trang {page}: phần tử {type} (đối tượng {object}) không được nằm trong: {parent}',
  },
  'PDFUA-HOLDS': {
    en: 'page {page}: the element {type} (object {object}) must not hold: {kids}',
    vi: 'trang {page}: phần tử {type} (đối tượng {object}) không được chứa: {kids}',
  },
  'PDFUA-HOLDS-MORE': {
    en: 'page {page}: the element {type} (object {object}) holds {count} {kid}; one is allowed',
    vi: 'trang {page}: phần tử {type} (đối tượng {object}) chứa {count} {kid}; chỉ được một',
  },
  'PDFUA-HOLDS-LESS': {
    en: 'page {page}: the element {type} (object {object}) holds {kid}, but no {other}',
    vi: 'trang {page}: phần tử {type} (đối tượng {object}) chứa {kid} nhưng không có {other}',
  },
  'PDFUA-HOLDS-CONTENT': {
    en: 'page {page}: the element {type} (object {object}) holds content that belongs in an element within it',
    vi: 'trang {page}: phần tử {type} (đối tượng {object}) chứa nội dung lẽ ra nằm trong phần tử con',
  },
  'PDFUA-ORDER': {
    en: 'page {page}: the parts of {type} (object {object}) are missing or in the wrong order',
    vi: 'trang {page}: các phần của {type} (đối tượng {object}) bị thiếu hoặc sai thứ tự',
  },
});

const elementCodes = conformanceEntries({
  'PDFUA-HEADING-LEVEL': {
    en: 'page {page}: the heading {type} (object {object}) skips a level after: {before}',
    vi: 'trang {page}: đề mục {type} (đối tượng {object}) nhảy cấp sau: {before}',
  },
  'PDFUA-HEADING-FIRST': {
    en: 'page {page}: the first heading is {type} (object {object}) and not H1',
    vi: 'trang {page}: đề mục đầu tiên là {type} (đối tượng {object}), không phải H1',
  },
  'PDFUA-HEADING-TWICE': {
    en: 'page {page}: the element {type} (object {object}) has more than one heading H',
    vi: 'trang {page}: phần tử {type} (đối tượng {object}) có nhiều hơn một đề mục H',
  },
  'PDFUA-HEADING-KINDS': {
    en: 'page {page}: the heading {type} (object {object}) has no number, while others have',
    vi: 'trang {page}: đề mục {type} (đối tượng {object}) không đánh số cấp, trong khi các đề mục khác có',
  },
  'PDFUA-HEADING-PLAIN': {
    en: 'page {page}: the heading {type} (object {object}) has no level; headings are H1, H2 and so on',
    vi: 'trang {page}: đề mục {type} (đối tượng {object}) không có cấp; đề mục phải là H1, H2, v.v',
  },
  'PDFUA-TABLE-OVERLAP': {
    en: 'page {page}: in the {type} (object {object}) the cell of row {row} and column {column} covers another',
    vi: 'trang {page}: trong {type} (đối tượng {object}), ô ở hàng {row}, cột {column} đè lên ô khác',
  },
  'PDFUA-TABLE-ROWS': {
    en: 'page {page}: the {type} (object {object}) has {first} columns in its first row and {width} in row {row}',
    vi: 'trang {page}: {type} (đối tượng {object}) có {first} cột ở hàng đầu và {width} cột ở hàng {row}',
  },
  'PDFUA-TABLE-COLUMNS': {
    en: 'page {page}: in the {type} (object {object}) a cell reaches below the last row of its group',
    vi: 'trang {page}: trong {type} (đối tượng {object}) có ô kéo quá hàng cuối của nhóm hàng',
  },
  'PDFUA-TABLE-HEADERS': {
    en: 'page {page}: in the {type} (object {object}) nothing tells the headers of the cell of row {row} and column {column}',
    vi: 'trang {page}: trong {type} (đối tượng {object}) không có gì cho biết ô tiêu đề của ô ở hàng {row}, cột {column}',
  },
  'PDFUA-FIGURE': {
    en: 'page {page}: the {type} (object {object}) has neither an alternative (/Alt) nor a replacement text',
    vi: 'trang {page}: {type} (đối tượng {object}) không có văn bản thay thế (/Alt) và cũng không có /ActualText',
  },
  'PDFUA-FORMULA': {
    en: 'page {page}: the {type} (object {object}) has neither an alternative (/Alt) nor a replacement text',
    vi: 'trang {page}: {type} (đối tượng {object}) không có văn bản thay thế (/Alt) và cũng không có /ActualText',
  },
  'PDFUA-MATH': {
    en: 'page {page}: the element {type} (object {object}) of MathML is not in a Formula',
    vi: 'trang {page}: phần tử {type} (đối tượng {object}) của MathML không nằm trong Formula',
  },
  'PDFUA-NOTE-ID': {
    en: 'page {page}: the {type} (object {object}) has no identifier (/ID)',
    vi: 'trang {page}: {type} (đối tượng {object}) không có mã định danh (/ID)',
  },
  'PDFUA-NOTE-ID-TWICE': {
    en: 'page {page}: the {type} (object {object}) has the identifier of another one: {id}',
    vi: 'trang {page}: {type} (đối tượng {object}) trùng mã định danh với phần tử khác: {id}',
  },
  'PDFUA-NOTE': {
    en: 'page {page}: the {type} (object {object}) should be an FENote',
    vi: 'trang {page}: {type} (đối tượng {object}) phải là FENote',
  },
  'PDFUA-NOTE-TYPE': {
    en: 'page {page}: the {type} (object {object}) has an unknown type of note (/NoteType)',
    vi: 'trang {page}: {type} (đối tượng {object}) có kiểu chú thích lạ (/NoteType)',
  },
  'PDFUA-NOTE-REFERENCE': {
    en: 'page {page}: the {type} (object {object}) refers (/Ref) to an element that does not refer back, one of them a note',
    vi: 'trang {page}: {type} (đối tượng {object}) trỏ (/Ref) tới một phần tử không trỏ ngược lại, một trong hai là chú thích',
  },
  'PDFUA-LIST-NUMBERING': {
    en: 'page {page}: the list {type} (object {object}) has labels, but does not say how it counts (/ListNumbering)',
    vi: 'trang {page}: danh sách {type} (đối tượng {object}) có nhãn nhưng không nói cách đánh số (/ListNumbering)',
  },
  'PDFUA-LIST-CONTENT': {
    en: 'page {page}: the list item {type} (object {object}) has content outside label and body (Lbl, LBody)',
    vi: 'trang {page}: mục {type} (đối tượng {object}) có nội dung ngoài nhãn và thân (Lbl, LBody)',
  },
  'PDFUA-CONTENTS-TARGET': {
    en: 'page {page}: the entry {type} (object {object}) of the contents does not name its target (/Ref)',
    vi: 'trang {page}: mục {type} (đối tượng {object}) của mục lục không nêu đích của nó (/Ref)',
  },
  'PDFUA-CAPTION': {
    en: 'page {page}: the caption in {type} (object {object}) stands where it must not, as part {place} of {count}',
    vi: 'trang {page}: lời chú trong {type} (đối tượng {object}) đứng sai chỗ, là phần thứ {place} trong {count} phần',
  },
});

const textCodes = conformanceEntries({
  'PDFUA-ARTIFACT-IN-TAGGED': {
    en: 'page {page}: an artifact stands inside of tagged content',
    vi: 'trang {page}: có phần trang trí (Artifact) nằm trong nội dung đã gắn thẻ',
  },
  'PDFUA-TAGGED-IN-ARTIFACT': {
    en: 'page {page}: tagged content stands inside of an artifact',
    vi: 'trang {page}: có nội dung gắn thẻ nằm trong phần trang trí (Artifact)',
  },
  'PDFUA-UNTAGGED': {
    en: 'page {page}: some content is neither tagged nor an artifact',
    vi: 'trang {page}: có nội dung không gắn thẻ mà cũng không phải phần trang trí (Artifact)',
  },
  'PDFA-LANGUAGE': {
    en: '“{language}” is not a language tag ({place})',
    vi: '“{language}” không phải mã ngôn ngữ ({place})',
  },
  'PDFUA-NO-LANGUAGE': {
    en: 'nothing tells the language of a text, and the document has none (/Lang): {place}',
    vi: 'không có gì cho biết ngôn ngữ của một đoạn chữ, và tài liệu không có ngôn ngữ chung (/Lang): {place}',
  },
  'PDFUA-DEFAULT-LANGUAGE': {
    en: 'the document does not say its language (/Lang of the catalog)',
    vi: 'tài liệu không nói ngôn ngữ của nó (/Lang của danh mục gốc)',
  },
  'PDFUA-PRIVATE-TEXT': {
    en: 'a text for people has private use characters: {place}',
    vi: 'một đoạn chữ cho người đọc có ký tự vùng dùng riêng (PUA): {place}',
  },
});

export const structureCodes = { ...documentCodes, ...elementCodes, ...textCodes };
