/**
 * Texts in encodings of before Unicode → Unicode, with what the user is told: which encoding, how many
 * lines, the first before and after, and the words whose capitals TCVN3 could not hold.
 */
import { diagnostic, type Diagnostic, type Staged } from '../../diagnostic.js';
import { convertLines, type ConvertedLine } from './convert-lines.js';
import { asWestern, decodeLegacy, type LegacyEncoding } from './decode-legacy.js';
import { restoreCapitals } from './restore-capitals.js';

/** Converts a whole file that is in one encoding. */
export function convertFile(bytes: Uint8Array, encoding: LegacyEncoding, file: string): Staged<string> {
  const before = asWestern(bytes).split('\n');
  const after = decodeLegacy(bytes, encoding).split('\n');
  const converted = after.flatMap((text, line): ConvertedLine[] => {
    const typed = before[line] ?? '';
    return text === typed ? [] : [{ line, before: typed, after: text, encoding, readAs: 'windows-1252' }];
  });
  return finish(after, converted, file);
}

/** Converts the lines of a Unicode text that were misread by whoever saved it. */
export function convertMisread(text: string, file: string): Staged<string> {
  const { text: value, converted } = convertLines(text);
  return converted.length === 0 ? { value, diagnostics: [] } : finish(value.split('\n'), converted, file);
}

function finish(lines: readonly string[], converted: readonly ConvertedLine[], file: string): Staged<string> {
  const diagnostics: Diagnostic[] = [];
  for (const encoding of new Set(converted.map((line) => line.encoding))) {
    const all = converted.filter((line) => line.encoding === encoding);
    const [first] = all;
    if (first === undefined) continue;
    const [before, after] = sample(first.before, first.after);
    const values = { encoding: shownNames[encoding], count: all.length, before, after };
    diagnostics.push(diagnostic('READ-CONVERTED', values, { span: { file, line: first.line + 1 } }));
  }
  const restored = new Map(
    converted
      .filter(({ encoding }) => encoding === 'tcvn3')
      .map(({ line }) => [line, restoreCapitals(lines[line] ?? '')]),
  );
  const value = lines.map((line, at) => restored.get(at)?.text ?? line).join('\n');
  return { value, diagnostics: [...diagnostics, ...doubtfulCapitals(restored, file)] };
}

const shownNames: Readonly<Record<ConvertedLine['encoding'], string>> = {
  'windows-1258': 'windows-1258',
  tcvn3: 'TCVN3 (ABC)',
  tcvn5712: 'TCVN 5712',
  vni: 'VNI',
  viscii: 'VISCII',
  'utf-8': 'UTF-8 (× 2)',
};

/** Characters of a line that a message shows. */
const sampleLength = 40;

/** The beginnings of a line before and after, from its first word that changed. */
function sample(before: string, after: string): readonly [string, string] {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const start = before.lastIndexOf(' ', at) + 1;
  return [cut(before.slice(start)), cut(after.slice(start))];
}

function cut(text: string): string {
  const line = text.trim();
  return line.length > sampleLength ? `${line.slice(0, sampleLength).trimEnd()}…` : line;
}

/** Words that a message shows. */
const mostWords = 8;

function doubtfulCapitals(
  restored: ReadonlyMap<number, { readonly doubtful: readonly string[] }>,
  file: string,
): readonly Diagnostic[] {
  const found = [...restored].filter(([, { doubtful }]) => doubtful.length > 0);
  const [first] = found;
  if (first === undefined) return [];
  const words = found.flatMap(([, { doubtful }]) => doubtful);
  const shown = [...new Set(words)];
  const more = shown.length > mostWords ? ', …' : '';
  const values = { count: words.length, words: shown.slice(0, mostWords).join(', ') + more };
  return [diagnostic('READ-TCVN3-CAPITALS', values, { span: { file, line: first[0] + 1 } })];
}
