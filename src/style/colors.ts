/**
 * Colours (CSS Color 4 and 5): named, hexadecimal, `rgb() hsl() oklch() device-cmyk()`, `transparent`
 * and `currentcolor`, and our `-anpham-spot()`. Everything but the last two becomes sRGB with components
 * 0 to 1; device CMYK stays what it is, for print, and so does the name of a spot colour.
 */
import type { Color } from '../document/style.js';
import { colorNames } from './color-names.js';
import { quantity } from './math-functions.js';
import { keywords, oneOf, ValueReader, type Parser, type ValueContext } from './value-reader.js';

/** `currentcolor` stays a keyword until the element's own colour is known. */
export type ColorValue = Color | 'currentcolor';

export const black: Color = { space: 'rgb', r: 0, g: 0, b: 0, alpha: 1 };
export const transparent: Color = { space: 'rgb', r: 0, g: 0, b: 0, alpha: 0 };

/** A colour; `currentcolor` is the element's own. */
export const absoluteColor: Parser<Color> = (reader, context) => {
  const next = reader.take();
  if (next?.type === 'hash') return hexColor(next.value);
  if (next?.type === 'ident') {
    const name = next.name.toLowerCase();
    if (name === 'transparent') return transparent;
    if (name === 'currentcolor') return context.color;
    const digits = colorNames.get(name);
    return digits === undefined ? undefined : hexColor(digits);
  }
  return next?.type === 'function'
    ? colorFunction(next.name, new ValueReader(next.args), context)
    : undefined;
};

/** A colour, or the keyword `currentcolor`. */
export const color: Parser<ColorValue> = oneOf(keywords('currentcolor'), absoluteColor);

function hexColor(digits: string): Color | undefined {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(digits)) return undefined;
  const long = digits.length < 5 ? digits.replace(/./g, '$&$&') : digits;
  const at = (i: number): number => Number.parseInt(long.slice(i, i + 2), 16) / 255;
  return rgb(at(0), at(2), at(4), long.length === 8 ? at(6) : 1);
}

function rgb(r: number, g: number, b: number, alpha: number): Color {
  return { space: 'rgb', r: unit(r), g: unit(g), b: unit(b), alpha: unit(alpha) };
}

/** Into 0 to 1, to five decimals: what a byte or a percentage can tell apart, and no float noise. */
function unit(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5 + 0;
}

function colorFunction(name: string, args: ValueReader, context: ValueContext): Color | undefined {
  switch (name) {
    case 'rgb':
    case 'rgba':
      return channels(args, context, [255, 255, 255], (r, g, b, alpha) =>
        rgb(r / 255, g / 255, b / 255, alpha),
      );
    case 'hsl':
    case 'hsla':
      return channels(args, context, ['hue', 100, 100], hslColor);
    case 'oklch':
      return channels(args, context, [1, 0.4, 'hue'], oklchColor);
    case 'device-cmyk':
      return cmykColor(args, context);
    case '-anpham-spot':
      return spotColor(args, context);
    default:
      return undefined;
  }
}

/** What 100 % of a channel is, or that it is an angle. */
type ChannelScale = number | 'hue';

/** Three channels and alpha, with blanks and a slash or, as CSS 2 wrote it, with commas. */
function channels(
  args: ValueReader,
  context: ValueContext,
  scales: readonly ChannelScale[],
  make: (a: number, b: number, c: number, alpha: number) => Color,
): Color | undefined {
  const found: number[] = [];
  let commas = false;
  for (const scale of scales) {
    if (found.length === 1) commas = args.operator(',');
    else if (commas && found.length > 1 && !args.operator(',')) return undefined;
    const value = channel(args, context, scale);
    if (value === undefined) return undefined;
    found.push(value);
  }
  const alpha = alphaChannel(args, context, commas);
  const [a, b, c] = found;
  if (alpha === undefined || !args.done || a === undefined || b === undefined || c === undefined)
    return undefined;
  return make(a, b, c, alpha);
}

function channel(args: ValueReader, context: ValueContext, scale: ChannelScale): number | undefined {
  if (args.keyword(['none'])) return 0;
  const next = args.peek();
  if (scale === 'hue' && next?.type === 'dimension') {
    args.at += 1;
    const degrees = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 }[next.unit];
    return degrees === undefined ? undefined : next.value * degrees;
  }
  const found = quantity(args, context);
  if (found === undefined || found.kind === 'length' || found.kind === 'mixed') return undefined;
  if (found.kind === 'number') return found.value;
  return scale === 'hue' ? undefined : (found.value / 100) * scale;
}

/** Alpha after a slash (or a comma in the old form); 1 when there is none. */
function alphaChannel(args: ValueReader, context: ValueContext, commas: boolean): number | undefined {
  if (!args.operator(commas ? ',' : '/')) return 1;
  return channel(args, context, 1);
}

/** CSS Color 4 §7.1. */
function hslColor(hue: number, saturation: number, lightness: number, alpha: number): Color {
  const s = Math.min(100, Math.max(0, saturation)) / 100;
  const l = lightness / 100;
  const at = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return rgb(at(0), at(8), at(4), alpha);
}

/** CSS Color 4 §10 (Oklab to linear sRGB); a colour outside sRGB loses chroma until it fits (§13). */
function oklchColor(lightness: number, chroma: number, hue: number, alpha: number): Color {
  const angle = (hue * Math.PI) / 180;
  const l = Math.min(1, Math.max(0, lightness));
  const linear = (c: number): readonly number[] => linearSrgb(l, c * Math.cos(angle), c * Math.sin(angle));
  const fits = (c: number): boolean => linear(c).every((v) => v >= -1e-4 && v <= 1 + 1e-4);
  let kept = Math.max(0, chroma);
  if (!fits(kept)) {
    let low = 0;
    for (let step = 0; step < 24; step++) {
      const middle = (low + kept) / 2;
      if (fits(middle)) low = middle;
      else kept = middle;
    }
    kept = low;
  }
  const [r = 0, g = 0, b = 0] = linear(kept).map(gamma);
  return rgb(r, g, b, alpha);
}

function linearSrgb(lightness: number, a: number, b: number): readonly number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function gamma(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}

/** `device-cmyk(c m y k / alpha, fallback)` (CSS Color 5 §11); commas between the inks are allowed. */
function cmykColor(args: ValueReader, context: ValueContext): Color | undefined {
  const inks: number[] = [];
  let commas = false;
  for (let i = 0; i < 4; i++) {
    if (i === 1) commas = args.operator(',');
    else if (i > 1 && commas && !args.operator(',')) return undefined;
    const value = channel(args, context, 1);
    if (value === undefined) return undefined;
    inks.push(unit(value));
  }
  const alpha = alphaChannel(args, context, false);
  const fallback = args.operator(',') ? absoluteColor(args, context) : undefined;
  const [c, m, y, k] = inks;
  if (alpha === undefined || !args.done || c === undefined || m === undefined) return undefined;
  if (y === undefined || k === undefined) return undefined;
  const inked = { space: 'cmyk', c, m, y, k, alpha: unit(alpha) } as const;
  if (fallback?.space !== 'rgb') return inked;
  return { ...inked, fallback: { r: fallback.r, g: fallback.g, b: fallback.b } };
}

/** `-anpham-spot("NAME", tint)` with the inks of its full tint, which `spot-colors.ts` has put behind. */
function spotColor(args: ValueReader, context: ValueContext): Color | undefined {
  const name = args.take();
  if (name?.type !== 'string') return undefined;
  const tint = args.operator(',') ? channel(args, context, 1) : 1;
  const full = [0, 1, 2, 3].map(() => channel(args, context, 1));
  const [c, m, y, k] = full;
  if (tint === undefined || c === undefined || m === undefined || y === undefined || k === undefined)
    return undefined;
  if (!args.done) return undefined;
  const share = unit(tint);
  const ink = (value: number): number => unit(value * share);
  const spot = { name: name.value, tint: share, full: [c, m, y, k] } as const;
  return { space: 'cmyk', c: ink(c), m: ink(m), y: ink(y), k: ink(k), alpha: 1, spot };
}
