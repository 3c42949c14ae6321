/**
 * All rules of a kind of document put together: the rule of an element by its name, the classes of the elements,
 * and content models read when they are first asked for.
 */
import type { XmlElement } from '../../../document/read-xml.js';
import type { ElementClass, ElementRule, RuleChoice, RuleTable } from './element-rule.js';
import { readModel, type ContentModel } from './grammar.js';
import { documentRules } from './tables/document.js';
import { embeddedRules } from './tables/embedded.js';
import { epubRules, navigationLists, navigationRules } from './tables/epub.js';
import { formRules } from './tables/forms.js';
import { groupingRules } from './tables/grouping.js';
import { mathRules } from './tables/math.js';
import { ncxRules } from './tables/ncx.js';
import { sectionRules } from './tables/sections.js';
import { textRules } from './tables/text.js';

/** A document of text, the navigation document, a drawing of its own, or the contents for old readers. */
export type ContentMode = 'xhtml' | 'nav' | 'svg' | 'ncx';
/** What an element that is transparent holds: what its parent may. */
export type Around = 'flow' | 'phrasing';

/** A rule found for an element. */
export interface FoundRule {
  readonly name: string;
  readonly rule: ElementRule;
  /** Its content models that were asked for, by what it is transparent to and the attribute that changes it. */
  readonly models: Map<string, ContentModel>;
}

const table: RuleTable = {
  ...documentRules,
  ...sectionRules,
  ...groupingRules,
  ...textRules,
  ...embeddedRules,
  ...formRules,
  ...epubRules,
  ...mathRules,
  ...ncxRules,
  /** A drawing in text; `check-svg.ts` has the rules. */
  'svg:svg': { in: ['phrasing'], holds: '#unchecked' },
  'svg:foreignObject': { holds: '#flow' },
  'svg:foreignObject@svg': { holds: '#flow | body' },
  'svg:title': { holds: '#flow | html | body' },
  /** An element that the author's scripts define (HTML, 4.13). */
  'custom:element': { in: ['phrasing'], holds: '#transparent' },
  /** An element of a namespace that nobody here knows. */
  'other:element': { holds: '#unchecked' },
};

/** The rules of one kind of document. */
export class Rules {
  readonly #rules: ReadonlyMap<string, FoundRule | RuleChoice>;
  readonly #classes: ReadonlyMap<string, readonly string[]>;

  constructor(mode: ContentMode) {
    const own = mode === 'nav' ? { ...table, ...navigationRules, ...listsOfNavigation() } : table;
    const rules = new Map(Object.entries(own));
    this.#classes = classesOf(rules);
    this.#rules = new Map(
      [...rules].map(
        ([name, rule]) => [name, 'choose' in rule ? rule : { name, rule, models: new Map() }] as const,
      ),
    );
  }

  /** The rule by a name; undefined for a name that no element has. */
  find(name: string, element: XmlElement): FoundRule | undefined {
    const rule = this.#rules.get(name);
    if (!rule) return undefined;
    return 'choose' in rule ? this.find(rule.choose(element), element) : rule;
  }

  /** The content model in force; undefined for what may hold anything. */
  model({ rule, models }: FoundRule, element: XmlElement, around: Around): ContentModel | undefined {
    const by =
      rule.holdsWith && Object.keys(rule.holdsWith).find((attribute) => element.attributes.has(attribute));
    const holds = (by === undefined ? undefined : rule.holdsWith?.[by]) ?? rule.holds;
    if (holds === '#anything' || holds === '#unchecked') return undefined;
    const key = by === undefined ? around : `${around} ${by}`;
    let model = models.get(key);
    if (!model)
      models.set(key, (model = readModel(holds.replaceAll('#transparent', `#${around}`), this.#classes)));
    return model;
  }
}

const made = new Map<ContentMode, Rules>();

/** The rules for a kind of document, made once. */
export function rulesFor(mode: ContentMode): Rules {
  let rules = made.get(mode);
  if (!rules) made.set(mode, (rules = new Rules(mode)));
  return rules;
}

function listsOfNavigation(): RuleTable {
  const lists = Object.entries(navigationLists).map(([name, { like, holds }]) => {
    const base = table[like];
    return [name, base && 'holds' in base ? { ...base, holds } : { holds }] as const;
  });
  return Object.fromEntries(lists);
}

/** The members of each class by their rules; in text and in blocks there may be text too. */
function classesOf(
  rules: ReadonlyMap<string, ElementRule | RuleChoice>,
): ReadonlyMap<string, readonly string[]> {
  const of = (...names: readonly ElementClass[]): readonly string[] =>
    [...rules].filter(([, rule]) => rule.in?.some((one) => names.includes(one))).map(([name]) => name);
  return new Map([
    ['flow', ['#text', ...of('flow', 'phrasing')]],
    ['phrasing', ['#text', ...of('phrasing')]],
    ['metadata', of('metadata')],
    ['support', of('support')],
    ['math', of('math')],
    ['contentMath', of('contentMath')],
  ]);
}
