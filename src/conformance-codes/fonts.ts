/** What is said of files that break a standard in what `check/pdf/conformance/fonts/` looks at. */
import { conformanceEntries } from './conformance-entries.js';

export const fontCodes = conformanceEntries({
  'PDFA-FONT-ENTRY': {
    en: 'font {font}: the entry {key} is missing or wrong',
    vi: 'phông {font}: mục {key} thiếu hoặc sai',
  },
  'PDFA-CID-COLLECTION': {
    en: 'font {font}: its character collection {collection} does not fit {other} of the CMap {cmap}',
    vi: 'phông {font}: bộ ký tự {collection} không hợp với {other} của CMap {cmap}',
  },
  'PDFA-CID-TO-GID': {
    en: 'font {font}: CIDToGIDMap is neither a stream nor Identity',
    vi: 'phông {font}: CIDToGIDMap không phải luồng, cũng không phải Identity',
  },
  'PDFA-CMAP-EMBED': {
    en: 'font {font}: the CMap {cmap} is not in the file',
    vi: 'phông {font}: CMap {cmap} không có trong tệp',
  },
  'PDFA-CMAP-WMODE': {
    en: 'font {font}: the CMap {cmap} has WMode {dictionaryMode} in its dictionary, {programMode} in its program',
    vi: 'phông {font}: CMap {cmap} có WMode {dictionaryMode} trong từ điển, {programMode} trong chương trình',
  },
  'PDFA-CMAP-BASE': {
    en: 'font {font}: its CMap builds on {cmap}, which is none of the predefined ones',
    vi: 'phông {font}: CMap dựa trên {cmap}, không thuộc các CMap định sẵn',
  },
  'PDFA-FONT-EMBED': {
    en: 'font {font}, first used on page {page}, is not embedded',
    vi: 'phông {font}, dùng lần đầu ở trang {page}, không được nhúng',
  },
  'PDFA-FONT-PROGRAM': {
    en: 'font {font}: what is embedded is not the TrueType, OpenType, CFF or Type 1 program that it is said to be, and a viewer need not draw it',
    vi: 'phông {font}: dữ liệu nhúng không phải phông TrueType, OpenType, CFF hay Type 1 như đã khai, trình xem có thể không vẽ được',
  },
  'PDFA-GLYPH-MISSING': {
    en: 'font {font}: {count} codes used have no glyph in the embedded program (first: code {code}, page {page})',
    vi: 'phông {font}: {count} mã đã dùng không có hình chữ trong phông nhúng (đầu tiên: mã {code}, trang {page})',
  },
  'PDFA-CHARSET': {
    en: 'font {font}: CharSet does not list exactly the glyphs of the embedded subset',
    vi: 'phông {font}: CharSet không liệt kê đúng các hình chữ của phần phông đã nhúng',
  },
  'PDFA-CIDSET': {
    en: 'font {font}: CIDSet does not list exactly the CIDs of the embedded subset',
    vi: 'phông {font}: CIDSet không liệt kê đúng các CID của phần phông đã nhúng',
  },
  'PDFA-GLYPH-WIDTH': {
    en: 'font {font}: code {code} is {width} wide by the dictionary, {programWidth} by the program ({count} such codes; page {page})',
    vi: 'phông {font}: mã {code} rộng {width} theo từ điển, {programWidth} theo phông nhúng ({count} mã như vậy; trang {page})',
  },
  'PDFA-NOTDEF': {
    en: 'font {font}: {count} codes shown lead to .notdef (first: code {code}, page {page})',
    vi: 'phông {font}: {count} mã được hiện dẫn đến .notdef (đầu tiên: mã {code}, trang {page})',
  },
  'PDFA-TRUETYPE-ENCODING': {
    en: 'non-symbolic TrueType font {font}: Encoding is neither WinAnsiEncoding nor MacRomanEncoding, or its Differences lead nowhere',
    vi: 'phông TrueType không ký hiệu {font}: Encoding không phải WinAnsiEncoding hay MacRomanEncoding, hoặc Differences không hợp lệ',
  },
  'PDFA-TRUETYPE-SYMBOLIC': {
    en: 'symbolic TrueType font {font} has an Encoding',
    vi: 'phông TrueType ký hiệu {font} có Encoding',
  },
  'PDFA-TRUETYPE-CMAP': {
    en: 'TrueType font {font}: the subtables of its cmap ({cmaps}) do not lead to its glyphs without doubt',
    vi: 'phông TrueType {font}: các bảng con của cmap ({cmaps}) không dẫn rõ ràng đến hình chữ',
  },
  'PDFA-UNICODE': {
    en: 'font {font}: {count} codes shown have no Unicode text (first: code {code}, page {page})',
    vi: 'phông {font}: {count} mã được hiện không có mã Unicode (đầu tiên: mã {code}, trang {page})',
  },
  'PDFA-UNICODE-VALUE': {
    en: 'font {font}: {count} codes shown have the text U+0000, U+FEFF or U+FFFE (first: code {code}, page {page})',
    vi: 'phông {font}: {count} mã được hiện mang U+0000, U+FEFF hoặc U+FFFE (đầu tiên: mã {code}, trang {page})',
  },
  'PDFA-PRIVATE-USE': {
    en: 'font {font}: {count} codes with private use characters have no replacement text (first: code {code}, page {page})',
    vi: 'phông {font}: {count} mã mang ký tự vùng dùng riêng không có văn bản thay thế (đầu tiên: mã {code}, trang {page})',
  },
  'PDFA-PRIVATE-TEXT': {
    en: '{key} holds private use characters ({place})',
    vi: '{key} chứa ký tự vùng dùng riêng ({place})',
  },
});
