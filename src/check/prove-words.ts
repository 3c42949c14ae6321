/**
 * The proof of fidelity in words that a person can follow: the words of the source and those of a file
 * in; out, how many were lost, added or moved, and a diagnostic for each with the first places.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { compareWords, type WordDifference } from './compare-words.js';
import { partedMark } from './words.js';

/** How a file keeps to its source: numbers of words. */
export interface Fidelity {
  readonly words: number;
  readonly lost: number;
  readonly added: number;
  readonly moved: number;
}

/** The words of a file, and what of them counts. */
export interface ReadWords {
  readonly words: readonly string[];
  /** True for pages, on which a style sheet may turn letters into capitals (`text-transform`). */
  readonly styled: boolean;
  /**
   * False for words in the order in which a page is painted, where notes and figures stand apart from
   * their place in the text.
   */
  readonly ordered: boolean;
}

/** Places that a message shows. */
const maxPlaces = 3;
/** Words in a row that a place shows, and words around them. */
const [maxRun, around] = [6, 2];

/** Compares the words of the source with those read from a file; `name` is the file, for messages. */
export function proveWords(source: readonly string[], read: ReadWords, name: string): Staged<Fidelity> {
  const found = read.ordered ? read : { ...read, words: joinLines(read.words, source) };
  const { lost, added, moved } = differenceOf(source, found);
  const changes = [
    ['CHECK-WORDS-LOST', lost.map(({ position }) => position), source],
    ['CHECK-WORDS-ADDED', added.map(({ position }) => position), found.words],
    ['CHECK-WORDS-MOVED', read.ordered ? moved.map(({ to }) => to) : [], found.words],
  ] as const;
  const diagnostics = changes.flatMap(([code, positions, words]): readonly Diagnostic[] => {
    if (positions.length === 0) return [];
    const values = { count: positions.length, places: placesOf(positions, words) };
    return [diagnostic(code, values, { span: { file: name } })];
  });
  const [lostWords, addedWords, movedWords] = changes.map(([, positions]) => positions.length);
  const value = {
    words: found.words.length,
    lost: lostWords ?? 0,
    added: addedWords ?? 0,
    moved: movedWords ?? 0,
  };
  return { value, diagnostics };
}

/** Lines that a long address or a line of code may be broken into. */
const maxLines = 12;

/**
 * Puts words together that a line broke without a space (`well-` `known`, an address): in painted text the
 * end of a line is not to be told from that of a paragraph. Only what makes a word of the source is joined,
 * and no letter is left out.
 */
function joinLines(words: readonly string[], source: readonly string[]): readonly string[] {
  const known = new Set(source.map(capitals));
  return joinStrange(joinParted(words, known), known);
}

/** How far behind half a word the rest may stand: notes and captions of a page's end lie between. */
const farthest = 1000;

/**
 * Puts the parts of a word together that a line parted with a hyphen: the next words, or where these make none of
 * the source, the nearest one behind a note or a figure that does.
 */
function joinParted(words: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const taken = new Set<number>();
  const joined: string[] = [];
  words.forEach((word, at) => {
    if (taken.has(at)) return;
    let whole = word;
    for (let from = at; whole.endsWith(partedMark);) {
      const half = whole.slice(0, -1);
      const makes = (next: number): boolean => {
        const longer = `${half}${words[next] ?? ''}`;
        return !taken.has(next) && isBegun(longer, known);
      };
      let next = from + 1;
      while (next < Math.min(words.length, at + farthest) && !makes(next)) next += 1;
      if (!makes(next)) next = from + 1;
      whole = half + (taken.has(next) ? '' : (words[next] ?? ''));
      taken.add(next);
      from = next;
    }
    joined.push(whole);
  });
  return joined;
}

/** A word of the source, or the beginning of one that goes on in another line. */
function isBegun(word: string, known: ReadonlySet<string>): boolean {
  if (!word.endsWith(partedMark)) return known.has(capitals(word));
  const begun = capitals(word.slice(0, -1));
  for (const whole of known) if (whole.startsWith(begun)) return true;
  return false;
}

function joinStrange(words: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const strange = (i: number): boolean => i < words.length && !known.has(capitals(words[i] ?? ''));
  const joined: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    let [word, end] = [words[i] ?? '', i];
    if (strange(i) || strange(i + 1)) {
      let longer = word;
      for (let next = i + 1; next < Math.min(words.length, i + maxLines); next += 1) {
        longer += words[next] ?? '';
        if (known.has(capitals(longer))) [word, end] = [longer, next];
      }
    }
    joined.push(word);
    i = end;
  }
  return joined;
}

/** Small letters and capitals are different, but where they cannot be and that is all the difference. */
function differenceOf(source: readonly string[], { words, styled }: ReadWords): WordDifference {
  const exact = compareWords(source, words);
  if (!styled || exact.lost.length + exact.added.length === 0) return exact;
  return compareWords(source.map(capitals), words.map(capitals));
}

const capitals = (word: string): string => word.toUpperCase();

/** The first places, each with the words around it: `Sở Nội [vụ] triển khai`. */
function placesOf(positions: readonly number[], words: readonly string[]): string {
  const runs = runsOf(positions.toSorted((a, b) => a - b));
  const shown = runs.slice(0, maxPlaces).map(([from, to]) => {
    const end = Math.min(to, from + maxRun);
    const inside = words.slice(from, end).join(' ') + (end < to ? ' …' : '');
    const before = words.slice(Math.max(0, from - around), from);
    const after = words.slice(to, to + around);
    return `“${[...before, `[${inside}]`, ...after].join(' ')}”`;
  });
  return shown.join(', ') + (runs.length > maxPlaces ? ', …' : '');
}

/** Positions in a row as [first, behind the last]. */
function runsOf(positions: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const position of positions) {
    const last = runs.at(-1);
    if (last?.[1] === position) last[1] += 1;
    else runs.push([position, position + 1]);
  }
  return runs;
}
