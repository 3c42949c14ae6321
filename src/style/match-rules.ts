/**
 * Which rules match an element. Rules are tried only on elements that have their rightmost id, class or
 * tag. The answer is remembered by the element's signature (tag, classes, the ids and attributes that
 * selectors speak of, and the parent's signature), except for selectors that look at siblings, children
 * or place. Equal answers are the same object, so that the cascade is done once for each.
 */
import type { PseudoElement } from '../document/style.js';
import type { NodeIndex, TreeIndex } from '../document/tree-index.js';
import type { ElementNode, PropertyValue } from '../document/tree.js';
import { cascade, type Cascaded } from './cascade.js';
import type { Declaration } from './declarations.js';
import { classList, ElementTable, propertyOf } from './element-table.js';
import type { CascadeOrigin, StyleRule } from './read-sheets.js';
import { pseudoElements, type ParsedSelector } from './selectors.js';

/** One selector of a rule. */
export interface MatchedRule {
  /** Place in the cascade: origin, specificity, order of appearance. */
  readonly rank: number;
  readonly origin: CascadeOrigin;
  readonly declarations: readonly Declaration[];
}

interface RankedRule extends MatchedRule {
  readonly selector: ParsedSelector;
}

/** The rules of one element or pseudo-element, weakest first; the same object for the same rules. */
export class RuleSet {
  #cascaded: Cascaded | undefined;
  /** Some declaration waits for `var()`. */
  readonly pending: boolean;
  /** Sets with one rule more, by its rank. */
  readonly more = new Map<number, RuleSet>();

  constructor(
    readonly id: number,
    readonly rules: readonly MatchedRule[],
  ) {
    this.pending = rules.some((rule) => rule.declarations.some((declaration) => declaration.pending));
  }

  /** The winners where nothing but these rules speaks. */
  get cascaded(): Cascaded {
    return (this.#cascaded ??= cascade({ rules: this.rules, hints: [], inline: [] }));
  }
}

/** Rules of one pseudo-element (or of elements) by what their rightmost part names. */
type Buckets = Map<string, RankedRule[]>;

/** What looks alike but for its ancestors: by place in `targets`, the rules to try on it. */
interface Look {
  readonly id: number;
  readonly tried: readonly (readonly RankedRule[])[];
}

/** What holds for all elements of one signature: the rules that match, and those still to be tried. */
interface Remembered {
  readonly set: RuleSet;
  readonly positional: readonly RankedRule[];
}

/** Elements first, then pseudo-elements: what rules can speak of. */
const targets: readonly (PseudoElement | '')[] = ['', ...pseudoElements];

export class RuleMatcher {
  readonly table: ElementTable;
  readonly #buckets: Buckets[] = targets.map(() => new Map());
  /** hast's names of the attributes that selectors speak of. */
  readonly #attributes = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #looks = new Map<string, Look>();
  readonly #lookList: Look[] = [];
  /** By the parent's signature plus one, then look. */
  readonly #signatures: number[][] = [];
  #signatureCount = 0;
  /** By target, then signature. */
  readonly #remembered: Remembered[][] = targets.map(() => []);
  readonly #signatureOf: Int32Array;
  readonly #lookOf: Int32Array;
  readonly #sets = new Map<string, RuleSet>();

  constructor(index: TreeIndex, rules: readonly StyleRule[]) {
    this.table = new ElementTable(index);
    this.#signatureOf = new Int32Array(index.nodes.length).fill(-1);
    this.#lookOf = new Int32Array(index.nodes.length);
    for (const { origin, declarations, selector, rank } of ranked(rules)) {
      const buckets = this.#buckets[targets.indexOf(selector.pseudo ?? '')];
      const rule = { rank, origin, declarations, selector };
      for (const key of selector.buckets) {
        const list = buckets?.get(key);
        if (list) list.push(rule);
        else buckets?.set(key, [rule]);
      }
      for (const name of selector.attributes) this.#attributes.add(name).add(propertyOf(name));
      for (const id of selector.ids) this.#ids.add(id);
    }
  }

  /** Whether any rule speaks of this pseudo-element. */
  has(pseudo: PseudoElement): boolean {
    return (this.#buckets[targets.indexOf(pseudo)]?.size ?? 0) > 0;
  }

  /** The rules of an element, or of one of its pseudo-elements. */
  match(number: NodeIndex, pseudo: PseudoElement | '' = ''): RuleSet {
    const target = pseudo === '' ? 0 : targets.indexOf(pseudo);
    const signature = this.#signature(number);
    const known = this.#remembered[target]?.[signature] ?? this.#remember(target, signature, number);
    let { set } = known;
    for (const rule of known.positional)
      if (rule.selector.positional?.(this.table, number)) set = this.#with(set, rule);
    return set;
  }

  #remember(target: number, signature: number, number: NodeIndex): Remembered {
    const look = this.#lookList[this.#lookOf[number] ?? 0];
    const found = (look?.tried[target] ?? []).filter(({ selector }) => selector.plain(this.table, number));
    const remembered: Remembered = {
      set: this.#intern(found.filter(({ selector }) => selector.positional === undefined)),
      positional: found.filter(({ selector }) => selector.positional !== undefined),
    };
    const list = this.#remembered[target];
    if (list) list[signature] = remembered;
    return remembered;
  }

  #with(set: RuleSet, rule: MatchedRule): RuleSet {
    const known = set.more.get(rule.rank);
    if (known) return known;
    const made = this.#intern([...set.rules, rule]);
    set.more.set(rule.rank, made);
    return made;
  }

  #intern(found: MatchedRule[]): RuleSet {
    const rules = found.sort((a, b) => a.rank - b.rank);
    const key = rules.map((rule) => rule.rank).join(' ');
    const known = this.#sets.get(key);
    if (known) return known;
    const set = new RuleSet(this.#sets.size, rules);
    this.#sets.set(key, set);
    return set;
  }

  /** The number of what an element looks like together with its ancestors. */
  #signature(number: NodeIndex): number {
    const known = this.#signatureOf[number] ?? 0;
    if (known >= 0) return known;
    const element = this.table.element(number);
    const parent = this.table.parent[number] ?? -1;
    const above = parent < 0 ? 0 : this.#signature(parent) + 1;
    const look = element ? this.#look(element) : 0;
    const children = (this.#signatures[above] ??= []);
    const signature = (children[look] ??= this.#signatureCount++);
    this.#signatureOf[number] = signature;
    this.#lookOf[number] = look;
    return signature;
  }

  #look(element: ElementNode): number {
    const { tagName, properties } = element;
    let key = tagName;
    for (const name in properties) key += this.#looked(name, properties[name]);
    const known = this.#looks.get(key);
    if (known) return known.id;
    const list = classList(element);
    const { id } = properties;
    const keys = ['any', `tag ${tagName.toLowerCase()}`, ...list.map((name) => `class ${name}`)];
    if (typeof id === 'string') keys.push(`id ${id}`);
    const tried = this.#buckets.map((buckets) => [
      ...new Set(keys.flatMap((bucket) => buckets.get(bucket) ?? [])),
    ]);
    const look: Look = { id: this.#looks.size, tried };
    this.#looks.set(key, look);
    this.#lookList.push(look);
    return look.id;
  }

  /**
   * What a property adds to a look: classes always, ids and attributes that some selector speaks of.
   * Two blanks stand in no class.
   */
  #looked(name: string, value: PropertyValue): string {
    if (name === 'className') return `  .${Array.isArray(value) ? value.join(' ') : String(value)}`;
    if (name === 'id') return typeof value === 'string' && this.#ids.has(value) ? `  #${value}` : '';
    if (!this.#attributes.has(name)) return '';
    return value === undefined || value === null || value === false
      ? ''
      : `  [${name}=${JSON.stringify(value)}]`;
  }
}

/** Every selector of every rule with its place in the cascade, weakest first. */
function ranked(rules: readonly StyleRule[]): readonly RankedRule[] {
  const origins = { 'user-agent': 0, author: 1 };
  const entries = rules.flatMap(({ origin, declarations, selectors }) =>
    selectors.map((selector) => ({ origin, declarations, selector })),
  );
  // Stable: rules of equal weight keep their order of appearance.
  entries.sort(
    (a, b) => origins[a.origin] - origins[b.origin] || a.selector.specificity - b.selector.specificity,
  );
  return entries.map((entry, rank) => ({ ...entry, rank }));
}
