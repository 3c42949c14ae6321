/**
 * The usual text in a tight loop: a space and a word, again and again, each word of one part.
 * Comes in: a text and a place in it where a space follows a word. Goes out: pieces and breaks, the same that
 * `collect-items.ts` and `place-breaks.ts` would make of them; whatever is not usual is left to those.
 */
import type { TextSource } from './collecting.js';
import { forbidden, glueCost } from './glue.js';
import type { Breaks } from './breaks.js';
import { pieceKind, type Pieces } from './pieces.js';
import type { BreakPlacer } from './place-breaks.js';
import { WordPairs } from './word-pairs.js';

/** Whether there is a loop for the words of a text. */
export function goesOnSimply({ style, set, kind }: TextSource): boolean {
  const { small, whiteSpace } = style;
  const { textTransformFullWidth } = style.style;
  const simple = kind === pieceKind.box && set.map === undefined && !small && !textTransformFullWidth;
  return simple && whiteSpace.collapse && whiteSpace.wraps;
}

/** Collects words that follow a word. */
export class WordCollector {
  readonly #pairs = new WordPairs();

  constructor(
    private readonly pieces: Pieces,
    private readonly breaks: Breaks,
    private readonly placer: BreakPlacer,
  ) {}

  /** Collects pairs of space and word from `from` on; where something else stands. */
  collect(source: TextSource, text: string, from: number): number {
    const { pieces, breaks, placer } = this;
    const { store } = source.style;
    const { table, hyphenates } = store;
    const pairs = this.#pairs;
    let left = placer.kind;
    let last = from;
    let at = from;
    pieces.beginText(source.index, source.style);
    for (let pair = pairs.from(text, from, table); pair < pairs.count; pair++) {
      const end = pairs.ends[pair] ?? 0;
      // The end of a text may be the middle of a word, which is hyphenated as a whole.
      if (hyphenates && end === text.length) break;
      const hash = pairs.hashes[pair] ?? 0;
      const known = table.found(pairs.records[pair] ?? 0, text, at + 1, end, hash);
      const record = known === 0 ? store.add(text.slice(at + 1, end), hash) : known;
      const word = table.wordAt(record);
      if (word === undefined) break;
      const right = table.kindAt(record);
      const cost = glueCost(left, right);
      if (cost !== forbidden) breaks.add(pieces.count, pieces.count + 1, cost);
      pieces.addPair(at, end, word, record);
      left = right;
      last = at + 1;
      at = end;
    }
    if (at > from) placer.wordsFollowed(left, text.slice(last, at), source.style);
    return at;
  }
}
