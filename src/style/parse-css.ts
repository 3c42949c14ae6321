/**
 * css-tree's parser with its lists turned into arrays. (Its own `list: false` fails on plus and minus
 * signs in values, css-tree 3.2.1.)
 */
import parse from 'css-tree/parser';
import type { CssNode, CssNodePlain, ParseOptions } from 'css-tree';

/** Parses CSS text into css-tree's plain nodes. Syntax errors go to `onParseError`; it never throws. */
export function parseCss(text: string, options: Omit<ParseOptions, 'list'>): CssNodePlain {
  return plain(parse(text, options));
}

/** The fields of css-tree's nodes that hold other nodes. */
const childFields = ['children', 'prelude', 'block', 'value', 'selector'] as const;

function plain(node: CssNode): CssNodePlain {
  const copy: Record<string, unknown> = { ...node };
  for (const field of childFields) {
    const child = copy[field];
    if (typeof child !== 'object' || child === null) continue;
    if ('toArray' in child && typeof child.toArray === 'function')
      copy[field] = (child.toArray() as CssNode[]).map(plain);
    else if ('type' in child) copy[field] = plain(child as CssNode);
  }
  return copy as unknown as CssNodePlain;
}
