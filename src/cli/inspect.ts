/**
 * `anpham inspect`: how an article was recognised, block by block, without building anything. As a
 * table for people, as the design's JSON for tools; or as Markdown that a person can correct.
 */
import type { Article, Guess, Metadata } from '../document/publication.js';
import { describeReasons } from '../document/reasons.js';
import type { Host } from '../host.js';
import { readSource, type ReadOptions } from '../read/read.js';
import { Report } from './report.js';
import { renderTable } from './table.js';
import { cut, paint, type Style, type Terminal } from './terminal.js';
import { fill, words } from './words.js';
import { writeText, type Destination } from './write-text.js';

/** What the options of `inspect` come to. */
export interface InspectOptions extends ReadOptions {
  readonly json?: boolean;
  /** Write the text as Markdown instead of showing it. */
  readonly write?: Destination;
}

/** Runs the command; the exit code. */
export async function inspect(
  file: string,
  { json = false, write, ...options }: InspectOptions,
  terminal: Terminal,
  host: Host,
): Promise<number> {
  const report = new Report(terminal, host, json);
  const { value: article, diagnostics } = await readSource(file, host, options);
  report.say(diagnostics);
  const written = write && article ? await writeText(article, diagnostics, write, host) : undefined;
  if (typeof written === 'object') report.say([written]);
  if (json) {
    const found = {
      metadata: metadataJson(article?.metadata),
      blocks: (article?.guesses ?? []).map(blockJson),
    };
    terminal.out(`${JSON.stringify({ ...found, diagnostics: report.json }, null, 2)}\n`);
  } else if (typeof written === 'string') {
    terminal.out(`${fill(words[terminal.language].writtenTo, { path: written })}\n`);
  } else if (article !== undefined && !write) {
    showArticle(article, terminal);
  }
  return report.exitCode;
}

/** Every field in the design's order; null where the source does not say. */
function metadataJson(metadata: Metadata | undefined): Record<string, unknown> {
  return {
    title: metadata?.title ?? null,
    kicker: metadata?.kicker ?? null,
    section: metadata?.section ?? null,
    dateline: metadata?.dateline ?? null,
    authors: metadata?.authors ?? [],
    sources: metadata?.sources ?? [],
    accessDate: metadata?.accessDate ?? null,
    date: metadata?.date ?? null,
    language: metadata?.language ?? null,
  };
}

/** A block for tools: the reason in English whatever the language of the messages. */
function blockJson({ type, text, line, confidence, reasons, style }: Guess): Record<string, unknown> {
  return { type, text, line, confidence, reason: describeReasons(reasons, 'en', style) };
}

function showArticle(article: Article, terminal: Terminal): void {
  const word = words[terminal.language];
  const colour = terminal.colour.out;
  const facts = Object.entries(metadataJson(article.metadata)).flatMap(([name, value]) => {
    const shown = Array.isArray(value) ? value.join(', ') : value;
    return typeof shown === 'string' && shown !== '' ? [[name, shown] as const] : [];
  });
  for (const [name, value] of facts) terminal.out(`${paint(colour, 'bold', name.padEnd(12))}${value}\n`);
  terminal.out('\n');
  if (article.guesses.length === 0) {
    terminal.out(`${word.markdownSaysAll}\n`);
    return;
  }
  const columns = [
    { head: word.line, right: true },
    { head: word.type },
    { head: word.sure, right: true, colour: (row: number) => sureness(article.guesses[row]) },
    { head: word.text },
    { head: word.reason },
  ];
  const rows = article.guesses.map((guess) => [
    String(guess.line),
    guess.type,
    `${Math.round(guess.confidence * 100)} %`,
    cut(guess.text.replace(/\s+/g, ' '), 44),
    describeReasons(guess.reasons, terminal.language, guess.style),
  ]);
  terminal.out(renderTable(columns, rows, { colour }));
}

/** Green is as good as certain; red is worth a look, and a warning where it matters. */
function sureness(guess: Guess | undefined): Style {
  const confidence = guess?.confidence ?? 0;
  return confidence >= 0.9 ? 'green' : confidence >= 0.6 ? 'yellow' : 'red';
}
