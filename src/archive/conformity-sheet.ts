/**
 * The conformity sheet of an archive file: one page of HTML that a clerk can print and put beside it. In: the
 * file, what it claims, what a check of its bytes found; out: the sheet, which says no more than was done.
 */
import { createHash } from 'node:crypto';
import { describe, type Diagnostic, type MessageLanguage } from '../diagnostic.js';
import { levelStandards, type ArchiveLevel } from '../document/archive-level.js';
import type { RecordEntry } from '../document/archive-record.js';
import { escapeAttribute, escapeText } from '../document/xml.js';
import { sheetWords } from './sheet-words.js';

/** What the sheet speaks of. */
export interface SheetSubject {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly level: ArchiveLevel;
  readonly record: readonly RecordEntry[];
  /** As the check read them back from the bytes. */
  readonly found: {
    readonly version: string;
    readonly pages: number;
    readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
    readonly diagnostics: readonly Diagnostic[];
  };
  /** Words found to be those of the source, where they were compared. */
  readonly words: number | undefined;
}

/** HTML in UTF-8. */
export function conformitySheet(subject: SheetSubject, language: MessageLanguage): Uint8Array {
  const { name, bytes, level, record, found } = subject;
  const word = sheetWords[language];
  const say = (text: string, values: Readonly<Record<string, string>>): string =>
    text.replace(/\{(\w+)\}/g, (_, slot: string) => values[slot] ?? '');
  const file: readonly (readonly [string, string])[] = [
    [word.name, name],
    ['SHA-256', createHash('sha256').update(bytes).digest('hex')],
    [word.size, say(word.bytes, { size: String(bytes.length) })],
    [word.pages, String(found.pages)],
    [word.version, found.version],
  ];
  const fields = record.map(({ field, value }) => [field[language], value] as const);
  const fonts = found.fonts.map((font) =>
    say(font.embedded ? word.embedded : word.missing, { name: font.name }),
  );
  const body = [
    `<h1>${escapeText(word.title)}</h1>`,
    section(word.file, table(file)),
    section(word.document, table(fields)),
    section(word.claims, list(levelStandards(level, language))),
    section(word.fonts, list(fonts.length > 0 ? fonts : [word.noFonts])),
    section(word.checks, list(checksOf(subject, language, say))),
    `<p>${escapeText(word.hash)}</p>`,
    `<p class="signed">${escapeText(word.receivedBy)}: <span></span> ${escapeText(word.date)}: <span></span></p>`,
  ];
  return new TextEncoder().encode(page(`${word.title}: ${name}`, body.join('\n'), language));
}

function checksOf(
  { found: { diagnostics }, words }: SheetSubject,
  language: MessageLanguage,
  say: (text: string, values: Readonly<Record<string, string>>) => string,
): readonly string[] {
  const word = sheetWords[language];
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const counts = { errors: String(errors), warnings: String(diagnostics.length - errors) };
  return [
    word.writing,
    diagnostics.length === 0 ? word.clean : say(word.found, counts),
    ...diagnostics.map((one) => describe(one, language).message),
    words === undefined ? word.noWords : say(word.words, { words: String(words) }),
    word.outside,
  ];
}

function section(title: string, content: string): string {
  return `<h2>${escapeText(title)}</h2>\n${content}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const cells = rows.map(
    ([head, text]) => `<tr><th scope="row">${escapeText(head)}</th><td>${escapeText(text)}</td></tr>`,
  );
  return `<table>\n${cells.join('\n')}\n</table>`;
}

function list(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escapeText(item)}</li>`).join('\n')}\n</ul>`;
}

/** A page of A4 that needs nothing else. */
function page(title: string, body: string, language: MessageLanguage): string {
  return `<!doctype html>
<html lang="${escapeAttribute(language)}">
<head>
<meta charset="utf-8">
<title>${escapeText(title)}</title>
<style>
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
body { font: 11pt/1.35 "Times New Roman", Tinos, serif; max-width: 165mm; margin: 1em auto }
h1 { font-size: 15pt; text-align: center }
h2 { font-size: 11.5pt; margin: 1em 0 .3em }
table { border-collapse: collapse; width: 100% }
th, td { border: .5pt solid; padding: .15em .4em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { width: 38%; font-weight: normal }
ul { margin: 0; padding-left: 1.3em }
.signed { margin-top: 3em }
.signed span { display: inline-block; width: 55mm; border-bottom: .5pt dotted }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
