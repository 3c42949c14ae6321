/**
 * What the commands know of the terminal that they speak to: two streams, whether colours may be
 * used, and the language. Commands get a `Terminal` and nothing else of the process, so that tests
 * can run them and read what they said.
 */
import type { MessageLanguage } from '../diagnostic.js';

/** Where a command prints. */
export interface Terminal {
  /** Results: standard output. */
  readonly out: (text: string) => void;
  /** Diagnostics and progress: standard error. */
  readonly err: (text: string) => void;
  /** True when a person watches standard error: progress may be shown and wiped. */
  readonly live: boolean;
  readonly colour: { readonly out: boolean; readonly err: boolean };
  /** Columns, for cutting long lines. */
  readonly width: number;
  readonly language: MessageLanguage;
  /** Show the stack of our own faults (ANPHAM_DEBUG). */
  readonly debug: boolean;
}

/** The part of the environment that the command line looks at. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How text may be shown on a terminal. */
export type Style = keyof typeof sgr;

const sgr = { bold: 1, dim: 2, red: 31, yellow: 33, cyan: 36, green: 32 } as const;

/** Wraps text in a terminal colour; leaves it alone when colours are off. */
export function paint(colour: boolean, style: Style, text: string): string {
  return colour ? `\u001b[${sgr[style]}m${text}\u001b[0m` : text;
}

/** True when colours may be written to a stream (no-color.org; FORCE_COLOR for CI logs). */
export function wantsColour(isTTY: boolean, env: Environment): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isTTY && env['TERM'] !== 'dumb';
}

/** The language of the messages: as asked, else Vietnamese in a Vietnamese locale, else English. */
export function languageOf(asked: string | undefined, env: Environment): MessageLanguage {
  if (asked === 'vi' || asked === 'en') return asked;
  // POSIX: LC_ALL overrides LC_MESSAGES overrides LANG; an empty value counts as unset.
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^vi(?:[_.@-]|$)/i.test(locale) ? 'vi' : 'en';
}

/** A whole number with its thousands apart, as the language has them; `Intl` takes longer to load than a short file. */
export function grouped(value: number, { language }: Pick<Terminal, 'language'>): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, language === 'vi' ? '.' : ',');
}

/** Columns that a text takes: combining marks take none, East Asian wide characters and emoji two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += characterColumns(character);
  return columns;
}

/** Cuts a text to a number of columns, with an ellipsis in the last one. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += characterColumns(character);
    if (used > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]$/u;

function characterColumns(character: string): number {
  if (/^[\p{M}\p{Cf}\p{Cc}]$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
