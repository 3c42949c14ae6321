/**
 * `anpham build` as a user runs it, above all with bad input: one clear message each that names file
 * and line and says what to do, no stack trace, no partial file, and every other input still built.
 */
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveLevels } from '../../src/document/archive-level.js';
import { makeFolder, root, runCli, type Ran } from '../support/run-cli.js';

const good = '---\ntitle: Chợ phiên\ndate: 2020-01-13\n---\n\nMỗi tháng sáu phiên chợ họp bên sông.\n';
const folder = makeFolder();
const editionsOf = (name: string): string[] => [`${name}.archive.pdf`, `${name}.epub`, `${name}.print.pdf`];

/** The lines of standard error that open a diagnostic. */
function said(ran: Ran): string[] {
  return ran.stderr.split('\n').filter((line) => /(?:error|warning|lỗi|cảnh báo)\[[A-Z0-9-]+\]: /.test(line));
}

function expectNoStack(ran: Ran): void {
  expect(ran.stderr + ran.stdout).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(ran.stderr).not.toContain('CLI-BUG');
}

afterAll(() => {
  folder.remove();
});

describe('a folder with bad articles and a good one', () => {
  const bad = makeFolder({
    'anh-hong.md': '---\ntitle: Ảnh hỏng\ndate: 2020-01-13\n---\n\nChữ.\n\n![Chợ họp](hong.jpg)\n',
    'hong.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3]),
    'chi-co-trang.txt': ' \n\n\t\n',
    'khai-dau.md': '---\ntitle: Chợ: phiên: họp\ndate: 2020-01-13\n---\n\nChữ.\n',
    'nhi-phan.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]),
    'ma-cu.txt': new Uint8Array([...Buffer.from('Tiêu đề\n\nDòng th'), 0xf8, 0x20, ...Buffer.from('ba.\n')]),
    'rong.txt': '',
    'thieu-anh.md': '---\ntitle: Thiếu ảnh\ndate: 2020-01-13\n---\n\nChữ.\n\n![Chợ họp](khong-co.jpg)\n',
    'tot.md': good,
  });
  let ran: Ran;
  let lines: string[];
  beforeAll(() => {
    ran = runCli(['build', '.', '-o', 'out'], bad.path);
    lines = said(ran);
  });
  afterAll(bad.remove);

  it.each([
    ['anh-hong.md:8', 'IMG-BROKEN'],
    ['chi-co-trang.txt:1', 'READ-EMPTY'],
    ['khai-dau.md:2', 'READ-FRONT-MATTER'],
    ['ma-cu.txt:3', 'READ-ENCODING'],
    ['nhi-phan.txt', 'READ-BINARY'],
    ['rong.txt:1', 'READ-EMPTY'],
    ['thieu-anh.md:8', 'IMG-MISSING'],
  ])('says one error at %s: %s', (place, code) => {
    const file = place.replace(/:\d+$/, ':');
    const about = lines.filter((line) => line.startsWith(file) && line.includes('error['));
    expect(about).toHaveLength(1);
    expect(about[0]).toMatch(
      new RegExp(`^${place.replaceAll('.', '\\.')}(?::\\d+)*: error\\[${code}\\]: \\S`),
    );
  });

  it('says what to do after each', () => {
    expect(ran.stderr.match(/^ {2}what to do: \S/gm)?.length).toBeGreaterThanOrEqual(7);
  });

  it('builds the good one, and nothing of the others', () => {
    expect(readdirSync(join(bad.path, 'out')).sort()).toEqual(editionsOf('tot'));
  });

  it('shows no stack and exits with 1', () => {
    expectNoStack(ran);
    expect(ran.code).toBe(1);
  });

  it('counts what it said', () => {
    expect(ran.stderr).toMatch(/^7 error\(s\), \d+ warning\(s\)$/m);
  });
});

describe('a template with broken CSS', () => {
  const place = makeFolder({ 'bai.md': good });
  let ran: Ran;
  beforeAll(() => {
    cpSync(join(root, 'templates', 'article'), join(place.path, 'mau'), { recursive: true });
    appendFileSync(
      join(place.path, 'mau', 'print.css'),
      '\np { color red; colour: blue }\n@page { size: }\n',
    );
    ran = runCli(['build', 'bai.md', '-t', './mau', '-e', 'archive'], place.path);
  });
  afterAll(place.remove);

  it('is told with file, line and column', () => {
    const count = readFileSync(join(place.path, 'mau', 'print.css'), 'utf8').split('\n').length - 1;
    const about = said(ran).filter((line) => line.includes('STYLE-'));
    expect(about.some((line) => line.startsWith(`./mau/print.css:${count - 1}:`))).toBe(true);
    expect(about.some((line) => line.startsWith(`./mau/print.css:${count}:`))).toBe(true);
    expect(about.filter((line) => line.includes(`:${count - 1}:`) && line.includes('colour'))).toHaveLength(
      1,
    );
    expectNoStack(ran);
  });
});

describe('an output folder that cannot be', () => {
  it('is told before any work, in one message', () => {
    const place = makeFolder({ 'bai.md': good, taken: 'a file' });
    const ran = runCli(['build', 'bai.md', '-o', 'taken/out'], place.path);
    expect(said(ran)).toHaveLength(1);
    expect(ran.stderr).toContain('error[CLI-OUTPUT-FILE]: the output folder taken/out cannot be made');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe('');
    expectNoStack(ran);
    expect(readdirSync(place.path).sort()).toEqual(['bai.md', 'taken']);
    place.remove();
  });

  it('costs only the file that cannot be replaced', () => {
    const place = makeFolder({ 'bai.md': good, 'out/bai.epub/inside': '' });
    const ran = runCli(['build', 'bai.md', '-o', 'out'], place.path);
    expect(ran.stderr).toContain('bai.md: error[CLI-WRITE]: out/bai.epub could not be written');
    expect(ran.code).toBe(1);
    expect(readdirSync(join(place.path, 'out')).sort()).toEqual(editionsOf('bai'));
    expect(readdirSync(join(place.path, 'out', 'bai.epub'))).toEqual(['inside']);
    place.remove();
  });
});

describe('two articles of one name', () => {
  it('do not overwrite each other', () => {
    const place = makeFolder({ 'a/bai.md': good, 'b/bai.md': good.replace('sáu', 'bảy') });
    const ran = runCli(['build', 'a', 'b', '-e', 'ebook'], place.path);
    expect(said(ran).filter((line) => line.includes('error['))).toEqual([
      'b/bai.md: error[CLI-SAME-NAME]: output/bai.epub was already made of a/bai.md in this run, so it is not written again',
    ]);
    expect(ran.code).toBe(1);
    place.remove();
  });
});

describe('the command line', () => {
  beforeAll(() => {
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(join(folder.path, 'bai.md'), good);
  });

  it('writes the three editions and says what they are', () => {
    const ran = runCli(['build', 'bai.md'], folder.path);
    expect(ran.code).toBe(0);
    const table = ran.stdout.trimEnd().split('\n');
    expect(table).toHaveLength(4);
    expect(table[1]).toMatch(/^output\/bai\.print\.pdf +\d+ +\d+ kB {2}PDF\/X-4 \(own rules\)$/);
    expect(readdirSync(join(folder.path, 'output')).sort()).toEqual(editionsOf('bai'));
  });

  it('prints JSON for tools', () => {
    const ran = runCli(['build', 'bai.md', 'none.md', '-e', 'ebook', '-o', 'j', '--json'], folder.path);
    const printed: unknown = JSON.parse(ran.stdout);
    expect(printed).toMatchObject({
      artifacts: [{ input: 'bai.md', edition: 'ebook', path: 'j/bai.epub', pages: null }],
    });
    expect(printed).toHaveProperty(
      'diagnostics',
      expect.arrayContaining([expect.objectContaining({ code: 'CLI-MISSING', severity: 'error' })]),
    );
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(1);
  });

  it('speaks Vietnamese in a Vietnamese locale and when asked', () => {
    const locale = runCli(['build', 'none.md'], folder.path, { LC_ALL: 'vi_VN.UTF-8' });
    const asked = runCli(['build', 'none.md', '--lang', 'vi'], folder.path);
    for (const ran of [locale, asked]) {
      expect(ran.stderr).toContain('lỗi[CLI-MISSING]: không có tệp hay thư mục none.md');
    }
  });

  it.each([
    [['build', 'bai.md', '--archive', '5'], `--archive knows ${archiveLevels.join(', ')}, not “5”`],
    [['build', 'bai.md', '-e', 'pdf'], '--editions knows ebook, print and archive, not “pdf”'],
    [['build', 'bai.md', '--date', '13/1/2020'], '--date must be a date such as 2020-01-13, not “13/1/2020”'],
    [['build', 'bai.md', '--lang', 'fr'], '--lang knows vi and en, not “fr”'],
    [['build', '--outptu', 'x'], 'there is no such option: --outptu (→ --output?)'],
    [['bulid'], 'there is no such command: bulid (→ build?)'],
    [['inspect'], 'the argument <file> is missing'],
    [['build', '-o'], 'the option needs a value: -o, --output <dir>'],
  ])('exits with 2 for %j', (args, message) => {
    const ran = runCli(args, folder.path);
    expect(ran.stderr).toBe(`anpham: ${message}\nSee anpham --help.\n`);
    expect(ran.stdout).toBe('');
    expect(ran.code).toBe(2);
  });

  it('helps', () => {
    const help = runCli(['--help'], folder.path);
    expect(help.code).toBe(0);
    for (const name of ['build', 'inspect', 'templates', 'fonts']) expect(help.stdout).toContain(`  ${name}`);
    expect(help.stdout).toContain('Examples:');
    const alone = runCli([], folder.path);
    expect([alone.code, alone.stdout]).toEqual([2, '']);
    expect(runCli(['build', '--help', '--lang', 'vi'], folder.path).stdout).toContain('Tùy chọn:');
  });

  it('says its version', () => {
    const packageFile: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(packageFile).toHaveProperty('version', runCli(['--version'], folder.path).stdout.trim());
  });

  it('lists templates, printers and fonts', () => {
    const templates = runCli(['templates'], folder.path);
    expect(templates.stdout).toMatch(/^article {2,}\S/m);
    expect(templates.stdout).toMatch(/^bulletin {2,}\S/m);
    expect(runCli(['printers'], folder.path).stdout).toMatch(/^newsprint {2,}\S/m);
    const fonts = runCli(['fonts'], folder.path);
    expect(fonts.stdout).toMatch(/^Source Serif 4 {2,}400, 400 italic/m);
    expect([templates.code, fonts.code]).toEqual([0, 0]);
  });
});

describe('strict', () => {
  it('makes nothing where a warning was given', () => {
    const place = makeFolder({ 'bai.md': good.replace(/date: .*\n/, '') });
    const ran = runCli(['build', 'bai.md', '-e', 'ebook', '--strict', '-o', 'out'], place.path);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('error[ASSEMBLE-DATE-NONE]');
    expect(readdirSync(join(place.path, 'out'))).toEqual([]);
    place.remove();
  });
});
