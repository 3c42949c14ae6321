/**
 * The inline tokens of one paragraph → nodes: text with spans, emphasis, links, code, pictures in the
 * line and footnote references (whose number is ours: `origin: generated`).
 */
import { diagnostic, type Span } from '../diagnostic.js';
import { element, noProperties, text, type TreeNode } from '../document/tree.js';
import { imageProperties } from './figure.js';
import { propertiesOf, type MarkdownContext } from './markdown-context.js';
import type { Token } from './markdown-parse.js';
import { loneTags, rawHtml, type LoneTag } from './markdown-raw.js';

const noteMark = /\[\^[^\]\s]+\]/;

/** Nodes of the children of an `inline` token. The cursor of the context stands in its block. */
export function inlineNodes(tokens: readonly Token[], context: MarkdownContext): readonly TreeNode[] {
  const lone = tokens.some(isHtml) ? loneTags(tokens) : undefined;
  const frames: { open: Token | undefined; nodes: TreeNode[] }[] = [{ open: undefined, nodes: [] }];
  const add = (...nodes: readonly TreeNode[]): void => {
    frames.at(-1)?.nodes.push(...nodes);
  };
  for (const token of tokens) {
    if (token.nesting === 1) frames.push({ open: token, nodes: [] });
    else if (token.nesting === -1) {
      const frame = frames.pop();
      const open = frame?.open;
      if (frame && open)
        add(element(open.tag, propertiesOf(open), frame.nodes, spanFrom(frame.nodes, context)));
    } else add(...(isHtml(token) ? html(token, lone?.get(token), context) : leaf(token, context)));
  }
  return frames[0]?.nodes ?? [];
}

function spanFrom(
  nodes: readonly TreeNode[],
  context: MarkdownContext,
): { span: NonNullable<TreeNode['span']> } {
  return { span: nodes[0]?.span ?? context.line };
}

function isHtml(token: Token): boolean {
  return token.type === 'html_inline';
}

/** A tag or a comment, to be read when all of the file is known; one without its partner stays as typed. */
function html({ content }: Token, lone: LoneTag | undefined, context: MarkdownContext): readonly TreeNode[] {
  const span = context.locate(content);
  if (lone === 'words') {
    context.diagnostics.push(diagnostic('READ-HTML', { tag: content }, { span }));
    return [text(content, { span })];
  }
  context.holdsHtml = true;
  return [rawHtml(lone === 'empty' ? `${content}</a>` : content, span)];
}

function leaf(token: Token, context: MarkdownContext): readonly TreeNode[] {
  switch (token.type) {
    case 'text':
      return token.content === '' ? [] : [textNode(token.content, context)];
    case 'code_inline': {
      const span = context.locate(token.content);
      return [element('code', propertiesOf(token), [text(token.content, { span })], { span })];
    }
    case 'softbreak': {
      const { line: span } = context;
      context.nextLine();
      return [text(' ', { span })];
    }
    case 'hardbreak': {
      const { line: span } = context;
      context.nextLine();
      return [element('br', noProperties, [], { span })];
    }
    case 'image':
      return [inlineImage(token, context)];
    case 'footnote_ref':
      return [noteReference(token, context)];
    default:
      return token.content === '' ? [] : [textNode(token.content, context)];
  }
}

function textNode(content: string, context: MarkdownContext): TreeNode {
  const span = context.locate(content);
  const lost = content.includes('[^') ? noteMark.exec(content) : null;
  if (lost)
    context.diagnostics.push(diagnostic('READ-NOTE-LOST', { label: lost[0] }, { span: within(span, lost) }));
  return text(content, { span });
}

/** The place of a find in a text that stands at `span`; the line alone where its columns are not known. */
function within(span: Span, found: RegExpExecArray): Span {
  if (span.column === undefined) return span;
  return { ...span, column: span.column + found.index, length: found[0].length };
}

function inlineImage(token: Token, context: MarkdownContext): TreeNode {
  const span = context.locate(token.content);
  const picture = context.pictures.get(String(token.attrGet('src') ?? ''));
  const alt = altOf(token);
  // What cannot be shown leaves its description in the line.
  if (!picture?.image)
    return element('span', { className: ['without-photo'] }, alt ? [text(alt, { span })] : [], { span });
  const title = String(token.attrGet('title') ?? '');
  const made = imageProperties(picture.image, picture.sidecar || alt, title, span);
  context.diagnostics.push(...made.diagnostics);
  return element('img', { ...propertiesOf(token, ['src', 'alt']), ...made.properties }, [], { span });
}

/** The words between the brackets of a picture. */
export function altOf(token: Token): string {
  const words = (token.children ?? []).map((child) => (child.type === 'softbreak' ? ' ' : child.content));
  return words.join('').trim();
}

/** `<a class="noteref" id="fnref-1" href="#fn-1">1</a>`; later references to the note get ids of their own. */
function noteReference(token: Token, context: MarkdownContext): TreeNode {
  const { id, subId } = token.meta as { id: number; subId?: number };
  context.meetNote(id);
  const number = id + 1;
  const own = subId ? `fnref-${number}-${subId + 1}` : `fnref-${number}`;
  const span = context.line;
  const properties = { className: ['noteref'], id: own, href: `#fn-${number}` };
  return element('a', properties, [text(String(number), { span, origin: 'generated' })], { span });
}
