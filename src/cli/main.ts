/**
 * The program `anpham`: gives the process's streams and environment to the commands and takes their
 * exit code. The only place that touches `process`.
 */
import { nodeHost } from '../host-node.js';
import { askedLanguage, run } from './program.js';
import { languageOf, wantsColour, type Terminal } from './terminal.js';

const { argv, env, stdout, stderr } = process;
const given = argv.slice(2);

const terminal: Terminal = {
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  live: stderr.isTTY && env['TERM'] !== 'dumb' && !env['CI'],
  colour: { out: wantsColour(stdout.isTTY, env), err: wantsColour(stderr.isTTY, env) },
  width: stderr.columns ?? 100,
  language: languageOf(askedLanguage(given), env),
  debug: Boolean(env['ANPHAM_DEBUG']),
};

// `anpham inspect … | head`: the reader has seen enough; that is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

/**
 * Ends the process as soon as all that was said is written. Left to itself, Node first takes the heap apart,
 * which the system does at once.
 */
function end(exitCode: number): void {
  stdout.write('', () => stderr.write('', () => process.exit(exitCode)));
}

// No `await` at the top: the bundle is CommonJS.
run(given, env, terminal, nodeHost()).then(
  end,
  // A fault of ours outside any input: a short word, the stack only for who asks.
  (error: unknown) => {
    terminal.err(`anpham: ${error instanceof Error ? error.message : String(error)}\n`);
    if (terminal.debug && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
    end(1);
  },
);
