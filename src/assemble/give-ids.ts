/**
 * Ids: every section and heading gets one from its words (ASCII), what a list shows too, authors keep theirs, and no two are
 * alike in the publication. An id that another article has used already is changed, and the links of
 * its own article follow it.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { decodeAddress } from '../document/decode-address.js';
import type { Article } from '../document/publication.js';
import { slug } from '../document/slug.js';
import type { ElementNode } from '../document/tree.js';
import type { Asked } from './asked.js';
import { levelOf } from './headings.js';
import { listedCaption } from './listed.js';
import { mapElements } from './map-tree.js';
import { plainText, type Draft } from './sections.js';

/** A section whose root and headings have ids. */
export interface Named extends Draft {
  readonly id: string;
  /** Ids that its article typed and that are called otherwise now. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Gives the ids in document order; what authors typed is taken first. */
export function giveIds(drafts: readonly Draft[], asked: Asked): Staged<readonly Named[]> {
  const ids = new Ids();
  const kept = asked.ids
    ? drafts.map((draft) => ({
        ...draft,
        body: mapElements(draft.body, (node) => ids.keep(node, draft.article)),
      }))
    : drafts;
  const value = kept.map((draft) => {
    const own = draft.body.properties['id'];
    const id = typeof own === 'string' ? own : ids.make(draft.name);
    const root = { ...draft.body, properties: { ...draft.body.properties, id } };
    const body = mapElements(root, (node) => ids.follow(ids.forTarget(node, asked.lists), draft.article));
    return { ...draft, id, body, renamed: ids.renamedOf(draft.article) };
  });
  return { value, diagnostics: ids.diagnostics };
}

function hasId({ properties }: ElementNode): boolean {
  return typeof properties['id'] === 'string';
}

const noneRenamed: ReadonlyMap<string, string> = new Map();

/** The ids given so far, and by which article. */
class Ids {
  readonly diagnostics: Diagnostic[] = [];
  readonly #owners = new Map<string, Article | undefined>();
  /** The number that the next id from the same words tries: all before it are taken. */
  readonly #next = new Map<string, number>();
  /** Ids by their words: a section and its heading have the same. */
  readonly #bases = new Map<string, string>();
  /** What an article typed → what it is called now. */
  readonly #renamed = new Map<Article, Map<string, string>>();

  /** Keeps a typed id, or changes it where it is taken. */
  keep(node: ElementNode, article: Article): ElementNode {
    const typed = node.properties['id'];
    if (typeof typed !== 'string') return node;
    const wanted = typed.replace(/\s+/g, '-');
    const free = wanted !== '' && !this.#owners.has(wanted);
    const id = free ? wanted : this.make(wanted);
    if (free) this.#owners.set(id, article);
    if (id === typed) return node;
    if (!free && this.#owners.get(wanted) === article) {
      // A slip inside one article; its links mean the first.
      this.diagnostics.push(diagnostic('ASSEMBLE-ID', { id: typed, renamed: id }, { span: node.span }));
    } else {
      const renamed = this.#renamed.get(article) ?? new Map<string, string>();
      this.#renamed.set(article, renamed.set(typed, renamed.get(typed) ?? id));
    }
    return { ...node, properties: { ...node.properties, id } };
  }

  /** A heading without an id gets one from its words; where there are lists of figures or tables, these too. */
  forTarget(node: ElementNode, listing: boolean): ElementNode {
    if (hasId(node)) return node;
    const words =
      levelOf(node) !== undefined
        ? plainText(node)
        : listing && listedCaption(node) !== undefined
          ? node.tagName
          : undefined;
    return words === undefined ? node : { ...node, properties: { ...node.properties, id: this.make(words) } };
  }

  /** A link to a changed id of its article follows it. */
  follow(node: ElementNode, article: Article): ElementNode {
    if (this.#renamed.size === 0) return node;
    const href = node.properties['href'];
    const renamed = this.#renamed.get(article);
    if (!renamed || typeof href !== 'string' || !href.startsWith('#')) return node;
    const target = renamed.get(decodedFragment(href));
    if (target === undefined) return node;
    return { ...node, properties: { ...node.properties, href: `#${target}` } };
  }

  renamedOf(article: Article): ReadonlyMap<string, string> {
    return this.#renamed.get(article) ?? noneRenamed;
  }

  /** A new id from words: it begins with a letter (XML 1.0, Name) and is not taken. */
  make(words: string): string {
    const base = this.#bases.get(words) ?? baseOf(words);
    this.#bases.set(words, base);
    let id = base;
    let next = this.#next.get(base) ?? 2;
    while (this.#owners.has(id)) id = `${base}-${next++}`;
    this.#next.set(base, next);
    this.#owners.set(id, undefined);
    return id;
  }
}

function baseOf(words: string): string {
  const made = slug(words);
  if (made === '') return 'muc';
  return /^[a-z]/.test(made) ? made : `muc-${made}`;
}

/** What stands behind the # of an address, percent signs decoded. */
export function decodedFragment(href: string): string {
  return decodeAddress(href.slice(href.indexOf('#') + 1));
}
