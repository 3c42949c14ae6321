/**
 * What a `publication.yaml` may say, as one schema: names are those of the W3C Publication Manifest
 * (`readingOrder`, `inLanguage`, `datePublished` …) with the words of Dublin Core and of everyday beside
 * them. The JSON Schema of the package (`schema/publication.schema.json`) is made from it, so that editors
 * complete and explain the keys.
 */
import * as z from 'zod/mini';
import { fontFormats } from '../../document/ebook-options.js';
import { impositions, mostCreep } from '../../document/sheet.js';
import { recordFields } from '../../document/archive-record.js';
import { givenFields, writtenName } from '../archive-fields.js';

/** A schema with words that an editor shows. */
function said<Schema extends z.core.$ZodType>(description: string, schema: Schema): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}

const words = () => z.union([z.string(), z.number()], { error: 'text' });
const text = (description: string) => z.optional(said(description, words()));
const texts = (description: string) =>
  z.optional(said(description, z.union([words(), z.array(words())], { error: 'text | list of texts' })));
/** YAML reads `2020` as a number and leaves `2020-01-13` a text; which of them are days is seen later. */
const date = (description: string) => z.optional(said(description, words()));
const anything = () =>
  z.union([z.string(), z.number(), z.boolean()], { error: 'text | number | true | false' });

/** What may be said of an article and of the whole. */
const common = {
  title: text('The title. W3C: name.'),
  name: text('Another word for title.'),
  subtitle: text('Stands below the title.'),
  author: texts('Who wrote it. Dublin Core: creator.'),
  authors: texts('Another word for author.'),
  creator: texts('Another word for author.'),
  source: texts('Where the text was taken from.'),
  datePublished: date('The day of publication, 2020-01-13 or 13/1/2020.'),
  date: date('Another word for datePublished.'),
  inLanguage: text('The language of the text, as BCP 47 has it: vi, en, km.'),
  language: text('Another word for inLanguage.'),
  description: text('What it is about, in a sentence or two.'),
  rights: text('Who owns it and what others may do with it.'),
  subject: texts('Keywords.'),
  keywords: texts('Another word for subject.'),
};

const settings = z.optional(
  said(
    'How the template is to set it, by the names of the template’s settings: columns, start, rank.',
    z.record(z.string(), anything()),
  ),
);

/** An article with more than its file. */
export const articleEntry = z.strictObject({
  ...common,
  url: said('The file, seen from the folder of the manifest.', z.string().check(z.minLength(1))),
  section: text('The section of the newspaper that it stands in.'),
  kicker: text('Stands above the title.'),
  settings,
});

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
    return [name, writtenName(name)].map((key) => [key, texts(`${vi} (${en}).`)]);
  }),
);

/** How the ebook is wanted. */
const ebook = z.strictObject({
  ncx: z.optional(said('Contents for readers of EPUB 2 too; true unless given.', z.boolean())),
  fonts: z.optional(said('Format of its fonts: ttf, unless given, or woff2.', z.enum(fontFormats))),
  cover: z.optional(
    said(
      'A picture for its cover, seen from the folder of the manifest; drawn from the template unless given.',
      z.string().check(z.minLength(1)),
    ),
  ),
});

/** Everything but the entries of the reading order, which are checked one by one. */
export const manifest = z.strictObject({
  ...common,
  $schema: z.optional(z.string()),
  type: z.optional(said('What it is: an issue of a periodical, or a book.', z.enum(['issue', 'book']))),
  publisher: text('Who publishes it.'),
  editor: texts('Who edited it.'),
  identifier: text('ISBN, ISSN or URN. W3C: id.'),
  id: text('Another word for identifier.'),
  issueNumber: text('The number of the issue; a bare number gets its word: 12 becomes Số 12.'),
  imprint: z.optional(
    said(
      'What the imprint says: responsible, licence, printer, copies, period.',
      z.strictObject({
        responsible: text('Who is responsible for the publication.'),
        licence: text('Number and date of the licence, and who gave it.'),
        printer: text('Who printed it, where.'),
        copies: text('The print run.'),
        period: text('How often it appears.'),
      }),
    ),
  ),
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
  ebook: z.optional(said('How the ebook is wanted: ncx, fonts, cover.', ebook)),
  options: z.optional(
    said('Values of the template’s options, by their names.', z.record(z.string(), anything())),
  ),
  readingOrder: said(
    'The articles in their order: files, or files with more said of them.',
    z.array(z.unknown()),
  ),
});

export type ManifestKeys = z.infer<typeof manifest>;
export type ArticleKeys = z.infer<typeof articleEntry>;

/** The JSON Schema (draft 2020-12) of the whole file. */
export function jsonSchema(): unknown {
  const file = said('A file, seen from the folder of the manifest.', z.string());
  const article = z.union([file, articleEntry]);
  const group = z.strictObject({ ...groupEntry.shape, articles: z.array(article) });
  const order = said(
    'The articles in their order: files, or files with more said of them, or sections of them.',
    z.array(z.union([file, articleEntry, group])),
  );
  const whole = z.strictObject({ ...manifest.shape, readingOrder: order });
  return { ...z.toJSONSchema(whole, { io: 'input' }), title: 'anpham publication' };
}
