/**
 * Beside Typst: the same two texts (`make-pair.mjs`) through both, interleaved, medians, the whole
 * process of each with its threads. Both write PDF/A-2a and PDF/UA-1 in one file. Typst comes through
 * its Python binding, from an environment that whoever runs this has made:
 *
 *     python3 -m venv VENV && VENV/bin/pip install typst==0.15.2
 *     npm run build && node test/bench/typst.mjs --venv VENV [--runs 5] [--job book] [--keep FOLDER]
 *
 * `--keep` leaves sources and PDFs there. The machine should be quiet; the ratios bear some noise.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writePair } from './make-pair.mjs';

const bench = dirname(fileURLToPath(import.meta.url));
const root = join(bench, '..', '..');
const standards = ['a-2a', 'ua-1'];
/** Of Typst's wall time and peak memory: what we may take, and what we aim at. */
const targets = {
  news: { wall: [0.5, 0.3], memory: [0.4, 0.25] },
  book: { wall: [0.8, 0.5], memory: [0.4, 0.25] },
};
const { values } = parseArgs({
  options: {
    venv: { type: 'string', default: process.env.TYPST_VENV ?? '' },
    runs: { type: 'string', default: '5' },
    job: { type: 'string', multiple: true, default: Object.keys(targets) },
    main: {
      type: 'string',
      default: join(root, JSON.parse(readFileSync(join(root, 'package.json'))).bin.anpham),
    },
    keep: { type: 'string' },
  },
});
const python = join(values.venv, 'bin', 'python');

/** One run of a command: wall and CPU seconds, peak MiB. */
function measure(command) {
  const { stdout, stderr } = spawnSync(python, [join(bench, 'run-measured.py'), ...command], {
    encoding: 'utf8',
  });
  const usage = stdout ? JSON.parse(stdout) : { code: 1 };
  if (usage.code !== 0) throw new Error(`${command.join(' ')}\n${stderr}`);
  return usage;
}

/** Both programs on one job, in turn. */
async function compare(job, folder) {
  const { markdown, typst } = await writePair(folder, job);
  const template = join(bench, 'templates', job);
  const ours = { pdf: join(folder, `${job}.archive.pdf`), runs: [] };
  const theirs = { pdf: join(folder, `${job}.typst.pdf`), runs: [] };
  for (let i = 0; i < Number(values.runs); i += 1) {
    ours.runs.push(
      measure([
        process.execPath,
        values.main,
        'build',
        markdown,
        '-e',
        'archive',
        '-t',
        template,
        '-o',
        folder,
      ]),
    );
    theirs.runs.push(
      measure([
        python,
        join(bench, 'compile-typst.py'),
        typst,
        theirs.pdf,
        join(root, 'fonts'),
        ...standards,
      ]),
    );
  }
  return { job, anpham: summary(ours), typst: summary(theirs) };
}

function summary({ pdf, runs }) {
  const of = (field) => median(runs.map((run) => run[field]));
  const bytes = statSync(pdf).size;
  return { wall: of('wall'), cpu: of('cpu'), memory: of('memory'), pages: countPages(pdf), bytes };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Pages by poppler; both writers hide their page tree in object streams. */
function countPages(pdf) {
  const { stdout } = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' });
  return Number(/^Pages:\s+(\d+)/m.exec(stdout ?? '')?.[1] ?? Number.NaN);
}

function report(results) {
  console.log(
    `node ${process.version}, typst ${typstVersion()} (${standards.join(', ')}), ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}, load ${loadavg()[0].toFixed(1)}, medians of ${values.runs}\n`,
  );
  const rows = [['job', 'program', 'wall s', 'CPU s', 'peak MiB', 'pages', 'MB']];
  for (const { job, anpham, typst } of results) {
    for (const [program, one] of Object.entries({ anpham, typst })) {
      rows.push([
        job,
        program,
        one.wall.toFixed(2),
        one.cpu.toFixed(2),
        one.memory.toFixed(0),
        `${one.pages}`,
        (one.bytes / 1e6).toFixed(2),
      ]);
    }
    const ratio = (field) => (anpham[field] / typst[field]).toFixed(2);
    rows.push([job, 'ratio', ...['wall', 'cpu', 'memory', 'pages', 'bytes'].map(ratio)]);
    const { wall, memory } = targets[job];
    rows.push([
      job,
      'target (aim)',
      `${wall[0]} (${wall[1]})`,
      '',
      `${memory[0]} (${memory[1]})`,
      '±2 %',
      '',
    ]);
  }
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  for (const row of rows)
    console.log(row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
}

function typstVersion() {
  const { stdout } = spawnSync(python, ['-c', 'import typst; print(typst.__version__)'], {
    encoding: 'utf8',
  });
  if (!stdout) throw new Error('no typst: --venv (or TYPST_VENV) names a Python environment that has it');
  return stdout.trim();
}

typstVersion();
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'anpham-typst-'));
try {
  const results = [];
  for (const job of values.job) results.push(await compare(job, folder));
  report(results);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
