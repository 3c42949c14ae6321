/**
 * Page styles (CSS Page 3): from `@page` rules and a page's place to its size, margins, margin boxes
 * and footnote area. The page context inherits from the root element (so that fonts, colours and
 * custom properties of `:root` hold there), margin boxes and the footnote area from the page context.
 * Viewport units refer to the default page size there: the page's own is what is being computed (CSSWG 5437).
 */
import type {
  ComputedStyle,
  LengthPercentageAuto,
  MarginBoxName,
  PageQuery,
  PageStyle,
} from '../document/style.js';
import { usedLength } from '../document/used-length.js';
import { cascade } from './cascade.js';
import { resolveVariables, type TreeContext } from './compute-values.js';
import { cssWideKeyword, type Declaration } from './declarations.js';
import { marginBoxNames } from './margin-boxes.js';
import type { MatchedRule } from './match-rules.js';
import { pageDescriptors, type PageDescriptorName } from './page-descriptors.js';
import { matchesPage } from './page-selectors.js';
import { initialContext, type LonghandName, type Values } from './properties.js';
import type { PageRule } from './read-sheets.js';
import type { StyleRecord, StyleRecords } from './style-records.js';
import { contextOf } from './unit-context.js';
import type { ValueContext } from './value-reader.js';

/** pt; `bleed: auto` with crop marks (CSS Page 3 §7.2). */
const bleedForMarks = 6;

interface RankedPageRule {
  readonly rule: PageRule;
  readonly specificity: number;
  readonly order: number;
}

export class PageStyles {
  readonly #pages = new Map<string, PageStyle>();
  /** What `vw` and `vh` mean to pages is the size that they have without a rule. */
  readonly tree: TreeContext;

  constructor(
    readonly rules: readonly PageRule[],
    readonly root: StyleRecord,
    readonly records: StyleRecords,
    { measureFont, diagnostics, reported, root: values }: Omit<TreeContext, 'viewport'>,
    /** Of a page that no rule gives another, pt. */
    readonly defaultSize: PageSize = initialContext.viewport,
  ) {
    this.tree = { viewport: defaultSize, measureFont, diagnostics, reported, root: values };
  }

  /** The style of a page; the same object for pages that the same rules match. */
  page(query: PageQuery): PageStyle {
    const matched = this.#match(query);
    const key = matched.map(({ order }) => order).join(' ');
    const known = this.#pages.get(key);
    if (known) return known;
    const page = this.#compute(key, matched);
    this.#pages.set(key, page);
    return page;
  }

  /** Rules for the page, weakest first; of a list of selectors the strongest that matches counts. */
  #match(query: PageQuery): readonly RankedPageRule[] {
    const found: RankedPageRule[] = [];
    this.rules.forEach((rule, order) => {
      const hits = rule.selectors.filter((selector) => matchesPage(selector, query));
      if (hits.length === 0) return;
      found.push({ rule, order, specificity: Math.max(...hits.map((hit) => hit.specificity)) });
    });
    const origin = (r: RankedPageRule): number => (r.rule.origin === 'author' ? 1 : 0);
    return found.sort((a, b) => origin(a) - origin(b) || a.specificity - b.specificity || a.order - b.order);
  }

  #compute(key: string, matched: readonly RankedPageRule[]): PageStyle {
    const own = matched.map(({ rule }, rank) => ruleOf(rule, rank, rule.declarations));
    const context = this.#record(this.root, `page ${key}`, own);
    const descriptors = this.#descriptors(own, contextOf(context.values, this.tree));
    const boxes = new Map<MarginBoxName, ComputedStyle>();
    for (const name of marginBoxNames) {
      const rules = this.#nested(matched, name);
      // Boxes exist only by `content`; most have no rule that gives them any.
      if (!rules.some((rule) => rule.declarations.some((d) => d.name === 'content'))) continue;
      const { style } = this.#record(context, `${name} ${key}`, rules);
      if (style.content !== 'normal' && style.content !== 'none') boxes.set(name, style);
    }
    const { width, height } = descriptors.size;
    const style = this.records.changed(context, usedEdges(context.values, width, height));
    return Object.freeze({
      ...sizeOf(style, descriptors.size),
      bleed: descriptors.bleed === 'auto' ? (descriptors.marks.crop ? bleedForMarks : 0) : descriptors.bleed,
      marks: Object.freeze({ ...descriptors.marks, ...(boxes.has('-anpham-slug') && { info: true }) }),
      style,
      marginBoxes: boxes,
      footnoteArea: this.#record(context, `footnote ${key}`, this.#nested(matched, 'footnote')).style,
    });
  }

  #nested(matched: readonly RankedPageRule[], name: MarginBoxName | 'footnote'): readonly MatchedRule[] {
    return matched.flatMap(({ rule }, rank) =>
      rule.marginBoxes.filter((box) => box.name === name).map((box) => ruleOf(rule, rank, box.declarations)),
    );
  }

  #record(parent: StyleRecord, key: string, rules: readonly MatchedRule[]): StyleRecord {
    const display: Declaration = {
      name: 'display',
      values: [{ type: 'ident', name: 'block' }],
      constant: 'block',
      important: false,
      pending: false,
    };
    const cascaded = () => cascade({ rules, hints: [display], inline: [] });
    return this.records.compute(parent, key, cascaded, {
      tree: this.tree,
      language: this.root.style.language,
    });
  }

  /** `size`, `bleed` and `marks`: the last that is valid, as in any cascade. */
  #descriptors(rules: readonly MatchedRule[], context: ValueContext) {
    const { winners } = cascade({ rules, hints: [], inline: [] });
    const read = <N extends PageDescriptorName>(
      name: N,
    ): ReturnType<(typeof pageDescriptors)[N]> | undefined => {
      const declaration = winners.get(name);
      if (declaration === undefined) return undefined;
      const values = declaration.pending
        ? resolveVariables(declaration, this.root.custom, this.tree)
        : declaration.values;
      if (values === undefined || cssWideKeyword(values) !== undefined) return undefined;
      return pageDescriptors[name](values, context) as ReturnType<(typeof pageDescriptors)[N]>;
    };
    return {
      size: read('size') ?? this.defaultSize,
      bleed: read('bleed') ?? ('auto' as const),
      marks: read('marks') ?? { crop: false, cross: false },
    };
  }
}

function ruleOf(rule: PageRule, rank: number, declarations: readonly Declaration[]): MatchedRule {
  return { rank, origin: rule.origin, declarations };
}

/** Margins and padding in percent refer to the page's own width and height (CSS Page 3 §6). */
function usedEdges(values: Values, width: number, height: number): Partial<Values> {
  const of = (name: LonghandName & `${'margin' | 'padding'}-${string}`, whole: number): number => {
    const value = values[name];
    return value === 'auto' ? 0 : usedLength(value, whole);
  };
  return {
    'margin-top': of('margin-top', height),
    'margin-right': of('margin-right', width),
    'margin-bottom': of('margin-bottom', height),
    'margin-left': of('margin-left', width),
    'padding-top': of('padding-top', height),
    'padding-right': of('padding-right', width),
    'padding-bottom': of('padding-bottom', height),
    'padding-left': of('padding-left', width),
  };
}

interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Size of the page box, pt: `width` and `height`, those of the page area, overrule `size` (css-page-3, 7.1). */
function sizeOf(style: ComputedStyle, size: PageSize): PageSize {
  const { across, down } = edgesOf(style);
  const outer = (length: ComputedStyle['width'], whole: number, around: Around): number => {
    if (length === 'auto') return whole;
    const content = style.boxSizing === 'border-box' ? around.margin : around.margin + around.inner;
    return usedLength(length, whole) + content;
  };
  return {
    width: outer(style.width, size.width, across),
    height: outer(style.height, size.height, down),
  };
}

/** What stands around the page area in one direction, pt. */
interface Around {
  readonly margin: number;
  /** Border and padding. */
  readonly inner: number;
}

function edgesOf(style: ComputedStyle): { readonly across: Around; readonly down: Around } {
  const pt = (...values: readonly LengthPercentageAuto[]): number =>
    values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
  const { borderTop, borderRight, borderBottom, borderLeft } = style;
  return {
    across: {
      margin: pt(style.marginLeft, style.marginRight),
      inner: pt(style.paddingLeft, style.paddingRight, borderLeft.width, borderRight.width),
    },
    down: {
      margin: pt(style.marginTop, style.marginBottom),
      inner: pt(style.paddingTop, style.paddingBottom, borderTop.width, borderBottom.width),
    },
  };
}

/** pt; the area inside the margins, border and padding of a page. */
export function pageArea({ style, width, height }: PageStyle): PageSize {
  const { across, down } = edgesOf(style);
  return { width: width - across.margin - across.inner, height: height - down.margin - down.inner };
}
