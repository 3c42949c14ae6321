/**
 * Presentational attributes of HTML (HTML standard §15) as rules without weight: a tree → the same tree
 * with marked elements, and a sheet that speaks of the marks. Weaker than any author rule, stronger than
 * `html.css`, before which it does not stand.
 */
import { attributes, type ElementNode, type RootNode, type TreeNode } from '../../src/document/tree.js';

/** Marks the elements that have such attributes. */
export function attributeRules(tree: RootNode): { readonly tree: RootNode; readonly css: string } {
  const rules: string[] = [];
  const visit = (node: TreeNode, table: Attributes): TreeNode => {
    if (node.type === 'text') return node;
    const own: Attributes = new Map(attributes(node));
    const declarations = [...declarationsOf(node, own), ...cellDeclarations(node, table)].join('; ');
    const below = node.tagName === 'table' ? own : table;
    const children = node.children.map((child) => visit(child, below));
    if (declarations === '') return { ...node, children };
    const mark = String(rules.length + 1);
    rules.push(`:where([data-wpt="${mark}"]) { ${declarations} }`);
    return { ...node, children, properties: { ...node.properties, dataWpt: mark } };
  };
  const children = tree.children.map((child) => visit(child, new Map()));
  return { tree: { ...tree, children }, css: rules.join('\n') };
}

type Attributes = ReadonlyMap<string, string>;

const sized = new Set(['img', 'table', 'td', 'th', 'col', 'colgroup', 'hr', 'tr', 'thead', 'tbody', 'tfoot']);
const aligned = new Set('p div h1 h2 h3 h4 h5 h6 td th tr thead tbody tfoot col colgroup'.split(' '));
const listTypes: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};
const fontSizes = ['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', '48px'];

function declarationsOf(node: ElementNode, own: Attributes): readonly string[] {
  const result: string[] = [];
  const add = (property: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') result.push(`${property}: ${value}`);
  };
  const { tagName } = node;
  if (sized.has(tagName)) {
    add('width', dimension(own.get('width')));
    add('height', dimension(own.get('height')));
  }
  if (tagName !== 'font') add('background-color', own.get('bgcolor'));
  add('vertical-align', own.get('valign')?.toLowerCase());
  const align = own.get('align')?.toLowerCase();
  if (align !== undefined) result.push(...alignment(tagName, align));
  if (own.has('nowrap')) add('white-space', 'nowrap');
  if (tagName === 'br' && own.has('clear')) {
    const clear = own.get('clear')?.toLowerCase() ?? '';
    add('clear', clear === 'all' ? 'both' : clear);
  }
  if (['ol', 'ul', 'li'].includes(tagName)) {
    const type = own.get('type') ?? '';
    add('list-style-type', listTypes[type] ?? type.toLowerCase());
  }
  if (tagName === 'font') result.push(...fontDeclarations(own));
  if (tagName === 'body') add('color', own.get('text'));
  result.push(...borderDeclarations(tagName, own));
  return result;
}

function alignment(tagName: string, align: string): readonly string[] {
  if (tagName === 'table' && align === 'center') return ['margin-left: auto', 'margin-right: auto'];
  if (['table', 'img'].includes(tagName)) {
    if (['left', 'right'].includes(align)) return [`float: ${align}`];
    return tagName === 'img' ? [`vertical-align: ${align === 'absmiddle' ? 'middle' : align}`] : [];
  }
  if (tagName === 'caption') return [`caption-side: ${align === 'bottom' ? 'bottom' : 'top'}`];
  if (tagName === 'hr') {
    if (align === 'left') return ['margin-left: 0'];
    return align === 'right' ? ['margin-right: 0'] : [];
  }
  return aligned.has(tagName) && /^(?:left|right|center|justify)$/.test(align)
    ? [`text-align: ${align}`]
    : [];
}

function fontDeclarations(own: Attributes): readonly string[] {
  const size = own.get('size') ?? '';
  const step = /^[+-]/.test(size) ? 3 + Number(size) : Number(size);
  const named = size === '' ? undefined : fontSizes[Math.min(7, Math.max(1, step)) - 1];
  const color = own.get('color');
  const face = own.get('face');
  return [
    ...(named === undefined ? [] : [`font-size: ${named}`]),
    ...(color === undefined ? [] : [`color: ${color}`]),
    ...(face === undefined ? [] : [`font-family: ${face}`]),
  ];
}

function borderDeclarations(tagName: string, own: Attributes): readonly string[] {
  if (tagName === 'img' && own.has('border')) return [`border: ${dimension(own.get('border')) ?? '0'} solid`];
  if (tagName !== 'table') return [];
  const result: string[] = [];
  if (own.has('border')) result.push(`border: ${dimension(own.get('border')) ?? '1px'} outset gray`);
  const spacing = dimension(own.get('cellspacing'));
  if (spacing !== undefined) result.push(`border-spacing: ${spacing}`);
  return result;
}

/** What a table's attributes say of its cells. */
function cellDeclarations(node: ElementNode, table: Attributes): readonly string[] {
  if (!['td', 'th'].includes(node.tagName)) return [];
  const padding = dimension(table.get('cellpadding'));
  const border = table.get('border');
  return [
    ...(padding === undefined ? [] : [`padding: ${padding}`]),
    ...(border === undefined || border === '0' ? [] : ['border: 1px inset gray']),
  ];
}

/** The rules for parsing dimension values, as a CSS length or percentage. */
function dimension(value: string | undefined): string | undefined {
  const found = /^\s*(\d+(?:\.\d+)?)(%?)/.exec(value ?? '');
  return found ? `${found[1] ?? '0'}${found[2] === '%' ? '%' : 'px'}` : undefined;
}
