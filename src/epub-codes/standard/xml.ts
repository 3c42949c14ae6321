/** What is said of a file of an ebook that cannot be read: why it is no well-formed XML, or in what encoding it is. */
import type { CodeEntry } from '../../code-entry.js';

export const xmlCodes = {
  'CHECK-EPUB-XML': {
    severity: 'error',
    clause: 'XML 1.0',
    en: 'this is not well-formed XML',
    vi: 'đây không phải XML đúng cú pháp',
    hint: {
      en: 'Close every element, and write & as &amp; and < as &lt;.',
      vi: 'Hãy đóng mọi phần tử, viết & thành &amp; và < thành &lt;.',
    },
  },
  'CHECK-EPUB-XML-END': {
    severity: 'error',
    clause: 'XML 1.0, 3',
    en: 'this is not well-formed XML: </{found}> stands where </{tag}> is expected, which closes <{tag}> of line {line}',
    vi: 'XML sai cú pháp: gặp </{found}> ở chỗ đáng ra là </{tag}> để đóng <{tag}> ở dòng {line}',
    hint: {
      en: 'Close every element in the order in which they were opened.',
      vi: 'Hãy đóng mọi phần tử, theo thứ tự ngược với lúc mở.',
    },
  },
  'CHECK-EPUB-XML-UNCLOSED': {
    severity: 'error',
    clause: 'XML 1.0, 3',
    en: 'this is not well-formed XML: the file ends, and <{tag}> of line {line} is not closed',
    vi: 'XML sai cú pháp: tệp đã hết mà <{tag}> ở dòng {line} chưa đóng',
    hint: {
      en: 'Close the element; if the file was cut off, fetch it again.',
      vi: 'Hãy đóng phần tử; nếu tệp bị cắt cụt thì hãy lấy lại tệp.',
    },
  },
  'CHECK-EPUB-XML-ENTITY': {
    severity: 'error',
    clause: 'XML 1.0, 4.1',
    en: 'this is not well-formed XML: the entity &{entity}; is not declared',
    vi: 'XML sai cú pháp: thực thể &{entity}; chưa được khai báo',
    hint: {
      en: 'Write the character itself, or its number such as &#160;: XML knows only amp, lt, gt, quot and apos.',
      vi: 'Hãy viết chính ký tự đó hoặc số của nó như &#160;: XML chỉ biết amp, lt, gt, quot và apos.',
    },
  },
  'CHECK-EPUB-XML-AMPERSAND': {
    severity: 'error',
    clause: 'XML 1.0, 2.4',
    en: 'this is not well-formed XML: a & stands by itself',
    vi: 'XML sai cú pháp: dấu & đứng một mình',
    hint: {
      en: 'Write it as &amp;.',
      vi: 'Hãy viết thành &amp;.',
    },
  },
  'CHECK-EPUB-XML-CHARACTER': {
    severity: 'error',
    clause: 'XML 1.0, 2.2',
    en: 'this is not well-formed XML: it holds {character}, a character that XML does not allow',
    vi: 'XML sai cú pháp: có {character} là ký tự XML không cho phép',
    hint: {
      en: 'Take the character out.',
      vi: 'Hãy bỏ ký tự này.',
    },
  },
  'CHECK-EPUB-XML-ATTRIBUTE': {
    severity: 'error',
    clause: 'XML 1.0, 3.1',
    en: 'this is not well-formed XML: the attributes of <{tag}> are broken',
    vi: 'XML sai cú pháp: thuộc tính của <{tag}> bị viết sai',
    hint: {
      en: 'Give each attribute once, with its value in quotes: name="value".',
      vi: 'Mỗi thuộc tính chỉ viết một lần, giá trị đặt trong dấu ngoặc kép: tên="giá trị".',
    },
  },
  'CHECK-EPUB-XML-PREFIX': {
    severity: 'error',
    clause: 'Namespaces in XML 1.0, 5',
    en: 'this is not well-formed XML: a prefix in <{tag}> is not declared',
    vi: 'XML sai cú pháp: <{tag}> có tiền tố chưa khai báo',
    hint: {
      en: 'Declare it at the root element, such as xmlns:epub="http://www.idpf.org/2007/ops".',
      vi: 'Hãy khai báo ở phần tử gốc, ví dụ xmlns:epub="http://www.idpf.org/2007/ops".',
    },
  },
  'CHECK-EPUB-XML-OUTSIDE': {
    severity: 'error',
    clause: 'XML 1.0, 2.1',
    en: 'this is not well-formed XML: something stands outside of the root element, or there is none',
    vi: 'XML sai cú pháp: có thứ nằm ngoài phần tử gốc, hoặc không có phần tử gốc',
    hint: {
      en: 'Put everything into one root element, and nothing in front of the XML declaration.',
      vi: 'Hãy đặt tất cả trong một phần tử gốc, không để gì trước dòng khai báo XML.',
    },
  },
  'CHECK-EPUB-XML-DEPTH': {
    severity: 'error',
    en: 'the elements are nested more than 500 deep, and the file is not read further',
    vi: 'phần tử lồng nhau quá 500 tầng nên không đọc tiếp tệp này',
    hint: {
      en: 'No reading system shows that: take elements out that hold nothing but one other.',
      vi: 'Không máy đọc nào hiện được: hãy bỏ các phần tử chỉ bọc một phần tử khác.',
    },
  },
  'CHECK-EPUB-XML-SIZE': {
    severity: 'error',
    en: 'the entities of the file grow to more than 1,000,000 characters, and it is not read further',
    vi: 'thực thể trong tệp phình ra quá 1.000.000 ký tự nên không đọc tiếp',
    hint: {
      en: 'Write the text itself in place of entities that name each other.',
      vi: 'Hãy viết thẳng văn bản thay cho các thực thể gọi lẫn nhau.',
    },
  },
  'CHECK-EPUB-XML-ENCODING': {
    severity: 'error',
    clause: 'EPUB 3.3, 3.9',
    en: 'the file is not UTF-8: byte {byte} stands here; it says it is {encoding}',
    vi: 'tệp không phải UTF-8: ở đây có byte {byte}; tệp tự khai là {encoding}',
    hint: {
      en: 'Save the file as UTF-8, and write encoding="UTF-8".',
      vi: 'Hãy lưu tệp bằng mã UTF-8 và ghi encoding="UTF-8".',
    },
  },
} satisfies Record<string, CodeEntry>;
