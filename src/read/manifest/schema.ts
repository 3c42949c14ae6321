/**
 * What a `publication.yaml` may say, as one schema: names are those of the W3C Publication Manifest
 * (`readingOrder`, `inLanguage`, `datePublished` …) with the words of Dublin Core and of everyday beside
 * them. The JSON Schema of the package (`schema/publication.schema.json`) is made from it, so that editors
 * complete and explain the keys.
 */
import * as z from 'zod/mini';
import { conformanceStrings, exemptionNames } from '../../document/bibliography.js';
import { fontFormats } from '../../document/ebook-options.js';
import { impositions, mostCreep } from '../../document/sheet.js';
import { imprintFields, imprintKey } from '../../document/imprint.js';
import { recordFields } from '../../document/archive-record.js';
import { spellings } from '../../document/plain-word.js';
import { givenFields, writtenName } from '../archive-fields.js';
import { facts, type Fact } from '../facts/fact-keys.js';

/** A schema with words that an editor shows. */
function said<Schema extends z.core.$ZodType>(description: string, schema: Schema): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}

const words = () => z.union([z.string(), z.number()], { error: 'text' });
const text = (description: string) => z.optional(said(description, words()));
const texts = (description: string) =>
  z.optional(said(description, z.union([words(), z.array(words())], { error: 'text | list of texts' })));
const anything = () =>
  z.union([z.string(), z.number(), z.boolean()], { error: 'text | number | true | false' });

/** The keys of the facts that may be said of an article, or of the whole. */
function factKeys(
  said: (fact: Fact) => boolean,
  schemaOf: (fact: Fact, about: string) => Optional,
): FactShape {
  return Object.fromEntries(
    facts.filter(said).flatMap((fact) =>
      fact.keys.flatMap(spellings).map((key, at) => {
        const about = at === 0 ? fact.about : `Another word for ${fact.keys[0]}.`;
        return [key, schemaOf(fact, about)];
      }),
    ),
  );
}

type Optional = z.ZodMiniOptional<z.ZodMiniType>;
type FactShape = Readonly<Record<string, Optional>>;

/** What is looked at here: texts. The rest is for the reader of facts, which says more of what is wrong. */
function checkedFact({ kind }: Fact, about: string): Optional {
  if (kind === 'text' || kind === 'date' || kind === 'language' || kind === 'issue') return text(about);
  if (kind === 'texts' || kind === 'keywords') return texts(about);
  if (kind === 'imprint') return z.optional(said(about, imprint));
  return z.optional(said(about, z.unknown()));
}

const ofArticle = ({ of }: Fact): boolean => of !== undefined;
const ofWhole = ({ of }: Fact): boolean => of !== 'article';

const settings = z.optional(
  said(
    'How the template is to set it, by the names of the template’s settings: columns, start, rank.',
    z.record(z.string(), anything()),
  ),
);

const imprint = z.strictObject(
  Object.fromEntries(
    Object.entries(imprintFields).flatMap(([name, { vi, en }]) =>
      [name, ...spellings(imprintKey(name))].map((key) => [key, text(`${vi} (${en}).`)]),
    ),
  ),
);

const articleKeys = {
  url: said('The file, seen from the folder of the manifest.', z.string().check(z.minLength(1))),
  settings,
};

/** An article with more than its file. */
export const articleEntry = z.strictObject({ ...factKeys(ofArticle, checkedFact), ...articleKeys });

/** Articles under one name: a section of an issue, a part of a book. */
export const groupEntry = z.strictObject({
  section: text('Name of the section of an issue.'),
  part: text('Title of the part of a book.'),
  settings,
  articles: said('Its articles, in order.', z.array(z.unknown())),
});

const template = z.union(
  [
    z.string(),
    z.strictObject({
      ebook: z.optional(z.string()),
      print: z.optional(z.string()),
      archive: z.optional(z.string()),
    }),
  ],
  { error: 'a name | a mapping of ebook, print, archive' },
);

/** Each field under both of its names. */
const archiveKeys = Object.fromEntries(
  givenFields.flatMap((name) => {
    const { vi, en } = recordFields[name];
    return [name, ...spellings(writtenName(name))].map((key) => [key, texts(`${vi} (${en}).`)]);
  }),
);

/** How the ebook is wanted. */
const ebook = z.strictObject({
  ncx: z.optional(said('Contents for readers of EPUB 2 too; true unless given.', z.boolean())),
  fonts: z.optional(said('Format of its fonts: ttf, unless given, or woff2.', z.enum(fontFormats))),
  'fixed-layout': z.optional(
    said('Beside it, the printed pages as an ebook of fixed layout; false unless given.', z.boolean()),
  ),
  cover: z.optional(
    said(
      'A picture for its cover, seen from the folder of the manifest; drawn from the template unless given.',
      z.string().check(z.minLength(1)),
    ),
  ),
});

const manifestKeys = {
  $schema: z.optional(z.string()),
  type: z.optional(said('What it is: an issue of a periodical, or a book.', z.enum(['issue', 'book']))),
  archive: z.optional(
    said('What the archive keeps of the document (Thông tư 02/2019/TT-BNV).', z.strictObject(archiveKeys)),
  ),
  template: z.optional(said('A template by name or folder, for all editions or for each.', template)),
  printer: text('What the print edition is printed on: a name of `anpham printers`, or a file.'),
  impose: z.optional(
    said('Sheets of the print edition to fold and staple, beside it: booklet.', z.enum(impositions)),
  ),
  creep: z.optional(
    said(
      'Millimetres that a sheet of a booklet pushes those inside it out: as thick as the paper, 0.1 unless given.',
      z.number().check(z.minimum(0), z.maximum(mostCreep)),
    ),
  ),
  ebook: z.optional(said('How the ebook is wanted: ncx, fonts, fixed-layout, cover.', ebook)),
  options: z.optional(
    said('Values of the template’s options, by their names.', z.record(z.string(), anything())),
  ),
  readingOrder: said(
    'The articles in their order: files, or files with more said of them.',
    z.array(z.unknown()),
  ),
};

/** Everything but the entries of the reading order, which are checked one by one. */
export const manifest = z.strictObject({ ...factKeys(ofWhole, checkedFact), ...manifestKeys });

const knownKeys = z.strictObject(manifestKeys);
const knownArticleKeys = z.strictObject(articleKeys);
/** The keys that are no facts, by their types. */
export type ManifestKeys = z.infer<typeof knownKeys>;
export type ArticleKeys = z.infer<typeof knownArticleKeys>;

/** What an editor completes and explains. */
function describedFact(fact: Fact, about: string): Optional {
  const described = describedKinds[fact.kind];
  return described ? said(about, z.optional(described)) : checkedFact(fact, about);
}

const isbnOf = (edition: string) => text(`Of the ${edition}.`);
const person = z.strictObject({
  name: words(),
  role: z.optional(said('MARC codes, or their words.', z.union([words(), z.array(words())]))),
  'file-as': text('By which lists are sorted; never made up.'),
});
const describedKinds: Partial<Readonly<Record<Fact['kind'], z.ZodMiniType>>> = {
  people: z.union([words(), person, z.array(z.union([words(), person]))]),
  isbn: z.union([words(), z.strictObject({ ebook: isbnOf('ebook'), print: isbnOf('print edition') })]),
  'print-isbn': words(),
  issn: words(),
  identifier: words(),
  position: words(),
  series: z.union([
    words(),
    z.strictObject({
      name: words(),
      number: text('Its number in the series.'),
      issn: text('The ISSN of the series.'),
      type: z.optional(z.enum(['series', 'set'])),
    }),
  ]),
  claims: z.strictObject({
    conformsTo: texts(`Letter by letter: ${conformanceStrings[0]}, or none.`),
    certifiedBy: text('Who judged it.'),
    certifierCredential: text('What entitles them, or its address.'),
    certifierReport: text('The address of their report.'),
    exemption: z.optional(
      said('Laws that free it.', z.union([z.enum(exemptionNames), z.array(z.enum(exemptionNames))])),
    ),
  }),
};

/** The JSON Schema (draft 2020-12) of the whole file. */
export function jsonSchema(): unknown {
  const file = said('A file, seen from the folder of the manifest.', z.string());
  const entry = z.strictObject({ ...factKeys(ofArticle, describedFact), ...articleKeys });
  const article = z.union([file, entry]);
  const group = z.strictObject({ ...groupEntry.shape, articles: z.array(article) });
  const order = said(
    'The articles in their order: files, or files with more said of them, or sections of them.',
    z.array(z.union([file, entry, group])),
  );
  const whole = z.strictObject({ ...factKeys(ofWhole, describedFact), ...manifestKeys, readingOrder: order });
  return { ...z.toJSONSchema(whole, { io: 'input', reused: 'ref' }), title: 'anpham publication' };
}
