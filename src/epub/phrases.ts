/**
 * The words that the EPUB itself needs (headings of its lists, labels for screen readers, the summary
 * of its accessibility), in the language of the publication: Vietnamese, otherwise English.
 */

const vi = {
  contents: 'Mục lục',
  landmarks: 'Mốc điều hướng',
  pages: 'Danh sách trang',
  figures: 'Danh sách hình',
  tables: 'Danh sách bảng',
  cover: 'Bìa',
  text: 'Nội dung',
  backToCall: 'Về chỗ gọi chú thích {label}',
  backToOther: 'Về chỗ gọi {shown} của chú thích {label}',
  ownName: 'Tiếng Việt',
  printEdition: '{title} (bản in)',
  summaryText: 'Văn bản tự dàn theo màn hình, có mục lục dẫn đến từng phần.',
  summaryPages: 'Có danh sách trang theo bản in.',
  summaryAlt: 'Mọi hình ảnh đều có văn bản thay thế.',
  summaryCaption: 'Có hình ảnh lấy chú thích ảnh làm văn bản thay thế.',
  summaryPlaceholder: 'Có hình ảnh mà văn bản thay thế không mô tả ảnh.',
  summaryNoPictures: 'Không có hình ảnh.',
  summaryUnjudged: 'Chưa nêu kết quả đánh giá nào theo WCAG.',
} as const;

/** The phrases by name; `{slots}` are filled by `phrase`. */
export type Phrases = Readonly<Record<keyof typeof vi, string>>;

const en: Phrases = {
  contents: 'Contents',
  landmarks: 'Landmarks',
  pages: 'List of pages',
  figures: 'List of figures',
  tables: 'List of tables',
  cover: 'Cover',
  text: 'Text',
  backToCall: 'Back to the call of note {label}',
  backToOther: 'Back to call {shown} of note {label}',
  ownName: 'English',
  printEdition: '{title} (print edition)',
  summaryText: 'The text adapts to the screen and has a table of contents with links.',
  summaryPages: 'A page list follows the print edition.',
  summaryAlt: 'All pictures have alternative text.',
  summaryCaption: 'Some pictures have their caption as alternative text.',
  summaryPlaceholder: 'Some pictures have alternative text that does not describe them.',
  summaryNoPictures: 'There are no pictures.',
  summaryUnjudged: 'No evaluation against WCAG is stated.',
};

/** The phrases for a language (BCP 47). */
export function phrasesFor(language: string): Phrases {
  return /^vi(-|$)/i.test(language) ? vi : en;
}

/** The phrases for readers of the other of our two languages. */
export function otherPhrases(phrases: Phrases): Phrases {
  return phrases === vi ? en : vi;
}

/** A phrase with its slots filled. */
export function fillPhrase(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}
