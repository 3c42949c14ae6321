/**
 * Reads mutated inputs with every reader and counts what goes wrong: an exception, a hang, a process that
 * dies or runs out of memory. Not a part of `npm test`; what it finds becomes a test of its own.
 *
 *     npm run build && node test/fuzz/fuzz.mjs [--runs 100000] [--seed 1] [--jobs 2] [--from 0]
 *
 * The same seed gives the same inputs; `--from N --runs 1` repeats one.
 */
import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    from: { type: 'string', default: '0' },
    dist: { type: 'string' },
  },
});
const here = dirname(fileURLToPath(import.meta.url));
const dist = values.dist ?? join(here, '..', '..', 'dist');
const [first, runs, jobs] = [Number(values.from), Number(values.runs), Number(values.jobs)];
/** Milliseconds for one input; MB of heap for a process; inputs handed out at once. */
const [limit, memory, batch] = [10_000, 400, 250];

const counts = new Map();
const finds = [];
let next = first;

function count(reader, what, milliseconds = 0) {
  const row = counts.get(reader) ?? { runs: 0, thrown: 0, hung: 0, died: 0, slowest: 0 };
  row[what]++;
  row.slowest = Math.max(row.slowest, milliseconds);
  counts.set(reader, row);
}

function find(kind, number, reader, detail) {
  count(reader, kind);
  finds.push({ kind, number, reader, detail });
  const [message = '', ...stack] = detail.split('\n');
  console.log(`${kind} ${reader} --from ${number}: ${message}\n${stack.slice(0, 4).join('\n')}`);
}

/** One process after another until no inputs are left. */
function work() {
  return new Promise((resolve) => {
    let now;
    let [began, left] = [0, []];
    const child = fork(join(here, 'worker.mjs'), [dist, values.seed], {
      execArgv: [`--max-old-space-size=${memory}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr.on('data', (data) => (said = (said + data).slice(-2000)));
    const give = (from) => {
      const start = from ?? next;
      const to = from === undefined ? Math.min(first + runs, start + batch) : left[1];
      if (from === undefined) next = to;
      left = [start, to];
      if (start >= to) return child.kill();
      child.send({ from: start, to });
    };
    let hung = false;
    const timer = setInterval(() => {
      if (now === undefined || Date.now() - began < limit) return;
      hung = true;
      child.kill('SIGKILL');
    }, 500);
    child.on('message', (message) => {
      if (message.ready || message.done) give(resume.pop());
      else if (message.thrown) find('thrown', message.number, message.reader, message.thrown);
      else if (message.begins !== undefined) [now, began] = [message, Date.now()];
      else {
        count(message.reader, 'runs', Date.now() - began);
        now = undefined;
      }
    });
    child.on('exit', () => {
      clearInterval(timer);
      if (now !== undefined) {
        find(
          hung ? 'hung' : 'died',
          now.begins,
          now.reader,
          hung ? `over ${limit} ms` : said.trim().split('\n').slice(-3).join(' '),
        );
        for (let number = now.begins + 1; number < left[1]; number = left[1]) rest.push([number, left[1]]);
      }
      resolve();
    });
    const resume = [];
    const again = rest.pop();
    if (again) {
      left = again;
      resume.push(again[0]);
    }
  });
}

/** What processes that died had not come to. */
const rest = [];
const start = Date.now();
await Promise.all(
  Array.from({ length: jobs }, async () => {
    while (next < first + runs || rest.length > 0) await work();
  }),
);
console.table(Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))));
console.log(`${runs} inputs, ${finds.length} finds, ${Math.round((Date.now() - start) / 1000)} s`);
process.exit(finds.length > 0 ? 1 : 0);
