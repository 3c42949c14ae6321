/**
 * A template folder, read: what `load-template` makes and `dress` uses. Types only; plain and
 * read-only. The file `template.yaml` of the folder says everything that stands here; Liquid sources
 * and style sheets are held as text, so that dressing needs no files.
 */
import type { Edition, StylesheetSource } from '../document/publication.js';

/** A text in the languages a template speaks; a publication in another language gets English. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** Custom properties and their values: `--accent` → `#a81a1d`. */
export type CustomProperties = Readonly<Record<string, string>>;

interface OptionBase {
  readonly label: Bilingual;
}

export interface TextOption extends OptionBase {
  readonly type: 'text';
  readonly default?: string | undefined;
}

export interface BooleanOption extends OptionBase {
  readonly type: 'boolean';
  readonly default: boolean;
}

/** A colour, handed to the style sheets as a custom property. */
export interface ColorOption extends OptionBase {
  readonly type: 'color';
  readonly default: string;
  readonly property: string;
}

/** One of several looks, each a set of custom properties. */
export interface ChoiceOption extends OptionBase {
  readonly type: 'choice';
  readonly default: string;
  readonly choices: Readonly<Record<string, Choice>>;
}

export interface Choice {
  readonly label: Bilingual;
  readonly set: CustomProperties;
  /** What the print edition sets instead (inks). */
  readonly print?: CustomProperties | undefined;
  /** What the ebook sets on a dark ground. */
  readonly dark?: CustomProperties | undefined;
}

export type TemplateOption = TextOption | BooleanOption | ColorOption | ChoiceOption;

/** What can be said of one article: each choice is a class of the article's wrapper. */
export interface ArticleSetting {
  readonly label: Bilingual;
  readonly choices: Readonly<Record<string, Bilingual>>;
}

/** Places for furniture on pages, in the order in which they come. */
export const pageSlots = [
  'masthead',
  'contents',
  'running-heads',
  'article-head',
  'article-facts',
  'article-foot',
  'imprint',
] as const;
export type PageSlot = (typeof pageSlots)[number];

/** Places for furniture in the ebook: a document of its own, and about each article. */
export const ebookSlots = ['colophon', 'article-head', 'article-facts', 'article-foot'] as const;
export type EbookSlot = (typeof ebookSlots)[number];

/** One piece of furniture: a Liquid source. */
export interface Furniture {
  /** For messages. */
  readonly path: string;
  readonly source: string;
}

export interface Template {
  /** Also a class of `body`. */
  readonly name: string;
  readonly folder: string;
  readonly description: Bilingual;
  readonly editions: readonly Edition[];
  readonly options: Readonly<Record<string, TemplateOption>>;
  /** What an editor may say of each article, by name. */
  readonly settings: Readonly<Record<string, ArticleSetting>>;
  /** Words of the furniture by language and name. */
  readonly labels: Readonly<Record<'vi' | 'en', Readonly<Record<string, string>>>>;
  readonly pages: ReadonlyMap<PageSlot, Furniture>;
  readonly ebook: ReadonlyMap<EbookSlot, Furniture>;
  readonly cover: Furniture | undefined;
  /** All Liquid files of the folder by name without `.liquid`: what `{% render %}` may ask for. */
  readonly partials: Readonly<Record<string, string>>;
  readonly stylesheets: {
    readonly print: readonly StylesheetSource[];
    readonly ebook: readonly StylesheetSource[];
    readonly cover: readonly StylesheetSource[];
  };
}

/** Values for options that the caller of `dress` gives, by name; they go before those of the front matter. */
export type OptionValues = Readonly<Record<string, string>>;
