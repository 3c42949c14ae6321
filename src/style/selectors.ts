/**
 * Selectors: one complex selector of css-tree becomes what the matcher needs: its test, its
 * pseudo-element, specificity (Selectors 4 §17), the rightmost id, class or tag to find it by, and
 * whether its result can be remembered for elements that look the same.
 */
import type {
  CssNodePlain,
  PseudoClassSelectorPlain,
  PseudoElementSelectorPlain,
  SelectorPlain,
} from 'css-tree';
import type { PseudoElement } from '../document/style.js';
import { attributeName } from './attribute-tests.js';
import { compileSelector, type CompiledSelector } from './compile-selector.js';
import { decodeIdentifier } from './identifiers.js';
import { selectorsIn } from './pseudo-classes.js';

/** The tests are of the element, the pseudo-element apart. */
export interface ParsedSelector extends CompiledSelector {
  readonly pseudo?: PseudoElement;
  /** ids × 2²⁰ + classes × 2¹⁰ + tags: compares as Selectors 4 §17 asks, up to 1023 of a kind. */
  readonly specificity: number;
  /** `tag p`, `class lead`, `id x`, or `any`: an element has one of them when the selector can match. */
  readonly buckets: readonly string[];
  /** Attribute names that it looks at. */
  readonly attributes: readonly string[];
  readonly ids: readonly string[];
}

/** Pseudo-elements that exist here. */
export const pseudoElements: readonly PseudoElement[] = [
  'before',
  'after',
  'marker',
  'first-letter',
  'first-line',
  'footnote-call',
  'footnote-marker',
];
const pseudoElementNames: ReadonlySet<string> = new Set(pseudoElements);
/** These four may be written with one colon. */
const oldPseudoElements: ReadonlySet<string> = new Set(['before', 'after', 'first-letter', 'first-line']);

/** Pseudo-classes whose result hangs on the element's and its ancestors' own names and attributes. */
const plainPseudoClasses: ReadonlySet<string> = new Set(
  (
    'root scope is where not matches any-link link lang dir hover active visited focus focus-within ' +
    'focus-visible target target-within checked disabled enabled defined read-only read-write'
  ).split(' '),
);

/** The attributes that some pseudo-classes look at. */
const attributesOfPseudoClass: Readonly<Record<string, readonly string[]>> = {
  'any-link': ['href'],
  link: ['href'],
  lang: ['lang', 'xml:lang'],
  checked: ['checked', 'selected'],
  disabled: ['disabled'],
  enabled: ['disabled'],
};

const idWeight = 2 ** 20;
const classWeight = 2 ** 10;

/** Reads one complex selector; undefined when a part is not one of ours or its pseudo-element stands amid it. */
export function parseSelector(selector: SelectorPlain): ParsedSelector | undefined {
  const parts = selector.children;
  const at = parts.findIndex(isPseudoElement);
  const pseudoNode = at < 0 ? undefined : parts[at];
  const pseudo = pseudoNode && isPseudoElement(pseudoNode) ? pseudoNode.name.toLowerCase() : undefined;
  if (pseudo !== undefined && (at !== parts.length - 1 || !pseudoElementNames.has(pseudo))) return undefined;
  const kept = at < 0 ? parts : parts.slice(0, at);
  const compiled = compileSelector(kept, (part) => factsOf([part]).positional);
  if (compiled === undefined || kept[0]?.type === 'Combinator') return undefined;
  const facts = factsOf(kept);
  return {
    ...compiled,
    ...(pseudo === undefined ? {} : { pseudo: pseudo as PseudoElement }),
    specificity: specificityOf(kept) + (pseudo === undefined ? 0 : 1),
    buckets: bucketsOf(kept),
    attributes: facts.attributes,
    ids: facts.ids,
  };
}

function isPseudoElement(node: CssNodePlain): node is PseudoElementSelectorPlain | PseudoClassSelectorPlain {
  if (node.type === 'PseudoElementSelector') return true;
  return node.type === 'PseudoClassSelector' && oldPseudoElements.has(node.name.toLowerCase());
}

/** Selectors 4 §17: `:is() :not() :has()` count their heaviest argument, `:where()` nothing. */
function specificityOf(parts: readonly CssNodePlain[]): number {
  let sum = 0;
  for (const part of parts) {
    if (part.type === 'IdSelector') sum += idWeight;
    else if (part.type === 'ClassSelector' || part.type === 'AttributeSelector') sum += classWeight;
    else if (part.type === 'TypeSelector') sum += part.name === '*' ? 0 : 1;
    else if (part.type === 'PseudoClassSelector') sum += specificityOfPseudoClass(part.name, part.children);
  }
  return sum;
}

function specificityOfPseudoClass(name: string, args: readonly CssNodePlain[] | null): number {
  const lower = name.toLowerCase();
  if (lower === 'where') return 0;
  const heaviest = Math.max(0, ...selectorsIn(args ?? []).map((s) => specificityOf(s.children)));
  if (['is', 'not', 'has', 'matches'].includes(lower)) return heaviest;
  return classWeight + heaviest;
}

const anyBucket: readonly string[] = ['any'];

/** An id of the rightmost compound, else a class, else the tag, else those of its `:is()`. */
function bucketsOf(parts: readonly CssNodePlain[]): readonly string[] {
  let best = 0;
  let buckets = anyBucket;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i];
    if (part === undefined || part.type === 'Combinator') break;
    const [weight, found] = bucketsOfPart(part);
    if (weight > best) [best, buckets] = [weight, found];
  }
  return buckets;
}

function bucketsOfPart(part: CssNodePlain): readonly [weight: number, buckets: readonly string[]] {
  switch (part.type) {
    case 'IdSelector':
      return [4, [`id ${decodeIdentifier(part.name)}`]];
    case 'ClassSelector':
      return [3, [`class ${decodeIdentifier(part.name)}`]];
    case 'TypeSelector': {
      const name = decodeIdentifier(part.name).replace(/^\*\|/, '').toLowerCase();
      return name === '*' ? [0, anyBucket] : [2, [`tag ${name}`]];
    }
    case 'PseudoClassSelector': {
      if (!/^(?:is|where|matches)$/i.test(part.name)) return [0, anyBucket];
      const inner = selectorsIn(part.children ?? []).flatMap((s) => bucketsOf(s.children));
      return inner.includes('any') ? [0, anyBucket] : [1, [...new Set(inner)]];
    }
    default:
      return [0, anyBucket];
  }
}

interface SelectorFacts extends Pick<ParsedSelector, 'attributes' | 'ids'> {
  /** Looks at siblings, children or place, so that alike elements may differ. */
  readonly positional: boolean;
}

/** What the memory of results must know of a selector. */
function factsOf(parts: readonly CssNodePlain[]): SelectorFacts {
  let positional = false;
  const attributes: string[] = [];
  const ids: string[] = [];
  for (const part of parts) {
    if (part.type === 'Combinator') positional ||= part.name !== ' ' && part.name !== '>';
    else if (part.type === 'AttributeSelector') attributes.push(attributeName(part.name.name) ?? '');
    else if (part.type === 'IdSelector') ids.push(decodeIdentifier(part.name));
    else if (part.type === 'PseudoClassSelector') {
      const name = part.name.toLowerCase();
      positional ||= !plainPseudoClasses.has(name);
      attributes.push(...(attributesOfPseudoClass[name] ?? []));
      for (const inner of selectorsIn(part.children ?? [])) {
        const facts = factsOf(inner.children);
        positional ||= facts.positional;
        attributes.push(...facts.attributes);
        ids.push(...facts.ids);
      }
    }
  }
  return { positional, attributes, ids };
}
