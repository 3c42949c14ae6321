/**
 * Which face sets which character: CSS Fonts 4 §5.2 (family, style, weight) and §5.3 (character by
 * character down the list), generic families, last resorts. Comes in: the `@font-face` rules and a
 * host. Goes out: faces, opened when first used; what is wrong with a font file is reported once.
 */
import { diagnostic, type Diagnostic, type DiagnosticCode } from '../diagnostic.js';
import type { FontFaceRule } from '../document/style.js';
import type { Host } from '../host.js';
import { openFont, OpenFace } from './open-font.js';
import type { FontProblem } from './sfnt.js';

/** What the generic families of CSS mean here. */
const generics: ReadonlyMap<string, string> = new Map([
  ['serif', 'source serif 4'],
  ['ui-serif', 'source serif 4'],
  ['sans-serif', 'source sans 3'],
  ['system-ui', 'source sans 3'],
  ['ui-sans-serif', 'source sans 3'],
  ['monospace', 'source code pro'],
  ['ui-monospace', 'source code pro'],
]);

/** Where characters are looked for that no family of the style has. */
const lastResorts = ['noto serif', 'noto sans', 'noto emoji'];

type Cut = readonly [family: string, file: string, weight: number, style: FontFaceRule['style']];

/** Cuts of the package behind the generic families and the last resorts, when no rule declares the family. */
const packageCuts: readonly Cut[] = [
  ['Source Serif 4', 'source-serif-4/SourceSerif4-Regular.ttf', 400, 'normal'],
  ['Source Serif 4', 'source-serif-4/SourceSerif4-It.ttf', 400, 'italic'],
  ['Source Serif 4', 'source-serif-4/SourceSerif4-Bold.ttf', 700, 'normal'],
  ['Source Serif 4', 'source-serif-4/SourceSerif4-BoldIt.ttf', 700, 'italic'],
  ['Source Sans 3', 'source-sans-3/SourceSans3-Regular.ttf', 400, 'normal'],
  ['Source Sans 3', 'source-sans-3/SourceSans3-It.ttf', 400, 'italic'],
  ['Source Sans 3', 'source-sans-3/SourceSans3-Bold.ttf', 700, 'normal'],
  ['Source Code Pro', 'source-code-pro/SourceCodePro-Regular.ttf', 400, 'normal'],
  ['Source Code Pro', 'source-code-pro/SourceCodePro-Bold.ttf', 700, 'normal'],
  ['Noto Serif', 'noto-serif/NotoSerif-Regular.ttf', 400, 'normal'],
  ['Noto Serif', 'noto-serif/NotoSerif-Italic.ttf', 400, 'italic'],
  ['Noto Serif', 'noto-serif/NotoSerif-Bold.ttf', 700, 'normal'],
  ['Noto Sans', 'noto-sans/NotoSans-Regular.ttf', 400, 'normal'],
  ['Noto Sans', 'noto-sans/NotoSans-Bold.ttf', 700, 'normal'],
  ['Noto Emoji', 'noto-emoji/NotoEmoji-Regular.ttf', 400, 'normal'],
];

const problemCodes: Readonly<Record<FontProblem, DiagnosticCode>> = {
  'not-a-font': 'TEXT-FONT-FORMAT',
  'no-outlines': 'TEXT-FONT-FORMAT',
  damaged: 'TEXT-FONT-FORMAT',
  collection: 'TEXT-FONT-FORMAT',
  woff: 'TEXT-FONT-WOFF',
  variable: 'TEXT-FONT-VARIABLE',
};

/** What of a style decides about faces. */
export interface FontQuery {
  readonly families: readonly string[];
  readonly weight: number;
  readonly italic: boolean;
}

interface Entry {
  readonly rule: FontFaceRule;
  readonly id: number;
  /** undefined: not opened yet; null: cannot be used. */
  face: OpenFace | undefined | null;
}

/** The fonts of a publication. */
export class FontSet {
  readonly diagnostics: Diagnostic[] = [];
  readonly #families = new Map<string, Entry[]>();
  readonly #unknown = new Set<string>();

  constructor(
    rules: readonly FontFaceRule[],
    private readonly host: Host,
  ) {
    rules.forEach((rule, id) => this.#add(rule, id));
    const declared = new Set(this.#families.keys());
    packageCuts.forEach(([family, file, weight, style], i) => {
      if (declared.has(family.toLowerCase())) return;
      const src = host.resource(`fonts/${file}`);
      this.#add({ family, src, weight, style }, rules.length + i);
    });
  }

  #add(rule: FontFaceRule, id: number): void {
    const key = rule.family.toLowerCase();
    const entries = this.#families.get(key) ?? [];
    entries.push({ rule, id, face: undefined });
    this.#families.set(key, entries);
  }

  /** The faces to try for a style, best first; a face is opened when the list is walked that far. */
  chain(query: FontQuery): FaceChain {
    const names = query.families.map((name) => generics.get(name.toLowerCase()) ?? name.toLowerCase());
    const candidates: Entry[][] = [];
    names.forEach((name, i) => {
      const entries = this.#families.get(name);
      if (entries) candidates.push(entries);
      else this.#reportUnknown(query.families[i] ?? name);
    });
    const initial = candidates.length === 0 ? ['source serif 4'] : [];
    for (const name of [...initial, ...lastResorts]) candidates.push(this.#families.get(name) ?? []);
    const ordered = candidates.map((entries) => byDistance(entries, query));
    return new FaceChain(ordered.map((entries) => () => this.#firstUsable(entries)));
  }

  /** The nearest cut of a family whose file can be used. */
  #firstUsable(entries: readonly Entry[]): OpenFace | undefined {
    for (const entry of entries) {
      const face = this.#open(entry);
      if (face) return face;
    }
    return undefined;
  }

  #open(entry: Entry): OpenFace | undefined {
    if (entry.face !== undefined) return entry.face ?? undefined;
    const { rule } = entry;
    const file = { file: rule.src, family: rule.family };
    const at = { span: rule.span };
    entry.face = null;
    const read = this.host.read(rule.src);
    if (!read.ok) {
      this.diagnostics.push(diagnostic('TEXT-FONT-FILE', file, at));
      return undefined;
    }
    const font = openFont(read.bytes, rule, entry.id);
    if (!(font instanceof OpenFace)) {
      this.diagnostics.push(diagnostic(problemCodes[font], file, at));
      return undefined;
    }
    entry.face = font;
    return font;
  }

  #reportUnknown(family: string): void {
    const key = family.toLowerCase();
    if (this.#unknown.has(key) || generics.has(key)) return;
    this.#unknown.add(key);
    this.diagnostics.push(diagnostic('TEXT-FAMILY', { family }));
  }
}

/** Faces in the order in which a character is looked for, opened one after the other as needed. */
export class FaceChain {
  readonly #faces: OpenFace[] = [];
  #next = 0;

  constructor(private readonly openers: readonly (() => OpenFace | undefined)[]) {}

  /** The face at a place of the chain; undefined past its end. */
  at(index: number): OpenFace | undefined {
    while (this.#faces.length <= index && this.#next < this.openers.length) {
      const face = this.openers[this.#next++]?.();
      if (face && !this.#faces.includes(face)) this.#faces.push(face);
    }
    return this.#faces[index];
  }

  /** The first face: metrics, the space, the strut come from it. */
  get primary(): OpenFace {
    const face = this.at(0);
    if (!face) throw new Error('no font can be opened, not even those of the package');
    return face;
  }

  /** All faces, opened. */
  get all(): readonly OpenFace[] {
    let index = 0;
    while (this.at(index)) index++;
    return this.#faces;
  }
}

/** Cuts of a family, nearest first: style before weight (CSS Fonts 4 §5.2). */
function byDistance(entries: readonly Entry[], query: FontQuery): readonly Entry[] {
  const rank = ({ rule }: Entry): number =>
    ((rule.style === 'italic') === query.italic ? 0 : 10_000) + weightDistance(rule.weight, query.weight);
  return [...entries].sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

/**
 * Order of weights: from 400 to 500 first up to 500, then lighter, then heavier; below 400 lighter
 * before heavier; above 500 heavier before lighter.
 */
function weightDistance(weight: number, wanted: number): number {
  const gap = Math.abs(weight - wanted);
  const wrongWay = 1_000;
  if (wanted < 400) return weight <= wanted ? gap : wrongWay + gap;
  if (wanted > 500) return weight >= wanted ? gap : wrongWay + gap;
  if (weight >= wanted && weight <= 500) return gap;
  return weight < wanted ? wrongWay + gap : 2 * wrongWay + gap;
}
