/** What is said of files whose bytes and objects break a standard (`check/pdf/conformance/file/`). */
import { conformanceEntries } from './conformance-entries.js';

export const fileCodes = conformanceEntries({
  'PDFA-HEADER': {
    en: 'the file begins with “{line}”, which is not the header that the standard asks for',
    vi: 'tệp mở đầu bằng “{line}”, không phải dòng đầu mà tiêu chuẩn yêu cầu',
  },
  'PDFA-BINARY-COMMENT': {
    en: 'the second line is not a comment of at least four bytes above 127',
    vi: 'dòng thứ hai không phải chú thích gồm ít nhất bốn byte lớn hơn 127',
  },
  'PDFA-TRAILER-ID': {
    en: 'the trailer has no identifiers (ID)',
    vi: 'trailer không có định danh tệp (ID)',
  },
  'PDFA-LINEAR-ID': {
    en: 'the first and the last trailer have different identifiers (ID)',
    vi: 'trailer đầu và trailer cuối có định danh (ID) khác nhau',
  },
  'PDFA-ENCRYPTED': { en: 'the file is encrypted', vi: 'tệp bị mã hóa' },
  'PDFA-BEHIND-END': {
    en: '{bytes} bytes follow the last end-of-file marker',
    vi: 'còn {bytes} byte sau dấu hết tệp cuối cùng',
  },
  'PDFA-XREF-LINE': {
    en: 'not just one line end stands between “xref” and the first subsection',
    vi: 'giữa “xref” và phân đoạn đầu không phải đúng một dấu xuống dòng',
  },
  'PDFA-XREF-SPACE': {
    en: 'the numbers in the subsection header “{header}” are not separated by one space',
    vi: 'hai số ở đầu phân đoạn “{header}” không cách nhau đúng một dấu cách',
  },
  'PDFA-XREF-STREAM': {
    en: 'the cross-reference is a stream, which this part does not allow',
    vi: 'bảng tham chiếu chéo là một luồng, phần này không cho phép',
  },
  'PDFA-INFO': {
    en: 'the trailer has an Info entry, but the catalog no PieceInfo',
    vi: 'trailer có mục Info mà danh mục không có PieceInfo',
  },
  'PDFA-INFO-KEYS': {
    en: 'the document information holds {key}; only ModDate is allowed',
    vi: 'thông tin tài liệu có {key}; chỉ được có ModDate',
  },
  'PDFA-VERSION': {
    en: 'the Version of the catalog is “{version}”, not 2.0 to 2.9',
    vi: 'Version trong danh mục là “{version}”, không phải 2.0 đến 2.9',
  },
  'PDFA-PERMISSIONS': {
    en: 'the permissions have the key {key}; only UR3 and DocMDP are allowed',
    vi: 'từ điển quyền có khóa {key}; chỉ được có UR3 và DocMDP',
  },
  'PDFA-SIGNATURE-DIGEST': {
    en: 'a signature reference has the key {key} while the file grants permissions by DocMDP',
    vi: 'tham chiếu chữ ký có khóa {key} trong khi tệp cấp quyền bằng DocMDP',
  },
  'PDFA-OBJECT-WORDS': {
    en: 'around object {object} “obj” or “endobj” do not stand as required: one space between the words, line ends around them',
    vi: 'quanh đối tượng {object}, “obj” hoặc “endobj” đặt không đúng: giữa các từ một dấu cách, trước và sau có xuống dòng',
  },
  'PDFA-STREAM-WORDS': {
    en: 'in stream {object} no line end stands behind “stream” or before “endstream”',
    vi: 'trong luồng {object} thiếu xuống dòng sau “stream” hoặc trước “endstream”',
  },
  'PDFA-STREAM-LENGTH': {
    en: 'the Length of stream {object} is not the number of its bytes',
    vi: 'Length của luồng {object} không bằng số byte của nó',
  },
  'PDFA-HEX-ODD': {
    en: 'the hexadecimal string {value} has an odd number of digits ({place})',
    vi: 'chuỗi thập lục phân {value} có số chữ số lẻ ({place})',
  },
  'PDFA-HEX-DIGIT': {
    en: 'the hexadecimal string {value} holds something other than digits ({place})',
    vi: 'chuỗi thập lục phân {value} có ký tự không phải chữ số ({place})',
  },
  'PDFA-LIMIT-INTEGER': {
    en: 'the integer {value} does not fit into 32 bits ({place})',
    vi: 'số nguyên {value} vượt quá 32 bit ({place})',
  },
  'PDFA-LIMIT-REAL': {
    en: 'the number {value} is beyond ±{limit} ({place})',
    vi: 'số {value} vượt ngoài ±{limit} ({place})',
  },
  'PDFA-LIMIT-SMALL': {
    en: 'the number {value} is nearer to zero than ±1.175 × 10⁻³⁸ ({place})',
    vi: 'số {value} gần số không hơn ±1,175 × 10⁻³⁸ ({place})',
  },
  'PDFA-LIMIT-STRING': {
    en: 'a string is {value} bytes long, more than allowed ({place})',
    vi: 'một chuỗi dài {value} byte, quá mức cho phép ({place})',
  },
  'PDFA-LIMIT-NAME': {
    en: 'a name is {value} bytes long; 127 are allowed ({place})',
    vi: 'một tên dài {value} byte; tối đa là 127 ({place})',
  },
  'PDFA-LIMIT-DICT': {
    en: 'a dictionary has {value} entries; 4095 are allowed ({place})',
    vi: 'một từ điển có {value} mục; tối đa là 4095 ({place})',
  },
  'PDFA-LIMIT-PAGE': {
    en: 'the {box} of page {page} is {size}; each side has to be 3 to 14400 units',
    vi: '{box} của trang {page} là {size}; mỗi cạnh phải từ 3 đến 14400 đơn vị',
  },
  'PDFA-LIMIT-CID': {
    en: 'the CMap {object} gives out the character identifier {value}; 65535 is the largest',
    vi: 'CMap {object} cấp mã ký tự {value}; lớn nhất là 65535',
  },
  'PDFA-LIMIT-NESTING': {
    en: 'graphics states are saved {depth} deep; 28 are allowed ({place})',
    vi: 'trạng thái đồ họa lồng nhau {depth} lớp; tối đa là 28 ({place})',
  },
  'PDFA-LIMIT-INKS': {
    en: 'the DeviceN colour space in {object} has {count} inks, more than allowed',
    vi: 'không gian màu DeviceN trong {object} có {count} mực, quá mức cho phép',
  },
  'PDFA-LIMIT-OBJECTS': {
    en: 'the file has {count} objects; 8388607 are allowed',
    vi: 'tệp có {count} đối tượng; tối đa là 8388607',
  },
  'PDFA-STREAM-FILE': {
    en: 'stream {object} has the key {key}, which leads to another file',
    vi: 'luồng {object} có khóa {key}, dẫn ra tệp ngoài',
  },
  'PDFA-FILTER': {
    en: 'stream {object} is encoded with {filter}, which is not allowed',
    vi: 'luồng {object} mã hóa bằng {filter}, không được phép',
  },
  'PDFA-INLINE-FILTER': {
    en: 'an inline picture is encoded with {filter}, which is not allowed ({place})',
    vi: 'một ảnh nội tuyến mã hóa bằng {filter}, không được phép ({place})',
  },
  'PDFA-NAME-UTF8': {
    en: 'the name “{name}” in {object} is not valid UTF-8',
    vi: 'tên “{name}” trong {object} không phải UTF-8 hợp lệ',
  },
});
