/**
 * Block tokens → the blocks of the tree, one to one: headings, paragraphs, lists, tables, quotations,
 * code, definition lists. Footnotes are lifted out and come to stand behind the top-level block that
 * refers to them first.
 */
import { diagnostic } from '../diagnostic.js';
import {
  element,
  noProperties,
  text,
  textOf,
  type ElementNode,
  type Properties,
  type TreeNode,
} from '../document/tree.js';
import { joinCaptions, listPlaceNode, taskItem } from './block-forms.js';
import { alertNode, containerNode } from './boxes.js';
import { fenceLanguage } from './highlight.js';
import { propertiesOf, type MarkdownContext } from './markdown-context.js';
import { figuresOf } from './markdown-figures.js';
import { inlineNodes } from './markdown-inline.js';
import { container, type FootnoteEnvironment, type Token } from './markdown-parse.js';
import { rawHtml } from './markdown-raw.js';
import { titleLine } from './title.js';

interface Note {
  readonly label: string;
  readonly tokens: readonly Token[];
}

/** Maps the tokens of a file. The context gathers diagnostics on the way. */
export function markdownBlocks(
  tokens: readonly Token[],
  environment: FootnoteEnvironment,
  context: MarkdownContext,
): readonly TreeNode[] {
  const { body, notes } = environment.footnotes?.refs ? liftNotes(tokens) : { body: tokens, notes: [] };
  const result: TreeNode[] = [];
  for (let from = 0; from < body.length;) {
    const to = endOfBlock(body, from);
    result.push(...blockNodes(body, context, from, to));
    if (context.pendingNotes.length > 0) result.push(...placeNotes(notes, environment, context));
    from = to;
  }
  for (const note of notes) reportUnused(note, notes, environment, context);
  return joinCaptions(result);
}

/** Takes the definitions of notes out of the stream. */
function liftNotes(tokens: readonly Token[]): { body: readonly Token[]; notes: readonly Note[] } {
  const body: Token[] = [];
  const notes: { label: string; tokens: Token[] }[] = [];
  let open: { label: string; tokens: Token[] } | undefined;
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      open = { label: String((token.meta as { label?: unknown }).label), tokens: [] };
    } else if (token.type === 'footnote_reference_close') {
      if (open) notes.push(open);
      open = undefined;
    } else (open ? open.tokens : body).push(token);
  }
  return { body, notes };
}

/** Where the top-level block ends that begins at a token. */
function endOfBlock(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}

/** The notes met since the last block, each with its own nested ones behind it. */
function placeNotes(
  notes: readonly Note[],
  environment: FootnoteEnvironment,
  context: MarkdownContext,
): readonly TreeNode[] {
  const result: TreeNode[] = [];
  for (let id = context.pendingNotes.shift(); id !== undefined; id = context.pendingNotes.shift()) {
    const entry = environment.footnotes?.list?.[id];
    const span = context.line;
    const children = entry?.tokens
      ? [element('p', noProperties, inlineNodes(entry.tokens, context), { span })]
      : blockNodes(notes.findLast((note) => note.label === entry?.label)?.tokens ?? [], context);
    const properties = { className: ['footnote'], id: `fn-${id + 1}` };
    result.push(element('aside', properties, children, { span: children[0]?.span ?? span }));
  }
  return result;
}

/** A note that nothing refers to, or whose label is defined again, has no place: say so and show its words. */
function reportUnused(
  note: Note,
  notes: readonly Note[],
  environment: FootnoteEnvironment,
  context: MarkdownContext,
): void {
  const id = environment.footnotes?.refs?.[`:${note.label}`] ?? -1;
  if (context.hasMet(id) && notes.findLast((other) => other.label === note.label) === note) return;
  const nodes = blockNodes(note.tokens, context);
  const values = { type: 'footnote', text: nodes.map(textOf).join(' ') };
  context.diagnostics.push(diagnostic('READ-LEFT-OUT', values, { span: nodes[0]?.span ?? context.line }));
}

/** The nodes of the tokens from one index to another. */
function blockNodes(
  tokens: readonly Token[],
  context: MarkdownContext,
  from = 0,
  to = tokens.length,
): readonly TreeNode[] {
  const frames: { open: Token | undefined; nodes: TreeNode[] }[] = [{ open: undefined, nodes: [] }];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) break;
    context.enter(token.map);
    if (token.nesting === 1) {
      frames.push({ open: token, nodes: [] });
      continue;
    }
    const frame = token.nesting === -1 ? frames.pop() : undefined;
    const nodes = frame?.open
      ? closeBlock(frame.open, frame.nodes, context)
      : leafBlock(token, frames.at(-1)?.open, context);
    frames.at(-1)?.nodes.push(...nodes);
  }
  return frames[0]?.nodes ?? [];
}

/** The element of a block whose children are known. */
function closeBlock(open: Token, nodes: readonly TreeNode[], context: MarkdownContext): readonly TreeNode[] {
  const isFigure = nodes.length > 0 && nodes.every(isFigureNode);
  // Tight lists have no paragraphs, and a figure stands in none.
  if (open.type === 'paragraph_open' && (open.hidden || isFigure)) return nodes;
  const span = open.map ? { file: context.file, line: open.map[0] + 1 } : (nodes[0]?.span ?? context.line);
  const children = open.tag === 'h1' ? titleLine(nodes) : nodes;
  return [formed(open, element(open.tag, blockProperties(open), joinCaptions(children), { span }), context)];
}

/** What a block is by its first characters, where that is more than its element says. */
function formed(open: Token, node: ElementNode, context: MarkdownContext): ElementNode {
  const at = { span: node.span ?? context.line, language: context.language };
  switch (open.type) {
    case 'list_item_open':
      return taskItem(node);
    case 'paragraph_open':
      return listPlaceNode(node) ?? node;
    case 'blockquote_open':
      return alertNode(node.children, at) ?? node;
    case `container_${container}_open`:
      return containerNode(node, open.info, at);
    default:
      return node;
  }
}

function isFigureNode(node: TreeNode): boolean {
  return node.type === 'element' && node.tagName === 'figure';
}

function blockProperties(open: Token): Properties {
  const properties = propertiesOf(open);
  if (open.type === 'th_open') return { scope: 'col', ...properties };
  return properties;
}

function leafBlock(token: Token, parent: Token | undefined, context: MarkdownContext): readonly TreeNode[] {
  switch (token.type) {
    case 'inline': {
      const children = token.children ?? [];
      const figures = parent?.type === 'paragraph_open' ? figuresOf(children, context) : undefined;
      return figures ?? inlineNodes(children, context);
    }
    case 'fence':
    case 'code_block':
      return [codeBlock(token, context)];
    case 'hr':
      return [element('hr', propertiesOf(token), [], { span: context.line })];
    case 'html_block':
      context.holdsHtml = true;
      return [rawHtml(token.content, context.line)];
    default:
      return [];
  }
}

function codeBlock(token: Token, context: MarkdownContext): TreeNode {
  const language = fenceLanguage(token.info);
  const first = token.map?.[0] ?? 0;
  // The text begins below the fence; indented code begins at once.
  const span = { file: context.file, line: first + (token.type === 'fence' ? 2 : 1) };
  const properties = language ? { className: [`language-${language}`] } : noProperties;
  const marked = language ? context.highlight?.(token.content, language, span) : undefined;
  const code = element('code', properties, marked ?? [text(token.content, { span })], { span });
  return element('pre', propertiesOf(token), [code], { span: { file: context.file, line: first + 1 } });
}
