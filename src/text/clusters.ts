/** A text as what a font must have together: base characters with their marks and joiners (UAX 29, in short). */

const joiner = /^[\p{M}\p{Default_Ignorable_Code_Point}]$/u;

/** Base characters with their marks and joiners, and where they begin. */
export function clustersOf(text: string): readonly { cluster: string; at: number }[] {
  const clusters: { cluster: string; at: number }[] = [];
  let at = 0;
  for (const character of text) {
    const last = clusters.at(-1);
    const separate = character === '\u00ad' || character === '\u200b';
    if (last && !separate && joiner.test(character) && !/[\u00ad\u200b]/u.test(last.cluster))
      last.cluster += character;
    else clusters.push({ cluster: character, at });
    at += character.length;
  }
  return clusters;
}
