/**
 * What a style sheet says about fonts, found in its text: `style/` has already resolved and checked the
 * sheet, so `font`, `font-family` and `font-weight` stand in it as plain declarations.
 */
import type { FontFaceRule } from '../document/style.js';

const fontDeclaration = /(\bfont(?:-family|-weight)?\s*:)([^;{}]*)/gi;

/** Weights any sheet can ask for without naming them: `normal`, and `bold` of strong, th and headings. */
const ordinaryWeights = [400, 700];

/** The faces that the sheet can select: of a family that it names, in a weight that it can ask for. */
export function neededFaces(faces: readonly FontFaceRule[], css: string): readonly FontFaceRule[] {
  const values = [...css.matchAll(fontDeclaration)].map((match) => match[2] ?? '').join('\n');
  const weights = new Set(ordinaryWeights);
  for (const [weight] of values.matchAll(/\b[1-9]00\b/g)) weights.add(Number(weight));
  const needed = new Set<FontFaceRule>();
  for (const family of new Set(faces.map((face) => face.family))) {
    if (!namePattern(family).test(values)) continue;
    for (const style of ['normal', 'italic'] as const) {
      const cuts = faces.filter((face) => face.family === family && face.style === style);
      for (const weight of weights) {
        const cut = matchWeight(cuts, weight);
        if (cut) needed.add(cut);
      }
    }
  }
  return faces.filter((face) => needed.has(face));
}

/** The cut a browser takes for a weight (CSS Fonts 4, 5.2, step 4). */
function matchWeight(cuts: readonly FontFaceRule[], weight: number): FontFaceRule | undefined {
  // Nearer is better, in the direction that the rule prefers; the other direction costs a thousand more.
  const cost = (cut: FontFaceRule): number => {
    const distance = cut.weight - weight;
    if (weight >= 400 && weight <= 500) {
      if (distance >= 0 && cut.weight <= 500) return distance;
      return distance < 0 ? 1000 - distance : 2000 + distance;
    }
    const preferred = weight < 400 ? -distance : distance;
    return preferred >= 0 ? preferred : 1000 - preferred;
  };
  return [...cuts].sort((a, b) => cost(a) - cost(b))[0];
}

/** Writes other family names into the `font` and `font-family` declarations of a sheet. */
export function renameFamilies(css: string, names: ReadonlyMap<string, string>): string {
  // Longer names first: `Source Serif 4 Display` begins with `Source Serif 4`.
  const changes = [...names].filter(([from, to]) => from !== to).sort(([a], [b]) => b.length - a.length);
  if (changes.length === 0) return css;
  return css.replace(fontDeclaration, (_, property: string, value: string) => {
    let renamed = value;
    for (const [from, to] of changes) renamed = renamed.replace(namePattern(from), to);
    return property + renamed;
  });
}

/** A family name, quoted or as identifiers (CSS compares family names without regard to case). */
function namePattern(family: string): RegExp {
  const escaped = family.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'gi');
}
