/**
 * Quality of justified lines beside Typst and WeasyPrint: three texts at three measures, one font and size,
 * word gaps read from the PDFs with poppler. Last lines of paragraphs are left out. Not a test.
 *
 *     pip install typst==0.15.2 weasyprint==70        (and poppler-utils, libpango)
 *     npm run build && node test/bench/gaps.mjs [--python python3] [--only ours,typst,weasyprint] [--css "…"]
 *
 * Settings: Source Serif 4, 10 pt on 14 pt, 30 lines a page, paragraphs indented by 4 mm, justified. English is
 * hyphenated by all, Vietnamese by none. Typst hangs punctuation by default; so do we, as our templates set
 * text, and they let letters give way by 1 % of their size. `typst-letters` is Typst with the same limits for
 * letters, to show what is theirs and what is the breaker's. All else is as each program has it by default.
 * A PDF whose words are not those of the text, or in another size, stops the run.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gapTexts } from './gap-texts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    only: { type: 'string', default: 'ours,typst,typst-letters,weasyprint' },
    main: { type: 'string', default: join(root, 'dist', 'cli', 'main.js') },
    css: {
      type: 'string',
      default:
        'hyphens: auto; hanging-punctuation: allow-end; -anpham-tracking-min: -0.01em; -anpham-tracking-max: 0.01em',
    },
    keep: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const measures = [55, 84, 120];
const millimetre = 72 / 25.4;
const size = 10;
const leading = 14;
const linesOfPage = 30;
const margin = 10;
const indent = 4;
const fontFolder = join(root, 'fonts', 'source-serif-4');
const font = join(fontFolder, 'SourceSerif4-Regular.ttf');
const pageHeight = `${linesOfPage * leading + 2 * margin * millimetre + 0.5}pt`;
/** Advance of U+0020 in the face, pt. */
const normalSpace = 0.233 * size;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Each program: writes the PDF of a text at a measure. */
const programs = {
  ours(folder, { language, paragraphs }, measure) {
    const template = join(folder, 'mau');
    mkdirSync(template, { recursive: true });
    writeFileSync(
      join(template, 'template.yaml'),
      'name: mau\ndescription: { vi: Đo khoảng trắng, en: Word gaps }\neditions: [archive]\nstylesheets: { print: [print.css] }\n',
    );
    writeFileSync(
      join(template, 'print.css'),
      `@page { size: ${measure + 2 * margin}mm ${pageHeight}; margin: ${margin}mm }
       html, body { margin: 0 } header, h1, .byline { display: none }
       p { margin: 0; font: ${size}pt/${leading}pt 'Source Serif 4'; text-indent: ${indent}mm; text-align: justify; ${values.css} }`,
    );
    const head = `---\ntitle: Văn bản thử\nlanguage: ${language}\ndate: 2020-01-13\nauthors: [Bản thử]\n---\n\n`;
    writeFileSync(
      join(folder, 'bai.md'),
      head + paragraphs.join('\n\n').replace(/([*_[\]])/g, '\\$1') + '\n',
    );
    const out = join(folder, 'out');
    execFileSync(
      process.execPath,
      [values.main, 'build', join(folder, 'bai.md'), '-t', template, '-e', 'archive', '-o', out],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const [name] = execFileSync('ls', [out], { encoding: 'utf8' })
      .split('\n')
      .filter((one) => one.endsWith('.pdf'));
    return join(out, name);
  },
  typst: (folder, text, measure) => compileTypst(folder, text, measure, ''),
  'typst-letters': (folder, text, measure) =>
    compileTypst(folder, text, measure, ', justification-limits: (tracking: (min: -0.01em, max: 0.01em))'),
  weasyprint(folder, { language, paragraphs }, measure) {
    const source = join(folder, 'bai.html');
    const text = paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('\n');
    writeFileSync(
      source,
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>@font-face { font-family: 'Source Serif 4'; src: url('file://${font}') }
       @page { size: ${measure + 2 * margin}mm ${pageHeight}; margin: ${margin}mm } html, body { margin: 0 }
       p { margin: 0; font: ${size}pt/${leading}pt 'Source Serif 4'; text-indent: ${indent}mm; text-align: justify; hyphens: auto }</style>${text}</html>`,
    );
    const pdf = join(folder, 'bai.pdf');
    const code = `import sys, weasyprint\nweasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])`;
    execFileSync(values.python, ['-c', code, source, pdf], { stdio: ['ignore', 'ignore', 'ignore'] });
    return pdf;
  },
};

function compileTypst(folder, { language, paragraphs }, measure, limits) {
  const source = join(folder, 'bai.typ');
  const text = paragraphs.map((one) => one.replace(/([\\#$*_`<>@~[\]/"'=+-])/g, '\\$1')).join('\n\n');
  writeFileSync(
    source,
    `#set page(width: ${measure + 2 * margin}mm, height: ${pageHeight}, margin: ${margin}mm)
       #set text(font: "Source Serif 4", size: ${size}pt, lang: "${language}", top-edge: ${leading - 4}pt, bottom-edge: -4pt)
       #set par(justify: true, leading: 0pt, spacing: 0pt, first-line-indent: (amount: ${indent}mm, all: true)${limits})\n${text}\n`,
  );
  const pdf = join(folder, 'bai.pdf');
  const code = `import sys, typst\ntypst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)`;
  execFileSync(values.python, ['-c', code, source, pdf, fontFolder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return pdf;
}

/** The lines of a PDF, page by page: where they begin and the gaps between their words, pt. */
function linesOf(pdf) {
  const html = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return html
    .split('<page ')
    .slice(1)
    .map((page) => {
      const lines = new Map();
      for (const [, x0, , x1, y1] of page.matchAll(
        /<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)"/g,
      )) {
        const key = Math.round(Number(y1) / leading);
        const line = lines.get(key) ?? { words: [] };
        line.words.push([Number(x0), Number(x1)]);
        lines.set(key, line);
      }
      return [...lines.entries()]
        .sort(([a], [b]) => a - b)
        .map(([, { words }]) => {
          words.sort(([a], [b]) => a - b);
          const gaps = words.slice(1).map(([x], i) => x - words[i][1]);
          return { x: words[0][0], gaps, ink: words.reduce((sum, [x0, x1]) => sum + x1 - x0, 0) };
        });
    });
}

/** Throws unless a PDF has the words of its text, hyphens at line ends apart, all in the one face. */
function verify(pdf, { paragraphs }) {
  const bare = (text) => text.normalize('NFC').replace(/[\s\u00ad\u2010-]/gu, '');
  const run = (...args) => execFileSync(...args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (bare(run('pdftotext', ['-raw', pdf, '-'])) !== bare(paragraphs.join('')))
    throw new Error(`${pdf}: the words are not those of the text`);
  const fonts = run('pdffonts', [pdf]).trim().split('\n').slice(2);
  if (fonts.length !== 1 || !/Source-?Serif-?4/u.test(fonts[0]))
    throw new Error(`${pdf}: set in ${fonts.join(', ')}`);
}

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;

/** What is counted in one PDF. Gaps are in normal spaces; a line's gap is the mean of its gaps. */
function measureGaps(pdf) {
  const pages = linesOf(pdf);
  const begins = ({ x }) => x > (margin + indent / 2) * millimetre;
  const all = pages.flatMap((lines, page) => lines.map((line, i) => ({ ...line, page, first: i === 0 })));
  const gaps = [];
  const means = [];
  let widows = 0;
  let orphans = 0;
  all.forEach((line, i) => {
    const next = all[i + 1];
    const last = !next || begins(next);
    if (last && !begins(line) && line.first && i > 0) widows += 1;
    if (begins(line) && !last && next.first) orphans += 1;
    if (last || line.gaps.length === 0) return;
    gaps.push(...line.gaps);
    means.push(line.gaps.reduce((sum, gap) => sum + gap, 0) / line.gaps.length);
  });
  gaps.sort((a, b) => a - b);
  means.sort((a, b) => a - b);
  return {
    lines: all.length,
    pages: pages.length,
    p50: quantile(gaps, 0.5) / normalSpace,
    p95: quantile(gaps, 0.95) / normalSpace,
    line50: quantile(means, 0.5) / normalSpace,
    line95: quantile(means, 0.95) / normalSpace,
    max: (means.at(-1) ?? 0) / normalSpace,
    loose: means.filter((gap) => gap > 2 * normalSpace).length / means.length,
    narrowest: quantile(means, 0.05) / normalSpace,
    widows,
    orphans,
    ink: all.reduce((sum, { ink }) => sum + ink, 0),
  };
}

/** Throws when the words of one text are not as wide, hyphens and letter-spacing apart, in the PDFs of all programs. */
function verifySize(rows) {
  for (const { ink, program, text } of rows)
    if (Math.abs(ink / rows[0].ink - 1) > 0.015)
      throw new Error(`${text}: ${program} sets it in another size`);
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'anpham-gaps-'));
try {
  const rows = [];
  for (const text of gapTexts) {
    for (const measure of measures) {
      const cell = [];
      for (const name of values.only.split(',')) {
        const own = join(folder, `${name}-${text.name.replace(' ', '-')}-${measure}`);
        rmSync(own, { recursive: true, force: true });
        mkdirSync(own, { recursive: true });
        const pdf = programs[name](own, text, measure);
        verify(pdf, text);
        cell.push({ text: text.name, measure, program: name, ...measureGaps(pdf) });
      }
      verifySize(cell);
      rows.push(...cell);
    }
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  else report(rows);
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}

function report(rows) {
  console.log(
    '| text | mm | program | gap p50 | gap p95 | line p05 | line p50 | line p95 | max | > 2× | widows | orphans | lines | pages |',
  );
  console.log('|---|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const row of rows) {
    const cells = [row.p50, row.p95, row.narrowest, row.line50, row.line95, row.max].map((one) =>
      one.toFixed(2),
    );
    console.log(
      `| ${row.text} | ${row.measure} | ${row.program} | ${cells.join(' | ')} | ${(100 * row.loose).toFixed(2)} % | ${row.widows} | ${row.orphans} | ${row.lines} | ${row.pages} |`,
    );
  }
}
