/**
 * Units of length that fonts give (CSS Values 4 §6.1.1). Comes in: the `@font-face` rules and a host. Goes
 * out: a measure for the cascade, which opens a font only when a value asks for `ex` or `ch`.
 */
import type { FontFaceRule, FontMeasure, FontUnits } from '../document/style.js';
import type { Host } from '../host.js';
import { FontSet } from './match-font.js';

/** Measures the first font of a style; what is wrong with it the typesetter will say. */
export function fontMeasure(faces: readonly FontFaceRule[], host: Host): FontMeasure {
  const fonts = new FontSet(faces, host);
  const known = new Map<string, FontUnits>();
  return ({ fontFamily, fontWeight, fontStyle }) => {
    const italic = fontStyle !== 'normal';
    const key = JSON.stringify([fontFamily, fontWeight, italic]);
    let units = known.get(key);
    if (!units) {
      const { primary } = fonts.chain({ families: fontFamily, weight: fontWeight, italic });
      units = { ex: primary.xHeight / 1000, ch: primary.zero / 1000 };
      known.set(key, units);
    }
    return units;
  };
}
