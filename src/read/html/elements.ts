/**
 * Which elements of HTML an article keeps, what others become, and which are left out: the allow-list.
 * What is kept has its meaning in `document/elements.ts` and its look in the user-agent sheet; what is
 * not in any of these lists is an element of somebody's own: its words are kept.
 */

/** Kept under their names. */
export const keptElements: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl ' +
    'dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li mark ol p pre q s samp section small ' +
    'span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);

/** Kept under another name: those that HTML has given up, and those that a book has no use for. */
export const renamedElements: Readonly<
  Record<string, { readonly tagName: string; readonly class?: string }>
> = {
  acronym: { tagName: 'abbr' },
  big: { tagName: 'span', class: 'big' },
  button: { tagName: 'span' },
  center: { tagName: 'div', class: 'align-center' },
  data: { tagName: 'span' },
  dialog: { tagName: 'div' },
  dir: { tagName: 'ul' },
  fieldset: { tagName: 'div' },
  font: { tagName: 'span' },
  form: { tagName: 'div' },
  hgroup: { tagName: 'div' },
  label: { tagName: 'span' },
  legend: { tagName: 'p', class: 'legend' },
  main: { tagName: 'div' },
  menu: { tagName: 'ul' },
  meter: { tagName: 'span' },
  nav: { tagName: 'div' },
  nobr: { tagName: 'span' },
  output: { tagName: 'span' },
  progress: { tagName: 'span' },
  rb: { tagName: 'span' },
  search: { tagName: 'div' },
  strike: { tagName: 's' },
  tt: { tagName: 'code' },
  xmp: { tagName: 'pre' },
};

/** Only what is in them is kept. */
export const unwrappedElements: ReadonlySet<string> = new Set(
  'html body noscript picture map rtc slot'.split(' '),
);

/** Left out; where they hold words, the user is told. */
export const leftOutElements: ReadonlySet<string> = new Set(
  (
    'script style template textarea select datalist svg canvas applet noembed noframes frameset frame title head ' +
    'annotation annotation-xml'
  ).split(' '),
);

/** Left out without a word: they hold nothing that could be shown. */
export const emptyElements: ReadonlySet<string> = new Set(
  'area base link meta param source track'.split(' '),
);

/** Elements that show another file: a link to it stands in their place. */
export const embeddingElements: ReadonlySet<string> = new Set('audio embed iframe object video'.split(' '));

const phrasing: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr ' +
    // Of MathML.
    'math merror mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd ' +
    'mtext mtr munder munderover'
  ).split(' '),
);

/** Whether an element of our tree stands in a line of text. */
export function isPhrasing(tagName: string): boolean {
  return phrasing.has(tagName);
}
