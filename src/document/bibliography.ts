/**
 * What libraries, bookshops and readers are told of a publication besides its title, and the words for it: roles
 * of persons, series, claims of accessibility. Types and tables, no I/O.
 */
import { plainWord } from './plain-word.js';

/**
 * Roles by their MARC codes (loc.gov/marc/relators) with what people call them; a source may use any of these
 * words.
 */
export const relators = {
  aut: { en: ['author'], vi: ['tác giả'] },
  edt: { en: ['editor'], vi: ['biên tập', 'biên tập viên', 'chủ biên', 'hiệu đính'] },
  trl: { en: ['translator'], vi: ['người dịch', 'dịch giả'] },
  ill: { en: ['illustrator'], vi: ['minh họa', 'vẽ minh họa'] },
  pht: { en: ['photographer'], vi: ['nhiếp ảnh', 'người chụp ảnh', 'ảnh'] },
  ctb: { en: ['contributor'], vi: ['cộng tác', 'cộng tác viên'] },
  art: { en: ['artist'], vi: ['họa sĩ'] },
  bkd: { en: ['book designer'], vi: ['trình bày'] },
  cov: { en: ['cover designer'], vi: ['trình bày bìa', 'vẽ bìa'] },
  com: { en: ['compiler'], vi: ['biên soạn', 'tuyển chọn', 'sưu tầm'] },
  aui: { en: ['author of introduction'], vi: ['lời giới thiệu'] },
  aft: { en: ['author of afterword'], vi: ['lời bạt'] },
  wac: { en: ['writer of added commentary', 'commentator'], vi: ['chú giải'] },
  adp: { en: ['adapter'], vi: ['phóng tác'] },
  ivr: { en: ['interviewer'], vi: ['phỏng vấn'] },
  ive: { en: ['interviewee'], vi: ['người trả lời phỏng vấn'] },
  rpt: { en: ['reporter'], vi: ['phóng viên'] },
  pfr: { en: ['proofreader'], vi: ['sửa bản in'] },
  pbd: { en: ['publishing director'], vi: ['giám đốc xuất bản'] },
  pbl: { en: ['publisher'], vi: ['nhà xuất bản'] },
} as const satisfies Readonly<
  Record<string, { readonly en: readonly string[]; readonly vi: readonly string[] }>
>;

export type Relator = keyof typeof relators;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets what the table says
export const relatorCodes = Object.keys(relators) as readonly Relator[];

/** The role that a word names: its code, or what it is called in either language, in any case and spelling. */
export function relatorOf(word: string): Relator | undefined {
  const plain = plainWord(word);
  return relatorCodes.find(
    (code) =>
      code === plain ||
      [...relators[code].en, ...relators[code].vi].some((name) => plainWord(name) === plain),
  );
}

/** A person or a body, and what they did for the publication. */
export interface Person {
  readonly name: string;
  /** The most important first. */
  readonly roles: readonly Relator[];
  /** The name by which lists are sorted, where the source gives one: nobody else knows which part of a name leads. */
  readonly fileAs?: string;
}

/** ISBNs without hyphens, one an edition. */
export interface Isbns {
  readonly ebook?: string;
  readonly print?: string;
}

/** The series, the periodical or the set that a publication is part of. */
export interface Series {
  readonly name: string;
  /** `12`, or `98.4`: volume 98, issue 4. */
  readonly position?: string;
  readonly type: 'series' | 'set';
  readonly issn?: string;
}

/** Who judged how accessible the ebook is, and what came of it: the publisher's word, never ours. */
export interface ConformanceClaim {
  /** Sentences of EPUB Accessibility 1.1, addresses of other standards, or `none`. */
  readonly conformsTo: readonly string[];
  readonly certifiedBy?: string;
  /** Texts or addresses. */
  readonly credentials: readonly string[];
  /** Address of the evaluator's report. */
  readonly report?: string;
  readonly exemptions: readonly string[];
}

/** What a publication may say of its conformance, letter by letter (EPUB Accessibility 1.1, 3.5.1). */
export const conformanceStrings: readonly string[] = ['2.2', '2.1', '2.0'].flatMap((version) =>
  ['AA', 'A', 'AAA'].map((level) => `EPUB Accessibility 1.1 - WCAG ${version} Level ${level}`),
);

/** The same in EPUB Accessibility 1.0: addresses. */
export const oldConformanceUrls: readonly string[] = ['a', 'aa', 'aaa'].map(
  (level) => `http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-${level}`,
);

/** Laws that free a publication from being accessible (W3C Note “The EPUB Accessibility exemption property”). */
export const exemptionNames = [
  'eaa-microenterprise',
  'eaa-disproportionate-burden',
  'eaa-fundamental-alteration',
] as const;

/** An address on the web. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
