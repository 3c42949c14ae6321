/**
 * What text each glyph of a shaped word stands for (ISO 32000-1, 9.10). Comes in: a word. Goes out: a text for
 * every glyph, and whether they say together what the word says.
 */
import type { ShapedWord } from '../document/glyph-run.js';

/**
 * The text each glyph stands for. A cluster with as many glyphs as characters gives one to each; with
 * fewer glyphs (a ligature) the last takes the rest; with more glyphs its decomposition (NFD) may go
 * round, and if not the word needs ActualText (`exact` is false).
 */
export function glyphTexts(word: ShapedWord): { readonly texts: readonly string[]; readonly exact: boolean } {
  const { clusters, text } = word;
  const texts: string[] = [];
  let exact = true;
  for (let from = 0; from < clusters.length;) {
    const start = clusters[from] ?? 0;
    let to = from + 1;
    while (to < clusters.length && clusters[to] === start) to++;
    const part = text.slice(start, to < clusters.length ? clusters[to] : text.length);
    const count = to - from;
    let characters = Array.from(part);
    if (count > characters.length) {
      characters = Array.from(part.normalize('NFD'));
      exact = false;
    }
    for (let i = 0; i < count - 1; i++) texts.push(characters[i] ?? joiner);
    texts.push(characters.slice(count - 1).join('') || joiner);
    from = to;
  }
  return { texts, exact };
}

/** U+200D: a glyph that stands for nothing of its own still needs a Unicode value (ISO 19005-2, 6.2.11.7.2). */
const joiner = '\u200d';
