/**
 * UTF-16 without a byte order mark, told by its NUL bytes: every ASCII character has one, and all of
 * them stand on the same side.
 */

/** Bytes that are looked at. */
const sampleSize = 0x1_0000;
/** One NUL in so many bytes at least: the spaces and line ends of any text. */
const leastShare = 1 / 64;
/** In a few bytes chance could do that. */
const leastNuls = 4;

/** Which UTF-16 the bytes are; undefined when they are something else, a binary file most likely. */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, sampleSize);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0) {
      if (at % 2 === 0) even++;
      else odd++;
    }
  }
  // A character with a NUL on the other side, such as Ā (U+0100), is rare in any text.
  const [most, least] = [Math.max(even, odd), Math.min(even, odd)];
  if (most < leastNuls || most < sample.length * leastShare || least * 16 > most) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
