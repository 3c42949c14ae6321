/**
 * Time and peak memory of the sample article and of a long book, each edition in a process of its
 * own, whole process included: what a user waits for. Medians; the machine should be quiet.
 *
 *     npm run bench [-- --runs 3 --words 375000 --json]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeBook } from './make-book.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const main = join(root, 'dist', 'bin', 'anpham.js');
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    words: { type: 'string', default: '375000' },
    json: { type: 'boolean', default: false },
  },
});

/** One run: wall and CPU seconds, peak MiB, the pages and bytes of what was written. */
function measure(input, editions, output) {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const child = spawn(
      process.execPath,
      [
        '--import',
        join(root, 'test', 'bench', 'usage.mjs'),
        main,
        'build',
        input,
        '-e',
        editions,
        '-o',
        output,
        '--json',
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'pipe'] },
    );
    let said = '';
    let usage = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stdio[3].on('data', (chunk) => (usage += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const wall = Number(process.hrtime.bigint() - begun) / 1e9;
      if (code !== 0) return reject(new Error(`${input} ${editions}: exit ${code}\n${said.slice(0, 2000)}`));
      const { artifacts } = JSON.parse(said);
      const pages = artifacts.reduce((sum, artifact) => sum + (artifact.pages ?? 0), 0);
      const bytes = artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0);
      resolve({ wall, ...JSON.parse(usage), pages, bytes });
    });
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const folder = mkdtempSync(join(tmpdir(), 'anpham-bench-'));
try {
  const book = await writeBook(join(folder, 'book'), { words: Number(values.words) });
  const jobs = { article: join('input', 'so-noi-vu-2020.txt'), book };
  const rows = [];
  for (const [job, input] of Object.entries(jobs)) {
    for (const editions of ['ebook', 'print', 'archive', 'ebook,print,archive']) {
      const runs = [];
      for (let i = 0; i < Number(values.runs); i += 1)
        runs.push(await measure(input, editions, join(folder, 'out')));
      const of = (field) => median(runs.map((run) => run[field]));
      rows.push({
        job,
        editions,
        wall: of('wall'),
        cpu: of('cpu'),
        memory: of('memory'),
        pages: of('pages'),
        bytes: of('bytes'),
      });
    }
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  else report(rows, book);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(rows, book) {
  const words = readFileSync(book, 'utf8').split(/\s+/).length;
  const pictures = readdirSync(dirname(book)).filter((name) => name.endsWith('.jpg')).length;
  console.log(
    `node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}, medians of ${values.runs}`,
  );
  console.log(
    `book: ${words} words, ${(statSync(book).size / 1e6).toFixed(1)} MB of Markdown, ${pictures} pictures\n`,
  );
  const head = [
    'job',
    'editions',
    'wall s',
    'CPU s',
    'peak MiB',
    'pages',
    'MB',
    'ms/page',
    '× all three',
    '× article',
  ];
  const find = (job, editions) => rows.find((row) => row.job === job && row.editions === editions);
  const lines = rows.map((row) => [
    row.job,
    row.editions.includes(',') ? 'all three' : row.editions,
    row.wall.toFixed(2),
    row.cpu.toFixed(2),
    row.memory.toFixed(0),
    row.pages ? String(row.pages) : '',
    (row.bytes / 1e6).toFixed(2),
    row.pages ? ((row.wall * 1000) / row.pages).toFixed(1) : '',
    (row.wall / find(row.job, 'ebook,print,archive').wall).toFixed(2),
    (row.wall / find('article', row.editions).wall).toFixed(1),
  ]);
  const widths = head.map((cell, i) => Math.max(cell.length, ...lines.map((line) => line[i].length)));
  for (const line of [head, ...lines]) {
    console.log(
      line.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
    );
  }
}
