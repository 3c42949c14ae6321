/**
 * Pictures with captions in the ways that sites write them → figures: a table of one column whose rows are
 * a picture and words, a caption's photographer in a span of his own.
 */
import { element, noProperties, text, textOf, type ElementNode, type TreeNode } from '../../document/tree.js';
import { creditOf } from '../credit.js';

/** The blocks with their figures dressed, in whatever they stand. */
export function dressFigures(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.map((node) => {
    if (node.type === 'text') return node;
    const figure = node.tagName === 'table' ? figureOfTable(node) : undefined;
    const children = dressFigures((figure ?? node).children);
    const dressed = { ...(figure ?? node), children };
    return dressed.tagName === 'figcaption' ? withCredit(dressed) : dressed;
  });
}

/** A picture above its caption; undefined for a table that is one. */
function figureOfTable(table: ElementNode): ElementNode | undefined {
  const cells = cellsOf(table);
  const [picture, ...words] = cells.filter((cell) => holdsPicture(cell) || textOf(cell).trim() !== '');
  if (!picture || cells.length > 3 || words.length > 1 || textOf(picture).trim() !== '') return undefined;
  const image = pictureIn(picture);
  if (!image || words.some(holdsPicture)) return undefined;
  const captions = words.map((cell) => element('figcaption', noProperties, cell.children, spanOf(cell)));
  return element('figure', noProperties, [image, ...captions], spanOf(table));
}

function spanOf({ span }: ElementNode): { span?: NonNullable<TreeNode['span']> } {
  return span ? { span } : {};
}

function cellsOf(node: ElementNode): readonly ElementNode[] {
  return node.children.flatMap((child) => {
    if (child.type === 'text') return [];
    return child.tagName === 'td' || child.tagName === 'th' ? [child] : cellsOf(child);
  });
}

function pictureIn(node: ElementNode): ElementNode | undefined {
  if (node.tagName === 'img') return node;
  for (const child of node.children) {
    const found = child.type === 'element' ? pictureIn(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

function holdsPicture(node: ElementNode): boolean {
  return pictureIn(node) !== undefined;
}

/** The photographer at the end of a caption of one text. */
function withCredit(caption: ElementNode): ElementNode {
  const [only, ...others] = caption.children;
  if (only?.type === 'element' && only.tagName === 'p' && others.length === 0)
    return { ...caption, children: [withCredit(only)] };
  if (only?.type !== 'text' || others.length > 0) return caption;
  const credit = creditOf(only.value);
  if (!credit) return caption;
  const at = only.span ? { span: only.span } : {};
  const part = (from: number, to?: number): TreeNode[] => {
    const words = only.value.slice(from, to);
    return words === '' ? [] : [text(words, at)];
  };
  const name = element('span', { className: ['credit'] }, part(credit.start, credit.end), at);
  return { ...caption, children: [...part(0, credit.start), name, ...part(credit.end)] };
}
