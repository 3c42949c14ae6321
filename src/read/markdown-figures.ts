/**
 * A paragraph of nothing but pictures → figures. The picture's title is its caption, the words in
 * brackets its alternative text, and a line `*Ảnh: …*` below it the photographer's credit.
 */
import { element, text, textOf, type ElementNode, type TreeNode } from '../document/tree.js';
import { creditOf } from './credit.js';
import { figure } from './figure.js';
import { propertiesOf, type MarkdownContext } from './markdown-context.js';
import { altOf, inlineNodes } from './markdown-inline.js';
import type { Token } from './markdown-parse.js';

interface Group {
  readonly image: Token;
  /** Tokens of the credit, emphasis included; empty when there is none. */
  readonly credit: readonly Token[];
}

/** The figures of a paragraph's tokens; undefined when it holds other words. */
export function figuresOf(
  tokens: readonly Token[],
  context: MarkdownContext,
): readonly ElementNode[] | undefined {
  const groups = groupsOf(tokens);
  return groups?.map((group) => figureNode(group, context));
}

function groupsOf(tokens: readonly Token[]): readonly Group[] | undefined {
  const groups: { image: Token; credit: Token[] }[] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (token.type === 'image') groups.push({ image: token, credit: [] });
    else if (token.type === 'softbreak' || (token.type === 'text' && token.content.trim() === '')) continue;
    else if (last) last.credit.push(token);
    else return undefined;
  }
  const sound = groups.every(({ credit }) => credit.length === 0 || isCredit(credit));
  return groups.length > 0 && sound ? groups : undefined;
}

function isCredit(tokens: readonly Token[]): boolean {
  const words = tokens.map((token) => token.content).join('');
  const credit = creditOf(words.trim());
  return (
    credit?.start === 0 && tokens.every((token) => /^(?:text|(?:em|strong)_(?:open|close))$/.test(token.type))
  );
}

function figureNode(group: Group, context: MarkdownContext): ElementNode {
  const { image: token } = group;
  const span = context.locate(String(token.attrGet('src') ?? ''));
  const picture = context.pictures.get(String(token.attrGet('src') ?? ''));
  const alt = altOf(token);
  const title = String(token.attrGet('title') ?? '').trim();
  // A picture that cannot be shown leaves at least its description.
  const words = title || (picture?.image ? '' : alt);
  const caption = captionNodes(words, group, context);
  const made = figure({
    image: picture?.image,
    alt: picture?.sidecar || alt,
    caption,
    captionText: caption.map(textOf).join('').trim(),
    span,
    properties: propertiesOf(token, ['src', 'alt', 'title']),
  });
  context.diagnostics.push(...made.diagnostics);
  return made.node;
}

function captionNodes(words: string, group: Group, context: MarkdownContext): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  if (words !== '') {
    const span = context.locate(words);
    const credit = creditOf(words);
    const part = (start: number, end?: number): readonly TreeNode[] =>
      words.slice(start, end) === '' ? [] : [text(words.slice(start, end), { span })];
    if (!credit) nodes.push(...part(0));
    else {
      nodes.push(...part(0, credit.start));
      nodes.push(element('span', { className: ['credit'] }, part(credit.start, credit.end), { span }));
      nodes.push(...part(credit.end));
    }
  }
  if (group.credit.length === 0) return nodes;
  const own = inlineNodes(group.credit, context);
  // The emphasis only marks the credit, as the class does now.
  const plain = own.flatMap((node) => (node.type === 'element' ? node.children : [node]));
  const span = plain[0]?.span ?? context.line;
  if (nodes.length > 0) nodes.push(text(' ', { span, origin: 'generated' }));
  return [...nodes, element('span', { className: ['credit'] }, plain, { span })];
}
