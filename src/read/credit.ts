/**
 * The photographer's credit at the end of a caption: `Ảnh: Tuệ Mẫn`, `(Ảnh: CTV)`, `Nguồn ảnh: …`,
 * `© …`. It is found by its mark and stays as typed; what separates it from the caption (comma,
 * dash, full stop) belongs to the caption.
 */

/** UTF-16 offsets of the credit in the caption. */
export interface Credit {
  readonly start: number;
  readonly end: number;
}

const mark = '(?:Nguồn ảnh|Ảnh|ẢNH|Nguồn|NGUỒN|Video|Đồ họa)';
/** Names, agencies, initials: no sentence goes on behind a credit. */
const name = '[^:()|]{1,60}?';
const forms = [
  `Ảnh minh h[oọ]a\\.?\\s*\\(?Nguồn\\s*:?\\s*${name}\\)?`,
  `\\(${mark}\\s*:?\\s*[^()|]{1,60}\\)`,
  `${mark}\\s*:\\s*${name}`,
  `©\\s*${name}`,
  'Ảnh\\s+(?:\\p{Lu}{2,8}|tư liệu|minh h[oọ]a|chụp màn hình)',
];
/** UTF-16 units. */
const longestCredit = 160;
const atEnd = new RegExp(`(?<!\\p{L})(?:${forms.join('|')})\\.?(?=\\s*\\|?\\s*$)`, 'u');
const inside = new RegExp(`\\(${mark}\\s*:\\s*[^()]{1,60}\\)\\.?\\s*(?=\\p{Lu})`, 'u');

/** The credit that ends a caption; undefined when there is none. */
export function creditOf(caption: string): Credit | undefined {
  // A credit is short: on a long line only its end is looked at.
  const from = Math.max(0, caption.length - longestCredit);
  const match = atEnd.exec(caption.slice(from));
  return match ? { start: from + match.index, end: from + match.index + match[0].length } : undefined;
}

/** Words that go on behind a bracketed credit: a caption and text run together on one line. */
export function wordsAfterCredit(line: string): number {
  const match = inside.exec(line);
  if (!match) return 0;
  return line
    .slice(match.index + match[0].length)
    .split(/\s+/u)
    .filter(Boolean).length;
}
