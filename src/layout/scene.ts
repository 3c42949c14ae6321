/**
 * What every step of laying out one tree needs to know of its surroundings: the styled tree, pictures,
 * counters, the structure under construction, and what is known of pages (nothing while the flow is
 * built; label and strings while margin boxes are). One object per pass.
 */
import type { Diagnostic } from '../diagnostic.js';
import type { Typesetter } from '../document/inline.js';
import type { ImageAsset } from '../document/publication.js';
import type { StyledTree } from '../document/style.js';
import type { NodeIndex, TreeIndex } from '../document/tree-index.js';
import { attribute, hasClass, textOf, type ElementNode } from '../document/tree.js';
import type { PageScene } from './boxes/generate-content.js';
import { PageNumbers } from './page-numbers.js';
import { StructureBuilder } from './structure.js';

/** What `layout` is given. */
export interface LayoutInput {
  readonly index: TreeIndex;
  readonly styles: StyledTree;
  readonly typesetter: Typesetter;
  /** Pictures of publication and template by id. */
  readonly assets: ReadonlyMap<string, ImageAsset>;
  /** BCP 47 */
  readonly language: string;
  /** What becomes of a word wider than its line; `break` (with a warning) unless told otherwise. */
  readonly wideWords?: 'break' | 'overflow';
  /** Continuous media: one page holds the whole flow, however far down it reaches, and nothing is broken over pages. */
  readonly continuous?: boolean;
}

export class LayoutScene {
  readonly diagnostics: Diagnostic[] = [];
  /** Some box is positioned absolutely. */
  hasPositioned = false;
  /** Some float belongs to the first page of its run. */
  hasBoundFloats = false;
  readonly #reported = new Set<string>();

  constructor(
    readonly input: LayoutInput,
    readonly structure: StructureBuilder = new StructureBuilder(input.index),
    readonly pageNumbers: PageNumbers = new PageNumbers(),
    private readonly shared: TreeFacts = treeFacts(input.index),
    /** The page whose margin boxes are laid out. */
    readonly page?: PageScene,
  ) {}

  /** The scene for the margin boxes of one page: same tree, artifacts only. */
  onPage(page: PageScene): LayoutScene {
    return new LayoutScene(this.input, this.structure, this.pageNumbers, this.shared, page);
  }

  get index(): TreeIndex {
    return this.input.index;
  }

  get styles(): StyledTree {
    return this.input.styles;
  }

  get typesetter(): Typesetter {
    return this.input.typesetter;
  }

  /** Notes something for the user, once. */
  report(found: Diagnostic): void {
    const key = JSON.stringify(found);
    if (!this.#reported.has(key)) this.diagnostics.push(found);
    this.#reported.add(key);
  }

  imageOf(source: string): ImageAsset | undefined {
    return this.input.assets.get(source);
  }

  /** Whether a link in the tree names this footnote. */
  isReferenced(id: string): boolean {
    return this.shared.references.has(id);
  }

  /** The number that the first reference to a footnote shows; undefined where it is none. */
  numberReferred(id: string): number | undefined {
    const reference = this.shared.references.get(id);
    const shown = /^[\s\p{P}]*(\d{1,5})[\s\p{P}]*$/u.exec(reference ? textOf(reference) : '')?.[1];
    return shown === undefined ? undefined : Number(shown);
  }

  /** The number by which lines speak of a note. */
  noteNumber(id: string): number {
    const known = this.shared.notes.get(id);
    if (known !== undefined) return known;
    this.shared.notes.set(id, this.shared.noteIds.length);
    return this.shared.noteIds.push(id) - 1;
  }

  /** Whether any text calls a note. */
  get hasNotes(): boolean {
    return this.shared.noteIds.length > 0;
  }

  noteId(number: number): string | undefined {
    return this.shared.noteIds[number];
  }

  /** True when the element named is a footnote that leaves the flow. */
  isFootnote(id: string): boolean {
    const found = this.shared.elements.get(id);
    return found !== undefined && this.styles.of(found).float === 'footnote';
  }

  /** In a margin box the running element itself is set; elsewhere it is taken out of the flow. */
  get inMarginBox(): boolean {
    return this.page !== undefined;
  }

  /** Label of the page on which the element with this id begins, for what is part of a box; in lines it is put in later. */
  pageLabelOf(id: string): string {
    this.pageNumbers.inBoxes = true;
    return this.pageNumbers.show(id);
  }

  /** Text of the element with this id, its white space collapsed. */
  textOfTarget(id: string): string | undefined {
    const found = this.index.nodes[this.shared.elements.get(id) ?? -1];
    return found && textOf(found).replace(/\s+/gu, ' ').trim();
  }
}

/** What one look at the tree tells, for all passes and pages. */
interface TreeFacts {
  /** The first link to each name; the call of a note before any other. */
  readonly references: ReadonlyMap<string, ElementNode>;
  /** Numbers of elements by their ids; the last of a name. */
  readonly elements: ReadonlyMap<string, NodeIndex>;
  /** Numbers of notes by id, and ids by number, in the order of their first call. */
  readonly notes: Map<string, number>;
  readonly noteIds: string[];
}

function treeFacts(index: TreeIndex): TreeFacts {
  const references = new Map<string, ElementNode>();
  const elements = new Map<string, NodeIndex>();
  for (let number = 0; number < index.nodes.length; number++) {
    const node = index.nodes[number];
    if (node?.type !== 'element') continue;
    const id = attribute(node, 'id');
    if (id !== undefined) elements.set(id, number);
    const href = node.tagName === 'a' ? attribute(node, 'href') : undefined;
    const target = href?.startsWith('#') ? href.slice(1) : undefined;
    if (target === undefined) continue;
    const known = references.get(target);
    if (!known || (hasClass(node, 'noteref') && !hasClass(known, 'noteref'))) references.set(target, node);
  }
  return { references, elements, notes: new Map(), noteIds: [] };
}
