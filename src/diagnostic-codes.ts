/**
 * The table of diagnostic codes: severity, the clause it rests on, the message in Vietnamese and
 * English with `{name}` slots, and a hint that says what to do. One section a stage, in the order
 * of the pipeline. A message never ends in a full stop; a hint is a sentence.
 */
import type { MessageLanguage, Severity } from './diagnostic.js';

interface CodeEntry extends Readonly<Record<MessageLanguage, string>> {
  readonly severity: Severity;
  /** The standard's clause or the law the code rests on. */
  readonly clause?: string;
  readonly hint?: Readonly<Record<MessageLanguage, string>>;
}

export type DiagnosticCode = keyof typeof table;

const table = {
  // ── read ──────────────────────────────────────────────────────────────────────────────────────
  'READ-EMPTY': {
    severity: 'error',
    en: 'the file is empty',
    vi: 'tệp rỗng',
    hint: { en: 'Paste the article text into it.', vi: 'Hãy dán nội dung bài vào tệp.' },
  },
  // ── assemble ──────────────────────────────────────────────────────────────────────────────────
  // ── template ──────────────────────────────────────────────────────────────────────────────────
  // ── style ─────────────────────────────────────────────────────────────────────────────────────
  // ── text ──────────────────────────────────────────────────────────────────────────────────────
  'TEXT-GLYPH': {
    severity: 'error',
    en: 'no font has the character {character} ({codePoint}); tried: {fonts}',
    vi: 'không phông chữ nào có ký tự {character} ({codePoint}); đã thử: {fonts}',
    hint: {
      en: 'Add a font that covers it to the font-family of the template.',
      vi: 'Hãy thêm vào font-family của mẫu một phông có ký tự này.',
    },
  },
  // ── layout ────────────────────────────────────────────────────────────────────────────────────
  // ── pdf, svg ──────────────────────────────────────────────────────────────────────────────────
  // ── epub ──────────────────────────────────────────────────────────────────────────────────────
  // ── check ─────────────────────────────────────────────────────────────────────────────────────
  // ── command line ──────────────────────────────────────────────────────────────────────────────
} satisfies Record<string, CodeEntry>;

/** The table, read by code. */
export const codes: Readonly<Record<DiagnosticCode, CodeEntry>> = table;
