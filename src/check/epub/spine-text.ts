/**
 * The text of a book in the order of its spine, as far as the source wrote it: what the template or a
 * style sheet made (`data-origin`), page-break markers and the navigation are left out.
 */
import { attributeOf, xmlText, type XmlElement, type XmlNode } from '../../document/read-xml.js';
import { all, first, type Epub } from './open-epub.js';

/** Elements whose text runs on in the line; every other one ends a word. */
const inline = new Set(
  (
    'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb rp rt rtc ruby s samp small span strong sub sup time u var ' +
    'wbr img ' +
    // Of MathML.
    'math merror mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd ' +
    'mtext mtr munder munderover'
  ).split(' '),
);

export const epubNamespace = 'http://www.idpf.org/2007/ops';

/** Text of all spine documents; blocks and `br` are line feeds. */
export function spineText(book: Epub): string {
  return book.spine
    .filter((document) => document !== book.navigation)
    .map(({ root }) => {
      const body = first(root, 'body');
      return body ? textOf(body, true) : '';
    })
    .join('\n');
}

/** `ours` is false inside furniture, until `data-origin="content"` begins the source's own text again. */
function textOf(node: XmlNode, ours: boolean): string {
  if (node.type === 'text') return ours ? node.value : '';
  if (isPageBreak(node)) return '';
  if (node.name === 'br') return '\n';
  const origin = node.attributes.get('data-origin');
  const inside = origin === undefined ? ours : origin === 'content';
  const inner = node.children.map((child) => textOf(child, inside)).join('');
  return inline.has(node.name) ? inner : `\n${inner}\n`;
}

/** A marker of a page of the printed edition (EPUB Accessibility 1.1, 4.1.2). */
export function isPageBreak(element: XmlElement): boolean {
  return (
    element.attributes.get('role') === 'doc-pagebreak' ||
    (attributeOf(element, epubNamespace, 'type') ?? '').split(/\s+/).includes('pagebreak')
  );
}

/** Whether the pages of a book are fixed (EPUB 3.3, 8.2.2.1). */
export function isFixedLayout(book: Epub): boolean {
  const metas = book.package ? all(book.package, 'meta') : [];
  return metas.some(
    (meta) =>
      meta.attributes.get('property') === 'rendition:layout' && xmlText(meta).trim() === 'pre-paginated',
  );
}
