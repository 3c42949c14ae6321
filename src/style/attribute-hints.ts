/**
 * Presentational hints (HTML standard §15.3): HTML attributes that speak of appearance, as declarations
 * weaker than any author rule.
 */
import type { NodeIndex } from '../document/tree-index.js';
import type { ElementNode, PropertyValue } from '../document/tree.js';
import { parseComponentValues, type ComponentValues } from './component-value.js';
import { expand, type Declaration } from './declarations.js';
import type { ElementTable } from './element-table.js';

const none: readonly Declaration[] = [];

const cells: ReadonlySet<string> = new Set(['td', 'th']);
/** Elements whose `align` is the alignment of their text. */
const alignedText: ReadonlySet<string> = new Set(
  'p div h1 h2 h3 h4 h5 h6 td th tr col colgroup thead tbody tfoot'.split(' '),
);
const tableParts: ReadonlySet<string> = new Set('td th tr thead tbody tfoot'.split(' '));
const pictures: ReadonlySet<string> = new Set('img object embed iframe video canvas input'.split(' '));
const sized: ReadonlySet<string> = new Set([...pictures, 'table', 'td', 'th', 'col', 'colgroup', 'hr']);

/** hast's names of all attributes that speak of appearance or language. */
const hintNames: ReadonlySet<string> = new Set(
  (
    'style lang xmlLang start value type align vAlign valign bgColor bgcolor border borderColor bordercolor ' +
    'cellPadding cellpadding cellSpacing cellspacing width height noWrap nowrap size color face clear hSpace vSpace'
  ).split(' '),
);

/** Whether a property (by hast's name) can change how its element looks without any rule. */
export function isHint(property: string): boolean {
  return hintNames.has(property);
}

/** Whether the attributes of its table can change how an element looks. */
export function hasTableHints(tagName: string): boolean {
  return cells.has(tagName);
}

/** The declarations that an element's attributes stand for. */
export function attributeHints(
  table: ElementTable,
  number: NodeIndex,
  { tagName, properties }: ElementNode,
): readonly Declaration[] {
  // A cell is dressed by its table's attributes too.
  if (!cells.has(tagName) && Object.keys(properties).length === 0) return none;
  const found = new Hints();
  switch (tagName) {
    case 'ol':
      orderedList(properties, found);
      break;
    case 'li':
      listItem(properties, found);
      break;
    case 'table':
      tableHints(properties, found);
      break;
    case 'td':
    case 'th':
      cellHints(table, number, properties, found);
      break;
    case 'hr':
      ruleHints(properties, found);
      break;
    case 'font':
      fontHints(properties, found);
      break;
    case 'br':
      clearHint(properties['clear'], found);
      break;
    default:
      if (pictures.has(tagName)) pictureHints(properties, found);
  }
  commonHints(tagName, properties, found);
  return found.list;
}

type Properties = Readonly<Record<string, PropertyValue>>;

/** Hints as they are gathered. */
class Hints {
  readonly #list: Declaration[] = [];

  get list(): readonly Declaration[] {
    return this.#list.length === 0 ? none : this.#list;
  }

  /** Adds what a value in CSS says; nothing when it is not of the property's syntax. */
  add(name: string, value: string): void {
    this.addValues(name, parseComponentValues(value));
  }

  addValues(name: string, values: ComponentValues): void {
    for (const [target, part] of expand(name, values) ?? [])
      this.#list.push({ name: target, important: false, pending: false, ...part });
  }
}

function orderedList(properties: Properties, found: Hints): void {
  const start = wholeNumber(properties['start']);
  if (start !== undefined) found.add('counter-reset', `list-item ${start - 1}`);
}

/** A type given to one item is not passed on by the sheet, which looks at lists. */
function listItem({ value, type }: Properties, found: Hints): void {
  const number = wholeNumber(value);
  if (number !== undefined) found.add('counter-set', `list-item ${number}`);
  const styles: Readonly<Record<string, string>> = {
    '1': 'decimal',
    a: 'lower-alpha',
    A: 'upper-alpha',
    i: 'lower-roman',
    I: 'upper-roman',
  };
  const word = typeof type === 'string' ? type : '';
  const style = Object.hasOwn(styles, word) ? styles[word] : word.toLowerCase();
  if (style && /^(?:decimal|(?:low|upp)er-(?:alpha|roman)|disc|circle|square|none)$/.test(style))
    found.add('list-style-type', style);
}

function tableHints(properties: Properties, found: Hints): void {
  const { align } = properties;
  const side = typeof align === 'string' ? align.toLowerCase() : '';
  if (side === 'left' || side === 'right') found.add('float', side);
  if (side === 'center') found.add('margin-inline', 'auto');
  const spacing = wholeNumber(properties['cellSpacing'] ?? properties['cellspacing']);
  if (spacing !== undefined && spacing >= 0) found.add('border-spacing', `${spacing}px`);
  const border = borderOf(properties);
  if (border > 0) found.add('border', `${border}px outset gray`);
  color('border-color', properties['borderColor'] ?? properties['bordercolor'], found);
}

/** `border` without a number is one pixel (HTML standard §15.3.10). */
function borderOf(properties: Properties): number {
  const { border } = properties;
  if (border === undefined || border === null || border === false) return 0;
  return wholeNumber(border) ?? 1;
}

function cellHints(table: ElementTable, number: NodeIndex, properties: Properties, found: Hints): void {
  const own = tableOf(table, number)?.properties;
  if (own) {
    const padding = wholeNumber(own['cellPadding'] ?? own['cellpadding']);
    if (padding !== undefined && padding >= 0) found.add('padding', `${padding}px`);
    if (borderOf(own) > 0) found.add('border', '1px inset gray');
  }
  const { noWrap, nowrap } = properties;
  if (noWrap === true || nowrap === true || noWrap === '' || nowrap === '')
    found.add('white-space', 'nowrap');
}

/** The table that a cell stands in. */
function tableOf(table: ElementTable, cell: NodeIndex): ElementNode | undefined {
  for (let at = table.parent[cell] ?? -1; at >= 0; at = table.parent[at] ?? -1)
    if (table.tag(at) === 'table') return table.element(at);
  return undefined;
}

function ruleHints(properties: Properties, found: Hints): void {
  const { align, size } = properties;
  const side = typeof align === 'string' ? align.toLowerCase() : '';
  if (side === 'left' || side === 'right' || side === 'center') {
    found.add('margin-left', side === 'left' ? '0' : 'auto');
    found.add('margin-right', side === 'right' ? '0' : 'auto');
  }
  const pixels = wholeNumber(size);
  if (pixels !== undefined && pixels > 0) found.add('border-top-width', `${pixels}px`);
  color('border-color', properties['color'], found);
}

const fontSizes = ['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xxx-large'] as const;

/** `size` from 1 to 7, or a step from 3. */
function fontHints({ color: named, face, size }: Properties, found: Hints): void {
  color('color', named, found);
  if (typeof face === 'string') found.add('font-family', face);
  const written = typeof size === 'number' ? String(size) : typeof size === 'string' ? size.trim() : '';
  if (!/^[+-]?\d{1,3}$/.test(written)) return;
  const step = Number(written) + (/^[+-]/.test(written) ? 3 : 0);
  found.add('font-size', fontSizes[Math.max(1, Math.min(7, step)) - 1] ?? 'medium');
}

function clearHint(value: PropertyValue, found: Hints): void {
  const side = typeof value === 'string' ? value.toLowerCase() : '';
  if (side === 'left' || side === 'right') found.add('clear', side);
  if (side === 'all' || side === 'both') found.add('clear', 'both');
}

function pictureHints(properties: Properties, found: Hints): void {
  const { align } = properties;
  const side = typeof align === 'string' ? align.toLowerCase() : '';
  if (side === 'left' || side === 'right') found.add('float', side);
  else if (side === 'top') found.add('vertical-align', 'top');
  else if (side === 'middle' || side === 'absmiddle' || side === 'center')
    found.add('vertical-align', 'middle');
  const [across, down] = [wholeNumber(properties['hSpace']), wholeNumber(properties['vSpace'])];
  if (across !== undefined && across >= 0) found.add('margin-inline', `${across}px`);
  if (down !== undefined && down >= 0) found.add('margin-block', `${down}px`);
  const border = wholeNumber(properties['border']);
  if (border !== undefined && border > 0) found.add('border', `${border}px solid`);
}

/** Sizes, alignment and colours of whatever has them. */
function commonHints(tagName: string, properties: Properties, found: Hints): void {
  const { align, vAlign, valign, bgColor, bgcolor, width, height } = properties;
  if (sized.has(tagName)) {
    dimension('width', width, found);
    if (tagName !== 'col' && tagName !== 'colgroup' && tagName !== 'hr') dimension('height', height, found);
  } else if (tagName === 'tr') dimension('height', height, found);
  const side = typeof align === 'string' ? align.toLowerCase() : '';
  if (alignedText.has(tagName) && /^(?:left|right|center|middle|justify)$/.test(side))
    found.add('text-align', side === 'middle' ? 'center' : side);
  if (tagName === 'caption' && side === 'bottom') found.add('caption-side', 'bottom');
  const place = vAlign ?? valign;
  if (tableParts.has(tagName) && typeof place === 'string' && /^(?:top|middle|bottom|baseline)$/i.test(place))
    found.add('vertical-align', place.toLowerCase());
  if (tableParts.has(tagName) || tagName === 'table' || tagName === 'body')
    color('background-color', bgColor ?? bgcolor, found);
}

/** A number of pixels, or a percentage (HTML standard §2.3.4.4). */
function dimension(name: 'width' | 'height', value: PropertyValue, found: Hints): void {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const [, digits, percent] = /^\+?(\d+(?:\.\d+)?)(%?)/.exec(text) ?? [];
  if (digits !== undefined) found.add(name, `${Number(digits)}${percent ? '%' : 'px'}`);
}

/** A colour by name or as `#rgb`, `#rrggbb`; the number sign may be missing. */
function color(name: string, value: PropertyValue, found: Hints): void {
  if (typeof value !== 'string') return;
  const text = value.trim();
  if (/^[a-z]+$/i.test(text) && expand(name, [{ type: 'ident', name: text }])) found.add(name, text);
  else if (/^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text)) found.add(name, text.replace(/^#?/, '#'));
}

function wholeNumber(value: PropertyValue): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return typeof value === 'string' && /^[+-]?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
}
