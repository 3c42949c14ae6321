/**
 * Time and memory against size: one long table, a book of figures, a book of footnotes, each at full and
 * at half size.
 *
 *     npm run build && node test/bench/scaling.mjs [--runs 5] [--python python3] [--job table] [--keep FOLDER]
 *
 * First the whole process, as users wait for it, medians: much of that is the start of the program, V8 getting
 * warm and what every publication costs (fonts, template), so twice the content takes less than twice as much.
 * The same less an empty publication stands beside it. Then what the content itself costs, which must be
 * linear: in a warm process the CPU time, and the peak of the living heap (what V8 keeps when it collects all
 * garbage, which it is made to do each few MiB), above what lives before the job. A tenth of the size is built
 * as well, pages enough to hold all that does not depend on size: fonts, template, the words of the language,
 * the pictures, a page in the making. What is added from there to the full size over what is added to the half
 * is 2.25 times as much content, and is told as for twice. The three are built in turn, many times: on a shared
 * machine single builds differ by half, and the ratio of a hundred of them still by a twentieth. Of the times
 * the mean of the faster half is judged, for what disturbs only adds; of the heaps the median. V8 is told to
 * compile and to collect garbage on the one thread, so that this falls into the build that asked for it, and to
 * keep compiled code whose objects are gone for a while, as they are between two builds. The program ends with
 * 1 where one of these ratios is not between 1.8 and 2.3.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { capital, headingWords, inTexts, proseWriter, vocabulary } from './prose.mjs';

const bench = dirname(fileURLToPath(import.meta.url));
const root = join(bench, '..', '..');
/** Full sizes: rows, figures, notes. */
const sizes = { table: 2000, figures: 500, notes: 1000 };
/** What is built of each, in parts of the full size. */
const parts = { tenth: 0.1, half: 0.5, full: 1 };
/** What the full size may cost of what the half costs. */
const least = 1.8;
const most = 2.3;
/** Hidden classes without objects live on, and so does the code that was compiled for them. */
const keepCode = ['--retain-maps-for-n-gc=10000', '--no-flush-bytecode'];
const oneThread = '--single-threaded';
/** Rounds of builds: those until V8 has made of the code what it will, and those that count. */
const rounds = { cpu: [8, 120], heap: [1, 9] };
/** The young generation while the living heap is watched: all garbage is collected each time that it is full. */
const watched = ['--trace-gc', '--gc-global', '--max-semi-space-size=4'];

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
/**
 * Every size begins with all words that it can have, in all the looks that they have there (text, headings,
 * captions, cells, notes): to know them is no matter of size.
 */
const begin = (title) => [...head(title), vocabulary().join(' '), ''];
const headings = () => inTexts(headingWords(), 12).map((text) => `# ${text}`);

/** One table of that many rows. */
function table(rows) {
  const { between, noun, sentence } = proseWriter(rows);
  const lines = ['| Huyện | Nội dung | Số xã | Kinh phí |', '|:--|:--|--:|--:|'];
  for (const text of inTexts(vocabulary(), 40)) lines.push(`| Từ | ${text} | 3 | 100.000 |`);
  for (let i = 1; i <= rows; i += 1)
    lines.push(`| ${capital(noun())} | ${sentence()} | ${between(3, 28)} | ${between(100, 999)}.000 |`);
  return [...begin('Bảng'), ...lines].join('\n');
}

/** A paragraph, then a figure, that many times; ten pictures in turn. */
function figures(count) {
  const { sentence, sentences, heading } = proseWriter(count);
  const blocks = headings();
  for (const text of inTexts(vocabulary(), 40)) blocks.push(`![Từ](anh-0.jpg "${text}")`);
  for (let i = 0; i < count; i += 1) {
    if (i % 25 === 0) blocks.push(`# ${heading()}`);
    blocks.push(sentences(4, 8), `![Hình ${i + 1}](anh-${i % 10}.jpg "${sentence()}")`, sentences(4, 8));
  }
  return [...begin('Hình'), blocks.join('\n\n')].join('\n');
}

/** A paragraph with a note, that many times. */
function notes(count) {
  const { sentence, sentences, heading } = proseWriter(count);
  const blocks = headings();
  const words = inTexts(vocabulary(), 40);
  for (const at of words.keys()) blocks.push(`Từ.[^w${at}]`);
  for (let i = 1; i <= count; i += 1) {
    if (i % 50 === 1) blocks.push(`# ${heading()}`);
    blocks.push(`${sentences(2, 4)}[^${i}] ${sentences(1, 4)}`);
  }
  words.forEach((text, at) => blocks.push(`[^w${at}]: ${text}`));
  for (let i = 1; i <= count; i += 1) blocks.push(`[^${i}]: ${sentence()}`);
  return [...begin('Chú thích'), blocks.join('\n\n')].join('\n');
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

/** A process of `scaling-warm.mjs`: what each build took, and the collections of garbage in between. */
function warm(folder, job, flags, [before, counted]) {
  const script = [join(bench, 'scaling-warm.mjs'), folder, job, values.template, before, counted];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, ...script.map(String)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${script.join(' ')}\n${stderr}`);
  const lines = stdout.split('\n');
  const collections = lines.flatMap((line) => {
    const [, at, living] = /\] +(\d+) ms: Mark-Compact.*? -> ([\d.]+) /.exec(line) ?? [];
    return living === undefined ? [] : [{ at: Number(at), living: Number(living) }];
  });
  return {
    builds: lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)),
    collections,
  };
}

/** CPU seconds of each build of each part in a warm process. */
function warmTimes(folder, job) {
  return byPart(warm(folder, job, [...keepCode, oneThread], rounds.cpu).builds, ({ cpu }) => cpu);
}

/** Peak of the living heap of each build above what lives before it, MiB. */
function livingHeap(folder, job) {
  const { builds, collections } = warm(folder, job, [...keepCode, oneThread, ...watched], rounds.heap);
  return byPart(builds, ({ heap, began, ended }) => {
    const inside = collections.filter(({ at }) => at > began && at < ended);
    return inside.reduce((peak, { living }) => Math.max(peak, living), heap) - heap;
  });
}

/** Of each part what its builds come to, in their order. */
function byPart(builds, measured) {
  const of = (part) => builds.filter((one) => one.part === part).map(measured);
  return Object.fromEntries(Object.keys(parts).map((part) => [part, of(part)]));
}

function pagesOf(folder, name) {
  const { stdout } = spawnSync('pdfinfo', [join(folder, `${name}.archive.pdf`)], { encoding: 'utf8' });
  return Number(/^Pages:\s+(\d+)/m.exec(stdout ?? '')?.[1] ?? Number.NaN);
}

/** The mean of the faster half. */
function fastest(times) {
  const half = times.toSorted((a, b) => a - b).slice(0, Math.ceil(times.length / 2));
  return half.reduce((sum, time) => sum + time, 0) / half.length;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'anpham-scaling-'));
try {
  mkdirSync(folder, { recursive: true });
  await writePictures(folder);
  writeFileSync(join(folder, 'empty.md'), [...head('Trống'), 'Một dòng.'].join('\n'));
  const names = ['empty'];
  for (const job of values.job) {
    for (const [part, share] of Object.entries(parts))
      writeFileSync(join(folder, `${job}-${part}.md`), makers[job](sizes[job] * share));
    names.push(`${job}-half`, `${job}-full`);
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
    const above = (field) =>
      (
        (of(`${job}-full`, field) - of('empty', field)) /
        (of(`${job}-half`, field) - of('empty', field))
      ).toFixed(2);
    console.log(row([job, 'less empty', '', above('wall'), above('cpu'), above('memory')]));
  }
  console.log(`\n${row(['warm', 'of', ...Object.keys(parts), 'ratio', 'of added'])}`);
  // The content that is added: from a tenth to the full size, from a tenth to the half.
  const added = (parts.full - parts.tenth) / (parts.half - parts.tenth);
  const judge = (job, what, [tenth, half, full]) => {
    const growth = (2 * ((full - tenth) / (half - tenth))) / added;
    const linear = growth >= least && growth <= most;
    if (!linear) process.exitCode = 1;
    const shown = [tenth, half, full, full / half, growth].map((value) => value.toFixed(2));
    console.log(row([job, what, ...shown]) + (linear ? '' : '   NOT LINEAR'));
  };
  for (const job of values.job) {
    judge(job, 'CPU s', Object.values(warmTimes(folder, job)).map(fastest));
    judge(job, 'heap MiB', Object.values(livingHeap(folder, job)).map(median));
  }
  console.log(`\nlinear: the last column from ${least} to ${most}`);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
