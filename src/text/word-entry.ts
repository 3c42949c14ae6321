/** What is known of a distinct word: its shaped parts, its class for the glue rules, characters without a glyph. */
import { forbidden } from './glue.js';
import type { FontWord } from './shape-word.js';
import type { WordPart } from './word-parts.js';

/** A character that no font of the chain has, and its index in the word. */
export interface MissingCharacter {
  readonly character: string;
  readonly at: number;
}

/** A distinct word. */
export interface WordEntry {
  /** The whole word when it is a single part without breaks: the usual case. */
  readonly simple: FontWord | undefined;
  /** Advance of `simple` in thousandths, here so that measuring a paragraph touches one object a word. */
  readonly width: number;
  readonly parts: readonly WordPart[];
  /** For `glueCost`. */
  readonly kind: number;
  readonly missing: readonly MissingCharacter[];
}

const none: readonly MissingCharacter[] = [];

/** A word of one part. */
export class SimpleWord implements WordEntry {
  readonly width: number;

  constructor(
    readonly simple: FontWord,
    readonly kind: number,
  ) {
    this.width = simple.width;
  }

  get parts(): readonly WordPart[] {
    const end = this.simple.text.length;
    return [{ word: this.simple, start: 0, end, textStart: 0, cost: forbidden, hyphen: false }];
  }

  get missing(): readonly MissingCharacter[] {
    return none;
  }
}
