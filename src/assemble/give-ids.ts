/**
 * Ids: every section and heading gets one from its words (ASCII), what a list shows too, authors keep theirs, and no two are
 * alike in the publication. An id that another article has used already is changed, and the links of
 * its own article follow it. Sections come before headings, and what stands in two sections under one name has the name of
 * its section before it, as the notes of several articles have: text that comes or goes changes no names elsewhere.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { decodeAddress } from '../document/decode-address.js';
import type { Article } from '../document/publication.js';
import { slug } from '../document/slug.js';
import { hasClass, type ElementNode } from '../document/tree.js';
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

/** Gives the ids in document order; what authors typed is taken first, then come the sections. */
export function giveIds(drafts: readonly Draft[], asked: Asked): Staged<readonly Named[]> {
  const ids = new Ids(drafts.some(({ article }) => article !== drafts[0]?.article));
  const kept = asked.ids
    ? drafts.map((draft) => ({ ...draft, body: mapElements(draft.body, (node) => ids.keep(node, draft)) }))
    : drafts;
  const sections = kept.map((draft) => {
    const own = draft.body.properties['id'];
    return { draft, id: typeof own === 'string' ? own : ids.make(draft.name) };
  });
  const value = sections.map(({ draft, id }) => {
    const root = { ...draft.body, properties: { ...draft.body.properties, id } };
    const named = (node: ElementNode): ElementNode =>
      ids.follow(ids.forTarget(node, { listing: asked.lists, section: id }), draft.article);
    return { ...draft, id, body: mapElements(root, named), renamed: ids.renamedOf(draft.article) };
  });
  return { value, diagnostics: ids.diagnostics };
}

function hasId({ properties }: ElementNode): boolean {
  return typeof properties['id'] === 'string';
}

/** UTF-16 units of a caption that go into an id. */
const longestCaption = 40;

const noneRenamed: ReadonlyMap<string, string> = new Map();

/** The ids given so far, and by which article. */
class Ids {
  readonly diagnostics: Diagnostic[] = [];
  readonly #owners = new Map<string, Article | undefined>();
  /** The number that the next id from the same words tries: all before it are taken. */
  readonly #next = new Map<string, number>();
  /** Ids by their words: a section and its heading have the same. */
  readonly #bases = new Map<string, string>();
  /** The section in which a name stands. */
  readonly #homes = new Map<string, string>();
  /** What an article typed → what it is called now. */
  readonly #renamed = new Map<Article, Map<string, string>>();

  /** `several`: articles of which each counts its notes from 1. */
  constructor(private readonly several: boolean) {}

  /** Keeps a typed id, or changes it where it is taken. */
  keep(node: ElementNode, { article, name }: Draft): ElementNode {
    const typed = node.properties['id'];
    if (typeof typed !== 'string') return node;
    const own = this.several && isNumbered(node) ? `${baseOf(name)}-${typed}` : typed;
    const wanted = own.replace(/\s+/g, '-');
    const free = wanted !== '' && !this.#owners.has(wanted);
    const id = free ? wanted : this.make(wanted);
    if (free) this.#owners.set(id, article);
    if (id === typed) return node;
    if (!free && own === typed && this.#owners.get(wanted) === article) {
      // A slip inside one article; its links mean the first.
      this.diagnostics.push(diagnostic('ASSEMBLE-ID', { id: typed, renamed: id }, { span: node.span }));
    } else {
      const renamed = this.#renamed.get(article) ?? new Map<string, string>();
      this.#renamed.set(article, renamed.set(typed, renamed.get(typed) ?? id));
    }
    return { ...node, properties: { ...node.properties, id } };
  }

  /** A heading without an id gets one from its words; where there are lists of figures or tables, these too. */
  forTarget(
    node: ElementNode,
    { listing, section }: { readonly listing: boolean; readonly section: string },
  ): ElementNode {
    if (hasId(node)) return node;
    const words =
      levelOf(node) !== undefined
        ? plainText(node)
        : listing && listedCaption(node) !== undefined
          ? `${node.tagName} ${beginningOf(listedCaption(node) ?? '')}`
          : undefined;
    if (words === undefined) return node;
    return { ...node, properties: { ...node.properties, id: this.make(words, section) } };
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

  /** A new id from words, of what stands in a section: it begins with a letter (XML 1.0, Name) and is not taken. */
  make(words: string, section?: string): string {
    const plain = this.#bases.get(words) ?? baseOf(words);
    this.#bases.set(words, plain);
    const base = section === undefined ? plain : this.#within(plain, section);
    let id = base;
    let next = this.#next.get(base) ?? 2;
    while (this.#owners.has(id)) id = `${base}-${next++}`;
    this.#next.set(base, next);
    this.#owners.set(id, undefined);
    if (section !== undefined) this.#homes.set(id, section);
    return id;
  }

  /** The name itself where it is free or this section's own, else with the section's before it. */
  #within(plain: string, section: string): string {
    const free = !this.#owners.has(plain) || plain === section || this.#homes.get(plain) === section;
    return free ? plain : `${section}-${plain}`;
  }
}

/** As many whole words of a caption as make an id. */
function beginningOf(caption: string): string {
  return caption.length <= longestCaption ? caption : caption.slice(0, longestCaption).replace(/\s\S*$/, '');
}

/** Notes and their calls, whose ids are numbers. */
function isNumbered(node: ElementNode): boolean {
  return hasClass(node, 'footnote') || hasClass(node, 'noteref');
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
