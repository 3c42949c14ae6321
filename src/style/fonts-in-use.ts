/**
 * Which fonts the documents of an ebook ask for: families, weight and style of every text in them and of
 * what style sheets put before and after it. Elements of one kind (name and classes) in one surrounding look
 * alike, so the styles are computed on an outline of the documents that has each kind twice: a book of two
 * thousand chapters then costs as much as one of ten. Rules that count further than to the second of a kind
 * are not followed.
 */
import type { StylesheetSource } from '../document/publication.js';
import type { ComputedStyle, FontFaceRule, FontUse } from '../document/style.js';
import { TreeIndex } from '../document/tree-index.js';
import { classes, element, text, type ElementNode, type TreeNode } from '../document/tree.js';
import type { Host } from '../host.js';
import { styleTree } from './style.js';

/** How many elements of one kind an outline keeps in one place: the first, and all that follow. */
const mostAlike = 2;

/** An element of the outline, standing for all of its kind in its place. */
interface Outlined {
  readonly node: ElementNode;
  readonly children: Outlined[];
  readonly kinds: Map<string, Outlined[]>;
  hasText: boolean;
}

/** Fonts of an ebook. */
export interface FontsInUse {
  /** What its text asks for, each once. */
  readonly uses: readonly FontUse[];
  /** What there is: the faces of the package and those that the sheets declare. */
  readonly faces: readonly FontFaceRule[];
}

/** The fonts of these documents; what is wrong with the sheets is told where they are read. */
export function fontsInUse(
  bodies: readonly ElementNode[],
  stylesheets: readonly StylesheetSource[],
  host: Host,
): FontsInUse {
  const html = outlined(element('html', {}, []));
  for (const body of bodies) addTo(html, body);
  const index = new TreeIndex({ type: 'root', children: [treeOf(html)], origin: 'template' });
  const { value: styles } = styleTree(index, stylesheets, host);
  const uses = new Map<string, FontUse>();
  const add = (style: ComputedStyle | undefined): void => {
    if (!style) return;
    const { fontFamily: families, fontWeight: weight, fontStyle } = style;
    const use = { families, weight, italic: fontStyle !== 'normal' };
    uses.set(JSON.stringify(use), use);
  };
  index.nodes.forEach((node, number) => {
    if (node.type !== 'element') return;
    if (node.children.some(({ type }) => type === 'text')) add(styles.of(number));
    for (const pseudo of ['before', 'after', 'first-letter', 'first-line'] as const)
      add(styles.pseudo(number, pseudo));
  });
  return { uses: [...uses.values()], faces: styles.fontFaces };
}

function outlined(node: ElementNode): Outlined {
  return { node, children: [], kinds: new Map(), hasText: false };
}

/** Adds an element with all that is in it to its parent's outline. */
function addTo(parent: Outlined, node: ElementNode): void {
  const own = node.properties['className'] === undefined ? '' : classes(node).join('.');
  const kind = `${node.tagName}.${own}`;
  let alike = parent.kinds.get(kind);
  if (!alike) parent.kinds.set(kind, (alike = []));
  if (alike.length < mostAlike) {
    const first = outlined(node);
    alike.push(first);
    parent.children.push(first);
  }
  const here = alike.at(-1);
  if (!here) return;
  for (const child of node.children) {
    if (child.type === 'element') addTo(here, child);
    else here.hasText ||= child.value.trim() !== '';
  }
}

function treeOf({ node, children, hasText }: Outlined): ElementNode {
  const inside: TreeNode[] = children.map(treeOf);
  if (hasText) inside.push(text('a'));
  return element(node.tagName, node.properties, inside, { origin: 'template' });
}
