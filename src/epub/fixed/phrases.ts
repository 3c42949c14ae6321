/** The words that an ebook of fixed pages needs besides those of every ebook, in the publication's language. */

const vi = {
  edition: 'Bản dàn trang cố định',
  page: '{title}, trang {label}',
  summary:
    'Trang dàn cố định như bản in: chữ không tự dàn theo màn hình, không đổi được cỡ chữ và phông chữ. ' +
    'Chữ là văn bản thật, chọn, tìm và đọc thành tiếng được, đúng thứ tự đọc, có mục lục dẫn đến từng phần.',
} as const;

export type FixedPhrases = Readonly<Record<keyof typeof vi, string>>;

const en: FixedPhrases = {
  edition: 'Fixed-layout edition',
  page: '{title}, page {label}',
  summary:
    'The pages are fixed as in print: the text does not adapt to the screen, and its size and font cannot be ' +
    'changed. It is real text in reading order that can be selected, searched and read aloud, with a table of ' +
    'contents with links.',
};

/** The phrases in one of our languages. */
export function fixedPhrases(language: 'vi' | 'en'): FixedPhrases {
  return language === 'vi' ? vi : en;
}

/** The phrases for a language (BCP 47). */
export function fixedPhrasesFor(language: string): FixedPhrases {
  return fixedPhrases(/^vi(-|$)/i.test(language) ? 'vi' : 'en');
}
