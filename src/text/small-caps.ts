/**
 * Small capitals for faces that have none (CSS Fonts 4 §6.5: synthesised from capitals of a smaller size).
 * Comes in: a word and the style of its small letters. Goes out: its parts, lower-case letters as
 * capitals in that style, the rest as it is.
 */
import type { TextSource } from './collecting.js';
import { changedStyle } from '../document/changed-style.js';
import type { ComputedStyle } from '../document/style.js';
import { pieceKind } from './pieces.js';
import type { TextStyle } from './text-style.js';

/** Size of a made small capital: the x-height letters of a text face are about as high. */
const smallSize = 0.8;

/** A part of a word and how it is to be set. */
export interface CapsPart {
  readonly source: TextSource;
  readonly offset: number;
  readonly text: string;
}

/** The style of small capitals to be made, when a style asks for some and its face has none. */
export function smallStyle(
  style: ComputedStyle,
  has: (feature: string) => boolean,
): ComputedStyle | undefined {
  const { smcp = 0, c2sc = 0, ...fontFeatures } = style.fontFeatures;
  if (smcp === 0 || has('smcp')) return undefined;
  return changedStyle(style, {
    fontFeatures: c2sc === 0 ? fontFeatures : { ...fontFeatures, c2sc: 0 },
    fontSize: style.fontSize * smallSize,
  });
}

/** Cuts a word, at `offset` in its source, between letters that become small capitals and others. */
export function smallCaps(
  source: TextSource,
  offset: number,
  text: string,
  small: TextStyle,
): readonly CapsPart[] {
  const capitalsToo = (source.style.style.fontFeatures['c2sc'] ?? 0) !== 0;
  const pattern = capitalsToo ? /\p{L}[\p{L}\p{M}]*|[^\p{L}]+/gu : /\p{Ll}[\p{Ll}\p{M}]*|[^\p{Ll}]+/gu;
  const plain = { ...source, style: withoutSmall(source.style) };
  return Array.from(text.matchAll(pattern), ({ 0: part, index }) =>
    /^\p{L}/u.test(part) && (capitalsToo || /^\p{Ll}/u.test(part))
      ? capitals(source, offset + index, part, small)
      : { source: plain, offset: offset + index, text: part },
  );
}

/** Letter by letter, since some are more than one as capitals. */
function capitals(source: TextSource, offset: number, part: string, style: TextStyle): CapsPart {
  const { map } = source.set;
  const from = (at: number): number => (map ? (map[at] ?? at) : at);
  const places: number[] = [];
  let text = '';
  let at = offset;
  for (const one of part) {
    const upper = one.toLocaleUpperCase(style.style.language.startsWith('tr') ? 'tr' : 'vi');
    for (let i = 0; i < upper.length; i++) places.push(from(at + Math.min(i, one.length - 1)));
    text += upper;
    at += one.length;
  }
  const set = { text, map: Int32Array.from([...places, from(at)]) };
  return { source: { ...source, style, set, kind: pieceKind.small }, offset: 0, text };
}

const plainStyles = new WeakMap<TextStyle, TextStyle>();

/** The style itself, for what is no small capital. */
function withoutSmall(style: TextStyle): TextStyle {
  const known = plainStyles.get(style);
  if (known) return known;
  const plain = { ...style, small: undefined };
  plainStyles.set(style, plain);
  return plain;
}
