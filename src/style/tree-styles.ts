/**
 * The styles of one tree's elements and pseudo-elements, by node number. Walks the tree once, parents
 * first; almost every element finds its record already there.
 */
import type { Diagnostic, Span } from '../diagnostic.js';
import type { ComputedStyle, PseudoElement } from '../document/style.js';
import type { NodeIndex, TreeIndex } from '../document/tree-index.js';
import type { ElementNode } from '../document/tree.js';
import { attributeHints } from './attribute-hints.js';
import type { TreeContext } from './compute-values.js';
import type { Declaration } from './declarations.js';
import type { RuleMatcher } from './match-rules.js';
import { readStyleAttribute } from './read-sheets.js';
import type { StyleRecord, StyleRecords } from './style-records.js';
import type { ValueContext } from './value-reader.js';

const pseudoElements: readonly PseudoElement[] = [
  'before',
  'after',
  'marker',
  'first-letter',
  'first-line',
  'footnote-call',
  'footnote-marker',
];

const noDeclarations: readonly Declaration[] = [];

export class TreeStyles {
  /** The record of the root element; the initial one where the tree has no element. */
  readonly root: StyleRecord;
  readonly tree: TreeContext;
  readonly #index: TreeIndex;
  readonly #records: (StyleRecord | undefined)[] = [];
  /** `style` attributes without faults, by their text. */
  readonly #attributes = new Map<string, readonly Declaration[]>();

  constructor(
    readonly matcher: RuleMatcher,
    readonly records: StyleRecords,
    viewport: ValueContext['viewport'],
    diagnostics: Diagnostic[],
  ) {
    this.#index = matcher.index;
    const tree = { viewport, diagnostics, reported: new Set<Declaration>() };
    const first = this.#index.root.children.find((child) => child.type === 'element');
    this.tree = { ...tree, root: undefined };
    this.root = first ? this.#compute(first, this.records.initial) : this.records.initial;
    this.tree = { ...tree, root: this.root.values };
  }

  /** Computes every element and every pseudo-element that rules speak of. */
  computeAll(): void {
    const spokenOf = pseudoElements.filter((pseudo) => this.matcher.has(pseudo));
    this.#index.nodes.forEach((node, number) => {
      const record = this.#record(number);
      if (node.type !== 'element') return;
      for (const pseudo of spokenOf) this.#pseudo(node, record, pseudo);
    });
  }

  of(node: NodeIndex): ComputedStyle {
    return this.#record(node).style;
  }

  pseudo(node: NodeIndex, pseudo: PseudoElement): ComputedStyle | undefined {
    const element = this.#index.nodes[node];
    if (element?.type !== 'element' || !this.matcher.has(pseudo)) return undefined;
    return this.#pseudo(element, this.#record(node), pseudo);
  }

  #record(number: NodeIndex): StyleRecord {
    const known = this.#records[number];
    if (known) return known;
    const node = this.#index.nodes[number];
    const parent = node && this.#index.parent(node);
    const above = parent ? this.#record(this.#index.of(parent)) : this.records.initial;
    const record = node?.type === 'element' ? this.#elementRecord(node, parent, above) : above;
    this.#records[number] = record;
    return record;
  }

  #elementRecord(
    element: ElementNode,
    parent: ReturnType<TreeIndex['parent']>,
    above: StyleRecord,
  ): StyleRecord {
    const first = this.#index.root.children.find((child) => child.type === 'element');
    return parent?.type === 'root' && element === first ? this.root : this.#compute(element, above);
  }

  #compute(element: ElementNode, parent: StyleRecord): StyleRecord {
    const { properties } = element;
    const set = this.matcher.match(element);
    const hints = attributeHints(element);
    const attribute = properties['style'];
    const css = typeof attribute === 'string' ? attribute : '';
    const inline = css === '' ? noDeclarations : this.#inline(css, element.span);
    const language = languageOf(element) ?? parent.style.language;
    const root = this.tree.root === undefined ? 'root ' : '';
    const hinted = hints.length === 0 ? '' : JSON.stringify(hints);
    const key = `${root}${set.id} ${hinted} ${css}`;
    return this.records.compute(parent, key, () => ({ rules: set.rules, hints, inline }), {
      tree: this.tree,
      language,
    });
  }

  #pseudo(element: ElementNode, parent: StyleRecord, pseudo: PseudoElement): ComputedStyle | undefined {
    const set = this.matcher.match(element, pseudo);
    if (set.rules.length === 0) return undefined;
    const key = `::${pseudo} ${set.id}`;
    const input = () => ({ rules: set.rules, hints: noDeclarations, inline: noDeclarations });
    const { style } = this.records.compute(parent, key, input, {
      tree: this.tree,
      language: parent.style.language,
    });
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

function languageOf(element: ElementNode): string | undefined {
  const { lang, xmlLang } = element.properties;
  if (typeof xmlLang === 'string') return xmlLang;
  return typeof lang === 'string' ? lang : undefined;
}
