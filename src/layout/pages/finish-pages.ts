/**
 * Emitted pages → `Page`s: page background below, margin boxes on top, with the named strings and
 * running elements in force on each page (css-gcpm-3, 1).
 */
import type { Page, PageItem } from '../../document/page.js';
import type { NodeIndex } from '../../document/tree-index.js';
import type { ElementNode } from '../../document/tree.js';
import { layOutMarginBoxes, layOutSlug } from './margin-boxes.js';
import { FragmentPainter } from '../paint/paint-fragments.js';
import { pageBox, type PageMaster } from '../page-master.js';
import type { LayoutScene } from '../scene.js';
import { PageCounters } from './page-counters.js';
import { pageBoxItems } from './page-backgrounds.js';
import type { SetPage } from './set-pages.js';

type Keyword = 'first' | 'start' | 'last' | 'first-except';

interface GivenValue<T> {
  readonly name: string;
  readonly value: T;
  /** Given by the first element on the page. */
  readonly first: boolean;
}

/** Values given on the pages so far, and on this one. */
class PageValues<T> {
  readonly #entry = new Map<string, T>();
  #page = new Map<string, readonly T[]>();
  /** Those given by the element with which the page begins. */
  readonly #begun = new Set<string>();

  turn(values: readonly GivenValue<T>[]): void {
    for (const [name, given] of this.#page) {
      const last = given.at(-1);
      if (last !== undefined) this.#entry.set(name, last);
    }
    this.#page = new Map();
    this.#begun.clear();
    for (const { name, value, first } of values) {
      const given = this.#page.get(name) ?? [];
      if (first && given.length === 0) this.#begun.add(name);
      this.#page.set(name, [...given, value]);
    }
  }

  get(name: string, keyword: Keyword): T | undefined {
    const given = this.#page.get(name) ?? [];
    switch (keyword) {
      case 'first':
        return given[0] ?? this.#entry.get(name);
      case 'last':
        return given.at(-1) ?? this.#entry.get(name);
      case 'start':
        return this.#begun.has(name) ? given[0] : this.#entry.get(name);
      case 'first-except':
        return given.length ? undefined : this.#entry.get(name);
    }
  }
}

export function finishPages(pages: readonly SetPage[], scene: LayoutScene): readonly Page[] {
  const strings = new PageValues<string>();
  const running = new PageValues<NodeIndex>();
  const counters = new PageCounters();
  return pages.map(({ master, canvas, painted, taken }): Page => {
    const marks = painted.marks.map(({ mark }) => mark);
    strings.turn(
      painted.marks.flatMap(({ mark, first }) => (mark.type === 'string' ? [{ ...mark, first }] : [])),
    );
    running.turn(
      painted.marks.flatMap(({ mark, first }) =>
        mark.type === 'running' ? [{ name: mark.name, value: mark.node, first }] : [],
      ),
    );
    counters.turn(master.style.style, marks);
    const label = String(counters.page);
    const pageScene = scene.onPage({
      number: counters.page,
      label,
      counter: (name) => counters.values(name),
      pages: pages.length,
      string: (name, keyword) => strings.get(name, keyword) ?? '',
    });
    const margins = marginItems(master, pageScene, (name, keyword) => {
      const node = scene.index.nodes[running.get(name, keyword) ?? -1];
      return node?.type === 'element' ? node : undefined;
    });
    const { width, height, bleed, marks: printMarks } = master.style;
    const below = [...pageBoxItems(master, scene), ...canvas];
    const items = [...below, ...painted.items, ...margins];
    const slug = printMarks.info ? { slug: slugItems(master, pageScene) } : {};
    const { number, name } = master;
    const named = name === 'auto' ? {} : { name };
    const page = { number, label, ...named, width, height, bleed, marks: printMarks, items, ...slug };
    return taken === undefined ? page : { ...page, taken: { content: taken, below: below.length } };
  });
}

/** Page information among the printer's marks. */
function slugItems(master: PageMaster, scene: LayoutScene): readonly PageItem[] {
  const painter = new FragmentPainter(scene, pageBox(master));
  painter.paint(layOutSlug(master, scene));
  return painter.page.items;
}

function marginItems(
  master: PageMaster,
  scene: LayoutScene,
  running: (name: string, keyword: Keyword) => ElementNode | undefined,
): readonly PageItem[] {
  const painter = new FragmentPainter(scene, pageBox(master));
  painter.paint(layOutMarginBoxes(master, scene, running));
  return painter.page.items;
}
