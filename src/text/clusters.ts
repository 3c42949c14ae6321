/**
 * A text as what a font must have together: base characters with their marks and joiners, and emoji that
 * are one picture: families, skin tones, flags (UAX 29, rules GB9 to GB13, in short).
 */

const joins = /^[\p{M}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]$/u;
/** Pictures are joined to what begins with a picture and ends in U+200D (GB11). */
const startsWithPicture = /^\p{Extended_Pictographic}/u;
/** Half a flag (GB12). */
const regional = /^\p{Regional_Indicator}$/u;

/** Base characters with their marks and joiners, and where they begin. */
export function clustersOf(text: string): readonly { cluster: string; at: number }[] {
  const clusters: { cluster: string; at: number }[] = [];
  let at = 0;
  for (const character of text) {
    const last = clusters.at(-1);
    if (last && belongs(character, last.cluster)) last.cluster += character;
    else clusters.push({ cluster: character, at });
    at += character.length;
  }
  return clusters;
}

/** Whether a character goes on a cluster; soft hyphens and zero-width spaces stand by themselves. */
function belongs(character: string, cluster: string): boolean {
  if (isApart(character) || isApart(cluster)) return false;
  if (joins.test(character)) return true;
  if (regional.test(character)) return regional.test(cluster);
  return cluster.endsWith('\u200d') && startsWithPicture.test(character) && startsWithPicture.test(cluster);
}

function isApart(text: string): boolean {
  return text === '\u00ad' || text === '\u200b';
}
