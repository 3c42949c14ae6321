/**
 * The words that the command line says of its own accord, in both languages: what is not a diagnostic
 * (those stand in `diagnostic-codes.ts`). `{name}` slots are filled by whoever prints.
 */
import type { MessageLanguage } from '../diagnostic.js';

const en = {
  error: 'error',
  warning: 'warning',
  hint: 'what to do',
  usageTitle: 'Usage:',
  argumentsTitle: 'Arguments:',
  optionsTitle: 'Options:',
  commandsTitle: 'Commands:',
  seeHelp: 'See anpham --help.',

  about: 'Makes an ebook, a print PDF and an archive PDF of one article.',
  build: 'make the editions of files and folders (the folder input, unless told otherwise)',
  inputs: 'articles (.txt, .md, .html, .docx), or folders of them',
  output: 'folder that the editions are written into',
  template: 'template by name, or a folder with a template of your own',
  editions: 'which editions to make, with commas between',
  strict: 'let warnings count as errors',
  json: 'print the result as JSON',
  language: 'language of the messages, vi or en (default: by locale)',
  date: 'date the editions carry, such as 2020-01-13 (default: SOURCE_DATE_EPOCH, then the article)',
  allow: 'a folder outside of the publication from which files may be taken (may be given again)',
  encoding: 'encoding of the text, such as tcvn3, vni or windows-1258 (default: found out)',
  inspect: 'show how an article was recognised: each block with its line, type, certainty and reason',
  inspected: 'the article to look at',
  write: 'write the text as Markdown, which you can correct (beside the text, under its name)',
  force: 'overwrite what is there',
  writtenTo: 'Written: {path}. Correct it where the guess was wrong, and build that instead of the text.',
  templates: 'list the templates that come with anpham',
  fonts: 'list the fonts that come with anpham',
  version: 'print the version',
  help: 'print this help',
  examples: 'Examples',
  exampleAll: 'the three editions of one article, into output/',
  exampleSome: 'only the ebook and the archive file',
  exampleFolder: 'every article of a folder, warnings forbidden',
  exampleInspect: 'why is this line taken for a caption?',
  exampleWrite: 'Markdown to correct where the guess was wrong: bai.md',

  file: 'file',
  pages: 'pages',
  size: 'size',
  checked: 'checked against',
  ownRules: '(own rules)',
  nothingMade: 'Nothing was made.',
  counted: '{errors} error(s), {warnings} warning(s)',

  line: 'line',
  type: 'type',
  sure: 'sure',
  text: 'text',
  reason: 'reason',
  markdownSaysAll: 'Nothing was guessed: the markup says what each block is.',
  family: 'family',
  templateName: 'template',
  whatFor: 'for',
  cuts: 'cuts',

  badEdition: '--editions knows ebook, print and archive, not “{value}”',
  badLanguage: '--lang knows vi and en, not “{value}”',
  badEncoding: '--encoding knows {known}, not “{value}”',
  badDate: '{name} must be a date such as 2020-01-13, not “{value}”',
  badEpoch: 'SOURCE_DATE_EPOCH must be a number of seconds, not “{value}”',
  unknownOption: 'there is no such option: {value}',
  unknownCommand: 'there is no such command: {value}',
  missingArgument: 'the argument <{value}> is missing',
  missingOptionValue: 'the option needs a value: {value}',
  tooMany: 'too many arguments',
};

/** Every word there is. */
export type Words = typeof en;

const vi: Words = {
  error: 'lỗi',
  warning: 'cảnh báo',
  hint: 'cách xử lý',
  usageTitle: 'Cách dùng:',
  argumentsTitle: 'Đối số:',
  optionsTitle: 'Tùy chọn:',
  commandsTitle: 'Các lệnh:',
  seeHelp: 'Xem anpham --help.',

  about: 'Làm sách điện tử, PDF in và PDF lưu trữ từ một bài viết.',
  build: 'làm các ấn bản từ tệp và thư mục (thư mục input nếu không chỉ rõ)',
  inputs: 'bài viết (.txt, .md, .html, .docx) hoặc thư mục chứa bài',
  output: 'thư mục ghi các ấn bản',
  template: 'tên mẫu, hoặc thư mục chứa mẫu của bạn',
  editions: 'các ấn bản cần làm, cách nhau bằng dấu phẩy',
  strict: 'coi cảnh báo là lỗi',
  json: 'in kết quả dạng JSON',
  language: 'ngôn ngữ thông báo, vi hoặc en (mặc định theo máy)',
  date: 'ngày ghi trong các ấn bản, ví dụ 2020-01-13 (mặc định: SOURCE_DATE_EPOCH, rồi đến bài)',
  allow: 'thư mục nằm ngoài ấn phẩm mà vẫn được lấy tệp (có thể ghi nhiều lần)',
  encoding: 'bảng mã của văn bản, ví dụ tcvn3, vni, windows-1258 (mặc định tự nhận ra)',
  inspect: 'cho xem bài được nhận dạng thế nào: từng khối, dòng, loại, độ chắc chắn và lý do',
  inspected: 'bài cần xem',
  write: 'ghi bài thành Markdown để bạn sửa lại (cạnh tệp bài, cùng tên)',
  force: 'ghi đè tệp đã có',
  writtenTo: 'Đã ghi: {path}. Hãy sửa chỗ đoán sai rồi làm ấn bản từ tệp này thay cho bài dán.',
  templates: 'liệt kê các mẫu có sẵn',
  fonts: 'liệt kê các phông chữ có sẵn',
  version: 'in số phiên bản',
  help: 'in trợ giúp này',
  examples: 'Ví dụ',
  exampleAll: 'ba ấn bản của một bài, ghi vào output/',
  exampleSome: 'chỉ sách điện tử và bản lưu trữ',
  exampleFolder: 'mọi bài trong một thư mục, không chấp nhận cảnh báo',
  exampleInspect: 'vì sao dòng này bị coi là chú thích ảnh?',
  exampleWrite: 'tạo bai.md để sửa lại những chỗ đoán sai',

  file: 'tệp',
  pages: 'trang',
  size: 'cỡ',
  checked: 'đã kiểm theo',
  ownRules: '(quy tắc riêng)',
  nothingMade: 'Chưa ấn bản nào được tạo.',
  counted: '{errors} lỗi, {warnings} cảnh báo',

  line: 'dòng',
  type: 'loại',
  sure: 'chắc',
  text: 'nội dung',
  reason: 'lý do',
  markdownSaysAll: 'Không phải đoán gì: mã đánh dấu đã nói rõ từng khối.',
  family: 'họ chữ',
  templateName: 'mẫu',
  whatFor: 'dùng cho',
  cuts: 'kiểu',

  badEdition: '--editions chỉ nhận ebook, print và archive, không nhận “{value}”',
  badLanguage: '--lang chỉ nhận vi và en, không nhận “{value}”',
  badEncoding: '--encoding chỉ nhận {known}, không nhận “{value}”',
  badDate: '{name} phải là ngày, ví dụ 2020-01-13, không phải “{value}”',
  badEpoch: 'SOURCE_DATE_EPOCH phải là số giây, không phải “{value}”',
  unknownOption: 'không có tùy chọn này: {value}',
  unknownCommand: 'không có lệnh này: {value}',
  missingArgument: 'thiếu đối số <{value}>',
  missingOptionValue: 'tùy chọn cần có giá trị: {value}',
  tooMany: 'quá nhiều đối số',
};

/** The words by language. */
export const words: Readonly<Record<MessageLanguage, Words>> = { en, vi };

/** Fills the `{name}` slots of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
}
