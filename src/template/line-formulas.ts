/**
 * Formulas for pages, which set text in lines: signs of ours stand between the parts of what MathML puts above
 * and beside each other (`1/2`, `√(…)`), so that no formula becomes another. What is raised or lowered stays so,
 * by the style sheet of the user agent. The words of the source are kept, in their order.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import {
  attribute,
  element,
  hasClass,
  text,
  textOf,
  type ElementNode,
  type RootNode,
  type TreeNode,
} from '../document/tree.js';

/** What has parts that stand above each other, or a sign that is drawn about them. */
const stacked: ReadonlySet<string> = new Set(
  'mfrac msqrt mroot munder mover munderover msubsup mtable'.split(' '),
);
/** What is one thing to the eye: a sign, or a sign with another beside it. */
const tokens: ReadonlySet<string> = new Set('mi mn mo ms mtext'.split(' '));
const withScripts: ReadonlySet<string> = new Set('msub msup msubsup munder mover munderover'.split(' '));
/** Groups of which one may hold all of an operand. */
const groups: ReadonlySet<string> = new Set('mrow mstyle mpadded mphantom merror mtd'.split(' '));
/** A fraction between such signs cannot be taken for one with its neighbour in it. */
const parting = /^[+\-−±∓=≠<>≤≥≈≡,;:()[\]{}|→⇒⇔∈]$/u;
const opening = /^[([{|⟨]$/u;
const closing = /^[)\]}|⟩]$/u;
/** As many characters of a formula as a message needs. */
const longest = 40;

/** A tree of pages with its formulas in lines; a message for each that loses its form. */
export function lineFormulas(tree: RootNode): Staged<RootNode> {
  if (!hasFormula(tree)) return { value: tree, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const visit = (node: TreeNode): TreeNode => {
    if (node.type !== 'element') return node;
    if (!isFormula(node)) return withChildren(node, node.children.map(visit));
    if (node.tagName !== 'math' || hasStacked(node)) {
      const words = textOf(inLine(node)).replace(/\s+/gu, ' ').trim();
      const shown = words.length > longest ? `${words.slice(0, longest)}…` : words;
      diagnostics.push(diagnostic('TEMPLATE-FORMULA', { words: shown }, { span: node.span }));
    }
    return node.tagName === 'math' ? inLine(node) : node;
  };
  return { value: { ...tree, children: tree.children.map(visit) }, diagnostics };
}

/** A formula, or the words of one that could not be kept. */
function isFormula(node: ElementNode): boolean {
  return node.tagName === 'math' || (node.tagName === 'span' && hasClass(node, 'math'));
}

function hasFormula({ children }: RootNode | ElementNode): boolean {
  return children.some((child) => child.type === 'element' && (isFormula(child) || hasFormula(child)));
}

/** The element itself where no child has changed. */
function withChildren(node: ElementNode, children: readonly TreeNode[]): ElementNode {
  return children.every((child, at) => child === node.children[at]) ? node : { ...node, children };
}

function hasStacked(node: ElementNode): boolean {
  return (
    stacked.has(node.tagName) || node.children.some((child) => child.type === 'element' && hasStacked(child))
  );
}

/** An element of a formula with its parts in a line. */
function inLine(node: ElementNode): ElementNode {
  if (tokens.has(node.tagName)) return node;
  const parts = elementsOf(node);
  const [first, second] = parts;
  const rest = parts.slice(1).map(inLine);
  switch (node.tagName) {
    case 'mfrac': {
      // Of a binomial coefficient the line is left out.
      const bar = /^0(?:\D|$)/.test(attribute(node, 'linethickness') ?? '') ? '¦' : '/';
      return { ...node, children: first && second ? [...operand(first), made(bar), ...operand(second)] : [] };
    }
    case 'msqrt':
      return { ...node, children: [made('√('), ...series(parts), made(')')] };
    case 'mroot':
      // A root is a power of a fraction: the degree stands behind what it is taken of.
      return {
        ...node,
        children: first ? [...operand(first), ...rest.map((part) => before(part, '1/'))] : [],
      };
    case 'mtable':
      return { ...node, children: between(parts.map(inLine), '; ') };
    case 'mtr':
      return { ...node, children: between(parts.map(inLine), ', ') };
    default:
      if (!withScripts.has(node.tagName)) return { ...node, children: series(parts) };
      return { ...node, children: first ? [...operand(first), ...rest] : [] };
  }
}

/** Parts one after the other; a fraction is held together where its neighbour could be taken into it. */
function series(parts: readonly ElementNode[]): readonly TreeNode[] {
  return parts.flatMap((part, at) => {
    const alone = [parts[at - 1], parts[at + 1]].every(
      (near) => near === undefined || (near.tagName === 'mo' && parting.test(textOf(near).trim())),
    );
    return bare(part).tagName === 'mfrac' && !alone ? operand(part) : [inLine(part)];
  });
}

/** A part of which others say something: in brackets, unless it is one thing or has its own. */
function operand(part: ElementNode): readonly TreeNode[] {
  const inner = bare(part);
  const parts = elementsOf(inner);
  const sign = (at: number): string => textOf(parts.at(at) ?? inner).trim();
  const fenced = groups.has(inner.tagName) && opening.test(sign(0)) && closing.test(sign(-1));
  const single = tokens.has(inner.tagName) || inner.tagName === 'msqrt' || parts.length === 0 || fenced;
  const simple = withScripts.has(inner.tagName) && tokens.has(bare(parts[0] ?? inner).tagName);
  return single || simple ? [inLine(part)] : [made('('), inLine(part), made(')')];
}

/** What a group of one part holds. */
function bare(node: ElementNode): ElementNode {
  const [only, ...more] = groups.has(node.tagName) ? elementsOf(node) : [];
  return only && more.length === 0 ? bare(only) : node;
}

/** The parts of an element; blanks between them mean nothing in MathML, but are the author's. */
function elementsOf(node: ElementNode): readonly ElementNode[] {
  return node.children.filter((child) => child.type === 'element');
}

function between(parts: readonly ElementNode[], sign: string): readonly TreeNode[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [made(sign), part]));
}

/** A degree with a sign before it, raised as one. */
function before(part: ElementNode, sign: string): ElementNode {
  return element('mrow', {}, [made(sign), ...operand(part)]);
}

function made(sign: string): TreeNode {
  return text(sign, { origin: 'generated' });
}
