/**
 * What generated content knows of its place in the flow: counters and quotation depth of the walk,
 * and the elements that `target-counter()` and `target-text()` name. Forward references need one look
 * ahead over the whole tree, taken when the first is met and kept with the styled tree.
 */
import type { ComputedStyle, StyledTree } from '../../document/style.js';
import type { NodeIndex } from '../../document/tree-index.js';
import { attribute, type ElementNode, type TreeNode } from '../../document/tree.js';
import type { LayoutScene } from '../scene.js';
import { Counters, type CounterValues } from './counters.js';
import { generatedText, type ContentScene, type PageScene, type TargetScene } from './generate-content.js';
import { QuoteDepth, quotePairs } from './quotes.js';
import { reversedStart } from './reversed-lists.js';

/** State of one walk over a tree. */
export class FlowContent {
  readonly counters = new Counters();
  readonly #quoteDepth = new QuoteDepth();

  constructor(readonly scene: LayoutScene) {}

  /** The scene of a value of `style`, which belongs to `element`, for its strings and bookmarks. */
  of(element: ElementNode, style: ComputedStyle): ContentScene {
    const { counters } = this;
    return new PlaceScene(this.scene, { element, style, counters, quoteDepth: this.#quoteDepth, flow: this });
  }

  /**
   * The scene of `content`, of a pseudo-element of `element` or a margin box. Text before and after is asked
   * for by strings and bookmarks, not by pseudo-elements of themselves.
   */
  inside(element: ElementNode | undefined, style: ComputedStyle): ContentScene {
    const { counters } = this;
    return new PlaceScene(this.scene, { element, style, counters, quoteDepth: this.#quoteDepth });
  }

  /** Text that a pseudo-element would have if it came now (`content(before)`). */
  pseudoText(element: ElementNode, which: 'before' | 'after'): string {
    const style = this.scene.styles.pseudo(this.scene.index.of(element), which);
    if (!style || typeof style.content === 'string') return '';
    const counters = this.counters.preview(style);
    const quoteDepth = this.#quoteDepth.copy();
    // A value that speaks of itself has no text.
    return generatedText(style.content, new PlaceScene(this.scene, { element, style, counters, quoteDepth }));
  }
}

/** The place in the flow that content is generated for. */
interface Place {
  readonly element: ElementNode | undefined;
  readonly style: ComputedStyle;
  readonly counters: CounterValues;
  readonly quoteDepth: QuoteDepth;
  /** Where `::before` and `::after` have text. */
  readonly flow?: FlowContent;
}

class PlaceScene implements ContentScene {
  readonly element: ElementNode | undefined;
  readonly page: PageScene | undefined;
  readonly counters: CounterValues;
  readonly quoteDepth: QuoteDepth;

  constructor(
    private readonly scene: LayoutScene,
    private readonly place: Place,
  ) {
    this.element = place.element;
    this.page = scene.page;
    this.counters = place.counters;
    this.quoteDepth = place.quoteDepth;
  }

  get quotes(): readonly string[] {
    return quotesAt(this.scene, this.element, this.place.style);
  }

  pageLabelOf(id: string): string {
    return this.scene.pageLabelOf(id);
  }

  textOfTarget(id: string): string | undefined {
    return this.scene.textOfTarget(id);
  }

  target(id: string): TargetScene | undefined {
    return targetsOf(this.scene).get(id);
  }

  pseudoText(which: 'before' | 'after'): string {
    const { element, flow } = this.place;
    return element && flow ? flow.pseudoText(element, which) : '';
  }
}

const knownTargets = new WeakMap<StyledTree, ReadonlyMap<string, TargetScene>>();

function targetsOf(scene: LayoutScene): ReadonlyMap<string, TargetScene> {
  let targets = knownTargets.get(scene.styles);
  if (!targets) {
    const ahead = new LookAhead(scene);
    for (const child of scene.index.root.children) ahead.visit(child, scene.index.of(child));
    knownTargets.set(scene.styles, (targets = ahead.targets));
  }
  return targets;
}

/** Counts through the tree as box generation does, and notes counters where an element has an id. */
class LookAhead {
  readonly targets = new Map<string, TargetScene>();
  readonly #counters = new Counters();

  constructor(private readonly scene: LayoutScene) {}

  visit(node: TreeNode, number: NodeIndex): void {
    if (node.type === 'text') return;
    const style = this.scene.styles.of(number);
    if (style.display === 'none' || typeof style.position === 'object') return;
    this.#counters.enter(style, reversedStart(node, number, this.scene));
    const id = attribute(node, 'id');
    const counters = id === undefined ? undefined : this.#counters.snapshot();
    const marker = style.display === 'list-item' && this.scene.styles.pseudo(number, 'marker');
    if (marker) {
      this.#counters.enter(marker);
      this.#counters.leave();
    }
    const before = this.#pseudo(node, 'before', id !== undefined);
    let at = number + 1;
    for (const child of node.children) {
      this.visit(child, at);
      at = this.scene.index.end(at);
    }
    const after = this.#pseudo(node, 'after', id !== undefined);
    // The first element of a name is the one that links go to.
    if (id !== undefined && counters && !this.targets.has(id)) {
      this.targets.set(id, { counters, before, after });
    }
    this.#counters.leave();
  }

  #pseudo(node: ElementNode, which: 'before' | 'after', wanted: boolean): string {
    const style = this.scene.styles.pseudo(this.scene.index.of(node), which);
    if (!style || !generatesBox(style)) return '';
    this.#counters.enter(style);
    const text =
      wanted && typeof style.content !== 'string'
        ? generatedText(style.content, plainScene(node, this.#counters, quotesAt(this.scene, node, style)))
        : '';
    this.#counters.leave();
    return text;
  }
}

/** References inside a text that is referred to are left out, and so cannot run in circles. */
function plainScene(element: ElementNode, counters: CounterValues, quotes: readonly string[]): ContentScene {
  return {
    element,
    page: undefined,
    counters,
    quotes,
    pageLabelOf: () => '',
    textOfTarget: () => undefined,
    target: () => undefined,
    pseudoText: () => '',
    quoteDepth: new QuoteDepth(),
  };
}

function quotesAt(
  { index, styles }: LayoutScene,
  element: ElementNode | undefined,
  style: ComputedStyle,
): readonly string[] {
  const parent = element && index.parentElement(element);
  return quotePairs(style, parent ? styles.of(index.of(parent)).language : style.language);
}

/** Whether a `::before` or `::after` of this style exists. */
export function generatesBox(style: ComputedStyle): boolean {
  return style.display !== 'none' && style.content !== 'normal' && style.content !== 'none';
}
