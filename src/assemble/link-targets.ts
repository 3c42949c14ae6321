/**
 * What the addresses of links mean: an id of the publication, the file of an article, or a heading by the
 * name that web pages give it (mdBook, GitHub: its words in small letters with hyphens; GitBook: without
 * accents). Names are looked
 * for in the article first that the address means, for several may have a heading of the same words.
 */
import { decodeAddress } from '../document/decode-address.js';
import { posix } from 'node:path';
import { slug } from '../document/slug.js';
import { hasClass } from '../document/tree.js';
import { decodedFragment, type Named } from './give-ids.js';
import { levelOf } from './headings.js';
import { idsIn } from './ids-in.js';
import { visitElements } from './map-tree.js';
import { plainText } from './sections.js';

/** Files that a folder is addressed by. */
const indexes = ['README.md', 'index.md', 'readme.md'];

export class Targets {
  readonly #ids: ReadonlySet<string>;
  readonly #byFile = new Map<string, Named[]>();
  /** By file; made when a fragment is met that is no id. */
  readonly #names = new Map<string, ReadonlyMap<string, string>>();

  constructor(sections: readonly Named[]) {
    this.#ids = new Set(sections.flatMap(({ body }) => idsIn(body)));
    for (const section of sections) {
      const path = posix.normalize(section.article.path);
      this.#byFile.set(path, [...(this.#byFile.get(path) ?? []), section]);
    }
  }

  /** The id that an address means, which stands in the article of a path; undefined when there is none. */
  of(href: string, from: string): string | undefined {
    const file = href.startsWith('#') ? posix.normalize(from) : this.#file(href, from);
    if (file === undefined) return undefined;
    if (!href.includes('#')) return this.#byFile.get(file)?.find(({ body }) => !hasClass(body, 'part'))?.id;
    const fragment = decodedFragment(href);
    if (fragment === '') return this.#byFile.get(file)?.[0]?.id;
    const named = this.#namesIn(file).get(fragment);
    return named ?? (href.startsWith('#') && this.#ids.has(fragment) ? fragment : undefined);
  }

  /** The article's file that an address means: also by its page on the web, or by its folder. */
  #file(href: string, from: string): string | undefined {
    const typed = decodeAddress(href.replace(/[?#].*$/s, ''));
    const path = posix.join(posix.dirname(from), typed);
    const page = path.replace(/\.html?$/i, '');
    const candidates = [
      path,
      `${page}.md`,
      ...indexes.map((name) => posix.join(path, name)),
      ...(/(?:^|\/)index$/i.test(page) ? indexes.map((name) => posix.join(posix.dirname(page), name)) : []),
    ];
    return candidates.find((candidate) => this.#byFile.has(candidate));
  }

  /** Names of a file's headings and renamed ids → ids. */
  #namesIn(file: string): ReadonlyMap<string, string> {
    const known = this.#names.get(file);
    if (known) return known;
    const names = new Map<string, string>();
    const add = (name: string, id: string): void => {
      if (!names.has(name)) names.set(name, id);
    };
    const counts = new Map<string, number>();
    for (const section of this.#byFile.get(file) ?? []) {
      for (const [typed, id] of section.renamed) add(typed, id);
      for (const id of idsIn(section.body)) add(id, id);
      visitElements(section.body, (node) => {
        if (levelOf(node) === undefined) return;
        const words = plainText(node);
        for (const name of new Set([webName(words), slug(words)])) {
          const count = counts.get(name) ?? 0;
          counts.set(name, count + 1);
          add(count === 0 ? name : `${name}-${count}`, String(node.properties['id']));
        }
      });
    }
    this.#names.set(file, names);
    return names;
  }
}

/** The name of a heading as mdBook and GitHub make it. */
function webName(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/gu, '-');
}
