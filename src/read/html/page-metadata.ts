/** What the head of a page says of its article: `lang`, `title`, `meta` (Open Graph, Dublin Core), JSON-LD. */
import type { Metadata } from '../../document/publication.js';
import { dateValue } from '../date-value.js';
import { languageTag } from '../facts/plain-values.js';
import { attributeOf } from './attributes.js';
import type { FoundArticle } from './find-article.js';
import { htmlText, isElement, type HtmlElement } from './parse.js';

/** The metadata of a page; what the article itself says of its title goes before. */
export function pageMetadata(page: HtmlElement | undefined, found: FoundArticle): Metadata {
  const head = page?.childNodes.find((node): node is HtmlElement => node.nodeName === 'head');
  const elements = head?.childNodes.filter(isElement) ?? [];
  const metas = metaValues(elements);
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const linked = linkedData(elements);
  const titled = elements.find(({ tagName }) => tagName === 'title');
  const title = first('og:title') ?? tidy(titled ? htmlText(titled) : '') ?? found.title;
  const date = dateValue(first('article:published_time', 'dc.date', 'date') ?? linked.date ?? '');
  const publisher = first('og:site_name', 'dc.publisher') ?? linked.publisher;
  const description = first('og:description', 'description', 'dc.description');
  const section = first('article:section');
  const author = linked.authors.length > 0 ? linked.authors : [first('author', 'dc.creator') ?? found.byline];
  const language = languageTag((page && attributeOf(page, 'lang')) || metas.get('dc.language') || 'vi');
  return {
    ...(title === undefined ? {} : { title }),
    ...(section === undefined ? {} : { section }),
    authors: author.filter((name) => name !== undefined).filter(isName),
    sources: [],
    ...(date === undefined ? {} : { date }),
    language: language ?? 'vi',
    ...(publisher === undefined ? {} : { publisher }),
    ...(description === undefined ? {} : { description }),
    extra: {},
  };
}

function metaValues(elements: readonly HtmlElement[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const node of elements) {
    const name = attributeOf(node, 'property') ?? attributeOf(node, 'name');
    const content = tidy(attributeOf(node, 'content') ?? '');
    if (node.tagName !== 'meta' || name === undefined || content === undefined) continue;
    if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), content);
  }
  return values;
}

function tidy(words: string): string | undefined {
  const tidied = words.normalize('NFC').replace(/\s+/g, ' ').trim();
  return tidied === '' ? undefined : tidied;
}

/** Addresses of profiles are no names. */
function isName(words: string): boolean {
  return !/^https?:/i.test(words) && words.length <= 80;
}

interface Linked {
  readonly authors: readonly string[];
  readonly date?: string;
  readonly publisher?: string;
}

/** Schema.org in JSON-LD: the first article. */
function linkedData(elements: readonly HtmlElement[]): Linked {
  for (const node of elements) {
    if (node.tagName !== 'script' || attributeOf(node, 'type') !== 'application/ld+json') continue;
    const article = articleIn(parsed(htmlText(node)));
    if (!article) continue;
    const date = textIn(article['datePublished']);
    const publisher = nameIn(article['publisher'])[0];
    return {
      authors: nameIn(article['author']),
      ...(date === undefined ? {} : { date }),
      ...(publisher === undefined ? {} : { publisher }),
    };
  }
  return { authors: [] };
}

type Table = Readonly<Record<string, unknown>>;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function articleIn(value: unknown): Table | undefined {
  if (Array.isArray(value)) return value.map(articleIn).find((one) => one !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const table: Table = { ...value };
  if (/Article|BlogPosting/.test(String(table['@type']))) return table;
  return Array.isArray(table['@graph']) ? articleIn(table['@graph']) : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? tidy(value) : undefined;
}

function nameIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(nameIn);
  if (typeof value === 'object' && value !== null) return nameIn((value as Table)['name']);
  const name = textIn(value);
  return name === undefined ? [] : [name];
}
