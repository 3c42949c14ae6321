/**
 * Which rules match an element. Rules are tried only on elements that have their rightmost id, class or
 * tag. The answer is remembered by the element's signature (tag, classes, the ids and attributes that
 * selectors speak of, and the parent's signature), except for selectors that look at siblings, children
 * or place. Equal answers are the same object, so that the cascade is done once for each.
 */
import type { PseudoElement } from '../document/style.js';
import type { NodeIndex, TreeIndex } from '../document/tree-index.js';
import { noProperties, propertyName, type ElementNode, type PropertyValue } from '../document/tree.js';
import { hasTableHints, isHint } from './attribute-hints.js';
import { cascade, type Cascaded } from './cascade.js';
import type { Declaration } from './declarations.js';
import { classList, ElementTable } from './element-table.js';
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
  /** Sets with one rule more, by its rank. */
  readonly more = new Map<number, RuleSet>();

  constructor(
    readonly id: number,
    readonly rules: readonly MatchedRule[],
  ) {}

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
  /** Attributes may give it more declarations, or another language. */
  readonly dressed: boolean;
}

/** What holds for all elements that look alike together with their ancestors. */
export interface Kind {
  readonly look: Look;
  /** By place in `targets`, as far as asked for. */
  readonly found: Found[];
  /** Kinds of children, by look. */
  readonly children: Kind[];
  /** Pseudo-elements for which a rule waits for `var()`. */
  readonly pending: readonly PseudoElement[];
}

/** The rules that match whatever is of a kind, and those still to be tried on each. */
interface Found {
  readonly set: RuleSet;
  readonly positional: readonly RankedRule[];
}

function isPending({ declarations }: MatchedRule): boolean {
  return declarations.some((declaration) => declaration.pending);
}

const noRules: readonly RankedRule[] = [];

/** Elements first, then pseudo-elements: what rules can speak of. */
const targets: readonly (PseudoElement | '')[] = ['', ...pseudoElements];

export class RuleMatcher {
  readonly table: ElementTable;
  readonly #buckets: Buckets[] = targets.map(() => new Map());
  /** hast's names of the attributes that selectors speak of. */
  readonly #attributes = new Set<string>();
  readonly #ids = new Set<string>();
  /** Looks by the tag name where nothing else is said, and by all that is said. */
  readonly #bare = new Map<string, Look>();
  readonly #looks = new Map<string, Look>();
  readonly #kinds: (Kind | undefined)[] = [];
  /** Kinds of root elements, by look. */
  readonly #roots: Kind[] = [];
  readonly #sets = new Map<string, RuleSet>();

  readonly #none = this.#intern([]);
  readonly #nothing: Found = { set: this.#none, positional: [] };

  constructor(index: TreeIndex, rules: readonly StyleRule[]) {
    this.table = new ElementTable(index);
    for (const { origin, declarations, selector, rank } of ranked(rules)) {
      const target = targets.indexOf(selector.pseudo ?? '');
      const buckets = this.#buckets[target];
      const rule = { rank, origin, declarations, selector };
      for (const key of selector.buckets) {
        const list = buckets?.get(key);
        if (list) list.push(rule);
        else buckets?.set(key, [rule]);
      }
      for (const name of selector.attributes) this.#attributes.add(name).add(propertyName(name));
      for (const id of selector.ids) this.#ids.add(id);
    }
  }

  /** Whether any rule speaks of this pseudo-element. */
  has(pseudo: PseudoElement): boolean {
    return (this.#buckets[targets.indexOf(pseudo)]?.size ?? 0) > 0;
  }

  /** The rules of an element, or of one of its pseudo-elements. */
  match(number: NodeIndex, pseudo: PseudoElement | '' = ''): RuleSet {
    const kind = this.kind(number);
    return kind === undefined ? this.#none : this.matchKind(kind, number, pseudo);
  }

  /** The same for an element whose kind is known. */
  matchKind(kind: Kind, number: NodeIndex, pseudo: PseudoElement | '' = ''): RuleSet {
    const target = pseudo === '' ? 0 : targets.indexOf(pseudo);
    const found = kind.found[target] ?? (kind.found[target] = this.#find(kind.look, target, number));
    let { set } = found;
    if (found.positional.length > 0)
      for (const rule of found.positional)
        if (rule.selector.positional?.(this.table, number)) set = this.#with(set, rule);
    return set;
  }

  #find(look: Look, target: number, number: NodeIndex): Found {
    const plain: RankedRule[] = [];
    const positional: RankedRule[] = [];
    for (const rule of look.tried[target] ?? noRules)
      if (rule.selector.plain(this.table, number)) (rule.selector.positional ? positional : plain).push(rule);
    if (plain.length + positional.length === 0) return this.#nothing;
    return { set: this.#intern(plain), positional };
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

  /** The kind of an element; parents are asked first, so that this goes up one step at most. */
  kind(number: NodeIndex): Kind | undefined {
    const known = this.#kinds[number];
    if (known) return known;
    const element = this.table.element(number);
    if (element === undefined) return undefined;
    const parent = this.table.parent[number] ?? -1;
    const siblings = (parent < 0 ? undefined : this.kind(parent)?.children) ?? this.#roots;
    const look = this.#look(element);
    const kind = siblings[look.id] ?? (siblings[look.id] = this.#newKind(look, number));
    this.#kinds[number] = kind;
    return kind;
  }

  #newKind(look: Look, number: NodeIndex): Kind {
    const pending = pseudoElements.filter((_, i) =>
      look.tried[i + 1]?.some((rule) => isPending(rule) && rule.selector.plain(this.table, number)),
    );
    return { look, found: [], children: [], pending };
  }

  #look(element: ElementNode): Look {
    const { tagName, properties } = element;
    // The usual element first: nothing but its name.
    if (properties === noProperties) {
      const bare = this.#bare.get(tagName);
      if (bare) return bare;
    }
    let key = '';
    let dressed = hasTableHints(tagName);
    for (const name in properties) {
      key += this.#looked(name, properties[name]);
      dressed ||= isHint(name);
    }
    const looks = key === '' && !dressed ? this.#bare : this.#looks;
    const whole = looks === this.#bare ? tagName : `${tagName}${dressed ? '!' : ''}${key}`;
    const known = looks.get(whole);
    if (known) return known;
    const look = { id: this.#bare.size + this.#looks.size, tried: this.#tried(element), dressed };
    looks.set(whole, look);
    return look;
  }

  /** By target, the rules that have a bucket for this element. */
  #tried(element: ElementNode): Look['tried'] {
    const { tagName, properties } = element;
    const list = classList(element);
    const { id } = properties;
    const keys = ['any', `tag ${tagName.toLowerCase()}`, ...list.map((name) => `class ${name}`)];
    if (typeof id === 'string') keys.push(`id ${id}`);
    return this.#buckets.map((buckets) => (buckets.size === 0 ? noRules : rulesIn(buckets, keys)));
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

/** The rules in these buckets, each once: one with `:is()` may stand in several. */
function rulesIn(buckets: Buckets, keys: readonly string[]): readonly RankedRule[] {
  let found = noRules;
  for (const key of keys) {
    const rules = buckets.get(key);
    if (rules === undefined) continue;
    found = found.length === 0 ? rules : [...found, ...rules.filter((rule) => !found.includes(rule))];
  }
  return found;
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
