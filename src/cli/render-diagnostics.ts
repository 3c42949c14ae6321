/**
 * Diagnostics as a person reads them: `path:line:col: error[CODE]: message`, the source line with a
 * caret under the place, and the hint. The same thing said for two editions is printed once, with the
 * editions named.
 */
import { describe, type Diagnostic, type MessageLanguage } from '../diagnostic.js';
import { words } from './words.js';
import { columnsOf, paint, type Terminal } from './terminal.js';

/** Lines of a file by its path as a span names it; undefined when there is nothing fit to show. */
export type SourceLines = (path: string) => readonly string[] | undefined;

/** A diagnostic and all editions that it was said for; none when it concerns every one. */
export interface SaidOnce {
  readonly said: Diagnostic;
  readonly editions: readonly string[];
}

/** Joins what was said more than once, in order of first saying. */
export function joinRepeats(diagnostics: readonly Diagnostic[]): readonly SaidOnce[] {
  const joined = new Map<string, { said: Diagnostic; editions: string[] }>();
  for (const said of diagnostics) {
    const key = JSON.stringify([said.code, said.severity, said.values, said.span]);
    const entry = joined.get(key) ?? { said, editions: [] };
    if (said.edition && !entry.editions.includes(said.edition)) entry.editions.push(said.edition);
    joined.set(key, entry);
  }
  return [...joined.values()];
}

/** The text of one diagnostic, without a line end. */
export function renderDiagnostic(
  { said, editions }: SaidOnce,
  terminal: Pick<Terminal, 'colour' | 'language' | 'width'>,
  sourceLines: SourceLines,
): string {
  const colour = terminal.colour.err;
  const { message, hint } = describe(said, terminal.language);
  const word = words[terminal.language][said.severity];
  const severity = paint(colour, said.severity === 'error' ? 'red' : 'yellow', `${word}[${said.code}]`);
  const place = placeOf(said);
  const concerned =
    editions.length > 0 ? ` (${editions.map((one) => editionWord(one, terminal.language)).join(', ')})` : '';

  const lines = [
    `${place === '' ? '' : `${paint(colour, 'bold', place)}: `}${severity}: ${message}${concerned}`,
  ];
  lines.push(...excerpt(said, terminal, sourceLines));
  if (hint !== undefined) lines.push(`  ${paint(colour, 'cyan', words[terminal.language].hint)}: ${hint}`);
  return lines.join('\n');
}

const inVietnamese: Readonly<Record<string, string>> = {
  ebook: 'sách điện tử',
  print: 'bản in',
  archive: 'bản lưu trữ',
  booklet: 'bản in gấp sách',
};

/** An edition as it is called; in English by its name in `--editions`. */
function editionWord(edition: string, language: MessageLanguage): string {
  return language === 'vi' ? (inVietnamese[edition] ?? edition) : edition;
}

/** How a diagnostic goes into `--json`. */
export function diagnosticJson(said: Diagnostic, language: MessageLanguage): Record<string, unknown> {
  const { message, hint } = describe(said, language);
  return {
    code: said.code,
    severity: said.severity,
    message,
    hint: hint ?? null,
    file: said.span?.file ?? null,
    line: said.span?.line ?? null,
    column: said.span?.column ?? null,
    edition: said.edition ?? null,
  };
}

function placeOf({ span }: Diagnostic): string {
  if (span === undefined) return '';
  const line = span.line === undefined ? '' : `:${span.line}`;
  const column = line === '' || span.column === undefined ? '' : `:${span.column}`;
  return span.file + line + column;
}

/** The source line with its number and carets under the marked part; nothing when there is none to show. */
function excerpt(
  { span, severity }: Diagnostic,
  terminal: Pick<Terminal, 'colour' | 'width'>,
  sourceLines: SourceLines,
): string[] {
  if (span?.line === undefined) return [];
  const source = sourceLines(span.file)?.[span.line - 1];
  if (source === undefined || source.trim() === '') return [];

  const gutter = `  ${span.line} | `;
  const blank = `${' '.repeat(gutter.length - 2)}| `;
  const room = Math.max(20, terminal.width - gutter.length);
  const column = Math.min((span.column ?? 1) - 1, source.length);
  const { text, skipped } = windowOn(source.replaceAll('\t', ' '), column, room);

  const shown = [paint(terminal.colour.err, 'dim', gutter) + text];
  if (span.column === undefined) return shown;
  const marked = text.slice(column - skipped, column - skipped + (span.length ?? 1));
  const indent = ' '.repeat(columnsOf(text.slice(0, column - skipped)));
  const carets = '^'.repeat(Math.max(1, columnsOf(marked)));
  const mark = paint(terminal.colour.err, severity === 'error' ? 'red' : 'yellow', carets);
  return [...shown, paint(terminal.colour.err, 'dim', blank) + indent + mark];
}

/** The part of a long line that fits in `room` columns and shows the marked place. */
function windowOn(line: string, column: number, room: number): { text: string; skipped: number } {
  if (line.length <= room) return { text: line, skipped: 0 };
  const start = Math.max(0, Math.min(column - Math.floor(room / 3), line.length - room));
  const text = line.slice(start, start + room);
  const head = start > 0 ? `…${text.slice(1)}` : text;
  return { text: start + room < line.length ? `${head.slice(0, -1)}…` : head, skipped: start };
}
