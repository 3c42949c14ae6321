/**
 * What is wrong in a YAML text, in words: a code of the `yaml` package in, a sentence part in either language out.
 * The package's own sentences are English and speak of tokens and scalars; these speak of what stands in the file.
 */
interface Words {
  readonly en: string;
  readonly vi: string;
}

/** For codes that few people ever see. */
const other: Words = { en: 'something here cannot be read', vi: 'có chỗ ở đây không đọc được' };

const byCode: Readonly<Record<string, Words>> = {
  BAD_INDENT: {
    en: 'the line is not indented as those that it belongs to',
    vi: 'dòng này thụt vào không đều với các dòng cùng nhóm',
  },
  TAB_AS_INDENT: {
    en: 'the line is indented with a tab; YAML takes blanks only',
    vi: 'dòng này thụt vào bằng phím Tab; YAML chỉ nhận dấu cách',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'a value here holds “: ” or “- ” and is not in quotes',
    vi: 'giá trị ở đây có “: ” hoặc “- ” mà không đặt trong ngoặc kép',
  },
  MULTILINE_IMPLICIT_KEY: {
    en: 'a colon is missing behind the key, or the key takes more than one line',
    vi: 'sau khóa thiếu dấu hai chấm, hoặc khóa dài quá một dòng',
  },
  KEY_OVER_1024_CHARS: { en: 'the key is too long', vi: 'khóa quá dài' },
  DUPLICATE_KEY: { en: 'the same key stands twice', vi: 'một khóa được ghi hai lần' },
  MISSING_CHAR: {
    en: 'a mark is missing here: a closing quote or bracket, a comma, a colon, or a blank behind it',
    vi: 'ở đây thiếu một dấu: dấu đóng ngoặc, dấu phẩy, dấu hai chấm, hoặc dấu cách sau nó',
  },
  UNEXPECTED_TOKEN: {
    en: 'something stands here that does not belong: a stray bracket, comma or quote',
    vi: 'ở đây có dấu thừa: ngoặc, dấu phẩy hoặc dấu ngoặc kép không đúng chỗ',
  },
  BAD_SCALAR_START: {
    en: 'a value may not begin with @ or ` unless it is in quotes',
    vi: 'giá trị bắt đầu bằng @ hoặc ` thì phải đặt trong ngoặc kép',
  },
  BAD_DQ_ESCAPE: {
    en: 'a backslash between double quotes is followed by a wrong letter',
    vi: 'sau dấu \\ trong ngoặc kép có chữ không hợp lệ',
  },
  BLOCK_IN_FLOW: {
    en: 'lines of a list or of keys stand within brackets',
    vi: 'trong dấu ngoặc có các dòng danh sách hoặc khóa',
  },
  BAD_ALIAS: {
    en: 'a word begins with * or & and names nothing; put it in quotes',
    vi: 'có từ bắt đầu bằng * hoặc & mà không chỉ đến gì; hãy đặt trong ngoặc kép',
  },
  MULTIPLE_DOCS: {
    en: 'a line of --- begins a second document',
    vi: 'có dòng --- mở đầu phần thứ hai',
  },
  TAG_RESOLVE_FAILED: {
    en: 'a value begins with ! and is not in quotes',
    vi: 'giá trị bắt đầu bằng ! mà không đặt trong ngoặc kép',
  },
  RESOURCE_EXHAUSTION: {
    en: 'it is nested too deeply, or repeats itself too often',
    vi: 'lồng quá nhiều tầng, hoặc lặp lại quá nhiều lần',
  },
};

/** The words for a code in a language. */
export function yamlFault(code: string, language: 'en' | 'vi'): string {
  return (byCode[code] ?? other)[language];
}

/** The code for what the parser throws when it resolves aliases. */
export function thrownCode(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return /unresolved alias/i.test(message) ? 'BAD_ALIAS' : 'RESOURCE_EXHAUSTION';
}
