/**
 * Diagnostics: what the user is told. They are values, made by stages from one table of codes
 * (`diagnostic-codes.ts`) and rendered by the command line. User input never throws: a stage
 * reports, substitutes something visible and sane, and goes on. `throw` is for our own bugs.
 */
import { codes, type DiagnosticCode } from './diagnostic-codes.js';
import { expectedInVietnamese } from './document/expected-words.js';
import { yamlFault } from './document/yaml-words.js';

export type { DiagnosticCode } from './diagnostic-codes.js';
export type Severity = 'error' | 'warning';
/** The languages that messages are written in. */
export type MessageLanguage = 'vi' | 'en';

/** A place in a source file. Lines and columns count from 1, offsets and lengths are UTF-16 units. */
export interface Span {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Length of the marked text on that line; 1 if not given. */
  readonly length?: number;
}

/** One message to the user. `values` fill the `{name}` slots of the code's message. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly values: Readonly<Record<string, string | number>>;
  readonly span?: Span;
  /** The edition, or the booklet of it, that cannot be written because of it; without one an error concerns all. */
  readonly edition?: 'ebook' | 'print' | 'archive' | 'booklet';
}

/** What every stage returns: its value and what it has to say, so that a cached value brings both. */
export interface Staged<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a diagnostic with the severity that the table gives its code. */
export function diagnostic(
  code: DiagnosticCode,
  values: Diagnostic['values'] = {},
  at: { span?: Span | undefined; edition?: Diagnostic['edition'] | undefined } = {},
): Diagnostic {
  return {
    code,
    severity: codes()[code].severity,
    values,
    ...(at.span ? { span: at.span } : {}),
    ...(at.edition ? { edition: at.edition } : {}),
  };
}

/**
 * What the stages of one run have said, in order. Under `strict` a warning counts as an error. An
 * error for an edition means that this edition is not written; one without an edition stops all.
 */
export class DiagnosticLog {
  readonly #said: Diagnostic[] = [];

  constructor(private readonly strict: boolean) {}

  /** Notes what a stage said, as of `edition` where the stage ran for one, and gives the stage's value. */
  take<T>(staged: Staged<T>, edition?: Diagnostic['edition']): T {
    for (const said of staged.diagnostics) this.add(edition && !said.edition ? { ...said, edition } : said);
    return staged.value;
  }

  add(said: Diagnostic): void {
    this.#said.push(this.strict ? { ...said, severity: 'error' } : said);
  }

  /** True when an edition must not be written; a booklet is not without the print edition that it is made of. */
  stops(edition: NonNullable<Diagnostic['edition']>): boolean {
    if (edition === 'booklet' && this.stops('print')) return true;
    return this.#said.some((d) => d.severity === 'error' && (d.edition ?? edition) === edition);
  }

  get all(): readonly Diagnostic[] {
    return this.#said;
  }
}

/**
 * The message of a diagnostic in a language, its slots filled; the hint, if the code has one, apart. Lines of a
 * value stand behind each other with strokes between them, as verse is quoted.
 */
export function describe(d: Diagnostic, language: MessageLanguage): { message: string; hint?: string } {
  const entry = codes()[d.code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (slot, name: string) => {
      const value = String(d.values[name] ?? slot).replaceAll('\n', ' / ');
      if (name === 'yaml') return yamlFault(value, language);
      return (name === 'expected' || name === 'wanted') && language === 'vi'
        ? expectedInVietnamese(value)
        : value;
    });
  const hint = entry.hint?.[language];
  return { message: fill(entry[language]), ...(hint === undefined ? {} : { hint: fill(hint) }) };
}
