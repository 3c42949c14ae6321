/**
 * The names of styles → what a paragraph is in our tree. The built-in styles have English names in every
 * language of Word (ECMA-376, part 1, 17.7.4.9); the others are what newsrooms and LibreOffice call them.
 */

/** What a paragraph is. */
export type WordRole =
  | 'title'
  | `heading-${1 | 2 | 3 | 4 | 5 | 6}`
  | 'subtitle'
  | 'kicker'
  | 'section'
  | 'lead'
  | 'caption'
  | 'byline'
  | 'source'
  | 'quote'
  | 'pull-quote'
  | 'box'
  | 'verse'
  | 'question'
  | 'answer'
  | 'signature'
  | 'code'
  | 'contents';

const names: Readonly<Record<Exclude<WordRole, `heading-${2 | 3 | 4 | 5 | 6}`>, string>> = {
  title: 'title|tít|tít chính|tiêu đề|tiêu đề bài|tên bài|đầu đề|nhan đề',
  'heading-1': 'heading|tít xen|tiêu đề xen|đề mục|subhead',
  subtitle: 'subtitle|tít phụ|tiêu đề phụ|phụ đề',
  kicker: 'kicker|tít trên|tít dẫn|dẫn đề',
  section: 'section|chuyên mục|tên mục',
  lead: 'lead|sapo|sapô|sa pô|sa po|chapeau|tóm tắt|mở đầu|dẫn nhập',
  caption: 'caption|illustration|figure|drawing|table|chú thích|chú thích ảnh|chú thích hình|chú thích bảng',
  byline: 'byline|author|tác giả|bút danh|người viết',
  source: 'source|nguồn|nguồn tin',
  quote: 'quote|quotations|block text|block quotation|trích dẫn|trích',
  'pull-quote': 'intense quote|trích dẫn nổi bật|trích nổi bật',
  box: 'box|hộp|hộp tin|khung',
  verse: 'verse|poem|thơ|câu thơ',
  question: 'question|câu hỏi|hỏi',
  answer: 'answer|câu trả lời|trả lời|đáp',
  signature: 'signature|chữ ký|ký tên',
  code: 'html preformatted|preformatted text|plain text code|code|mã nguồn',
  contents: 'toc heading|contents heading|table of figures|mục lục',
};

const roles = new Map<string, WordRole>(
  Object.entries(names).flatMap(([role, list]) => list.split('|').map((name) => [name, role as WordRole])),
);

/** What a paragraph of a style of this name is; undefined for plain text. */
export function roleOfName(styleName: string): WordRole | undefined {
  const name = styleName
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[-_\s]+/gu, ' ')
    .trim();
  const level = /^(?:heading|tiêu đề|đề mục) ?([1-9])$/u.exec(name)?.[1];
  if (level) return `heading-${Math.min(6, Number(level))}` as WordRole;
  if (/^(?:toc|contents) \d+$/u.test(name)) return 'contents';
  return roles.get(name);
}
