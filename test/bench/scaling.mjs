/**
 * Time and memory against size: one long table, a book of figures, a book of footnotes, each at full and
 * at half size, in turn, medians.
 *
 *     npm run build && node test/bench/scaling.mjs [--runs 5] [--python python3] [--job table] [--keep FOLDER]
 *
 * First the whole process, as users wait for it; much of that time is the start of the program and V8 getting
 * warm, so twice the content takes less than twice the time. Then the same in one warm process, by CPU time:
 * what the work itself costs, which must be linear.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import sharp from 'sharp';
import { capital, proseWriter } from './prose.mjs';

const bench = dirname(fileURLToPath(import.meta.url));
const root = join(bench, '..', '..');
/** Full sizes: rows, figures, notes. */
const sizes = { table: 2000, figures: 500, notes: 1000 };
/** What the time of the full size may be of that of the half. */
const least = 1.8;
const most = 2.3;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    python: { type: 'string', default: 'python3' },
    job: { type: 'string', multiple: true, default: Object.keys(sizes) },
    template: { type: 'string', default: 'article' },
    main: { type: 'string', default: join(root, 'dist', 'bin', 'anpham.js') },
    keep: { type: 'string' },
  },
});

const head = (title) => ['---', `title: ${title}`, 'language: vi', 'date: 2020-01-13', '---', ''];

/** One table of that many rows. */
function table(rows) {
  const { between, noun, sentence } = proseWriter(rows);
  const lines = ['| Huyện | Nội dung | Số xã | Kinh phí |', '|:--|:--|--:|--:|'];
  for (let i = 1; i <= rows; i += 1)
    lines.push(`| ${capital(noun())} | ${sentence()} | ${between(3, 28)} | ${between(100, 999)}.000 |`);
  return [...head('Bảng'), ...lines].join('\n');
}

/** A paragraph, then a figure, that many times; ten pictures in turn. */
function figures(count) {
  const { sentence, sentences, heading } = proseWriter(count);
  const blocks = [];
  for (let i = 0; i < count; i += 1) {
    if (i % 25 === 0) blocks.push(`# ${heading()}`);
    blocks.push(sentences(4, 8), `![Hình ${i + 1}](anh-${i % 10}.jpg "${sentence()}")`, sentences(4, 8));
  }
  return [...head('Hình'), blocks.join('\n\n')].join('\n');
}

/** A paragraph with a note, that many times. */
function notes(count) {
  const { sentence, sentences, heading } = proseWriter(count);
  const blocks = [];
  for (let i = 1; i <= count; i += 1) {
    if (i % 50 === 1) blocks.push(`# ${heading()}`);
    blocks.push(`${sentences(2, 4)}[^${i}] ${sentences(1, 4)}`);
  }
  for (let i = 1; i <= count; i += 1) blocks.push(`[^${i}]: ${sentence()}`);
  return [...head('Chú thích'), blocks.join('\n\n')].join('\n');
}

const makers = { table, figures, notes };

async function writePictures(folder) {
  for (let i = 0; i < 10; i += 1) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="hsl(${i * 36} 40% 80%)"/><circle cx="${100 + 70 * i}" cy="300" r="90" fill="#fff"/></svg>`;
    writeFileSync(
      join(folder, `anh-${i}.jpg`),
      await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer(),
    );
  }
}

/** One run: wall and CPU seconds, peak MiB, pages. */
function measure(folder, name) {
  const build = ['build', join(folder, `${name}.md`), '-e', 'archive', '-t', values.template];
  const command = [process.execPath, values.main, ...build, '-o', folder];
  const { stdout, stderr } = spawnSync(values.python, [join(bench, 'run-measured.py'), ...command], {
    encoding: 'utf8',
  });
  const usage = stdout ? JSON.parse(stdout) : { code: 1 };
  if (usage.code !== 0) throw new Error(`${command.join(' ')}\n${stderr}`);
  return usage;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const { publish } = await import(pathToFileURL(join(root, 'dist', 'index.js')).href);
const { nodeHost } = await import(pathToFileURL(join(root, 'dist', 'host-node.js')).href);

/** CPU seconds of one build in this process. */
async function measureHere(folder, name) {
  collectGarbage();
  const before = process.cpuUsage();
  const options = { editions: ['archive'], template: values.template };
  await publish(join(folder, `${name}.md`), options, nodeHost());
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Full to half size in a warm process: medians of CPU seconds. */
async function compareWarm(folder, job) {
  const times = { half: [], full: [] };
  for (let i = 0; i <= Number(values.runs); i += 1) {
    for (const part of ['half', 'full']) {
      const time = await measureHere(folder, `${job}-${part}`);
      // The first ones warm up.
      if (i > 0) times[part].push(time);
    }
  }
  return { half: median(times.half), full: median(times.full) };
}

function pagesOf(folder, name) {
  const { stdout } = spawnSync('pdfinfo', [join(folder, `${name}.archive.pdf`)], { encoding: 'utf8' });
  return Number(/^Pages:\s+(\d+)/m.exec(stdout ?? '')?.[1] ?? Number.NaN);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'anpham-scaling-'));
try {
  mkdirSync(folder, { recursive: true });
  await writePictures(folder);
  writeFileSync(join(folder, 'empty.md'), [...head('Trống'), 'Một dòng.'].join('\n'));
  const names = ['empty'];
  for (const job of values.job) {
    for (const [part, size] of [
      ['half', sizes[job] / 2],
      ['full', sizes[job]],
    ]) {
      writeFileSync(join(folder, `${job}-${part}.md`), makers[job](size));
      names.push(`${job}-${part}`);
    }
  }
  const runs = new Map(names.map((name) => [name, []]));
  for (let i = 0; i < Number(values.runs); i += 1)
    for (const name of names) runs.get(name).push(measure(folder, name));
  const of = (name, field) => median(runs.get(name).map((run) => run[field]));
  console.log(
    `node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}, load ${loadavg()[0].toFixed(1)}, medians of ${values.runs}, template ${values.template}\n`,
  );
  const row = (cells) =>
    cells.map((cell, i) => (i < 1 ? `${cell}`.padEnd(10) : `${cell}`.padStart(12))).join('');
  console.log(row(['job', 'size', 'pages', 'wall s', 'CPU s', 'peak MiB']));
  const line = (job, size, name) =>
    console.log(
      row([
        job,
        size,
        pagesOf(folder, name),
        of(name, 'wall').toFixed(2),
        of(name, 'cpu').toFixed(2),
        of(name, 'memory').toFixed(0),
      ]),
    );
  line('empty', 0, 'empty');
  for (const job of values.job) {
    line(job, sizes[job] / 2, `${job}-half`);
    line(job, sizes[job], `${job}-full`);
    const ratio = (field) => (of(`${job}-full`, field) / of(`${job}-half`, field)).toFixed(2);
    console.log(row([job, 'ratio', '', ratio('wall'), ratio('cpu'), ratio('memory')]));
  }
  console.log(`\n${row(['warm', 'half, CPU s', 'full', 'ratio'])}   (linear: ${least} to ${most})`);
  for (const job of values.job) {
    const { half, full } = await compareWarm(folder, job);
    console.log(row([job, half.toFixed(2), full.toFixed(2), (full / half).toFixed(2)]));
  }
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
