/**
 * Boxes beside the text: quotations that begin with GitHub's `[!NOTE]`, and `:::` containers → `aside`
 * (`box note`, `box warning`, `box`, `pull-quote`), `letter` → `blockquote`,
 * any other container → a `div` of that class. A box
 * of a kind that has a name gets it as its title where the author gave none: generated words, in the
 * article's language.
 */
import type { Span } from '../diagnostic.js';
import { classes, element, text, type ElementNode, type TreeNode } from '../document/tree.js';

/** Where a box stands, and in which language. */
interface Place {
  readonly span: Span;
  /** BCP 47. */
  readonly language: string;
}

/** The kinds of box with a name, as GitHub has them; `danger` and `info` are other words for two of them. */
const names: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  note: { vi: 'Ghi chú', en: 'Note' },
  tip: { vi: 'Mẹo', en: 'Tip' },
  important: { vi: 'Quan trọng', en: 'Important' },
  warning: { vi: 'Cảnh báo', en: 'Warning' },
  caution: { vi: 'Thận trọng', en: 'Caution' },
};
const synonyms: Readonly<Record<string, string>> = { danger: 'caution', info: 'note' };

/** `name Title`, `{.name #id}`. */
const containerHead = /^(?:\{\s*\.([\w-]+)[^{}]*\}|([\w-]+))(?:\s+(.*))?$/u;
const alertHead = /^\[!(\w+)\](?:\s+(.*))?$/u;

/** What stands behind the colons of a container; undefined when that is no container of ours. */
export function readContainer(info: string): { readonly kind: string; readonly title: string } | undefined {
  const [, braced, plain, title = ''] = containerHead.exec(info.trim()) ?? [];
  const kind = (braced ?? plain)?.toLowerCase();
  return kind === undefined ? undefined : { kind: synonyms[kind] ?? kind, title: title.trim() };
}

/** The element of a container; `plain` is the `div` that its tokens make, with the attributes typed behind the colons. */
export function containerNode(plain: ElementNode, info: string, at: Place): ElementNode {
  const typed = classes(plain);
  const head = readContainer(info) ?? readContainer(typed[0] ?? '');
  if (!head) return plain;
  const { kind, title } = head;
  const words = title === '' ? [] : [text(title, { span: at.span })];
  const aside = kind in names || kind === 'box' || kind === 'pull-quote';
  const className = [...new Set([...(kind in names ? ['box'] : []), kind, ...typed])];
  return {
    ...plain,
    tagName: aside ? 'aside' : kind === 'letter' ? 'blockquote' : 'div',
    properties: { ...plain.properties, className },
    children: [...titleNodes(kind, words, at), ...plain.children],
  };
}

/** The box that a quotation is by its first words; undefined when it is a quotation. */
export function alertNode(content: readonly TreeNode[], at: Place): ElementNode | undefined {
  const [opening, ...rest] = content;
  if (opening?.type !== 'element' || opening.tagName !== 'p') return undefined;
  const first = opening.children[0];
  if (first?.type !== 'text') return undefined;
  const [, typed = '', words = ''] = alertHead.exec(first.value) ?? [];
  const kind = synonyms[typed.toLowerCase()] ?? typed.toLowerCase();
  if (!(kind in names)) return undefined;
  // The first line is the head: a title may stand on it, and the text goes on below.
  const end = opening.children.findIndex((node) => node.type === 'text' && node.value === ' ');
  const line = end < 0 ? opening.children.slice(1) : opening.children.slice(1, end);
  const below = end < 0 ? [] : opening.children.slice(end + 1);
  const title = [...(words === '' ? [] : [text(words, { span: at.span })]), ...line];
  const body = below.length > 0 ? [{ ...opening, children: below }, ...rest] : rest;
  const className = ['box', kind];
  return element('aside', { className }, [...titleNodes(kind, title, at), ...body], { span: at.span });
}

/** The title of a box: the author's words, else its name; a box without a name needs none. */
function titleNodes(
  kind: string,
  words: readonly TreeNode[],
  { span, language }: Place,
): readonly ElementNode[] {
  const name = names[kind]?.[/^vi\b/i.test(language) ? 'vi' : 'en'];
  if (words.length === 0 && name === undefined) return [];
  const shown = words.length > 0 ? words : [text(name ?? '', { span, origin: 'generated' })];
  return [element('p', { className: ['box-title'] }, shown, { span })];
}
