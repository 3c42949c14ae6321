/**
 * The keys by which a front matter, a file of facts beside a text and a manifest say what is known of a
 * publication: one table for all three. The first key of each is its own name; the others say the same, in the
 * words of the W3C Publication Manifest, of Dublin Core, of everyday, and in Vietnamese.
 */
import type { Relator } from '../../document/bibliography.js';
import { plainWord } from '../../document/plain-word.js';

export type FactKind =
  | 'text'
  | 'texts'
  | 'keywords'
  | 'date'
  | 'language'
  | 'people'
  | 'isbn'
  | 'print-isbn'
  | 'issn'
  | 'identifier'
  | 'series'
  | 'position'
  | 'claims'
  | 'issue'
  | 'imprint';

/** One thing that may be said. */
export interface Fact {
  /** The field of `Metadata`, or of `Metadata.extra`, that it fills. */
  readonly field: string;
  readonly kind: FactKind;
  readonly keys: readonly string[];
  /** What an editor shows of it. */
  readonly about: string;
  /** Said of an article too, or of one alone; otherwise of the whole. */
  readonly of?: 'each' | 'article';
  /** Of persons: their role unless they give one. */
  readonly role?: Relator;
}

export const facts: readonly Fact[] = [
  {
    field: 'title',
    kind: 'text',
    keys: ['title', 'name', 'tiêu đề', 'nhan đề'],
    about: 'The title. W3C: name.',
    of: 'each',
  },
  {
    field: 'subtitle',
    kind: 'text',
    keys: ['subtitle', 'tiêu đề phụ'],
    about: 'Stands below the title.',
    of: 'each',
  },
  {
    field: 'section',
    kind: 'text',
    keys: ['section', 'chuyên mục'],
    about: 'The section of the newspaper that it stands in.',
    of: 'article',
  },
  {
    field: 'dateline',
    kind: 'text',
    keys: ['dateline', 'nguồn tin'],
    about: 'The agency in front of the lead, without its dash.',
    of: 'article',
  },
  {
    field: 'kicker',
    kind: 'text',
    keys: ['kicker', 'dòng đầu đề'],
    about: 'Stands above the title.',
    of: 'article',
  },
  {
    field: 'authors',
    kind: 'people',
    role: 'aut',
    keys: ['author', 'authors', 'creator', 'tác giả'],
    about: 'Who wrote it: names, or mappings of name, role and file-as. Dublin Core: creator.',
    of: 'each',
  },
  {
    field: 'people',
    kind: 'people',
    role: 'edt',
    keys: ['editor', 'editors', 'biên tập'],
    about: 'Who edited it.',
    of: 'each',
  },
  {
    field: 'people',
    kind: 'people',
    role: 'trl',
    keys: ['translator', 'translators', 'người dịch'],
    about: 'Who translated it.',
    of: 'each',
  },
  {
    field: 'people',
    kind: 'people',
    role: 'ill',
    keys: ['illustrator', 'illustrators', 'minh họa'],
    about: 'Who drew for it.',
    of: 'each',
  },
  {
    field: 'people',
    kind: 'people',
    role: 'pht',
    keys: ['photographer', 'photographers', 'nhiếp ảnh'],
    about: 'Who took its photographs.',
    of: 'each',
  },
  {
    field: 'people',
    kind: 'people',
    role: 'ctb',
    keys: ['contributor', 'contributors', 'cộng tác'],
    about: 'Who else had a part in it, best with a role.',
    of: 'each',
  },
  {
    field: 'sources',
    kind: 'texts',
    keys: ['source', 'sources', 'nguồn'],
    about: 'Where the text was taken from.',
    of: 'each',
  },
  {
    field: 'date',
    kind: 'date',
    keys: ['datePublished', 'date', 'ngày xuất bản'],
    about: 'The day of publication, 2020-01-13 or 13/1/2020.',
    of: 'each',
  },
  {
    field: 'accessDate',
    kind: 'date',
    keys: ['accessDate', 'ngày truy cập'],
    about: 'The day when the page of a site was saved.',
    of: 'article',
  },
  {
    field: 'originalDate',
    kind: 'date',
    keys: ['dateOriginal', 'originalDate', 'xuất bản lần đầu'],
    about: 'The day, or the year, when the work was published first.',
    of: 'each',
  },
  {
    field: 'language',
    kind: 'language',
    keys: ['inLanguage', 'language', 'lang', 'ngôn ngữ'],
    about: 'The language of the text, as BCP 47 has it: vi, en, km.',
    of: 'each',
  },
  {
    field: 'description',
    kind: 'text',
    keys: ['description', 'giới thiệu'],
    about: 'What it is about, in a sentence or two.',
    of: 'each',
  },
  {
    field: 'rights',
    kind: 'text',
    keys: ['rights', 'bản quyền'],
    about: 'Who owns it and what others may do with it.',
    of: 'each',
  },
  {
    field: 'licence',
    kind: 'text',
    keys: ['license', 'licence', 'giấy phép sử dụng'],
    about: 'The licence under which others may use it: a name, or an address on the web.',
    of: 'each',
  },
  {
    field: 'subjects',
    kind: 'keywords',
    keys: ['subject', 'subjects', 'keywords', 'từ khóa'],
    about: 'Keywords: a list, or one text with commas or semicolons between them.',
    of: 'each',
  },
  {
    field: 'publisher',
    kind: 'text',
    keys: ['publisher', 'nhà xuất bản'],
    about: 'Who publishes it.',
  },
  {
    field: 'identifier',
    kind: 'identifier',
    keys: ['identifier', 'id', 'mã định danh'],
    about: 'ISBN, ISSN or URN. W3C: id.',
  },
  {
    field: 'isbn',
    kind: 'isbn',
    keys: ['isbn'],
    about: 'The ISBN of the ebook, or a mapping of ebook and print.',
  },
  {
    field: 'isbn',
    kind: 'print-isbn',
    keys: ['printIsbn', 'isbn bản in'],
    about: 'The ISBN of the print edition.',
  },
  {
    field: 'issn',
    kind: 'issn',
    keys: ['issn'],
    about: 'The ISSN of the periodical or the series.',
  },
  {
    field: 'series',
    kind: 'series',
    keys: ['series', 'isPartOf', 'bộ sách', 'tùng thư'],
    about: 'The periodical, the series or the set that it is part of: its name, or name, number, issn, type.',
  },
  {
    field: 'position',
    kind: 'position',
    keys: ['seriesNumber', 'volumeNumber', 'tập'],
    about: 'Its number in the series.',
  },
  {
    field: 'bookEdition',
    kind: 'text',
    keys: ['bookEdition', 'edition', 'lần xuất bản'],
    about: 'Which edition it is, in words: Tái bản lần thứ hai.',
  },
  {
    field: 'issue',
    kind: 'issue',
    keys: ['issueNumber', 'issue', 'số'],
    about: 'The number of the issue; a bare number gets its word: 12 becomes Số 12.',
  },
  {
    field: 'imprint',
    kind: 'imprint',
    keys: ['imprint', 'thông tin xuất bản'],
    about: 'What the imprint says: registration, decision, licence, responsible, printer, copies and so on.',
  },
  {
    field: 'accessibility',
    kind: 'claims',
    keys: ['accessibility', 'khả năng tiếp cận'],
    about: 'Who judged how accessible the ebook is, and what came of it. Nothing is claimed without it.',
  },
];

const byKey = new Map(facts.flatMap((fact) => fact.keys.map((key) => [spelled(key), fact] as const)));

/** The fact that a key says; Vietnamese keys in any case and spelling. */
export function factOf(key: string): Fact | undefined {
  return byKey.get(spelled(key));
}

/** An English key is one word whose capitals are part of it. */
function spelled(key: string): string {
  const plain = key.replace(/\s+/gu, ' ').trim();
  return /^[a-z]+$/i.test(plain) ? plain : plainWord(plain);
}
