/**
 * Why a text is no well-formed XML (XML 1.0): the text and the place where a reader stopped in, what stands
 * there out. Looked up only once the reader has failed.
 */

/** What is wrong at the place; names are as written, lines count from 1. */
export type XmlFault =
  | { readonly kind: 'end'; readonly found: string; readonly tag: string; readonly line: number }
  | { readonly kind: 'unclosed'; readonly tag: string; readonly line: number }
  | { readonly kind: 'entity'; readonly entity: string }
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'attribute'; readonly tag: string }
  | { readonly kind: 'prefix'; readonly tag: string }
  | { readonly kind: 'ampersand' | 'outside' | 'depth' | 'size' | 'other' };

/** The fault at a place; `text` is as the reader saw it. */
export function faultAt(text: string, at: number): XmlFault {
  const here = text.slice(at, at + 200);
  const code = text.charCodeAt(at);
  if (code >= 0xfffe || (code < 32 && !/\s/.test(here.charAt(0)))) {
    return { kind: 'character', character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` };
  }
  const entity = /^&([\w:.-]+);/.exec(here)?.[1];
  if (entity !== undefined) return { kind: 'entity', entity };
  if (here.startsWith('&')) return { kind: 'ampersand' };
  const open = openElements(text, at);
  const inner = open.elements.at(-1);
  if (open.inTag !== undefined) return { kind: 'attribute', tag: open.inTag };
  const found = /^<\/([^\s>]*)/.exec(here)?.[1];
  if (found !== undefined && inner) return { kind: 'end', found, ...placed(text, inner) };
  if (at >= text.length && inner) return { kind: 'unclosed', ...placed(text, inner) };
  const tag = /^<([^\s/>!?]+)/.exec(here)?.[1];
  if (inner === undefined && !here.startsWith('<!')) return { kind: 'outside' };
  return tag?.includes(':') || /^<[^>]*\s[\w-]+:[\w-]+=/.test(here)
    ? { kind: 'prefix', tag: tag ?? '' }
    : { kind: 'other' };
}

interface Open {
  readonly tag: string;
  readonly at: number;
}

const piece =
  /<!--[^]*?(?:-->|$)|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<(\/?)([^\s/>!?]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;

/** The elements that are open before a place, and the tag that the place lies in. */
function openElements(
  text: string,
  at: number,
): { readonly elements: readonly Open[]; readonly inTag: string | undefined } {
  const elements: Open[] = [];
  let behind = 0;
  for (const found of text.slice(0, at).matchAll(piece)) {
    const [whole, slash, tag, rest] = found;
    behind = found.index + whole.length;
    if (tag === undefined) continue;
    if (slash === '/') elements.pop();
    else if (rest?.endsWith('/') !== true) elements.push({ tag, at: found.index });
  }
  return { elements, inTag: /<([^\s/>!?<]+)[^>]*$/.exec(text.slice(behind, at))?.[1] };
}

/** Line and column from 1. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
}

function placed(text: string, { tag, at }: Open): { readonly tag: string; readonly line: number } {
  return { tag, line: placeOf(text, at).line };
}
