/**
 * Compiling selectors (Selectors 4): one complex selector of css-tree becomes a test on the rows of an
 * `ElementTable`. A compound's parts are tried cheapest first; combinators walk to parents and earlier
 * siblings, backtracking where a farther ancestor may still fit.
 */
import type { CssNodePlain, SelectorPlain } from 'css-tree';
import type { NodeIndex } from '../document/tree-index.js';
import { attributeTest } from './attribute-tests.js';
import type { ElementTable } from './element-table.js';
import { decodeIdentifier } from './identifiers.js';
import { pseudoClassTest } from './pseudo-classes.js';

/** Whether the element of this number is one that the selector means. */
export type SelectorTest = (table: ElementTable, number: NodeIndex) => boolean;

type Combinator = ' ' | '>' | '+' | '~';

/** A compound selector and the combinator that leads to it from the left. */
export interface Step {
  readonly combinator: Combinator;
  readonly test: SelectorTest;
}

/** A selector in two parts: an element is meant when both are true of it. */
export interface CompiledSelector {
  /** True or false of all elements that look alike together with their ancestors. */
  readonly plain: SelectorTest;
  /** What hangs on siblings, children and place; undefined when nothing does. */
  readonly positional?: SelectorTest;
}

/**
 * The tests of a complex selector without pseudo-elements; undefined when a part is not understood.
 * `isPositional` says of a part of a compound that it looks at siblings, children or place.
 */
export function compileSelector(
  parts: readonly CssNodePlain[],
  isPositional: (part: CssNodePlain) => boolean,
): CompiledSelector | undefined {
  const at = parts.findLastIndex((part) => part.type === 'Combinator');
  const rightmost = parts.slice(at + 1);
  const path = parts.slice(0, at + 1);
  const steps = stepsOf([...path, ...rightmost.filter((part) => !isPositional(part))]);
  const own = stepsOf(rightmost.filter(isPositional))?.[0]?.test;
  const last = steps?.at(-1);
  if (steps === undefined || last === undefined || own === undefined) return undefined;
  const ownPositional = rightmost.some(isPositional) ? own : undefined;
  if (!path.some((part) => isPositional(part) || isSibling(part)))
    return { plain: chain(steps), ...(ownPositional && { positional: ownPositional }) };
  const leading: SelectorTest = (table, number) => leads(steps, steps.length - 1, table, number);
  return { plain: last.test, positional: ownPositional ? bothOf(ownPositional, leading) : leading };
}

function isSibling(part: CssNodePlain): boolean {
  return part.type === 'Combinator' && (part.name === '+' || part.name === '~');
}

function bothOf(first: SelectorTest, second: SelectorTest): SelectorTest {
  return (table, number) => first(table, number) && second(table, number);
}

/** The compounds of a complex selector, from the left; a leading combinator is that of the first. */
export function stepsOf(parts: readonly CssNodePlain[]): readonly Step[] | undefined {
  const steps: Step[] = [];
  let combinator: Combinator = ' ';
  let tests: SelectorTest[] = [];
  let open = false;
  const close = (): void => {
    steps.push({ combinator, test: allOf(tests) });
    tests = [];
    open = false;
  };
  for (const part of parts) {
    if (part.type === 'Combinator') {
      if (open) close();
      if (!isCombinator(part.name)) return undefined;
      combinator = part.name;
      continue;
    }
    const test = simpleTest(part);
    if (test === undefined) return undefined;
    tests.push(test);
    open = true;
  }
  // `p > ` before a pseudo-element means any element there.
  close();
  return steps;
}

function isCombinator(name: string): name is Combinator {
  return name === ' ' || name === '>' || name === '+' || name === '~';
}

/** The steps as one test of the rightmost element. */
function chain(steps: readonly Step[]): SelectorTest {
  const last = steps.length - 1;
  const rightmost = steps[last]?.test ?? always;
  if (last === 0) return rightmost;
  return (table, number) => rightmost(table, number) && leads(steps, last, table, number);
}

const always: SelectorTest = () => true;

/** Whether the steps before `at` lead to the element that step `at` has matched. */
function leads(steps: readonly Step[], at: number, table: ElementTable, number: NodeIndex): boolean {
  const step = steps[at];
  const before = steps[at - 1];
  if (step === undefined || before === undefined) return true;
  const { combinator } = step;
  const way = combinator === ' ' || combinator === '>' ? table.parent : table.previous;
  const once = combinator === '>' || combinator === '+';
  for (let other = way[number] ?? -1; other >= 0; other = way[other] ?? -1) {
    if (before.test(table, other) && leads(steps, at - 1, table, other)) return true;
    if (once) return false;
  }
  return false;
}

function allOf(tests: readonly SelectorTest[]): SelectorTest {
  const [first, second, ...more] = tests;
  if (first === undefined) return always;
  if (second === undefined) return first;
  if (more.length === 0) return bothOf(first, second);
  return (table, number) => tests.every((test) => test(table, number));
}

function simpleTest(part: CssNodePlain): SelectorTest | undefined {
  switch (part.type) {
    case 'TypeSelector':
      return typeTest(decodeIdentifier(part.name));
    case 'ClassSelector': {
      const name = decodeIdentifier(part.name);
      return (table, number) => table.hasClass(number, name);
    }
    case 'IdSelector': {
      const id = decodeIdentifier(part.name);
      return (table, number) => table.id(number) === id;
    }
    case 'AttributeSelector':
      return attributeTest(part);
    case 'PseudoClassSelector':
      return pseudoClassTest(part, { compile: compileList, steps: stepsOf });
    default:
      return undefined;
  }
}

/** Tag names of HTML have no case. We know no namespaces but the one for all. */
function typeTest(written: string): SelectorTest | undefined {
  const name = written.replace(/^\*\|/, '').toLowerCase();
  if (name.includes('|')) return undefined;
  return name === '*' ? always : (table, number) => table.tag(number) === name;
}

/** A list of complex selectors as one test: any of them. */
function compileList(selectors: readonly SelectorPlain[]): SelectorTest | undefined {
  const tests: SelectorTest[] = [];
  for (const selector of selectors) {
    const steps = stepsOf(selector.children);
    if (steps === undefined) return undefined;
    tests.push(chain(steps));
  }
  return (table, number) => tests.some((test) => test(table, number));
}
