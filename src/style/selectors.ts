/**
 * Selectors: one complex selector of css-tree becomes what the matcher needs: its text for
 * css-select (which throws on pseudo-elements, so these are split off), specificity (Selectors 4
 * §17), the rightmost id, class or tag to find it by, and whether its result can be remembered for
 * elements that look the same.
 */
import type {
  CssNodePlain,
  PseudoClassSelectorPlain,
  PseudoElementSelectorPlain,
  SelectorPlain,
} from 'css-tree';
import type { PseudoElement } from '../document/style.js';

export interface ParsedSelector {
  /** Without its pseudo-element. */
  readonly text: string;
  readonly pseudo?: PseudoElement;
  /** ids × 2²⁰ + classes × 2¹⁰ + tags: compares as Selectors 4 §17 asks, up to 1023 of a kind. */
  readonly specificity: number;
  readonly bucket: { readonly kind: 'id' | 'class' | 'tag' | 'any'; readonly name: string };
  /** Looks at siblings, children or place, so that alike elements may differ. */
  readonly positional: boolean;
  /** Attribute names that it looks at. */
  readonly attributes: readonly string[];
  readonly ids: readonly string[];
}

const pseudoElements: ReadonlySet<string> = new Set<PseudoElement>([
  'before',
  'after',
  'marker',
  'first-letter',
  'first-line',
  'footnote-call',
  'footnote-marker',
]);
/** These four may be written with one colon. */
const oldPseudoElements: ReadonlySet<string> = new Set(['before', 'after', 'first-letter', 'first-line']);

/** Pseudo-classes whose result hangs on the element's and its ancestors' own names and attributes. */
const plainPseudoClasses: ReadonlySet<string> = new Set([
  'root',
  'is',
  'where',
  'not',
  'matches',
  'any-link',
  'link',
  'lang',
  'hover',
  'active',
  'visited',
]);

/** The attributes that some pseudo-classes look at. */
const attributesOfPseudoClass: Readonly<Record<string, readonly string[]>> = {
  'any-link': ['href'],
  link: ['href'],
  lang: ['lang', 'xml:lang'],
};

const idWeight = 2 ** 20;
const classWeight = 2 ** 10;

/** Reads one complex selector; undefined when its pseudo-element is not one of ours or stands amid it. */
export function parseSelector(selector: SelectorPlain, source: string): ParsedSelector | undefined {
  const parts = selector.children;
  const pseudoNode = parts.find(isPseudoElement);
  const at = pseudoNode ? parts.indexOf(pseudoNode) : -1;
  const pseudo = pseudoNode?.name.toLowerCase();
  if (pseudo !== undefined && (at !== parts.length - 1 || !pseudoElements.has(pseudo))) return undefined;
  const kept = at < 0 ? parts : parts.slice(0, at);
  const start = selector.loc?.start.offset ?? 0;
  const end = pseudoNode?.loc?.start.offset ?? selector.loc?.end.offset ?? start;
  const text = source.slice(start, end).trim();
  const last = kept.at(-1);
  const facts = factsOf(kept);
  return {
    text: last === undefined ? '*' : last.type === 'Combinator' ? `${text} *` : text,
    ...(pseudo === undefined ? {} : { pseudo: pseudo as PseudoElement }),
    specificity: specificityOf(kept) + (pseudo === undefined ? 0 : 1),
    bucket: bucketOf(kept),
    ...facts,
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

/** The selectors among a pseudo-class's arguments, `:nth-child(… of S)` included. */
function selectorsIn(nodes: readonly CssNodePlain[]): readonly SelectorPlain[] {
  return nodes.flatMap((node): readonly SelectorPlain[] => {
    if (node.type === 'Selector') return [node];
    if (node.type === 'SelectorList') return selectorsIn(node.children);
    if (node.type === 'Nth') return node.selector ? selectorsIn([node.selector]) : [];
    return [];
  });
}

function bucketOf(parts: readonly CssNodePlain[]): ParsedSelector['bucket'] {
  let bucket: ParsedSelector['bucket'] = { kind: 'any', name: '*' };
  const weight = { any: 0, tag: 1, class: 2, id: 3 };
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i];
    if (part === undefined || part.type === 'Combinator') break;
    const found: ParsedSelector['bucket'] | undefined =
      part.type === 'IdSelector'
        ? { kind: 'id', name: part.name }
        : part.type === 'ClassSelector'
          ? { kind: 'class', name: part.name }
          : part.type === 'TypeSelector' && part.name !== '*'
            ? { kind: 'tag', name: part.name.toLowerCase() }
            : undefined;
    if (found && weight[found.kind] > weight[bucket.kind]) bucket = found;
  }
  return bucket;
}

/** What the memory of results must know of a selector. */
function factsOf(parts: readonly CssNodePlain[]): Pick<ParsedSelector, 'positional' | 'attributes' | 'ids'> {
  let positional = false;
  const attributes: string[] = [];
  const ids: string[] = [];
  for (const part of parts) {
    if (part.type === 'Combinator') positional ||= part.name !== ' ' && part.name !== '>';
    else if (part.type === 'AttributeSelector') attributes.push(part.name.name.toLowerCase());
    else if (part.type === 'IdSelector') ids.push(part.name);
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
