/**
 * HTML on its way through the Markdown mappers: a node that holds a stretch of it as typed, until the whole
 * text is known and its tags can be paired (`markdown-html.ts`).
 */
import type { Span } from '../diagnostic.js';
import { element, type ElementNode, type TreeNode } from '../document/tree.js';
import { endsInLine, tagAt, voidElements, type Tag } from './html/tags.js';
import type { Token } from './markdown-parse.js';

const rawTag = '#html';

/** A node that stands for HTML as typed. */
export function rawHtml(typed: string, span: Span): ElementNode {
  return element(rawTag, { html: typed }, [], { span });
}

/** The HTML that a node stands for; undefined for all others. */
export function htmlOf(node: TreeNode): string | undefined {
  return node.type === 'element' && node.tagName === rawTag ? String(node.properties['html']) : undefined;
}

/** What becomes of a tag in a line: words, or an element without content. */
export type LoneTag = 'words' | 'empty';

/** The tags of a paragraph that have no partner in it, where they need one. */
export function loneTags(tokens: readonly Token[]): ReadonlyMap<Token, LoneTag> {
  const lone = new Map<Token, LoneTag>();
  const open: { readonly tag: Tag; readonly token: Token }[] = [];
  const give = ({ tag, token }: { readonly tag: Tag; readonly token: Token }): void => {
    // `<a name="x">` marks a place; in the HTML of long ago it was never closed.
    const place =
      tag.name === 'a' && /\b(?:name|id)\s*=/i.test(tag.attributes) && !/\bhref\s*=/i.test(tag.attributes);
    lone.set(token, place ? 'empty' : 'words');
  };
  for (const token of tokens) {
    const tag = token.type === 'html_inline' ? tagAt(token.content, 0) : undefined;
    if (!tag || tag.selfClosing || voidElements.has(tag.name) || !endsInLine(tag.name)) continue;
    if (!tag.closing) open.push({ tag, token });
    else {
      const at = open.findLastIndex((other) => other.tag.name === tag.name);
      if (at < 0) lone.set(token, 'words');
      else open.splice(at).slice(1).forEach(give);
    }
  }
  open.forEach(give);
  return lone;
}
