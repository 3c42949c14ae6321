/**
 * Characters that no font has. Comes in: each as it is met, with its place. Goes out: one diagnostic for each
 * script, at the first of its characters, for a font of the script brings them all.
 */
import { diagnostic, type Diagnostic, type Span } from '../diagnostic.js';

/** Scripts that texts in other scripts quote; the characters of any other are told one by one. */
const scripts =
  'Arabic Armenian Bengali Ethiopic Georgian Gujarati Gurmukhi Hebrew Kannada Khmer Lao Malayalam Mongolian Myanmar Oriya Sinhala Syriac Tamil Telugu Thaana Thai Tibetan'
    .split(' ')
    .map((name) => ({ name, pattern: new RegExp(`\\p{Script=${name}}`, 'u') }));
/** Chinese, Japanese and Korean stand in the same fonts. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/** For private use: what they mean, only the font says that they came from. */
const privateUse = /\p{Co}/u;

/** Characters of a script that a message shows. */
const mostShown = 8;

interface MissingScript {
  readonly characters: string[];
  readonly fonts: string;
  readonly span: Span | undefined;
}

export class MissingCharacters {
  readonly #characters = new Set<string>();
  readonly #scripts = new Map<string, MissingScript>();
  #told: readonly Diagnostic[] | undefined;

  /** Whether a character was noted. */
  has(character: string): boolean {
    return this.#characters.has(character);
  }

  /** Notes a character; `fonts` are those that were tried. */
  add(character: string, fonts: string, span: Span | undefined): void {
    this.#characters.add(character);
    const script = scriptOf(character);
    const known = this.#scripts.get(script);
    if (known) known.characters.push(character);
    else this.#scripts.set(script, { characters: [character], fonts, span });
    this.#told = undefined;
  }

  /** The same objects until another character is met. */
  get diagnostics(): readonly Diagnostic[] {
    return (this.#told ??= Array.from(this.#scripts.values(), told));
  }
}

function scriptOf(character: string): string {
  if (privateUse.test(character)) return 'private';
  if (eastAsian.test(character)) return 'CJK';
  return scripts.find(({ pattern }) => pattern.test(character))?.name ?? character;
}

function told({ characters, fonts, span }: MissingScript): Diagnostic {
  const shown = characters.slice(0, mostShown);
  const rest = characters.length > mostShown ? ' …' : '';
  const values = {
    character: shown.join(' ') + rest,
    codePoint: shown.map(codePointsOf).join(', ') + rest,
    fonts,
  };
  const code = privateUse.test(characters[0] ?? '') ? 'TEXT-PRIVATE' : 'TEXT-GLYPH';
  return diagnostic(code, values, { span });
}

function codePointsOf(character: string): string {
  return Array.from(
    character,
    (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
}
