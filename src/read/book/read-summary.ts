/**
 * `SUMMARY.md` → the chapters of a book in their order, as mdBook and GitBook read it: links in a list are
 * numbered chapters, nested as the list is; links outside of a list are not numbered; a heading below the
 * first is the title of a part; a link without an address is a chapter still to be written.
 */
import { parseMarkdown, type Token } from '../markdown-parse.js';

/** One line of the list. */
export interface SummaryEntry {
  readonly title: string;
  /** Address as typed, seen from the folder of the list; undefined for a chapter without a file. */
  readonly href: string | undefined;
  /** From 1. */
  readonly line: number;
  readonly depth: number;
  readonly number?: string;
  readonly part?: string;
}

export interface Summary {
  /** The first heading. */
  readonly title: string | undefined;
  readonly entries: readonly SummaryEntry[];
}

/** Reads the list. */
export function readSummary(source: string): Summary {
  const reader = new SummaryReader();
  const { tokens } = parseMarkdown(source);
  tokens.forEach((token, at) => {
    reader.take(token, tokens[at - 1]);
  });
  return { title: reader.title, entries: reader.entries };
}

class SummaryReader {
  title: string | undefined;
  readonly entries: SummaryEntry[] = [];
  #part: string | undefined;
  #depth = 0;
  /** How many chapters of each depth were counted inside of the last one above. */
  readonly #counts: number[] = [];
  #first = true;

  take(token: Token, before: Token | undefined): void {
    if (token.type.endsWith('_list_open')) this.#depth += 1;
    else if (token.type.endsWith('_list_close')) this.#depth -= 1;
    else if (token.type === 'inline' && before?.type === 'heading_open') this.#heading(wordsOf(token));
    else if (token.type === 'inline') this.#line(token);
  }

  #heading(words: string): void {
    if (this.#first) this.title = words;
    else this.#part = words;
    this.#first = false;
  }

  #line(token: Token): void {
    this.#first = false;
    const line = (token.map?.[0] ?? 0) + 1;
    const links = linksOf(token.children ?? []);
    if (this.#depth > 0) {
      const { title, href } = links[0] ?? { title: wordsOf(token), href: undefined };
      this.entries.push({ title, href, line, ...this.#numbered() });
      return;
    }
    // Prefix and suffix chapters: several may stand in one paragraph, and none is in a part.
    for (const { title, href, below } of links)
      this.entries.push({ title, href, line: line + below, depth: 0 });
    if (links.length > 0) this.#part = undefined;
  }

  #numbered(): Pick<SummaryEntry, 'depth' | 'number' | 'part'> {
    const depth = this.#depth - 1;
    this.#counts.length = depth + 1;
    for (let at = 0; at <= depth; at++) this.#counts[at] ??= at === depth ? 0 : 1;
    this.#counts[depth] = (this.#counts[depth] ?? 0) + 1;
    const part = this.#part === undefined ? {} : { part: this.#part };
    return { depth, number: this.#counts.join('.'), ...part };
  }
}

interface Link {
  readonly title: string;
  readonly href: string | undefined;
  /** Lines below the first of its paragraph. */
  readonly below: number;
}

function linksOf(tokens: readonly Token[]): readonly Link[] {
  const links: Link[] = [];
  let open: { href: string; title: string } | undefined;
  let below = 0;
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') below += 1;
    if (token.type === 'link_open') open = { href: String(token.attrGet('href') ?? ''), title: '' };
    else if (token.type === 'link_close' && open) {
      links.push({ title: open.title.trim(), href: open.href === '' ? undefined : open.href, below });
      open = undefined;
    } else if (open) open.title += token.content;
  }
  return links;
}

/** The words of a line, marks of emphasis and code left out. */
function wordsOf(token: Token): string {
  return (token.children ?? [])
    .map(({ content }) => content)
    .join('')
    .trim();
}
