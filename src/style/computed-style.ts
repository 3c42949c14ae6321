/**
 * From the table's values to `ComputedStyle`: what other stages see. Most values pass as they are, under
 * their name in camelCase; composite fields are put together here (borders, corners, background
 * pictures, font features), factors multiplied, `currentcolor` replaced.
 */
import type { BorderSide, Color, ComputedStyle, TextDecoration } from '../document/style.js';
import { backgroundLayers, colorClip } from './background-layers.js';
import type { ColorValue } from './colors.js';
import { fontFeatures } from './properties-font.js';
import { longhandNames, type LonghandName, type Values } from './properties.js';

type Camel<S extends string> = S extends `-anpham-${infer Own}`
  ? Camel<Own>
  : S extends `${infer Head}-${infer Tail}`
    ? `${Head}${Capitalize<Camel<Tail>>}`
    : S;

/** Longhands whose value another field takes up, or that need work. */
type Worked =
  | `font-variant-${string}`
  | 'font-kerning'
  | 'font-feature-settings'
  | `border-${'top' | 'right' | 'bottom' | 'left'}-${string}`
  | `column-rule-${string}`
  | `background-${string}`
  | 'line-height'
  | 'text-indent'
  | 'text-transform'
  | 'text-align'
  | 'text-align-last'
  | 'text-decoration-color'
  | 'border-spacing'
  | 'direction'
  | 'writing-mode'
  | 'unicode-bidi';

const worked =
  /^(?:font-variant-.*|font-kerning|font-feature-settings|border-(?:top|right|bottom|left)-.*|column-rule-.*|background-.*|line-height|text-indent|text-transform|text-align|text-align-last|text-decoration-color|border-spacing|direction|writing-mode|unicode-bidi)$/;

/** Fields that are a longhand's value as it is. */
type Plain = { readonly [N in Exclude<LonghandName, Worked> as Camel<N>]: Values[N] };

const plainFields = longhandNames.flatMap((name): (readonly [string, LonghandName])[] =>
  worked.test(name) ? [] : [[fieldOf(name), name]],
);

/** `font-size` → `fontSize`, `-anpham-river-cost` → `riverCost`. */
export function fieldOf(name: string): string {
  return name.replace(/^-anpham-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What a style has beside the values of its longhands. */
export interface StyleFacts {
  readonly language: string;
  /** Decorations of the ancestors, and its own. */
  readonly decorations: readonly TextDecoration[];
}

/** The frozen style of these values. */
export function computedStyle(values: Values, facts: StyleFacts): ComputedStyle {
  const style: Record<string, unknown> = {};
  for (const [field, name] of plainFields) style[field] = values[name];
  return deepFreeze({ ...(style as unknown as Plain), ...text(values, facts), ...box(values) });
}

/** Used line height in pt, `normal` left to the font. */
export function usedLineHeight(height: Values['line-height'], fontSize: number): number | 'normal' {
  return typeof height === 'object' ? height.factor * fontSize : height;
}

function text(v: Values, { language, decorations }: StyleFacts) {
  const indent = v['text-indent'];
  return {
    fontFeatures: fontFeatures(v),
    lineHeight: usedLineHeight(v['line-height'], v['font-size']),
    textIndent: indent.amount,
    textIndentHanging: indent.hanging,
    textIndentEachLine: indent.eachLine,
    textTransform: v['text-transform'].letters,
    textTransformFullWidth: v['text-transform'].fullWidth,
    textTransformFullSizeKana: v['text-transform'].fullSizeKana,
    textDecorationColor: resolved(v['text-decoration-color'], v.color),
    textDecorations: decorations,
    ...alignment(v),
    language,
  } as const;
}

/** `match-parent` was resolved with the values; `justify-all` is both properties (CSS Text 3 §6.1). */
function alignment(v: Values): Pick<ComputedStyle, 'textAlign' | 'textAlignLast'> {
  const [all, last] = [v['text-align'], v['text-align-last']];
  const textAlignLast = last === 'match-parent' ? 'auto' : last;
  if (all === 'justify-all') return { textAlign: 'justify', textAlignLast: 'justify' };
  return { textAlign: all === 'match-parent' ? 'start' : all, textAlignLast };
}

function box(v: Values) {
  const background = resolved(v['background-color'], v.color);
  return {
    borderTop: line(v['border-top-width'], v['border-top-style'], v['border-top-color'], v.color),
    borderRight: line(v['border-right-width'], v['border-right-style'], v['border-right-color'], v.color),
    borderBottom: line(v['border-bottom-width'], v['border-bottom-style'], v['border-bottom-color'], v.color),
    borderLeft: line(v['border-left-width'], v['border-left-style'], v['border-left-color'], v.color),
    borderRadius: {
      topLeft: v['border-top-left-radius'],
      topRight: v['border-top-right-radius'],
      bottomRight: v['border-bottom-right-radius'],
      bottomLeft: v['border-bottom-left-radius'],
    },
    backgroundColor: background.alpha === 0 ? 'transparent' : background,
    backgroundClip: colorClip(v),
    backgroundLayers: backgroundLayers(v),
    columnRule: line(v['column-rule-width'], v['column-rule-style'], v['column-rule-color'], v.color),
    borderSpacing: v['border-spacing'][0],
    borderSpacingBlock: v['border-spacing'][1],
  } as const;
}

/** A line without style has no width (CSS Backgrounds 3 §3.3). */
function line(width: number, style: BorderSide['style'], color: ColorValue, own: Color): BorderSide {
  const none = style === 'none' || style === 'hidden';
  return { width: none ? 0 : width, style, color: resolved(color, own) };
}

function resolved(color: ColorValue, own: Color): Color {
  return color === 'currentcolor' ? own : color;
}

/** Freezes a value and all it holds. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
