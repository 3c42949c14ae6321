/**
 * css-tree's parser with its lists turned into arrays. (Its own `list: false` fails on plus and minus
 * signs in values, css-tree 3.2.1.)
 */
import parse from 'css-tree/parser';
import type { CssNode, CssNodePlain, ParseOptions, Raw, SyntaxParseError } from 'css-tree';

/**
 * Parses CSS text into css-tree's plain nodes. Syntax errors go to `onParseError`. Where css-tree
 * cannot go on (it throws for a value or a declaration list that ends amiss), the whole text is one
 * Raw node.
 */
export function parseCss(text: string, options: Omit<ParseOptions, 'list'>): CssNodePlain {
  try {
    return plain(parse(text, options));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const raw: Raw = { type: 'Raw', value: text };
    options.onParseError?.(Object.assign(error, { line: 1, column: 1 }) as SyntaxParseError, raw);
    return raw;
  }
}

/** The fields of css-tree's nodes that hold other nodes. */
const childFields = ['children', 'prelude', 'block', 'value', 'selector'] as const;

/** Nodes that hold no others, which most are. */
const leaves: ReadonlySet<string> = new Set([
  'Combinator',
  'Comment',
  'Dimension',
  'Hash',
  'Identifier',
  'Number',
  'Operator',
  'Percentage',
  'String',
  'TypeSelector',
  'Url',
  'WhiteSpace',
]);

/** The nodes are ours alone: lists are replaced where they stand. */
function plain(node: CssNode): CssNodePlain {
  if (leaves.has(node.type)) return node as CssNodePlain;
  const fields = node as unknown as Record<string, unknown>;
  for (const field of childFields) {
    const child = fields[field];
    if (typeof child !== 'object' || child === null) continue;
    if ('toArray' in child && typeof child.toArray === 'function') {
      const nodes = child.toArray() as CssNode[];
      for (const inner of nodes) plain(inner);
      fields[field] = nodes;
    } else if ('type' in child) plain(child as CssNode);
  }
  return fields as unknown as CssNodePlain;
}
