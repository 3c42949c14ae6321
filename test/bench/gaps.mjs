/**
 * Quality of justified lines beside Typst and WeasyPrint: three texts at three measures, one font and size,
 * word gaps read from the PDFs with poppler. Last lines of paragraphs are left out. Not a test.
 *
 *     pip install typst==0.15.2 weasyprint==70        (and poppler-utils, libpango)
 *     npm run build && node test/bench/gaps.mjs [--python python3] [--only ours,typst,weasyprint] [--css "hyphens: auto"]
 *
 * Settings: Source Serif 4, 10 pt on 14 pt, 30 lines a page, paragraphs indented by 4 mm, justified; all else as
 * each program has it by default. Typst therefore hyphenates English and hangs punctuation; WeasyPrint does
 * neither. Ours says `hyphens: auto` unless told otherwise, which hyphenates English.
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
    only: { type: 'string', default: 'ours,typst,weasyprint' },
    main: { type: 'string', default: join(root, 'dist', 'cli', 'main.js') },
    css: { type: 'string', default: 'hyphens: auto' },
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
       html, body { margin: 0 } header, h1 { display: none }
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
  typst(folder, { language, paragraphs }, measure) {
    const source = join(folder, 'bai.typ');
    const text = paragraphs.map((one) => one.replace(/([\\#$*_`<>@~[\]/"'=+-])/g, '\\$1')).join('\n\n');
    writeFileSync(
      source,
      `#set page(width: ${measure + 2 * margin}mm, height: ${pageHeight}, margin: ${margin}mm)
       #set text(font: "Source Serif 4", size: ${size}pt, lang: "${language}", top-edge: ${leading - 4}pt, bottom-edge: -4pt)
       #set par(justify: true, leading: 0pt, spacing: 0pt, first-line-indent: (amount: ${indent}mm, all: true))\n${text}\n`,
    );
    const pdf = join(folder, 'bai.pdf');
    const code = `import sys, typst\ntypst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)`;
    execFileSync(values.python, ['-c', code, source, pdf, fontFolder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return pdf;
  },
  weasyprint(folder, { language, paragraphs }, measure) {
    const source = join(folder, 'bai.html');
    const text = paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('\n');
    writeFileSync(
      source,
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>@font-face { font-family: 'Source Serif 4'; src: url('file://${font}') }
       @page { size: ${measure + 2 * margin}mm ${pageHeight}; margin: ${margin}mm } html, body { margin: 0 }
       p { margin: 0; font: ${size}pt/${leading}pt 'Source Serif 4'; text-indent: ${indent}mm; text-align: justify }</style>${text}</html>`,
    );
    const pdf = join(folder, 'bai.pdf');
    const code = `import sys, weasyprint\nweasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])`;
    execFileSync(values.python, ['-c', code, source, pdf], { stdio: ['ignore', 'ignore', 'ignore'] });
    return pdf;
  },
};

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
          return { x: words[0][0], gaps: words.slice(1).map(([x], i) => x - words[i][1]) };
        });
    });
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
  };
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'anpham-gaps-'));
try {
  const rows = [];
  for (const text of gapTexts) {
    for (const measure of measures) {
      for (const name of values.only.split(',')) {
        const own = join(folder, `${name}-${text.name.replace(' ', '-')}-${measure}`);
        rmSync(own, { recursive: true, force: true });
        mkdirSync(own, { recursive: true });
        rows.push({
          text: text.name,
          measure,
          program: name,
          ...measureGaps(programs[name](own, text, measure)),
        });
      }
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
