/**
 * Beside pandoc: the same chapters (`make-chapters.mjs`) through both to an EPUB, interleaved, medians, the
 * whole process of each.
 *
 *     npm run build && node test/bench/pandoc.mjs [--runs 5] [--job photos] [--scaling] [--keep FOLDER]
 *
 * Pandoc is given the files in order, with a table of contents; we are given the folder and its list of
 * chapters, as any user would. The work is not all the same. We subset and embed three faces, draw the cover,
 * clean photos of what the camera wrote into them, and write landmarks, roles and what is accessible; pandoc reads the
 * whole of its Markdown and makes a title page. The job `covered` gives both a picture for the cover: it shows what the
 * drawing costs, and the goals are not held against it. `--scaling` measures us alone at 500, 1000 and 2000 chapters; `--keep` leaves books and EPUBs
 * there. The machine is never quiet: only the ratios count. The program ends with 1 where one is over its goal.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeChapters } from './make-chapters.mjs';

const bench = dirname(fileURLToPath(import.meta.url));
const root = join(bench, '..', '..');
/** The books, and what we may take of pandoc's wall time and peak memory. */
const jobs = {
  photos: { chapters: 100, photos: 200, cover: false, goal: { wall: 0.3, memory: 0.5 } },
  chapters: { chapters: 2000, photos: 0, cover: false, goal: { wall: 0.15, memory: 0.5 } },
  covered: { chapters: 100, photos: 200, cover: true },
};
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    job: { type: 'string', multiple: true, default: Object.keys(jobs) },
    scaling: { type: 'boolean', default: false },
    python: { type: 'string', default: 'python3' },
    main: { type: 'string', default: join(root, 'dist', 'bin', 'anpham.js') },
    keep: { type: 'string' },
  },
});

/** One run of a command: wall and CPU seconds, peak MiB. */
function measure(command) {
  const { stdout, stderr } = spawnSync(values.python, [join(bench, 'run-measured.py'), ...command], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const usage = stdout ? JSON.parse(stdout) : { code: 1 };
  if (usage.code !== 0) throw new Error(`${command.slice(0, 9).join(' ')}\n${stderr.slice(0, 4000)}`);
  return usage;
}

/** A book with the command of each program that makes an EPUB of it. */
async function prepare(name, job, folder) {
  const book = join(folder, name);
  const { title, chapters, cover, bytes } = await writeChapters(book, job);
  const [ours, theirs] = [join(folder, `${name}.epub`), join(folder, `${name}.pandoc.epub`)];
  const main = [process.execPath, values.main];
  const anpham = [...main, 'build', book, '-e', 'ebook', '--date', '2020-01-13', '-o', folder];
  if (job.cover) anpham.push('--cover', cover);
  const about = ['-M', `title=${title}`, '-M', 'lang=vi', '-M', 'date=2020-01-13'];
  const from = ['-f', 'markdown', '-t', 'epub3', '--toc', `--resource-path=${book}`];
  const covered = job.cover ? [`--epub-cover-image=${cover}`] : [];
  const pandoc = ['pandoc', ...from, ...about, ...covered, '-o', theirs, ...chapters];
  return { photoBytes: bytes, commands: { anpham, pandoc }, files: { anpham: ours, pandoc: theirs } };
}

function summary(runs, file) {
  const of = (field) => median(runs.map((run) => run[field]));
  return { wall: of('wall'), cpu: of('cpu'), memory: of('memory'), bytes: statSync(file).size };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const shown = ({ wall, cpu, memory, bytes }) => [
  wall.toFixed(2),
  cpu.toFixed(2),
  memory.toFixed(0),
  (bytes / 1e6).toFixed(2),
];

/** Both programs on one job, in turn. */
async function compare(name, folder) {
  const { goal, ...job } = jobs[name];
  const { commands, files, photoBytes } = await prepare(name, job, folder);
  const runs = { anpham: [], pandoc: [] };
  for (let i = 0; i < Number(values.runs); i += 1)
    for (const program of Object.keys(runs)) runs[program].push(measure(commands[program]));
  const [anpham, pandoc] = ['anpham', 'pandoc'].map((program) => summary(runs[program], files[program]));
  const ratio = (field) => anpham[field] / pandoc[field];
  if (goal && (ratio('wall') > goal.wall || ratio('memory') > goal.memory)) process.exitCode = 1;
  const of = `${job.chapters} chapters, cover ${job.cover ? 'given' : 'drawn'}, ${job.photos} photos`;
  const mean = job.photos > 0 ? ` of ${(photoBytes / job.photos / 1e3).toFixed(0)} kB` : '';
  return [
    [of + mean, 'anpham', ...shown(anpham)],
    ['', 'pandoc', ...shown(pandoc)],
    ['', 'ratio', ...['wall', 'cpu', 'memory', 'bytes'].map((field) => ratio(field).toFixed(2))],
    ...(goal ? [['', 'goal', `${goal.wall}`, '', `${goal.memory}`, '']] : []),
  ];
}

/** Ourselves at growing sizes, in turn. */
async function scale(folder) {
  const sizes = [500, 1000, 2000];
  const books = [];
  for (const chapters of sizes)
    books.push(await prepare(`scaling-${chapters}`, { chapters, photos: 0, cover: false }, folder));
  const runs = sizes.map(() => []);
  for (let i = 0; i < Number(values.runs); i += 1)
    for (const [at, book] of books.entries()) runs[at].push(measure(book.commands.anpham));
  const found = books.map(({ files }, at) => summary(runs[at], files.anpham));
  return found.map((one, at) => [`${sizes[at]} chapters`, 'anpham', ...shown(one)]);
}

function print(rows) {
  const all = [['book', 'program', 'wall s', 'CPU s', 'peak MiB', 'MB'], ...rows];
  const widths = all[0].map((_, i) => Math.max(...all.map((row) => row[i].length)));
  for (const row of all)
    console.log(row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
}

const version = spawnSync('pandoc', ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0];
if (!version) throw new Error('no pandoc');
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'anpham-pandoc-'));
mkdirSync(folder, { recursive: true });
try {
  const rows = [];
  for (const name of values.job) rows.push(...(await compare(name, folder)));
  if (values.scaling) rows.push(...(await scale(folder)));
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}, load ${loadavg()[0].toFixed(1)}`;
  console.log(`node ${process.version}, ${version}, ${machine}, medians of ${values.runs}\n`);
  print(rows);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
