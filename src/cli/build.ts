/**
 * `anpham build`: publishes every input and writes what came out. The output folder is tried before
 * any work; each file appears whole or not at all; one bad input never stops the others.
 */
import { join } from 'node:path';
import { diagnostic } from '../diagnostic.js';
import { archiveClaims, defaultLevel, type ArchiveLevel } from '../document/archive-level.js';
import type { Edition } from '../document/publication.js';
import type { Host } from '../host.js';
import { prepareFolder } from '../host-node.js';
import type { Artifact, PublishOptions, Result } from '../document/result.js';
import { publish } from '../publish.js';
import { freeingHeap } from './heap.js';
import { findSources } from './inputs.js';
import { ownFault, Report } from './report.js';
import { renderTable } from './table.js';
import { grouped, type Terminal } from './terminal.js';
import { fill, words } from './words.js';

/** What the options of `build` come to. */
export interface BuildOptions {
  readonly output: string;
  readonly json: boolean;
  readonly publish: Omit<PublishOptions, 'progress'>;
}

/** A file that was written. */
interface Written {
  readonly input: string;
  readonly path: string;
  readonly artifact: Artifact;
  /** Bytes. */
  readonly size: number;
}

/** The rules that each edition was held to while it was written: our own, no outside validator ran. */
function heldTo(edition: Artifact['edition'], level: ArchiveLevel = defaultLevel): string {
  return { ebook: 'EPUB 3.3', print: 'PDF/X-4', booklet: 'PDF/X-4', archive: archiveClaims[level] }[edition];
}

/** Runs the command; the exit code. */
export async function build(
  inputs: readonly string[],
  options: BuildOptions,
  terminal: Terminal,
  host: Host,
): Promise<number> {
  const report = new Report(terminal, host, options.json);
  const locked = prepareFolder(options.output);
  if (locked !== undefined) {
    const code = locked === 'unreadable' ? 'CLI-OUTPUT-FILE' : 'CLI-OUTPUT';
    report.say([diagnostic(code, { path: options.output })]);
  }
  const written = locked === undefined ? await buildAll(inputs, options, terminal, { host, report }) : [];
  if (options.json) terminal.out(`${JSON.stringify(resultJson(written, report), null, 2)}\n`);
  else if (locked === undefined) showWritten(written, { report, level: options.publish.archive }, terminal);
  return report.exitCode;
}

async function buildAll(
  inputs: readonly string[],
  options: BuildOptions,
  terminal: Terminal,
  { host, report }: { host: Host; report: Report },
): Promise<readonly Written[]> {
  const sources = findSources(inputs, host);
  report.say(sources.diagnostics);
  const written = new Map<string, Written>();
  for (const [i, input] of sources.value.entries()) {
    const count = `${i + 1}/${sources.value.length}`;
    const progress = (edition: Edition): void => showProgress(terminal, `${count}  ${input}  ${edition}`);
    const result = await publishSafely(input, { ...options.publish, progress }, terminal, host);
    showProgress(terminal, '');
    report.say(result.diagnostics);
    for (const artifact of result.artifacts) {
      const path = join(options.output, artifact.name).replaceAll('\\', '/');
      const other = written.get(path)?.input;
      if (other !== undefined) {
        report.say([diagnostic('CLI-SAME-NAME', { path, other }, { span: { file: input } })]);
        continue;
      }
      const size = await writeArtifact(path, artifact, host);
      if (size !== undefined) written.set(path, { input, path, artifact, size });
      else report.say([diagnostic('CLI-WRITE', { path }, { span: { file: input } })]);
    }
  }
  return [...written.values()];
}

/** Writes a file; its bytes counted, or undefined where it cannot be written. */
async function writeArtifact(path: string, artifact: Artifact, host: Host): Promise<number | undefined> {
  let size = 0;
  const counted = function* (): Generator<Uint8Array> {
    for (const part of artifact.parts ?? [artifact.bytes]) {
      size += part.length;
      yield part;
    }
  };
  return (await host.write(path, counted())) === undefined ? size : undefined;
}

/** The editions of an input; none where that fails by a fault of our own. */
async function publishSafely(
  input: string,
  options: PublishOptions,
  terminal: Terminal,
  host: Host,
): Promise<Result> {
  try {
    return await publish(input, options, freeingHeap(host));
  } catch (error) {
    return { artifacts: [], diagnostics: [ownFault(error, input, terminal)] };
  }
}

/** One line that replaces itself, only where a person watches; '' wipes it. */
function showProgress(terminal: Terminal, text: string): void {
  if (terminal.live) terminal.err(`\r\u001b[2K${text}`);
}

function showWritten(
  written: readonly Written[],
  { report, level }: { readonly report: Report; readonly level: ArchiveLevel | undefined },
  terminal: Terminal,
): void {
  const word = words[terminal.language];
  const { errors, warnings } = report.counts;
  if (errors + warnings > 0) terminal.err(`${fill(word.counted, { errors, warnings })}\n`);
  if (written.length === 0) {
    terminal.err(`${word.nothingMade}\n`);
    return;
  }
  const verified = written.some(({ artifact }) => artifact.words !== undefined);
  const rows = written.map(({ path, artifact, size }) => [
    path,
    artifact.pages === undefined ? '' : grouped(artifact.pages, terminal),
    ...(verified ? [artifact.words === undefined ? '' : `${grouped(artifact.words, terminal)} ✓`] : []),
    `${grouped(Math.max(1, size / 1000), terminal)} kB`,
    artifact.beside === undefined
      ? `${heldTo(artifact.edition, level)} ${word.ownRules}`
      : word[artifact.beside],
  ]);
  const columns = [
    { head: word.file },
    { head: word.pages, right: true },
    ...(verified ? [{ head: word.wordCount, right: true }] : []),
    { head: word.size, right: true },
    { head: word.checked },
  ];
  terminal.out(renderTable(columns, rows, { colour: terminal.colour.out }));
}

function resultJson(written: readonly Written[], report: Report): Record<string, unknown> {
  return {
    artifacts: written.map(({ input, path, artifact, size }) => ({
      input,
      edition: artifact.edition,
      ...(artifact.beside !== undefined && { beside: artifact.beside }),
      path,
      bytes: size,
      pages: artifact.pages ?? null,
      ...(artifact.words !== undefined && { words: artifact.words }),
    })),
    diagnostics: report.json,
  };
}
