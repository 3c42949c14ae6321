/**
 * The styles of one tree's elements and pseudo-elements, by node number. Walks the tree once, parents
 * first; almost every element finds its record already there.
 */
import type { Diagnostic, Span } from '../diagnostic.js';
import type { ComputedStyle, FontMeasure, PseudoElement } from '../document/style.js';
import type { NodeIndex } from '../document/tree-index.js';
import type { ElementNode } from '../document/tree.js';
import { attributeHints } from './attribute-hints.js';
import { cascade } from './cascade.js';
import type { TreeContext } from './compute-values.js';
import type { Declaration } from './declarations.js';
import type { Kind, RuleMatcher, RuleSet } from './match-rules.js';
import { readStyleAttribute } from './read-sheets.js';
import type { StyleRecord, StyleRecords } from './style-records.js';
import type { ValueContext } from './value-reader.js';

const noDeclarations: readonly Declaration[] = [];

/** What values refer to outside the tree. */
export interface Surroundings {
  /** The area of the first page, found when something asks for it. */
  readonly viewport: () => ValueContext['viewport'];
  readonly measureFont: FontMeasure;
}

export class TreeStyles {
  /** The record of the root element; the initial one where the tree has no element. */
  readonly root: StyleRecord;
  readonly tree: TreeContext;
  readonly #rootNumber: NodeIndex;
  readonly #records: StyleRecord[] = [];
  /** `style` attributes without faults, by their text. */
  readonly #attributes = new Map<string, readonly Declaration[]>();

  constructor(
    readonly matcher: RuleMatcher,
    readonly records: StyleRecords,
    { viewport, measureFont }: Surroundings,
    diagnostics: Diagnostic[],
  ) {
    const { table } = matcher;
    const tree = {
      get viewport() {
        return viewport();
      },
      measureFont,
      diagnostics,
      reported: new Set<Declaration>(),
    };
    this.#rootNumber = table.nodes.findIndex((node) => node.type === 'element');
    this.tree = contextWith(tree, undefined);
    const first = table.element(this.#rootNumber);
    const kind = matcher.kind(this.#rootNumber);
    const { initial } = records;
    this.root = first && kind ? this.#compute(this.#rootNumber, first, kind, initial) : initial;
    this.tree = contextWith(tree, this.root);
  }

  /** Computes every element, and every pseudo-element where `var()` could fail, so that it is known. */
  computeAll(): void {
    const { matcher } = this;
    const { nodes, parent } = matcher.table;
    for (let number = 0; number < nodes.length; number++) {
      const node = nodes[number];
      const up = parent[number] ?? -1;
      const above = up < 0 ? this.records.initial : this.#record(up);
      const kind = node?.type === 'element' ? matcher.kind(number) : undefined;
      if (node?.type !== 'element' || kind === undefined) {
        this.#records.push(above);
        continue;
      }
      const record = number === this.#rootNumber ? this.root : this.#compute(number, node, kind, above);
      this.#records.push(record);
      for (const pseudo of kind.pending) {
        const set = matcher.matchKind(kind, number, pseudo);
        if (set.rules.length > 0) this.#ofPseudo(record, pseudo, set);
      }
    }
  }

  of(node: NodeIndex): ComputedStyle {
    return this.#record(node).style;
  }

  pseudo(node: NodeIndex, pseudo: PseudoElement): ComputedStyle | undefined {
    const { matcher } = this;
    if (!matcher.has(pseudo) || matcher.table.element(node) === undefined) return undefined;
    const set = matcher.match(node, pseudo);
    return set.rules.length === 0 ? undefined : this.#ofPseudo(this.#record(node), pseudo, set);
  }

  /** Strangers have the initial style. */
  #record(number: NodeIndex): StyleRecord {
    return this.#records[number] ?? this.records.initial;
  }

  #compute(number: NodeIndex, element: ElementNode, kind: Kind, parent: StyleRecord): StyleRecord {
    const set = this.matcher.matchKind(kind, number);
    const root = number === this.#rootNumber;
    if (!root && !kind.look.dressed) return parent.children.get(set.id) ?? this.#plain(parent, set);
    const { style } = element.properties;
    const css = typeof style === 'string' ? style : '';
    const hints = attributeHints(this.matcher.table, number, element);
    const language = languageOf(element) ?? parent.style.language;
    if (!root && css === '' && hints.length === 0 && language === parent.style.language)
      return parent.children.get(set.id) ?? this.#plain(parent, set);
    const inline = css === '' ? noDeclarations : this.#inline(css, element.span);
    const key = [root ? 'root' : '', set.id, JSON.stringify(hints), language, css].join('/');
    const cascaded = () => cascade({ rules: set.rules, hints, inline });
    return this.records.compute(parent, key, cascaded, { tree: this.tree, language });
  }

  /** The record of an element that only rules speak of. */
  #plain(parent: StyleRecord, set: RuleSet): StyleRecord {
    const more = { tree: this.tree, language: parent.style.language };
    return this.records.compute(parent, set.id, () => set.cascaded, more);
  }

  /** A set belongs to one pseudo-element: below zero, its number is apart from those of elements. */
  #ofPseudo(parent: StyleRecord, pseudo: PseudoElement, set: RuleSet): ComputedStyle | undefined {
    const more = { tree: this.tree, language: parent.style.language };
    const { style } = this.records.compute(parent, -1 - set.id, () => set.cascaded, more);
    const needsContent = pseudo === 'before' || pseudo === 'after';
    return needsContent && typeof style.content === 'string' ? undefined : style;
  }

  /** The declarations of a `style` attribute; its faults are reported at the element. */
  #inline(css: string, span: Span | undefined): readonly Declaration[] {
    const known = this.#attributes.get(css);
    if (known) return known;
    const before = this.tree.diagnostics.length;
    const declarations = readStyleAttribute(css, span, this.tree.diagnostics);
    if (this.tree.diagnostics.length === before) this.#attributes.set(css, declarations);
    return declarations;
  }
}

function contextWith(tree: Omit<TreeContext, 'root'>, root: StyleRecord | undefined): TreeContext {
  return {
    get viewport() {
      return tree.viewport;
    },
    measureFont: tree.measureFont,
    diagnostics: tree.diagnostics,
    reported: tree.reported,
    root: root?.values,
  };
}

function languageOf({ properties }: ElementNode): string | undefined {
  const { lang, xmlLang } = properties;
  if (typeof xmlLang === 'string') return xmlLang;
  return typeof lang === 'string' ? lang : undefined;
}
