/**
 * The pictures and tables that have a caption, for the lists of them in the navigation (`loi` and `lot` of the
 * structural vocabulary). One without an id gets it from its caption's words, so that another picture more or
 * less changes no other's.
 */
import { hasClass, type ElementNode, type TreeNode } from '../document/tree.js';
import { stripUnwritable } from '../document/xml.js';
import { asciiName, type PageTarget } from './package-model.js';
import { unusedId, type PlacedDocument, type References } from './place-documents.js';

/** The lists, in reading order, and the references with the ids given here. */
export interface Captions {
  readonly figures: readonly PageTarget[];
  readonly tables: readonly PageTarget[];
  readonly references: References;
}

/** Characters of a caption that go into an id. */
const longestId = 40;

/** Finds the captions. A caption without its picture shows nothing that could be looked up. */
export function listCaptions(placed: readonly PlacedDocument[], references: References): Captions {
  const figures: PageTarget[] = [];
  const tables: PageTarget[] = [];
  const ids = new Map(references.ids);
  const used = new Set(ids.values());
  const taken = { has: (id: string): boolean => references.files.has(id) || used.has(id) };
  for (const { document, href, elements } of placed) {
    if (document.role !== 'chapter') continue;
    for (const node of elements) {
      if (isShownList(node) && node.properties['id'] === undefined) {
        const id = unusedId(hasClass(node, 'figures') ? 'list-of-figures' : 'list-of-tables', taken);
        ids.set(node, id);
        used.add(id);
      }
      if (node.tagName !== 'figure' && node.tagName !== 'table') continue;
      const label = captionOf(node);
      if (label === '') continue;
      const own = node.properties['id'] ?? ids.get(node);
      const id = typeof own === 'string' ? own : unusedId(idOf(node, label), taken);
      if (id !== own) ids.set(node, id);
      used.add(id);
      (node.tagName === 'table' ? tables : figures).push({ label, href: `${href}#${id}` });
    }
  }
  return { figures, tables, references: { ...references, ids } };
}

/** A list of figures or tables that an author has put into the text: landmarks lead to it. */
function isShownList(node: ElementNode): boolean {
  return node.tagName === 'nav' && (hasClass(node, 'figures') || hasClass(node, 'tables'));
}

function idOf({ tagName }: ElementNode, label: string): string {
  const words = asciiName(label).toLowerCase();
  const whole = words.length <= longestId ? words : words.slice(0, longestId).replace(/-[^-]*$/, '');
  return `${tagName}-${whole}`;
}

/** The words of a caption, the photographer's credit left out. */
function captionOf(node: ElementNode): string {
  const isCaption = (child: TreeNode): boolean =>
    child.type === 'element' && (child.tagName === 'figcaption' || child.tagName === 'caption');
  const caption = hasClass(node, 'without-photo') ? undefined : node.children.find(isCaption);
  if (caption?.type !== 'element') return '';
  return stripUnwritable(words(caption)).replace(/\s+/g, ' ').trim();
}

function words(node: TreeNode): string {
  if (node.type === 'text') return node.value;
  return hasClass(node, 'credit') || hasClass(node, 'noteref') ? '' : node.children.map(words).join('');
}
