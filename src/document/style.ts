/**
 * Computed values, one typed field per supported property (CSS names in camelCase). Lengths in pt.
 * `style` makes them and gives the same object for equal styles, so they compare with `===`.
 * The table that parses, inherits and documents them is `style/properties.ts`.
 */
import type { Span } from '../diagnostic.js';
import type {
  BackgroundLayer,
  BorderSide,
  BoxArea,
  Color,
  Content,
  ContentPart,
  Corners,
  CounterChange,
  DecorationLine,
  Display,
  LengthPercentage,
  LengthPercentageAuto,
  TextDecoration,
} from './style-values.js';
import type { NodeIndex } from './tree-index.js';

export type * from './style-values.js';

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
  readonly textTransformFullSizeKana: boolean;
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
  /** Extension `-anpham-ink-clearance`: em that must stay free between the ink of two lines of display type. */
  readonly inkClearance: number | 'none';
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
  | 'left-top'
  /** Ours: page information beside the printed page, below its left half. */
  | '-anpham-slug';

/** Marks beside a printed page. */
export interface PageMarks {
  readonly crop: boolean;
  readonly cross: boolean;
  /** Page information (`-anpham-slug`), with a patch of each ink. */
  readonly info?: boolean;
}

/** The page context for one page: everything `@page` rules say of it. */
export interface PageStyle {
  /** Trim size, pt. */
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  readonly marks: PageMarks;
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
  /** The languages of text with `hyphens: auto`. */
  readonly hyphenated: readonly string[];
  /** The pictures that the sheets name, each once. */
  readonly pictures: readonly SheetPicture[];
  /** An anonymous box's style: inherited fields of `parent`, everything else initial, with this display. */
  anonymous(parent: ComputedStyle, display: Display): ComputedStyle;
}

/** A picture that a style sheet names, and where. */
export interface SheetPicture {
  /** Path of the host, or a `data:` address. */
  readonly path: string;
  readonly span?: Span;
}

/** Lengths that a font gives to units (CSS Values 4 §6.1.1), em of its size. */
export interface FontUnits {
  /** Height of its small letters: `ex`. */
  readonly ex: number;
  /** Advance of its zero: `ch`. */
  readonly ch: number;
}

/** Finds the units of the first font that a style has. */
export type FontMeasure = (font: Pick<ComputedStyle, 'fontFamily' | 'fontWeight' | 'fontStyle'>) => FontUnits;

/** One `@font-face` rule. `src` is resolved to a path of the host. */
export interface FontFaceRule {
  readonly family: string;
  readonly src: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Where the style sheet names the file. */
  readonly span?: Span;
}

/** A font that text asks for: families in their order of choice, generic ones among them. */
export interface FontUse {
  readonly families: readonly string[];
  /** 1 to 1000. */
  readonly weight: number;
  readonly italic: boolean;
}
