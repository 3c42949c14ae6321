/**
 * Quotation marks (css-content-3, 3): the pairs that an element's `quotes` give, by language when
 * it says `auto`, and the nesting depth, which runs through the document and not the tree.
 */
import type { ComputedStyle } from '../../document/style.js';

type Pairs = readonly string[];

const english: Pairs = ['“', '”', '‘', '’'];
const german: Pairs = ['„', '“', '‚', '‘'];
const polish: Pairs = ['„', '”', '«', '»'];
const french: Pairs = ['«', '»', '“', '”'];
const russian: Pairs = ['«', '»', '„', '“'];
const swedish: Pairs = ['”', '”', '’', '’'];
const corners: Pairs = ['「', '」', '『', '』'];

/** By primary language; the others write as English does (Vietnamese among them). After Unicode CLDR. */
const pairsOf: Readonly<Record<string, Pairs>> = {
  be: russian,
  bg: german,
  cs: german,
  da: english,
  de: german,
  el: ['«', '»', '“', '”'],
  es: french,
  et: german,
  fa: ['«', '»', '‹', '›'],
  fi: swedish,
  fr: ['«', '»', '«', '»'],
  he: ['”', '”', '’', '’'],
  hr: ['„', '“', '‚', '‘'],
  hu: ['„', '”', '»', '«'],
  is: german,
  it: french,
  ja: corners,
  km: english,
  lt: german,
  lv: english,
  no: ['«', '»', '‘', '’'],
  nb: ['«', '»', '‘', '’'],
  nl: ['‘', '’', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  pl: polish,
  pt: english,
  ro: ['„', '”', '«', '»'],
  ru: russian,
  sk: german,
  sl: german,
  sr: german,
  sv: swedish,
  uk: russian,
};

/**
 * The pairs of quotation marks, outermost first, open before close; `around` is the language of the
 * text around the element, whose quotation marks are used.
 */
export function quotePairs(style: ComputedStyle, around: string): Pairs {
  if (style.quotes === 'none') return [];
  if (typeof style.quotes !== 'string') return style.quotes;
  const [language = '', ...rest] = around.toLowerCase().split('-');
  if (language === 'zh' && rest.some((part) => /^(?:tw|hk|mo|hant)$/u.test(part))) return corners;
  if ((language === 'de' || language === 'fr') && rest.includes('ch')) return ['«', '»', '‹', '›'];
  if (language === 'pt' && rest.includes('pt')) return french;
  return (Object.hasOwn(pairsOf, language) && pairsOf[language]) || english;
}

/** How deep in quotations the text is. */
export class QuoteDepth {
  constructor(private depth = 0) {}

  /** The mark for an opening or closing quotation; '' where none is due. Deeper than the pairs go, the last is used. */
  mark(open: boolean, pairs: Pairs): string {
    // A closing mark without its opening one is not shown and changes nothing (3.2).
    if (!open && this.depth === 0) return '';
    const level = open ? this.depth : this.depth - 1;
    this.depth += open ? 1 : -1;
    const last = Math.max(0, Math.floor(pairs.length / 2) - 1);
    return pairs[2 * Math.min(level, last) + (open ? 0 : 1)] ?? '';
  }

  copy(): QuoteDepth {
    return new QuoteDepth(this.depth);
  }
}
