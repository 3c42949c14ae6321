/**
 * What a value of a YAML file should have been, in Vietnamese: the words that schemas use (`number`, `mapping`,
 * `≤ 400`, `keep | convert`) in, a reader's out. What a file has to say literally stays as it is.
 */

/** Of a value that must say something. */
export const someWords = 'words (not left empty)';
/** Of a day. */
export const someDay = 'YYYY-MM-DD | 13/1/2020 | YYYY-MM | YYYY';
/** Of what a person did. */
export const someRole = 'a MARC code (aut, edt, trl…) or a word for the role, in English or Vietnamese';

const kinds: Readonly<Record<string, string>> = {
  [someWords]: 'chữ (không để trống)',
  [someRole]: 'mã MARC (aut, edt, trl…) hoặc từ gọi vai trò, tiếng Việt hay tiếng Anh',
  'a list of them': 'danh sách các mục như vậy',
  text: 'chữ',
  'list of texts': 'danh sách chữ',
  number: 'một số',
  int: 'một số nguyên',
  mapping: 'một nhóm khóa: giá trị',
  'a mapping of ebook, print, archive': 'một nhóm khóa: giá trị gồm ebook, print, archive',
  'a name': 'một tên',
  'a name of letters and digits': 'một tên gồm chữ cái và chữ số',
  list: 'danh sách',
  color: 'một màu',
  choice: 'một lựa chọn',
  'one of its choices': 'một trong các lựa chọn',
};

/** The words for each of the alternatives. */
export function expectedInVietnamese(expected: string): string {
  return expected
    .split(' | ')
    .map((one) => kinds[one] ?? one.replace(/^≥ /, 'ít nhất ').replace(/^≤ /, 'không quá '))
    .join(' | ');
}
