/**
 * Computed values, one typed field per supported property (CSS names in camelCase). Lengths in pt.
 * `style` makes them and gives the same object for equal styles, so they compare with `===`.
 * The table that parses, inherits and documents them is `style/properties.ts`.
 */
import type { NodeIndex } from './tree-index.js';

/** A length in pt, or a percentage of what the property refers to. */
export type LengthPercentage = number | { readonly percent: number };
export type LengthPercentageAuto = LengthPercentage | 'auto';

/** Colours as written; a spot colour comes with a later issue. Components 0–1. */
export type Color =
  | {
      readonly space: 'rgb';
      readonly r: number;
      readonly g: number;
      readonly b: number;
      readonly alpha: number;
    }
  | {
      readonly space: 'cmyk';
      readonly c: number;
      readonly m: number;
      readonly y: number;
      readonly k: number;
      readonly alpha: number;
      /** What a screen shows, when the sheet gives a fallback. */ readonly fallback?: {
        readonly r: number;
        readonly g: number;
        readonly b: number;
      };
    };

export type BorderStyle = 'none' | 'solid' | 'dashed' | 'dotted' | 'double';

export interface BorderSide {
  /** pt; 0 when the style is none. */
  readonly width: number;
  readonly style: BorderStyle;
  readonly color: Color;
}

export interface Edges<T> {
  readonly top: T;
  readonly right: T;
  readonly bottom: T;
  readonly left: T;
}

export type Display =
  | 'none'
  | 'block'
  | 'inline'
  | 'inline-block'
  | 'list-item'
  | 'flow-root'
  | 'table'
  | 'table-row-group'
  | 'table-header-group'
  | 'table-footer-group'
  | 'table-row'
  | 'table-cell'
  | 'table-caption'
  | 'table-column'
  | 'table-column-group';

export type CounterChange = { readonly name: string; readonly value: number };

/** One part of a `content` value. */
export type ContentPart =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'attr'; readonly name: string }
  | { readonly type: 'counter'; readonly name: string; readonly style: string }
  | { readonly type: 'counters'; readonly name: string; readonly separator: string; readonly style: string }
  /** Named string set by `string-set`, in margin boxes. */
  | {
      readonly type: 'string-ref';
      readonly name: string;
      readonly keyword: 'first' | 'start' | 'last' | 'first-except';
    }
  /** Running element, in margin boxes. */
  | {
      readonly type: 'element-ref';
      readonly name: string;
      readonly keyword: 'first' | 'start' | 'last' | 'first-except';
    }
  | {
      readonly type: 'target-counter';
      readonly url: ContentPart;
      readonly name: string;
      readonly style: string;
    }
  | {
      readonly type: 'target-text';
      readonly url: ContentPart;
      readonly what: 'content' | 'before' | 'after' | 'first-letter';
    }
  | { readonly type: 'leader'; readonly value: string }
  /** `content()` in `string-set` and `bookmark-label`: the element's own text. */
  | { readonly type: 'content'; readonly what: 'text' | 'before' | 'after' | 'first-letter' }
  | { readonly type: 'quote'; readonly open: boolean; readonly shown: boolean };

export type Content = 'normal' | 'none' | readonly ContentPart[];

export interface ComputedStyle {
  // ── font and text ──
  readonly fontFamily: readonly string[];
  /** pt */
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic' | 'oblique';
  /** OpenType features on (1) or off (0) or a value, from `font-feature-settings` and `font-variant-*`. */
  readonly fontFeatures: Readonly<Record<string, number>>;
  /** Used line height in pt (a factor is already multiplied by this element's size); 'normal' asks the font. */
  readonly lineHeight: number | 'normal';
  /** pt; 0 is normal */
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly textIndent: LengthPercentage;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  readonly textDecoration: 'none' | 'underline' | 'line-through';
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textAlignLast: 'auto' | 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textWrap: 'wrap' | 'nowrap' | 'balance' | 'pretty';
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap' | 'pre-line';
  readonly overflowWrap: 'normal' | 'anywhere' | 'break-word';
  readonly hyphens: 'none' | 'manual';
  readonly verticalAlign: 'baseline' | 'sub' | 'super' | 'top' | 'middle' | 'bottom' | LengthPercentage;
  readonly color: Color;
  /** Of `lang`, from the tree: BCP 47. */
  readonly language: string;
  // ── box ──
  readonly display: Display;
  /** `block-start` and `block-end` (also `top`, `bottom`) float to the ends of the page. */
  readonly float: 'none' | 'block-start' | 'block-end' | 'footnote';
  /** Extension `-anpham-float-anchor: flow-start`: the float belongs to the first page of its page run. */
  readonly floatAnchor: 'auto' | 'flow-start';
  /** `running` carries the name of `position: running(name)`. */
  readonly position: 'static' | 'relative' | 'absolute' | { readonly running: string };
  readonly top: LengthPercentageAuto;
  readonly right: LengthPercentageAuto;
  readonly bottom: LengthPercentageAuto;
  readonly left: LengthPercentageAuto;
  readonly width: LengthPercentageAuto;
  readonly height: LengthPercentageAuto;
  readonly minWidth: LengthPercentageAuto;
  readonly minHeight: LengthPercentageAuto;
  readonly maxWidth: LengthPercentage | 'none';
  readonly maxHeight: LengthPercentage | 'none';
  readonly boxSizing: 'content-box' | 'border-box';
  readonly marginTop: LengthPercentageAuto;
  readonly marginRight: LengthPercentageAuto;
  readonly marginBottom: LengthPercentageAuto;
  readonly marginLeft: LengthPercentageAuto;
  readonly paddingTop: LengthPercentage;
  readonly paddingRight: LengthPercentage;
  readonly paddingBottom: LengthPercentage;
  readonly paddingLeft: LengthPercentage;
  readonly borderTop: BorderSide;
  readonly borderRight: BorderSide;
  readonly borderBottom: BorderSide;
  readonly borderLeft: BorderSide;
  readonly backgroundColor: Color | 'transparent';
  readonly overflow: 'visible' | 'hidden';
  readonly opacity: number;
  readonly objectFit: 'fill' | 'contain' | 'cover';
  readonly objectPosition: readonly [LengthPercentage, LengthPercentage];
  // ── fragmentation, columns, pages ──
  readonly orphans: number;
  readonly widows: number;
  readonly breakBefore:
    'auto' | 'avoid' | 'page' | 'left' | 'right' | 'column' | 'avoid-page' | 'avoid-column';
  readonly breakAfter:
    'auto' | 'avoid' | 'page' | 'left' | 'right' | 'column' | 'avoid-page' | 'avoid-column';
  readonly breakInside: 'auto' | 'avoid' | 'avoid-page' | 'avoid-column';
  /** pt; 0 is none: the margin box is made a multiple of it by blank space after it (css-rhythm-1, 2). */
  readonly blockStepSize: number;
  readonly columnCount: number | 'auto';
  readonly columnWidth: number | 'auto';
  readonly columnGap: LengthPercentage | 'normal';
  readonly columnRule: BorderSide;
  readonly columnFill: 'balance' | 'auto';
  readonly columnSpan: 'none' | 'all';
  /** Name of the page type, or auto. */
  readonly page: string;
  readonly bookmarkLevel: number | 'none';
  readonly bookmarkLabel: Content;
  // ── generated content, lists, tables ──
  readonly content: Content;
  readonly quotes: 'auto' | readonly string[];
  readonly counterReset: readonly CounterChange[];
  readonly counterIncrement: readonly CounterChange[];
  readonly counterSet: readonly CounterChange[];
  readonly stringSet: readonly { readonly name: string; readonly value: readonly ContentPart[] }[];
  /** CSS counter style name, `none`, or a quoted string marker. */
  readonly listStyleType: string;
  readonly listStylePosition: 'inside' | 'outside';
  readonly borderCollapse: 'separate' | 'collapse';
  readonly borderSpacing: number;
  readonly captionSide: 'top' | 'bottom';
  readonly tableLayout: 'auto' | 'fixed';
}

export type PseudoElement = 'before' | 'after' | 'marker' | 'footnote-call' | 'footnote-marker';

export type MarginBoxName =
  | 'top-left-corner'
  | 'top-left'
  | 'top-center'
  | 'top-right'
  | 'top-right-corner'
  | 'right-top'
  | 'right-middle'
  | 'right-bottom'
  | 'bottom-right-corner'
  | 'bottom-right'
  | 'bottom-center'
  | 'bottom-left'
  | 'bottom-left-corner'
  | 'left-bottom'
  | 'left-middle'
  | 'left-top';

/** The page context for one page: everything `@page` rules say of it. */
export interface PageStyle {
  /** Trim size, pt. */
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  readonly marks: { readonly crop: boolean; readonly cross: boolean };
  /** margins, padding, border, background, counters of the page box; percentages resolved against the page. */
  readonly style: ComputedStyle;
  readonly marginBoxes: ReadonlyMap<MarginBoxName, ComputedStyle>;
  /** `@footnote` area, if styled. */
  readonly footnoteArea: ComputedStyle;
}

/** What `@page` selectors look at. */
export interface PageQuery {
  /** Page type name, '' for none. */
  readonly name: string;
  readonly first: boolean;
  readonly left: boolean;
  readonly blank: boolean;
  /** From 1. */
  readonly number: number;
}

/** Computed styles of one dressed tree. */
export interface StyledTree {
  /** Style of the element with this number (TreeIndex); text nodes take their parent's. */
  of(node: NodeIndex): ComputedStyle;
  /** Style of a pseudo-element, if a rule gives it one (for before/after: one with content). */
  pseudo(node: NodeIndex, pseudo: PseudoElement): ComputedStyle | undefined;
  page(query: PageQuery): PageStyle;
  readonly fontFaces: readonly FontFaceRule[];
  /** An anonymous box's style: inherited fields of `parent`, everything else initial, with this display. */
  anonymous(parent: ComputedStyle, display: Display): ComputedStyle;
}

/** One `@font-face` rule. `src` is resolved to a path of the host. */
export interface FontFaceRule {
  readonly family: string;
  readonly src: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}
