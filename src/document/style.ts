/**
 * Computed values, one typed field per supported property (CSS names in camelCase). Lengths in pt.
 * `style` makes them and gives the same object for equal styles, so they compare with `===`.
 * The table that parses, inherits and documents them is `style/properties.ts`.
 */
import type { NodeIndex } from './tree-index.js';

/** A length in pt, or something with a percentage: `usedLength` of `used-length.ts` resolves every form. */
export type LengthPercentage = number | PercentageMix;

/** `percent` of what the property refers to and `length` pt: `calc(percent + length)`. */
export interface PercentageMix {
  readonly percent: number;
  /** pt */
  readonly length?: number;
  /** The least or the greatest of several values, of which some hold percentages; `percent` is then 0. */
  readonly extreme?: { readonly pick: 'min' | 'max'; readonly of: readonly LengthPercentage[] };
}
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

export type BorderStyle =
  'none' | 'hidden' | 'solid' | 'dashed' | 'dotted' | 'double' | 'groove' | 'ridge' | 'inset' | 'outset';

export interface BorderSide {
  /** pt; 0 when the style is none or hidden. */
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

/** The horizontal and the vertical radius of a corner; percentages of the border box's width and height. */
export type CornerRadius = readonly [LengthPercentage, LengthPercentage];

export interface Corners {
  readonly topLeft: CornerRadius;
  readonly topRight: CornerRadius;
  readonly bottomRight: CornerRadius;
  readonly bottomLeft: CornerRadius;
}

export type BoxArea = 'border-box' | 'padding-box' | 'content-box';

export type BackgroundRepeat = 'repeat' | 'no-repeat' | 'space' | 'round';

/** One picture of a background. */
export interface BackgroundLayer {
  /** Path of the host; as written in a `style` attribute. */
  readonly image: string;
  readonly repeat: readonly [BackgroundRepeat, BackgroundRepeat];
  readonly position: readonly [LengthPercentage, LengthPercentage];
  readonly size: 'cover' | 'contain' | readonly [LengthPercentageAuto, LengthPercentageAuto];
  readonly origin: BoxArea;
  readonly clip: BoxArea;
}

export type DecorationLine = 'underline' | 'overline' | 'line-through';

/** Lines that one element draws along its text and that of its descendants. */
export interface TextDecoration {
  readonly lines: readonly DecorationLine[];
  readonly color: Color;
  readonly style: 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy';
  /** pt */
  readonly thickness: number | 'auto' | 'from-font';
  /** pt below the alphabetic baseline. */
  readonly underlineOffset: number | 'auto';
}

export type Display =
  | 'none'
  | 'contents'
  | 'block'
  | 'inline'
  | 'inline-block'
  | 'inline-table'
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
  /** A picture: path of the host. */
  | { readonly type: 'image'; readonly url: string }
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
  /** All lines but the first are indented. */
  readonly textIndentHanging: boolean;
  /** Lines after a forced break are indented too. */
  readonly textIndentEachLine: boolean;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  readonly textTransformFullWidth: boolean;
  /** The innermost of `textDecorations` in short, for painters that know one line only. */
  readonly textDecoration: 'none' | 'underline' | 'line-through';
  /** What this element itself adds. */
  readonly textDecorationLine: readonly DecorationLine[];
  readonly textDecorationColor: Color;
  readonly textDecorationStyle: TextDecoration['style'];
  /** pt */
  readonly textDecorationThickness: TextDecoration['thickness'];
  /** pt */
  readonly textUnderlineOffset: TextDecoration['underlineOffset'];
  /** All decorations to draw on this element's text, outermost first: its ancestors' and its own. */
  readonly textDecorations: readonly TextDecoration[];
  /** `match-parent` is resolved, `justify-all` is `justify` with the last line justified too. */
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textAlignLast: 'auto' | 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textWrap: 'wrap' | 'nowrap' | 'balance' | 'pretty';
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap' | 'pre-line' | 'break-spaces';
  readonly overflowWrap: 'normal' | 'anywhere' | 'break-word';
  readonly wordBreak: 'normal' | 'break-all' | 'keep-all' | 'break-word';
  readonly lineBreak: 'auto' | 'loose' | 'normal' | 'strict' | 'anywhere';
  readonly hyphens: 'none' | 'manual' | 'auto';
  /** What is set at the end of a hyphenated line; `auto` asks the font. */
  readonly hyphenateCharacter: string;
  /** The advance of a tab stop in spaces, or in pt. */
  readonly tabSize: number | { readonly length: number };
  readonly hangingPunctuation: readonly ('first' | 'last' | 'force-end' | 'allow-end')[];
  /** Of `::first-letter`: lines that it is high, and lines that it sinks. */
  readonly initialLetter: 'normal' | { readonly size: number; readonly sink: number };
  /** Extension `-anpham-line-tolerance`: the greatest adjustment ratio of a line; auto is the engine's own. */
  readonly lineTolerance: number | 'auto';
  /** Extension `-anpham-river-cost`: demerits of spaces standing under each other; auto is the engine's own. */
  readonly riverCost: number | 'auto';
  /** Extensions `-anpham-tracking-min`, `-anpham-tracking-max`: pt that letter-spacing may give and take. */
  readonly trackingMin: number;
  readonly trackingMax: number;
  /** Extension `-anpham-last-line-min`: the least width of a paragraph's last line. */
  readonly lastLineMin: LengthPercentageAuto;
  readonly verticalAlign:
    | 'baseline'
    | 'sub'
    | 'super'
    | 'top'
    | 'text-top'
    | 'middle'
    | 'bottom'
    | 'text-bottom'
    | LengthPercentage;
  readonly color: Color;
  /** Of `lang`, from the tree: BCP 47. */
  readonly language: string;
  // ── box ──
  readonly display: Display;
  /** `block-start` and `block-end` (also `top`, `bottom`) float to the ends of `floatReference`. */
  readonly float: 'none' | 'left' | 'right' | 'block-start' | 'block-end' | 'snap-block' | 'footnote';
  readonly floatReference: 'inline' | 'column' | 'region' | 'page';
  /** How many references (columns, pages) later the float goes; `last` is the last one. */
  readonly floatDefer: 'none' | 'last' | number;
  readonly clear: 'none' | 'left' | 'right' | 'both';
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
  readonly borderRadius: Corners;
  readonly boxDecorationBreak: 'slice' | 'clone';
  readonly backgroundColor: Color | 'transparent';
  /** The area that the background colour fills. */
  readonly backgroundClip: BoxArea;
  /** Pictures, the topmost first. */
  readonly backgroundLayers: readonly BackgroundLayer[];
  /** `hidden` for everything but `visible`: paper does not scroll. */
  readonly overflow: 'visible' | 'hidden';
  readonly visibility: 'visible' | 'hidden' | 'collapse';
  readonly zIndex: number | 'auto';
  readonly opacity: number;
  readonly objectFit: 'fill' | 'contain' | 'cover' | 'none' | 'scale-down';
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
  readonly columnFill: 'balance' | 'balance-all' | 'auto';
  /** A number of columns counts for a float with the reference `column`. */
  readonly columnSpan: 'none' | 'all' | number;
  readonly footnoteDisplay: 'block' | 'inline' | 'compact';
  readonly footnotePolicy: 'auto' | 'line' | 'block';
  /** Name of the page type, or auto. */
  readonly page: string;
  readonly bookmarkLevel: number | 'none';
  readonly bookmarkLabel: Content;
  // ── generated content, lists, tables ──
  readonly content: Content;
  readonly quotes: 'auto' | 'none' | readonly string[];
  readonly counterReset: readonly CounterChange[];
  readonly counterIncrement: readonly CounterChange[];
  readonly counterSet: readonly CounterChange[];
  readonly stringSet: readonly { readonly name: string; readonly value: readonly ContentPart[] }[];
  /** CSS counter style name, `none`, or a quoted string marker. */
  readonly listStyleType: string;
  readonly listStylePosition: 'inside' | 'outside';
  /** Path of the host, or none. */
  readonly listStyleImage: string;
  readonly borderCollapse: 'separate' | 'collapse';
  /** pt between columns. */
  readonly borderSpacing: number;
  /** pt between rows. */
  readonly borderSpacingBlock: number;
  readonly emptyCells: 'show' | 'hide';
  readonly captionSide: 'top' | 'bottom';
  readonly tableLayout: 'auto' | 'fixed';
}

export type PseudoElement =
  'before' | 'after' | 'marker' | 'first-letter' | 'first-line' | 'footnote-call' | 'footnote-marker';

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
