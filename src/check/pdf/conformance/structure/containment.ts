/**
 * Which elements may stand in which: PDF/UA-1, 7.2 (tables, lists, contents), and ISO/TS 32005, table 5,
 * on which PDF/UA-2 stands. Both are tables of data here; how they are read stands in
 * `check-containment.ts`.
 */

/** What a structure type asks of its kids and of its parent. What is not said is free. */
export interface Containment {
  /** The types that may be kids; content that is no element is another matter. */
  readonly kids?: ReadonlySet<string>;
  /** The types that may be the parent. */
  readonly parents?: ReadonlySet<string>;
  /** Kids that there may be one of. */
  readonly single?: readonly string[];
  /** Where a caption may stand. */
  readonly caption?: 'first' | 'first or last';
  /** Kids that ask for another kid. */
  readonly together?: Readonly<Record<string, string>>;
  /** Content has to stand in kids. */
  readonly bare?: boolean;
  /** Kids that it may not have where it stands in a line. */
  readonly notInLine?: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' ').filter((word) => word !== ''));

const rowGroup: Containment = { parents: words('Table'), kids: words('TR') };

/** PDF/UA-1, 7.2. */
export const containmentUa1: Readonly<Record<string, Containment>> = {
  Table: {
    kids: words('TR THead TBody TFoot Caption'),
    single: ['THead', 'TFoot', 'Caption'],
    caption: 'first or last',
    together: { THead: 'TBody', TFoot: 'TBody' },
  },
  THead: rowGroup,
  TBody: rowGroup,
  TFoot: rowGroup,
  TR: { parents: words('Table THead TBody TFoot'), kids: words('TH TD') },
  TH: { parents: words('TR') },
  TD: { parents: words('TR') },
  L: { kids: words('L LI Caption'), caption: 'first' },
  LI: { parents: words('L'), kids: words('Lbl LBody') },
  LBody: { parents: words('LI') },
  TOC: { kids: words('TOC TOCI Caption'), caption: 'first' },
  TOCI: { parents: words('TOC') },
};

/** Types that may stand anywhere, and hold anything: they mean nothing of their own. */
const anywhere = 'Artifact NonStruct Private';

/** What stands in a line. */
const inline =
  'Annot BibEntry Code Em FENote Figure Form Formula Lbl Link Note Quote Reference Ruby Span Strong Sub Warichu';

/** What stands between lines, in whatever may hold it. */
const block = 'Annot Code Div FENote Figure Form Formula Link Note Part';

/** What parts of a document hold. */
const section = `${block} Art BlockQuote DocumentFragment H Hn Index P Sect TOC Table L`;

/** What holds lines and blocks alike. */
const mixed = `${inline} Art Aside BlockQuote Caption Div Index L P Part Sect Table`;

/** A set of types without some, and with what may stand anywhere. */
function only(list: string, without = ''): ReadonlySet<string> {
  const left = words(without);
  return words([...words(`${list} ${anywhere}`)].filter((word) => !left.has(word)).join(' '));
}

const span: Containment = { kids: only(inline) };
const heading: Containment = { kids: only(`${inline} Sect`), single: ['Sect'] };
const note: Containment = {
  kids: only(`${mixed} DocumentFragment`),
  single: ['Caption'],
  notInLine: words('DocumentFragment'),
};
const ruby: Containment = { kids: only('Annot Em Form Link Quote Reference Span Strong Sub') };
const linkBlocks = 'Aside BlockQuote Caption DocumentFragment Form H Hn L P Part Table Title';
const link: Containment = {
  kids: only(`${mixed} DocumentFragment H Hn Title`, 'Index'),
  single: ['Caption'],
  notInLine: words(linkBlocks),
};
const cell: Containment = {
  kids: only(`${inline} Art Div H Hn Index L P Sect Table`, 'Sub'),
  single: ['H'],
};
const rows: Containment = { kids: only('TR'), bare: true };
const quotation: Containment = {
  kids: only(`${section} Caption Document Lbl Reference`),
  single: ['Caption', 'H'],
};

/** ISO/TS 32005, table 5: `Hn` stands for every numbered heading. */
export const containmentUa2: Readonly<Record<string, Containment>> = {
  Document: { kids: only(`${section} Aside Document Title`), single: ['H'], bare: true },
  DocumentFragment: { kids: only(`${section} Aside Document Title`), single: ['H'], bare: true },
  Art: {
    kids: only(`${section} Aside Caption Lbl Reference Title`, 'Art'),
    single: ['Caption', 'H'],
    bare: true,
  },
  Sect: { kids: only(`${section} Aside Caption Lbl Reference Title`), single: ['H'], bare: true },
  Aside: quotation,
  BlockQuote: quotation,
  Title: { kids: only(`${inline} Aside Caption Div L P Part Table`, 'Sub'), single: ['Caption'] },
  P: { kids: only(`${inline} L Table`) },
  H: heading,
  Hn: heading,
  Sub: { kids: only(`${inline} L`, 'Sub') },
  Em: span,
  Strong: span,
  Span: span,
  Quote: { kids: only(`${inline} Div`), notInLine: words('Div') },
  Lbl: { kids: only(inline, 'Lbl') },
  Link: link,
  Reference: link,
  Annot: { ...link, notInLine: words(`${linkBlocks} Reference`) },
  Artifact: { single: ['Caption', 'H'] },
  Form: {
    kids: only('BibEntry Caption Code Div FENote Figure Formula L Lbl Note Part Reference Table'),
    single: ['Caption'],
    notInLine: words('Code Figure Formula L Part Reference Table'),
  },
  FENote: { ...note, notInLine: words('Caption DocumentFragment') },
  Note: note,
  Code: note,
  BibEntry: { kids: only(`${inline} Div P Part`, 'Code') },
  Ruby: { kids: words('NonStruct Private RB RP RT') },
  RB: ruby,
  RP: ruby,
  RT: ruby,
  Warichu: { kids: words('NonStruct Private WP WT') },
  WP: ruby,
  WT: ruby,
  TOC: { kids: only('Caption Part TOC TOCI'), single: ['Caption'], bare: true },
  TOCI: { kids: only('Annot Div Lbl P Reference TOC'), bare: true },
  Index: {
    kids: only('Annot Caption Div FENote Figure Formula H Hn L Note P Part Reference Sect Table'),
    single: ['Caption'],
    bare: true,
  },
  L: { kids: only('Caption L LI'), single: ['Caption'], bare: true },
  LI: { kids: only('Div LBody Lbl') },
  LBody: { kids: only(`${mixed} H Hn`, 'Lbl'), single: ['Caption', 'H'] },
  Table: {
    kids: only('Caption TBody TFoot THead TR'),
    single: ['Caption', 'THead', 'TFoot'],
    bare: true,
  },
  THead: rows,
  TBody: rows,
  TFoot: rows,
  TR: { kids: only('TD TH'), bare: true },
  TD: cell,
  TH: cell,
  Caption: {
    kids: only(`${mixed} DocumentFragment H Hn`, 'Caption'),
    single: ['H'],
    notInLine: words('DocumentFragment'),
  },
  Figure: { kids: only(`${mixed} H Hn`), single: ['Caption', 'H'], notInLine: words('Sub') },
  Formula: { kids: only(`${mixed} H Hn`, 'Art Sect'), single: ['Caption', 'H'] },
};

/** Types whose kids stand in a line. */
export const lines = words('P H Hn Title Sub Em Strong Span Quote Lbl RB RT RP WT WP');
