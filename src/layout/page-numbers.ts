/**
 * Page numbers that the flow shows (`target-counter(…, page)`): they may move pages, which moves page
 * numbers, so the flow is set again until they hold still. What a page showed is noted, so that a page
 * which would come out the same is not set again.
 */
import type { Box, InlineContent } from './boxes/box.js';

/** Labels of pages by the ids of the elements that begin on them. */
export type PageLabels = ReadonlyMap<string, string>;

/** Stands for a label before any page is known: as wide as most are in a document long enough to move. */
const unknown = '000';
/** Stands for the label of what is on no page. */
const nowhere = '0';
const none: readonly string[] = [];

export class PageNumbers {
  #labels: PageLabels | undefined;
  /** What was shown last for each id. */
  readonly #shown = new Map<string, string>();
  /** What the page being set has shown so far. */
  #page = new Map<string, string>();
  /** Some are part of the boxes themselves (named strings, bookmarks): boxes are then built anew. */
  inBoxes = false;
  readonly #targets = new Map<Box, readonly string[]>();

  /** The label of the page on which the element with this id begins, as far as it is known. */
  show(id: string): string {
    const label = this.#labels ? (this.#labels.get(id) ?? nowhere) : unknown;
    this.#shown.set(id, label);
    this.#page.set(id, label);
    return label;
  }

  /** A page begins; what it shows is noted from here on. */
  beginPage(): void {
    this.#page = new Map();
  }

  /** What the page has shown, or laid out without showing it. */
  get onPage(): PageLabels {
    return this.#page;
  }

  /** The page being set has something of this box, laid out now or before. */
  use(box: Box): void {
    if (this.#shown.size > 0) for (const id of this.#targetsIn(box)) this.show(id);
  }

  /** Whether a box shows any page number. */
  isShownIn(box: Box): boolean {
    return this.#targetsIn(box).length > 0;
  }

  /** Whether what a page showed would be shown again. */
  isCurrent(page: PageLabels): boolean {
    for (const [id, label] of page) if ((this.#labels?.get(id) ?? nowhere) !== label) return false;
    return true;
  }

  /** Takes the labels that the pages have come to; true when something shown is out of date. */
  learn(labels: PageLabels): boolean {
    this.#labels = labels;
    return !this.isCurrent(this.#shown);
  }

  /** The ids whose page numbers a box shows. */
  #targetsIn(box: Box): readonly string[] {
    const known = this.#targets.get(box);
    if (known) return known;
    const found: string[] = [];
    for (const part of partsOf(box)) for (const id of this.#targetsIn(part)) found.push(id);
    if (box.type === 'lines') for (const item of box.items) this.#addTargets(item, found);
    const targets = found.length > 0 ? found : none;
    this.#targets.set(box, targets);
    return targets;
  }

  #addTargets(item: InlineContent, found: string[]): void {
    if (item.type === 'text') {
      if (item.pageOf) found.push(item.pageOf.id);
    } else if (item.type === 'box' || item.type === 'out-of-flow') {
      for (const id of this.#targetsIn(item.box)) found.push(id);
    }
  }
}

const noBoxes: readonly Box[] = [];

/** The boxes straight in a box. */
function partsOf(box: Box): readonly Box[] {
  switch (box.type) {
    case 'block':
      return box.marker ? [box.marker, ...box.children] : box.children;
    case 'table':
      return [
        ...box.captions,
        ...box.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell.box))),
      ];
    case 'lines':
    case 'image':
      return noBoxes;
  }
}
