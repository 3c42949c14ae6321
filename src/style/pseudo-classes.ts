/**
 * Pseudo-classes (Selectors 4 §4, §7–§14) as tests. On paper nothing is hovered, visited or focused:
 * what only a user at a screen does never matches.
 */
import type { CssNodePlain, NthPlain, PseudoClassSelectorPlain, SelectorPlain } from 'css-tree';
import type { NodeIndex } from '../document/tree-index.js';
import type { SelectorTest, Step } from './compile-selector.js';
import type { ElementTable } from './element-table.js';

/** How the selectors among the arguments are compiled. */
export interface InnerSelectors {
  readonly compile: (selectors: readonly SelectorPlain[]) => SelectorTest | undefined;
  readonly steps: (parts: readonly CssNodePlain[]) => readonly Step[] | undefined;
}

const never: SelectorTest = () => false;
const always: SelectorTest = () => true;

const isOne =
  (...tags: readonly string[]): SelectorTest =>
  (table, number) =>
    tags.includes(table.tag(number));

const isAnchor = isOne('a', 'area');
const isCheckable = isOne('input', 'option');
const isControl = isOne('button', 'input', 'select', 'textarea', 'optgroup', 'option', 'fieldset');

const hasHref: SelectorTest = (table, number) =>
  isAnchor(table, number) && table.attribute(number, 'href') !== undefined;

const isDisabled: SelectorTest = (table, number) =>
  isControl(table, number) && table.attribute(number, 'disabled') !== undefined;

const isChecked: SelectorTest = (table, number) => {
  const name = table.tag(number) === 'option' ? 'selected' : 'checked';
  return isCheckable(table, number) && table.attribute(number, name) !== undefined;
};

const isRoot: SelectorTest = (table, number) => (table.parent[number] ?? -1) < 0;
const isFirst: SelectorTest = (table, number) => (table.previous[number] ?? -1) < 0;
const isLast: SelectorTest = (table, number) => (table.next[number] ?? -1) < 0;

/** Pseudo-classes without arguments. */
const simple: Readonly<Record<string, SelectorTest>> = {
  root: isRoot,
  scope: isRoot,
  empty: (table, number) => table.isEmpty(number),
  'first-child': isFirst,
  'last-child': isLast,
  'only-child': (table, number) => isFirst(table, number) && isLast(table, number),
  'first-of-type': (table, number) => !someOfType(table, number, table.previous),
  'last-of-type': (table, number) => !someOfType(table, number, table.next),
  'only-of-type': (table, number) =>
    !someOfType(table, number, table.previous) && !someOfType(table, number, table.next),
  'any-link': hasHref,
  link: hasHref,
  checked: isChecked,
  disabled: isDisabled,
  enabled: (table, number) => isControl(table, number) && !isDisabled(table, number),
  defined: always,
  'read-only': always,
  visited: never,
  hover: never,
  active: never,
  focus: never,
  'focus-within': never,
  'focus-visible': never,
  target: never,
  'target-within': never,
  'read-write': never,
};

function someOfType(table: ElementTable, number: NodeIndex, way: Int32Array): boolean {
  const tag = table.tag(number);
  for (let other = way[number] ?? -1; other >= 0; other = way[other] ?? -1)
    if (table.tag(other) === tag) return true;
  return false;
}

/** The test of a pseudo-class; undefined when it is not one of ours. */
export function pseudoClassTest(
  { name: written, children }: PseudoClassSelectorPlain,
  inner: InnerSelectors,
): SelectorTest | undefined {
  const name = written.toLowerCase();
  if (children === null) return Object.hasOwn(simple, name) ? simple[name] : undefined;
  switch (name) {
    case 'is':
    case 'where':
    case 'matches':
      return inner.compile(selectorsIn(children));
    case 'not': {
      const test = children.length === 0 ? undefined : inner.compile(selectorsIn(children));
      return test && ((table, number) => !test(table, number));
    }
    case 'has':
      return hasTest(selectorsIn(children), inner);
    case 'lang':
      return langTest(children);
    case 'dir':
      // All text runs left to right.
      return children[0]?.type === 'Identifier' && children[0].name.toLowerCase() === 'ltr' ? always : never;
    default:
      return children[0]?.type === 'Nth' ? nthTest(name, children[0], inner) : undefined;
  }
}

/** The selectors among a pseudo-class's arguments, `:nth-child(… of S)` included. */
export function selectorsIn(nodes: readonly CssNodePlain[]): readonly SelectorPlain[] {
  return nodes.flatMap((node): readonly SelectorPlain[] => {
    if (node.type === 'Selector') return [node];
    if (node.type === 'SelectorList') return selectorsIn(node.children);
    if (node.type === 'Nth') return node.selector ? selectorsIn([node.selector]) : [];
    return [];
  });
}

/** `:has()`: some element stands to this one as the relative selector says (§4.5). */
function hasTest(selectors: readonly SelectorPlain[], inner: InnerSelectors): SelectorTest | undefined {
  const relatives: (readonly Step[])[] = [];
  for (const selector of selectors) {
    const steps = inner.steps(selector.children);
    if (steps === undefined) return undefined;
    relatives.push(steps);
  }
  if (relatives.length === 0) return undefined;
  return (table, number) => relatives.some((steps) => reaches(steps, 0, table, number));
}

/** Whether the steps from `at` lead from this element to some other. */
function reaches(steps: readonly Step[], at: number, table: ElementTable, number: NodeIndex): boolean {
  const step = steps[at];
  if (step === undefined) return true;
  const hits = (other: NodeIndex): boolean => step.test(table, other) && reaches(steps, at + 1, table, other);
  switch (step.combinator) {
    case '+': {
      const next = table.next[number] ?? -1;
      return next >= 0 && hits(next);
    }
    case '~':
      for (let next = table.next[number] ?? -1; next >= 0; next = table.next[next] ?? -1)
        if (hits(next)) return true;
      return false;
    case '>':
    case ' ': {
      const end = table.index.end(number);
      for (let inside = number + 1; inside < end; inside++) {
        if (table.tag(inside) === '') continue;
        if (step.combinator === '>' && table.parent[inside] !== number) continue;
        if (hits(inside)) return true;
      }
      return false;
    }
  }
}

/** `:lang()`: the nearest `lang`, by extended filtering (RFC 4647 §3.3.2). */
function langTest(args: readonly CssNodePlain[]): SelectorTest | undefined {
  const ranges = args.flatMap((arg) =>
    arg.type === 'Identifier' ? [arg.name] : arg.type === 'String' ? [arg.value] : [],
  );
  if (ranges.length === 0) return undefined;
  return (table, number) => {
    const language = languageAt(table, number);
    return language !== undefined && ranges.some((range) => inRange(language, range.toLowerCase()));
  };
}

function languageAt(table: ElementTable, number: NodeIndex): string | undefined {
  for (let at = number; at >= 0; at = table.parent[at] ?? -1) {
    const found = table.attribute(at, 'xml:lang') ?? table.attribute(at, 'lang');
    if (found !== undefined) return found.toLowerCase();
  }
  return undefined;
}

function inRange(language: string, range: string): boolean {
  const [first = '', ...wanted] = range.split('-');
  const [primary = '', ...rest] = language.split('-');
  if (first === '' || primary === '') return range === language;
  if (first !== '*' && first !== primary) return false;
  let at = 0;
  for (const part of wanted) {
    if (part === '*') continue;
    const found = rest.indexOf(part, at);
    // A single letter opens an extension: nothing is skipped beyond it.
    if (found < 0 || rest.slice(at, found).some((skipped) => skipped.length === 1)) return false;
    at = found + 1;
  }
  return true;
}

/** `:nth-child()` and its family (§13.3). */
function nthTest(name: string, node: NthPlain, inner: InnerSelectors): SelectorTest | undefined {
  const nth = formulaOf(node);
  const ofType = name.endsWith('-of-type');
  const fromEnd = name === 'nth-last-child' || name === 'nth-last-of-type';
  if (!/^nth-(?:last-)?(?:child|of-type)$/.test(name) || nth === undefined) return undefined;
  const among = node.selector ? inner.compile(selectorsIn([node.selector])) : always;
  if (among === undefined || (ofType && node.selector)) return undefined;
  const hits = (place: number): boolean => {
    const distance = place - nth.offset;
    return nth.step === 0 ? distance === 0 : distance % nth.step === 0 && distance / nth.step >= 0;
  };
  if (!ofType && !node.selector) return (table, number) => hits(table.place(number, fromEnd));
  return (table, number) => {
    if (!among(table, number)) return false;
    const tag = ofType ? table.tag(number) : '';
    const way = fromEnd ? table.next : table.previous;
    let place = 1;
    for (let other = way[number] ?? -1; other >= 0; other = way[other] ?? -1)
      if ((!ofType || table.tag(other) === tag) && among(table, other)) place += 1;
    return hits(place);
  };
}

function formulaOf({ nth }: NthPlain): { readonly step: number; readonly offset: number } | undefined {
  if (nth.type === 'Identifier') {
    const name = nth.name.toLowerCase();
    if (name === 'odd') return { step: 2, offset: 1 };
    return name === 'even' ? { step: 2, offset: 0 } : undefined;
  }
  const step = Number(nth.a ?? 0);
  const offset = Number(nth.b ?? 0);
  return Number.isInteger(step) && Number.isInteger(offset) ? { step, offset } : undefined;
}
