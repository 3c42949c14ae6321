/**
 * Says diagnostics on standard error as they come, each once, with the source line; keeps the count
 * for the exit code. With `--json` it only collects.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import type { Host } from '../host.js';
import { diagnosticJson, joinRepeats, renderDiagnostic, type SourceLines } from './render-diagnostics.js';
import type { Terminal } from './terminal.js';

export class Report {
  readonly #said: Diagnostic[] = [];
  readonly #sourceLines: SourceLines;

  constructor(
    private readonly terminal: Terminal,
    host: Host,
    private readonly quiet: boolean,
  ) {
    this.#sourceLines = readLines(host);
  }

  /** Says these, joining what was said for several editions. */
  say(diagnostics: readonly Diagnostic[]): void {
    for (const said of diagnostics) this.#said.push(said);
    if (this.quiet) return;
    for (const once of joinRepeats(diagnostics)) {
      this.terminal.err(`${renderDiagnostic(once, this.terminal, this.#sourceLines)}\n`);
    }
  }

  /** How many different things were said, by severity. */
  get counts(): { readonly errors: number; readonly warnings: number } {
    const all = joinRepeats(this.#said);
    const errors = all.filter(({ said }) => said.severity === 'error').length;
    return { errors, warnings: all.length - errors };
  }

  /** Exit code of the run so far. */
  get exitCode(): 0 | 1 {
    return this.counts.errors > 0 ? 1 : 0;
  }

  get json(): readonly Record<string, unknown>[] {
    return this.#said.map((said) => diagnosticJson(said, this.terminal.language));
  }
}

/** A fault of our own, which spoils one file and not the run; where it happened, for whoever debugs. */
export function ownFault(error: unknown, file: string, terminal: Terminal): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  if (terminal.debug && error instanceof Error) terminal.err(`${error.stack ?? message}\n`);
  return diagnostic('CLI-BUG', { message }, { span: { file } });
}

/** Reads the lines of source files for the carets, each file once; a file that is not text has none. */
function readLines(host: Host): SourceLines {
  const files = new Map<string, readonly string[] | undefined>();
  return (path) => {
    if (!files.has(path)) files.set(path, linesOf(path, host));
    return files.get(path);
  };
}

function linesOf(path: string, host: Host): readonly string[] | undefined {
  const result = host.read(path);
  if (!result.ok) return undefined;
  const text = new TextDecoder().decode(result.bytes).normalize('NFC');
  // Control characters could drive the terminal; a file that has them is no text to show.
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/.test(text) ? undefined : text.split(/\r\n|[\r\n]/);
}
