/**
 * mdBook's directives: `{{#include file:lines}}`, `{{#rustdoc_include …}}`, `{{#playground …}}` → the lines
 * that they name, and `{{#title …}}`, which names the web page and is no text. Lines are counted from 1
 * (`:4`, `:4:8`, `:4:`, `::8`), or stand between `ANCHOR: name` and `ANCHOR_END: name`. What is included may
 * include in turn. A backslash in front makes a directive text.
 */
import { diagnostic, type Diagnostic } from '../../diagnostic.js';
import type { Host } from '../../host.js';
import { decodeUnicode } from '../decode.js';
import { repair } from '../repair.js';
import { linesOf } from '../source-text.js';
import type { PlacedLine } from './expand-text.js';

/** What the lines of a chapter may draw on. */
export interface Library {
  /** Opens nothing outside of the book. */
  readonly host: Host;
  /** What there is to say is put here. */
  readonly diagnostics: Diagnostic[];
}

/** As mdBook has it: a file that includes itself comes to an end. */
const deepest = 10;
/** Lines of one chapter: many includes of many includes could fill the memory. */
const mostLines = 500_000;

const directive = /(\\?)\{\{\s*#(include|rustdoc_include|playground|playpen|title)\s+([^}]+)\}\}/g;

/** The lines with every directive carried out. */
export function includeAll(lines: readonly PlacedLine[], library: Library): readonly PlacedLine[] {
  const result: PlacedLine[] = [];
  for (const line of lines) includeIn(line, 0, result, library);
  return result;
}

/** Adds a line to the result, or what it includes. */
function includeIn(line: PlacedLine, depth: number, result: PlacedLine[], library: Library): void {
  const found = line.text.includes('{{') ? [...line.text.matchAll(directive)] : [];
  const [only] = found;
  if (!only) {
    result.push(line);
    return;
  }
  // By itself on its line, as includes are: the lines stay those of their file.
  if (found.length === 1 && only[1] === '' && line.text.trim() === only[0]) {
    const own = carriedOut(only, line, depth, library);
    if (!own) result.push(line);
    for (const one of own ?? []) {
      if (result.length >= mostLines) return;
      includeIn(one, depth + 1, result, library);
    }
    return;
  }
  const text = line.text.replace(directive, (typed: string, escape: string, ...groups: unknown[]) => {
    if (escape !== '') return typed.slice(1);
    const [name, operand] = [String(groups[0]), String(groups[1])];
    const match = Object.assign([typed, escape, name, operand], { index: 0, input: line.text });
    return (
      carriedOut(match, line, depth, library)
        ?.map((own) => own.text)
        .join('\n') ?? typed
    );
  });
  for (const part of text.split('\n')) result.push({ ...line, text: part, asTyped: false });
}

/** The lines that a directive stands for; undefined, with a message, where they are not to be had. */
function carriedOut(
  [typed, , name, operand = '']: readonly string[],
  line: PlacedLine,
  depth: number,
  library: Library,
): readonly PlacedLine[] | undefined {
  if (name === 'title') return [];
  const [target = '', ...attributes] = operand.trim().split(/\s+/);
  const read = depth < deepest ? readLines(target, line, library) : undefined;
  if (!read) {
    const values = { directive: typed ?? '', path: target };
    library.diagnostics.push(diagnostic('BOOK-INCLUDE', values, { span: spanOf(line) }));
    return undefined;
  }
  if (name !== 'playground' && name !== 'playpen') return read;
  const info = ['rust', ...attributes].join(',');
  return [
    { ...line, text: `\`\`\`${info}`, asTyped: false },
    ...read,
    { ...line, text: '```', asTyped: false },
  ];
}

function spanOf({ file, line }: PlacedLine): { readonly file: string; readonly line: number } {
  return { file, line };
}

/** The lines that `path`, `path:lines` or `path:anchor` names; undefined where there are none. */
function readLines(target: string, line: PlacedLine, { host }: Library): readonly PlacedLine[] | undefined {
  // A drive letter is no range.
  const [, path = '', range = ''] = /^((?:[A-Za-z]:[\\/])?[^:]*)(?::(.*))?$/s.exec(target) ?? [];
  const file = host.resolve(line.file, path);
  if (path === '') return undefined;
  const read = host.read(file);
  const decoded = read.ok ? decodeUnicode(read.bytes, file).value : undefined;
  if (decoded === undefined) return undefined;
  const lines = linesOf(repair(decoded, file).value.replace(/\n$/, '')).map((text, at) => ({
    text,
    file,
    line: at + 1,
    asTyped: true,
  }));
  return selected(lines, range);
}

const anchorMark = /ANCHOR(?:_END)?:\s*[\w-]+/;

/** The lines of a range or of an anchor; undefined for an anchor that is not there. */
function selected(lines: readonly PlacedLine[], range: string): readonly PlacedLine[] | undefined {
  if (range === '') return lines;
  const [, first = '', colon, last = ''] = /^(\d*)(?:(:)(\d*))?$/.exec(range) ?? [];
  if (/^[\d:]+$/.test(range)) {
    const from = first === '' ? 1 : Number(first);
    const to = colon === undefined ? from : last === '' ? lines.length : Number(last);
    return lines.slice(Math.max(0, from - 1), to);
  }
  const name = range.replace(/:.*$/s, '').replace(/[^\w-]/g, '');
  const begins = lines.findIndex(({ text }) => new RegExp(`ANCHOR:\\s*${name}(?![\\w-])`).test(text));
  if (begins < 0 || name === '') return undefined;
  const behind = lines.slice(begins + 1);
  const end = behind.findIndex(({ text }) => new RegExp(`ANCHOR_END:\\s*${name}(?![\\w-])`).test(text));
  return (end < 0 ? behind : behind.slice(0, end)).filter(({ text }) => !anchorMark.test(text));
}
