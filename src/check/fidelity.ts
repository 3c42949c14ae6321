/**
 * The fidelity rule, the rule everything is held to: each edition holds exactly the words of the
 * source, once, in order. In: a publication or the bytes of an edition; out: words, and how two lists
 * of them differ. A no-break space counts as a space.
 */
import { meaningOf } from '../document/elements.js';
import type { Publication } from '../document/publication.js';
import type { ElementNode, TreeNode } from '../document/tree.js';
import { openEpub } from './epub/open-epub.js';
import { spineText } from './epub/spine-text.js';
import { openPdf } from './pdf/open-pdf.js';
import { paintedParts, structureWords } from './pdf/pdf-words.js';
import { readPdf, type PdfContents } from './pdf/read-pdf.js';
import { wordsOf } from './words.js';

export { proveWords, type Fidelity, type ReadWords } from './prove-words.js';
export { compareWords, type WordChange, type WordDifference, type WordMove } from './compare-words.js';
export { wordsOf } from './words.js';

/** Structure types of the element table that stand in a line and do not end a word. */
const inlineTypes = new Set(['Span', 'Quote', 'Link', 'Reference', 'Formula']);

/** The words that the source gave, in reading order: what the editions are compared with. */
export function publicationWords(publication: Publication): readonly string[] {
  return wordsOf(publication.sections.map((section) => textOfNode(section.body)).join('\n'));
}

/** Text of a content subtree; blocks and `br` end a word, furniture is left out. */
function textOfNode(node: TreeNode): string {
  if (node.origin === 'template' || node.origin === 'generated') return '';
  if (node.type === 'text') return node.value;
  if (node.tagName === 'br') return '\n';
  const inner = node.children.map(textOfNode).join('');
  return endsWord(node) ? `\n${inner}\n` : inner;
}

function endsWord(node: ElementNode): boolean {
  if (node.tagName === 'code' || node.tagName === 'img') return false;
  const meaning = meaningOf(node);
  return meaning !== undefined && !inlineTypes.has(meaning.pdf);
}

/** The words of an archive PDF along its structure tree; none when the file cannot be read. */
export function archiveWords(bytes: Uint8Array): readonly string[] {
  return pdfWords(bytes, structureWords);
}

/** The words of a print PDF in painting order, those that lines parted in their parts, of sheets as they are folded; none when the file cannot be read. */
export function printWords(bytes: Uint8Array): readonly string[] {
  return pdfWords(bytes, paintedParts);
}

function pdfWords(bytes: Uint8Array, read: (contents: PdfContents) => readonly string[]): readonly string[] {
  const file = openPdf(bytes, '').value;
  return file ? read(readPdf(file)) : [];
}

/** The words of an ebook in the order of its spine; none when the file cannot be read. */
export function ebookWords(bytes: Uint8Array): readonly string[] {
  const book = openEpub(bytes, '').value;
  return book ? wordsOf(spineText(book)) : [];
}
