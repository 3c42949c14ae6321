/**
 * Vietnamese syllables put together from initials, rimes and tones: some 6 000 that a reader could
 * pronounce, as many as the language uses. A long text has that many distinct words to shape, and how
 * often each occurs falls off as in real prose. The same for the same seed on every machine.
 */
import { capital, random } from './prose.mjs';

const initials = '|b|c|ch|d|đ|g|h|kh|l|m|n|ng|nh|ph|r|s|t|th|tr|v|x'.split('|');
// The vowel that takes the tone stands between dots.
const rimes =
  '.a.|.a.i|.a.o|.a.n|.a.ng|.a.nh|.a.m|.a.t|.a.c|.ă.n|.ă.ng|.ă.t|.â.n|.â.u|.â.t|.e.|.e.o|.e.n|.ê.|.ê.n|.ê.nh|i.ê.n|i.ê.u|i.ê.t|.i.|.i.nh|.i.ch|.o.|.o.n|.o.ng|.o.c|.ô.|.ô.i|.ô.ng|.ô.t|.ơ.|.ơ.i|.ơ.n|.u.|.u.ng|.u.c|u.ô.n|u.ô.c|.ư.|.ư.ng|.ư.c|ư.ơ.ng|ư.ơ.c'.split(
    '|',
  );
const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
/** Before a stop a syllable rises or falls; the other tones do not occur. */
const tonesBeforeStop = ['\u0301', '\u0323'];

/** All syllables, in an order of their own for each seed. */
function shuffled(next) {
  const all = initials.flatMap((initial) =>
    rimes.flatMap((rime) => {
      const [before, vowel, after] = rime.split('.');
      const possible = /[ctp]h?$/.test(after) ? tonesBeforeStop : tones;
      return possible.map((tone) => (initial + before + vowel + tone + after).normalize('NFC'));
    }),
  );
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}

/** A writer of sentences from syllables. */
export function syllableWriter(seed) {
  const next = random(seed);
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const all = shuffled(next);
  // The cube makes the first hundred of 6 000 a quarter of all words.
  const syllable = () => all[Math.floor(all.length * next() ** 3)];
  const sentence = () => {
    const words = Array.from({ length: between(8, 26) }, syllable);
    for (let i = 4; i < words.length - 2; i += 1) if (next() < 0.08) words[i] += ',';
    if (next() < 0.1) words.push(`${between(2, 99)},${between(0, 9)}`);
    return `${capital(words.join(' '))}.`;
  };
  const words = (low, high) => capital(Array.from({ length: between(low, high) }, syllable).join(' '));
  return { next, between, sentence, words };
}
