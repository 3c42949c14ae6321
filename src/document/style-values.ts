/** Types of the values in `ComputedStyle`. Lengths in pt. `style.ts` hands them on: import them from there. */

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

/** Colours as written. Components 0–1. */
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
      /** The ink that prints this colour; the components are the process inks that stand in for it. */
      readonly spot?: SpotInk;
      /** What a screen shows, when the sheet gives a fallback. */ readonly fallback?: {
        readonly r: number;
        readonly g: number;
        readonly b: number;
      };
    };

/** A tint of a spot colour. */
export interface SpotInk {
  readonly name: string;
  readonly tint: number;
  /** Cyan, magenta, yellow and black that stand in for the full tint. */
  readonly full: readonly [number, number, number, number];
}

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
  /** It stands at a place of the page, not of its box. */
  readonly fixed: boolean;
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
