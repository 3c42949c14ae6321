/**
 * The ebook's documents in a real browser, in a frame as wide as a telephone: nothing is wider than the screen, at
 * usual and at twice the size of type, whoever sets it; and in the dark every word keeps its contrast (WCAG 2.2, 1.4.3).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeEpub } from '../../src/epub/write-epub.js';
import { readingSheet } from '../../src/style/reading-sheet.js';
import { loadTemplate } from '../../src/template/load-template.js';
import { memoryHost } from '../support/memory-host.js';
import { readZip } from '../support/read-zip.js';
import { findTool } from '../support/tools.js';
import { describeWith } from '../support/with-tools.js';
import { chapterOf, ebookOf, h, keyed, picture, plainConfig } from '../unit/epub/ebook-fixture.js';

const host = memoryHost();
const long = 'TEN_BIEN_DAI_KHONG_CO_CHO_NGAT_NAO_HET_O_GIUA_VA_CON_DAI_HON_NUA';
const row = (name: string, cells: readonly string[]) =>
  h('tr', {}, ...cells.map((cell) => h(name, {}, cell)));
const heads = ['Huyện', 'Dân số', 'Diện tích', 'Mật độ', 'Số xã', 'Thu ngân sách', 'Chi ngân sách'];
const cells = ['Tràng Định', '63.900', '1.016,7', '63', '22', '48.000.000.000', '650.000.000.000'];
const body = h(
  'article',
  {},
  h('p', { className: ['kicker'] }, 'THỜI SỰ'),
  h('h1', { id: 'h' }, `Nghiêng về ${long}`),
  h('p', { className: ['lead'] }, h('span', { className: ['dateline'] }, 'LSO'), ' – Chiều nay'),
  h('p', {}, h('a', { href: 'https://a.vn' }, `https://a.vn/${long.toLowerCase()}`)),
  h(
    'table',
    {},
    h('caption', {}, 'Bảng'),
    h('thead', {}, row('th', heads)),
    h('tbody', {}, row('td', cells)),
  ),
  h(
    'pre',
    {},
    h(
      'code',
      {},
      h('span', { className: ['hljs-keyword'] }, 'let'),
      ` ${long} = `,
      h('span', { className: ['hljs-string'] }, '"a"'),
      h('span', { className: ['hljs-comment'] }, ' // chú'),
    ),
  ),
  h(
    'figure',
    {},
    h('img', { src: 'Ảnh số 1.png', alt: 'a' }),
    h('figcaption', {}, 'Chú ', h('span', { className: ['credit'] }, 'Ảnh: A')),
  ),
  h('blockquote', {}, h('ul', {}, h('li', {}, h('ul', {}, h('li', {}, h('code', {}, long)))))),
  h(
    'aside',
    { className: ['box', 'note'] },
    h('p', { className: ['box-title'] }, 'Ghi chú'),
    h('p', {}, h('a', { href: '#h' }, 'x')),
  ),
  h('aside', { className: ['pull-quote'] }, h('p', {}, 'Trích')),
  h('p', {}, 'chữ', h('a', { href: '#fn-1', className: ['noteref'] }, '1')),
  h('aside', { id: 'fn-1', className: ['footnote'] }, h('p', {}, 'Lời chú')),
);

/** Runs in the page: what is wrong in each frame, as JSON in the title. */
const probe = `
const parse = (text) => { const n = (text.match(/[\\d.]+/g) ?? []).map(Number); return { rgb: n.slice(0, 3), a: n[3] ?? 1 }; };
const over = (top, a, under) => top.map((c, i) => c * a + under[i] * (1 - a));
const light = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
function contrast(win, element) {
  const chain = []; for (let at = element; at; at = at.parentElement) chain.unshift(win.getComputedStyle(at));
  let ground = [255, 255, 255]; let opacity = 1;
  for (const style of chain) { opacity *= Number(style.opacity); const { rgb, a } = parse(style.backgroundColor); ground = over(rgb, a, ground); }
  const ink = parse(chain.at(-1).color); const [x, y] = [light(over(ink.rgb, ink.a * opacity, ground)), light(ground)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}
function problems(frame) {
  const win = frame.contentWindow; const doc = win.document; const found = [];
  const fits = (what) => { if (doc.documentElement.scrollWidth > doc.documentElement.clientWidth)
    found.push(what + ': ' + [...doc.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > win.innerWidth + 1).map((e) => e.localName + '.' + e.className).join(' ')); };
  fits('usual');
  const size = (element) => parseFloat(win.getComputedStyle(element).fontSize);
  const worded = [...doc.body.querySelectorAll('*')].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
  const sizes = worded.map(size);
  for (const element of worded) {
    const ratio = contrast(win, element);
    if (ratio < 4.5) found.push('contrast ' + ratio.toFixed(2) + ': ' + element.localName + '.' + element.className);
  }
  doc.documentElement.style.fontSize = '200%'; fits('html 200%');
  doc.documentElement.style.fontSize = ''; doc.body.style.fontSize = '200%'; fits('body 200%');
  for (const element of worded.filter((e, i) => size(e) < 1.9 * sizes[i])) found.push('does not grow: ' + element.localName + '.' + element.className);
  return found.map((problem) => frame.dataset.name + ' ' + problem);
}
addEventListener('load', () => { document.body.textContent = JSON.stringify({
  dark: matchMedia('(prefers-color-scheme: dark)').matches,
  problems: [...document.querySelectorAll('iframe')].flatMap(problems) }); });`;

describeWith(['chromium'], 'on the screen of a telephone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anpham-screens-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    const template = loadTemplate('bulletin', host).value;
    const { css } = readingSheet(template?.stylesheets.ebook ?? [], host).value;
    const ebook = await ebookOf([chapterOf(keyed(body))]);
    const wide = await picture('png', 'Ảnh số 1.png', 900, 300);
    const assets = new Map([[wide.id, wide]]);
    const { value } = await writeEpub(
      { ...ebook, publication: { ...ebook.publication, assets } },
      { ...plainConfig, css },
      host,
    );
    const documents: string[] = [];
    for (const { name, bytes } of readZip(value ?? new Uint8Array())) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
      if (name.endsWith('.xhtml')) documents.push(name);
    }
    const frames = documents.map(
      (name) => `<iframe src="${name}" data-name="${name}" style="width: 390px; height: 844px"></iframe>`,
    );
    writeFileSync(
      join(folder, 'probe.html'),
      `<!doctype html><meta charset="utf-8"><script>${probe}</script>${frames.join('')}`,
    );
  });

  it.each([
    ['by day', 1],
    ['in the dark', 0],
  ])('everything fits and can be read %s', (_, scheme) => {
    const run = spawnSync(
      findTool('chromium') ?? '',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--allow-file-access-from-files',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--virtual-time-budget=5000',
        '--dump-dom',
        `--blink-settings=preferredColorScheme=${scheme}`,
        `file://${join(folder, 'probe.html')}`,
      ],
      { encoding: 'utf8' },
    );
    const said = /\{"dark".*\}/.exec(run.stdout)?.[0] ?? run.stderr;
    expect(said).toBe(JSON.stringify({ dark: scheme === 0, problems: [] }));
  });
});
