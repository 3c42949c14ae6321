/**
 * Footnotes and endnotes: mammoth writes them as a list at the end, with links there and back. They become
 * what notes are in Markdown: `a.noteref` in the text, `aside.footnote` behind the top-level block that
 * refers to it first.
 */
import { element, text, walk, type ElementNode, type TreeNode } from '../../document/tree.js';
import { idPrefix } from './convert.js';

const noteId = new RegExp(`^${idPrefix}((?:foot|end)note-.+)$`);
const referenceId = new RegExp(`^${idPrefix}(?:foot|end)note-ref-`);

/** Blocks with their notes in place. */
export function placeNotes(blocks: readonly TreeNode[]): readonly TreeNode[] {
  const last = blocks.at(-1);
  const isList = last?.type === 'element' && last.tagName === 'ol' && last.children.every(isNote);
  if (!isList || last.type !== 'element' || last.children.length === 0) return blocks;
  const bodies = new Map<string, ElementNode>();
  for (const item of last.children) {
    const id = item.type === 'element' ? noteOf(String(item.properties['id'])) : undefined;
    if (id !== undefined && item.type === 'element' && !bodies.has(id)) bodies.set(id, item);
  }
  const references = new References(bodies);
  return blocks.slice(0, -1).flatMap((block) => references.place(block));
}

/** Whether an element is the mark of a note, as mammoth writes it. */
export function refersToNote(node: ElementNode): boolean {
  return noteReferred(node) !== undefined;
}

function noteReferred({ tagName, children }: ElementNode): string | undefined {
  const [only, ...others] = children;
  if (tagName !== 'sup' || others.length > 0 || only?.type !== 'element' || only.tagName !== 'a')
    return undefined;
  if (!referenceId.test(String(only.properties['id'] ?? ''))) return undefined;
  return noteOf(String(only.properties['href'] ?? '').slice(1));
}

function isNote(node: TreeNode): boolean {
  return node.type === 'element' && noteOf(String(node.properties['id'] ?? '')) !== undefined;
}

function noteOf(id: string): string | undefined {
  return noteId.exec(id)?.[1];
}

class References {
  /** Number and count of references by note. */
  readonly #met = new Map<string, { readonly number: number; times: number }>();
  #pending: ElementNode[] = [];

  constructor(private readonly bodies: ReadonlyMap<string, ElementNode>) {}

  /** A top-level block and the notes that it refers to first. */
  place(block: TreeNode): readonly TreeNode[] {
    this.#pending = [];
    const made = this.#within(block);
    return [made, ...this.#pending];
  }

  #within(node: TreeNode): TreeNode {
    if (node.type === 'text') return node;
    const note = noteReferred(node);
    if (note !== undefined && this.bodies.has(note)) return this.#reference(note, node);
    return { ...node, children: node.children.map((child) => this.#within(child)) };
  }

  #reference(note: string, { span }: ElementNode): ElementNode {
    const met = this.#met.get(note) ?? { number: this.#met.size + 1, times: 0 };
    this.#met.set(note, met);
    met.times++;
    const more = span ? { span } : {};
    const { number, times } = met;
    const body = this.bodies.get(note);
    if (times === 1 && body) {
      const properties = { className: ['footnote'], id: `fn-${number}` };
      const children = withoutBacklink(body.children);
      this.#pending.push(element('aside', properties, children, body.span ? { span: body.span } : {}));
    }
    const id = times === 1 ? `fnref-${number}` : `fnref-${number}-${times}`;
    return element(
      'a',
      { className: ['noteref'], id, href: `#fn-${number}` },
      [text(String(number), { ...more, origin: 'generated' })],
      more,
    );
  }
}

/** The note's blocks without the arrow that leads back, in paragraphs, the blank of the mark in front gone. */
function withoutBacklink(children: readonly TreeNode[]): readonly TreeNode[] {
  const of = (nodes: readonly TreeNode[]): readonly TreeNode[] => {
    const kept = nodes.filter((node) => !isBacklink(node));
    return kept.map((node, at) => {
      if (node.type === 'element') return { ...node, children: of(node.children) };
      const value = at === 0 ? node.value.trimStart() : node.value;
      const isLast = at === kept.length - 1 && kept.length < nodes.length;
      return { ...node, value: isLast ? value.trimEnd() : value };
    });
  };
  const blocks = of(children).filter((node) =>
    node.type === 'element' ? hasWords(node) : node.value.trim() !== '',
  );
  if (
    blocks.every(
      (node) => node.type === 'element' && !/^(?:em|strong|a|span|sup|sub|u|s)$/.test(node.tagName),
    )
  )
    return blocks;
  const [first] = blocks;
  return [element('p', {}, blocks, first?.span ? { span: first.span } : {})];
}

function isBacklink(node: TreeNode): boolean {
  return (
    node.type === 'element' &&
    node.tagName === 'a' &&
    referenceId.test(String(node.properties['href'] ?? '').slice(1))
  );
}

function hasWords(node: ElementNode): boolean {
  let found = false;
  walk(node, (one) => {
    found ||= one.type === 'text' ? one.value.trim() !== '' : one.type === 'element' && one.tagName === 'img';
  });
  return found;
}
