/**
 * What a style sheet says about fonts, found in its text: `style/` has already resolved and checked the
 * sheet, so `font`, `font-family` and `font-weight` stand in it as plain declarations.
 */
import type { FontFaceRule, FontUse } from '../document/style.js';

const fontDeclaration = /(\bfont(?:-family|-weight)?\s*:)([^;{}]*)/gi;

/** Bold of a text's own family, which a reader or its owner may ask for wherever text stands (Apple wants a real one). */
const bold = 700;
/** Weights of running text. */
const mostPlain = 500;

/** The faces that these uses of fonts choose, in the order of the sheet. */
export function neededFaces(
  faces: readonly FontFaceRule[],
  uses: readonly FontUse[],
): readonly FontFaceRule[] {
  const needed = new Set<FontFaceRule>();
  for (const { families, weight, italic } of uses) {
    const weights = weight <= mostPlain && !italic ? [weight, bold] : [weight];
    for (const family of families)
      for (const one of weights) {
        const face = matchFace(faces, { family, weight: one, italic });
        if (face) needed.add(face);
      }
  }
  return faces.filter((face) => needed.has(face));
}

/** The face that a browser takes (CSS Fonts 4, 5.2): style before weight; an upright one where no other is. */
export function matchFace(
  faces: readonly FontFaceRule[],
  { family, weight, italic }: { readonly family: string; readonly weight: number; readonly italic: boolean },
): FontFaceRule | undefined {
  const cuts = faces.filter((face) => face.family.toLowerCase() === family.toLowerCase());
  const style = italic ? 'italic' : 'normal';
  const own = cuts.filter((face) => face.style === style);
  return matchWeight(own.length > 0 ? own : cuts, weight);
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

const generic =
  /,\s*(?:ui-)?(?:serif|sans-serif|monospace|rounded|system-ui|cursive|fantasy)(?=\s*(?:!\s*important\s*)?$)/i;

/**
 * Writes further families into the declarations that name one of `families`, before the generic family at
 * their end: those of `fallbacks.serif` before `serif`, the others before any other.
 */
export function addFamilies(
  css: string,
  families: readonly string[],
  fallbacks: Readonly<Record<'serif' | 'sans-serif', readonly string[]>>,
): string {
  if (fallbacks.serif.length === 0 && fallbacks['sans-serif'].length === 0) return css;
  const names = families.map(namePattern);
  return css.replace(fontDeclaration, (whole, property: string, value: string) => {
    if (!names.some((name) => value.search(name) >= 0)) return whole;
    const [end = ''] = generic.exec(value) ?? [];
    const more = fallbacks[/[\s,-]serif$/i.test(end) && !/sans-serif$/i.test(end) ? 'serif' : 'sans-serif'];
    const added = more.filter((name) => value.search(namePattern(name)) < 0).map((name) => `, "${name}"`);
    const at = end === '' ? value.search(/\s*(?:!\s*important\s*)?$/i) : value.search(generic);
    return property + value.slice(0, at) + added.join('') + value.slice(at);
  });
}

/** A family name, quoted or as identifiers (CSS compares family names without regard to case). */
function namePattern(family: string): RegExp {
  const escaped = family.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'gi');
}
