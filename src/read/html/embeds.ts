/**
 * Films, sounds and frames: a book shows none of them and fetches nothing, so a link to what they show
 * stands in their place.
 */
import type { Span } from '../../diagnostic.js';
import { element, text, type TreeNode } from '../../document/tree.js';
import { attributeOf, followedAddress } from './attributes.js';
import { isElement, type HtmlElement } from './parse.js';

/** Where the film or frame is on the web; undefined where it is not. */
export function embeddedAddress(node: HtmlElement): string | undefined {
  const sources = node.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'source');
  for (const typed of [
    attributeOf(node, 'src'),
    attributeOf(node, 'data-src'),
    attributeOf(node, 'data'),
    ...sources.map((source) => attributeOf(source, 'src')),
  ]) {
    const address = followedAddress(typed);
    const whole = address?.startsWith('//') ? `https:${address}` : address;
    if (whole !== undefined && /^https?:/i.test(whole)) return whole;
  }
  return undefined;
}

/** What the author calls it; empty when nothing is said. */
export function embedTitle(node: HtmlElement): string {
  const said = attributeOf(node, 'title') ?? attributeOf(node, 'aria-label') ?? '';
  return said.replace(/\s+/g, ' ').trim();
}

/** The link, or the title alone. */
export function embedLink(tagName: string, address: string | undefined, title: string, span: Span): TreeNode {
  const words = title === '' ? text(address ?? '', { span, origin: 'generated' }) : text(title, { span });
  const className = ['embed', tagName];
  return address === undefined
    ? element('span', { className }, [words], { span })
    : element('a', { className, href: address }, [words], { span });
}
