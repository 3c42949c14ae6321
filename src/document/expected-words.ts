/**
 * What a value of a YAML file should have been, in Vietnamese: the words that schemas use (`number`, `mapping`,
 * `≤ 400`, `keep | convert`) in, a reader's out. What a file has to say literally stays as it is.
 */

const kinds: Readonly<Record<string, string>> = {
  text: 'chữ',
  'list of texts': 'danh sách chữ',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
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
