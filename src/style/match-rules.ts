/**
 * Which rules match an element. css-select tests a selector on our tree; rules are tried only on
 * elements that have their rightmost id, class or tag. The answer is remembered by the element's
 * signature (tag, classes, the ids and attributes that selectors speak of, and the parent's
 * signature), except for selectors that look at siblings, children or place. Equal answers are the
 * same object, so that the cascade can remember by it.
 */
import { compile, type Options } from 'css-select';
import type { Diagnostic } from '../diagnostic.js';
import type { PseudoElement } from '../document/style.js';
import type { TreeIndex } from '../document/tree-index.js';
import {
  attributes,
  classes,
  textOf,
  type ElementNode,
  type RootNode,
  type TreeNode,
} from '../document/tree.js';
import type { Declaration } from './declarations.js';
import type { CascadeOrigin, StyleRule } from './read-sheets.js';
import type { ParsedSelector } from './selectors.js';
import { unsupported } from './sheet-nodes.js';

type AnyNode = TreeNode | RootNode;

/** One selector of a rule, ready to be tried. */
export interface MatchedRule {
  /** Place in the cascade: origin, specificity, order of appearance. */
  readonly rank: number;
  readonly origin: CascadeOrigin;
  readonly declarations: readonly Declaration[];
}

/** The rules of one element or pseudo-element, weakest first; the same object for the same rules. */
export interface RuleSet {
  readonly id: number;
  readonly rules: readonly MatchedRule[];
}

interface CompiledRule extends MatchedRule {
  readonly matches: (element: ElementNode) => boolean;
}

/** Rules of one pseudo-element (or of elements) by what their rightmost part names. */
class Buckets {
  readonly #rules = new Map<string, CompiledRule[]>();

  add(bucket: ParsedSelector['bucket'], rule: CompiledRule): void {
    const key = `${bucket.kind} ${bucket.name}`;
    const list = this.#rules.get(key);
    if (list) list.push(rule);
    else this.#rules.set(key, [rule]);
  }

  get empty(): boolean {
    return this.#rules.size === 0;
  }

  /** Adds to `found` the rules that match. */
  collect(element: ElementNode, found: MatchedRule[]): void {
    if (this.empty) return;
    this.#try('any *', element, found);
    this.#try(`tag ${element.tagName}`, element, found);
    for (const name of classes(element)) this.#try(`class ${name}`, element, found);
    const id = element.properties['id'];
    if (typeof id === 'string') this.#try(`id ${id}`, element, found);
  }

  #try(key: string, element: ElementNode, found: MatchedRule[]): void {
    for (const rule of this.#rules.get(key) ?? []) if (rule.matches(element)) found.push(rule);
  }
}

export class RuleMatcher {
  /** By pseudo-element, '' for elements: selectors whose result can be remembered, and the others. */
  readonly #plain = new Map<string, Buckets>();
  readonly #positional = new Map<string, Buckets>();
  readonly #attributes = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #signatures = new Map<string, number>();
  readonly #signatureOf = new Map<AnyNode, number>();
  readonly #remembered = new Map<string, RuleSet>();
  readonly #sets = new Map<string, RuleSet>();

  constructor(
    readonly index: TreeIndex,
    rules: readonly StyleRule[],
    diagnostics: Diagnostic[],
  ) {
    const options = selectOptions(index);
    const entries = rules.flatMap((rule) => compileRule(rule, options, diagnostics));
    const origins = { 'user-agent': 0, author: 1 };
    // Stable: rules of equal weight keep their order of appearance.
    entries.sort(
      (a, b) =>
        origins[a.rule.origin] - origins[b.rule.origin] || a.selector.specificity - b.selector.specificity,
    );
    entries.forEach(({ rule: { origin, declarations }, selector, matches }, rank) =>
      this.#add(selector, { rank, origin, declarations, matches }),
    );
  }

  /** Whether any rule speaks of this pseudo-element. */
  has(pseudo: PseudoElement): boolean {
    return this.#plain.has(pseudo) || this.#positional.has(pseudo);
  }

  /** The rules of an element, or of one of its pseudo-elements. */
  match(element: ElementNode, pseudo: PseudoElement | '' = ''): RuleSet {
    const key = `${this.#signature(element)} ${pseudo}`;
    let plain = this.#remembered.get(key);
    if (plain === undefined) {
      const found: MatchedRule[] = [];
      this.#plain.get(pseudo)?.collect(element, found);
      plain = this.#intern(found);
      this.#remembered.set(key, plain);
    }
    const positional = this.#positional.get(pseudo);
    if (positional === undefined) return plain;
    const found: MatchedRule[] = [];
    positional.collect(element, found);
    return found.length === 0 ? plain : this.#intern([...plain.rules, ...found]);
  }

  #add(selector: ParsedSelector, rule: CompiledRule): void {
    const target = selector.positional ? this.#positional : this.#plain;
    const pseudo = selector.pseudo ?? '';
    const buckets = target.get(pseudo) ?? new Buckets();
    target.set(pseudo, buckets);
    buckets.add(selector.bucket, rule);
    for (const name of selector.attributes) this.#attributes.add(name);
    for (const id of selector.ids) this.#ids.add(id);
  }

  #intern(found: MatchedRule[]): RuleSet {
    found.sort((a, b) => a.rank - b.rank);
    const rules = found.filter((rule, i) => rule !== found[i - 1]);
    const key = rules.map((rule) => rule.rank).join(' ');
    const known = this.#sets.get(key);
    if (known) return known;
    const set: RuleSet = { id: this.#sets.size, rules };
    this.#sets.set(key, set);
    return set;
  }

  #signature(element: ElementNode): number {
    const known = this.#signatureOf.get(element);
    if (known !== undefined) return known;
    const parent = this.index.parentElement(element);
    let key = `${parent ? this.#signature(parent) : -1} ${element.tagName}`;
    const { id, className } = element.properties;
    if (className !== undefined) key += `.${classes(element).join('.')}`;
    if (typeof id === 'string' && this.#ids.has(id)) key += `#${id}`;
    if (this.#attributes.size > 0)
      for (const [name, value] of attributesOf(element))
        if (this.#attributes.has(name)) key += `[${name}=${JSON.stringify(value)}]`;
    const signature = this.#signatures.get(key) ?? this.#signatures.size;
    this.#signatures.set(key, signature);
    this.#signatureOf.set(element, signature);
    return signature;
  }
}

interface CompiledSelector {
  readonly rule: StyleRule;
  readonly selector: ParsedSelector;
  readonly matches: (element: ElementNode) => boolean;
}

/** The selectors of a rule, ready to be tried; none when one of them is refused (Selectors 4 §4.1). */
function compileRule(
  rule: StyleRule,
  options: Options<AnyNode, ElementNode>,
  diagnostics: Diagnostic[],
): readonly CompiledSelector[] {
  const result: CompiledSelector[] = [];
  for (const selector of rule.selectors) {
    try {
      result.push({ rule, selector, matches: compile<AnyNode, ElementNode>(selector.text, options) });
    } catch {
      // css-select throws on what it does not know (`:nonsense`): the user's text, so a warning.
      diagnostics.push(unsupported(selector.text, rule.span));
      return [];
    }
  }
  return result;
}

const attributesByElement = new WeakMap<ElementNode, ReadonlyMap<string, string>>();
const noAttributes: ReadonlyMap<string, string> = new Map();

function attributesOf(element: ElementNode): ReadonlyMap<string, string> {
  const known = attributesByElement.get(element);
  if (known) return known;
  const list = attributes(element);
  const found = list.length === 0 ? noAttributes : new Map(list);
  attributesByElement.set(element, found);
  return found;
}

/** How css-select sees our tree. It only reads the arrays, so they are handed over as they are. */
function selectOptions(index: TreeIndex): Options<AnyNode, ElementNode> {
  const isTag = (node: AnyNode): node is ElementNode => node.type === 'element';
  const previous = previousElements(index);
  return {
    adapter: {
      isTag,
      getAttributeValue: (element, name) => attributesOf(element).get(name),
      hasAttrib: (element, name) => attributesOf(element).has(name),
      getChildren: (node) => (node.type === 'text' ? [] : (node.children as AnyNode[])),
      getName: (element) => element.tagName,
      getParent: (node) => index.parentElement(node) ?? null,
      getSiblings: (node) => (node.type === 'root' ? [node] : (index.siblings(node) as AnyNode[])),
      prevElementSibling: (node) => previous.get(node) ?? null,
      getText: textOf,
      removeSubsets: (nodes) => nodes,
    },
  };
}

/** The element before each element, found once: `+` and `:first-child` ask for it again and again. */
function previousElements(index: TreeIndex): ReadonlyMap<AnyNode, ElementNode> {
  const previous = new Map<AnyNode, ElementNode>();
  for (const node of index.nodes) {
    if (node.type === 'text') continue;
    let last: ElementNode | undefined;
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (last) previous.set(child, last);
      last = child;
    }
  }
  return previous;
}
