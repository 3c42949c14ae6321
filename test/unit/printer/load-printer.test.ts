/** Printers: those of the package, files of a newsroom's own, and what is wrong with them, with its place. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describe as say } from '../../../src/diagnostic.js';
import { defaultLeast, defaultPrinter } from '../../../src/document/printer.js';
import { readProfiles } from '../../../src/pdf/output-intent.js';
import { choosePrinter, type PrinterChoice } from '../../../src/printer/choose-printer.js';
import { listPrinters, loadPrinter } from '../../../src/printer/load-printer.js';
import { printerSchema } from '../../../src/printer/schema.js';
import { memoryHost } from '../../support/memory-host.js';

const own = `name: { vi: Nhà in tỉnh, en: House }
intent: { profile: nha-in.icc, condition: Custom, info: Nhà in }
ink: { limit: 240, richFrom: 24 }
photos: { colours: convert, rendering: relative, least: 100, wanted: 200 }
bleed: 5
marks: [crop, info]
`;
const choose = (asked: Partial<PrinterChoice>) =>
  choosePrinter({ about: ['bai.print.pdf', 'Chợ “phiên” "A\\B"\n'], language: 'vi', ...asked }, memoryHost());
const load = (yaml: string, name = 'in/nha-in.yaml') =>
  loadPrinter(name, memoryHost({ 'in/nha-in.yaml': yaml }));
const said = (yaml: string): string[] =>
  load(yaml).diagnostics.map((d) => `${d.span?.line}:${d.span?.column} ${d.edition} ${say(d, 'en').message}`);

describe('the printers of the package', () => {
  it('are five, each with a profile that can be embedded', () => {
    const host = memoryHost();
    const names = listPrinters(host).map(({ name }) => name);
    expect(names).toEqual(['coated', 'heat-set', 'newsprint', 'office', 'uncoated']);
    for (const name of names) {
      const { value: printer } = loadPrinter(name, host);
      if (!printer) throw new Error(name);
      expect(readProfiles({ edition: 'print', printer }, host).diagnostics).toEqual([]);
    }
  });

  it('agree with what finished files are held to where nobody names one', () => {
    expect(loadPrinter(defaultPrinter, memoryHost()).value?.photos.least).toBe(defaultLeast);
  });

  it('say how much ink the paper takes and how the page is cut', () => {
    const { value } = loadPrinter('newsprint', memoryHost());
    expect(value).toMatchObject({ ink: { limit: 240 }, bleed: 0, marks: { crop: false, info: false } });
    expect(loadPrinter('coated', memoryHost()).value?.bleed).toBeCloseTo(8.504, 3);
  });
});

describe('a printer of one’s own', () => {
  it('is read from its file, its profile from beside it', () => {
    const { value, diagnostics } = load(own);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      name: 'in/nha-in.yaml',
      intent: { profile: 'in/nha-in.icc', span: { file: 'in/nha-in.yaml', line: 2, column: 11 } },
      photos: { colours: 'convert', wanted: 200 },
      marks: { crop: true, cross: false, info: true },
      margin: 0,
    });
  });

  it.each([
    ['name: "a', 'print the printer’s file is not valid YAML'],
    [own.replace('bleed: 5', 'bleed: 3mm'), '5:1 print the value of “bleed” must be: number'],
    [own.replace('240', '24'), '3:8 print the value of “ink.limit” must be: ≥ 100'],
    [own.replace('240', '900'), '3:8 print the value of “ink.limit” must be: ≤ 400'],
    [own.replace('convert', 'cmyk'), '4:11 print the value of “photos.colours” must be: keep | convert'],
    [own.replace('bleed:', 'bleeds:'), 'did you mean “bleed”?'],
    [own.replace('nha-in.icc', '../nha-in.icc'), '2:11 print the colour profile ../nha-in.icc does not lie'],
  ])('is told what is wrong in it, and where: %#', (yaml, message) => {
    expect(load(yaml).value).toBeUndefined();
    expect(said(yaml).join('\n')).toContain(message);
  });

  it.each([
    [
      own.replace('wanted: 200', 'wanted: 90'),
      '4:62 giá trị của “photos.wanted” phải là: ít nhất photos.least',
    ],
    [own.replace('240', '900'), '3:8 giá trị của “ink.limit” phải là: không quá 400'],
    [own.replace('240', 'nhiều'), '3:8 giá trị của “ink.limit” phải là: một số'],
    [own.replace(/name: .*/, 'name: Nhà'), '1:1 giá trị của “name” phải là: một nhóm khóa: giá trị'],
    [own.replace('bleed: 5\n', ''), '1:1 tệp máy in thiếu khóa “bleed”'],
    [own.replace('bleed:', 'bleeds:'), '5:1 máy in không có khóa “bleeds”; có phải bạn muốn viết “bleed”?'],
    ['# chưa có gì\n', '1:1 tệp máy in không có gì'],
  ])('is told what is wrong in it once, in Vietnamese: %#', (yaml, message) => {
    const told = load(yaml).diagnostics.map(
      (d) => `${d.span?.line}:${d.span?.column} ${say(d, 'vi').message}`,
    );
    expect(told).toEqual([message]);
  });

  it('that is not there is named with the nearest', () => {
    const message = (name: string): string => {
      const [d] = loadPrinter(name, memoryHost()).diagnostics;
      return d ? say(d, 'en').message : '';
    };
    expect(message('newsprit')).toBe('there is no printer “newsprit”; did you mean “newsprint”?');
    expect(message('zzz')).toContain('there are: coated, heat-set, newsprint, office, uncoated');
    expect(['x/y.yaml', '..\\x', 'nha.yml'].map(message)).toEqual([
      'there is no file x/y.yaml',
      'there is no file ..\\x',
      'there is no file nha.yml',
    ]);
  });

  const profileOf = (name: string): Buffer =>
    readFileSync(new URL(`../../../icc/${name}.icc`, import.meta.url));
  /** A press's profile, with something else at a place: of the table of tags, twelve bytes each from 132. */
  const changed = (at: number, bytes: string): Buffer => {
    const profile = profileOf('FOGRA29L_uncoated');
    profile.write(bytes, at, 'latin1');
    return profile;
  };
  const tag = (name: string): number => changed(0, '').indexOf(name, 132, 'latin1');

  it.each<[string, string | Uint8Array | undefined, string]>([
    ['missing', undefined, 'there is no colour profile in/nha-in.icc'],
    ['empty', '', 'the colour profile in/nha-in.icc is empty'],
    ['no profile', 'chữ', 'in/nha-in.icc is no ICC profile of version 2 or 4'],
    ['of a screen', profileOf('sRGB2014'), 'it is for RGB (mntr)'],
    ['of a scanner', changed(12, 'scnr'), 'it is for CMYK (scnr)'],
    ['cut in its header', profileOf('FOGRA29L_uncoated').subarray(0, 130), 'is damaged'],
    ['cut', profileOf('FOGRA29L_uncoated').subarray(0, 3000), 'is damaged'],
    ['short of a byte', profileOf('FOGRA29L_uncoated').subarray(0, -1), 'is damaged'],
    ['with a tag beyond its end', changed(tag('B2A0') + 4, '\x7f\xff\xff\xff'), 'is damaged'],
    ['without a table into inks', changed(tag('B2A0'), 'zzzz'), 'is damaged'],
    ['without its white', changed(tag('wtpt'), 'zzzz'), 'is damaged'],
    ['with a table of another type', changed(888, 'zzzz'), 'is damaged'],
    ['with a table larger than its tag', changed(888 + 10, '\x20'), 'is damaged'],
  ])('with a profile that is %s is an error for the print edition, at its line', (_what, icc, message) => {
    const host = memoryHost({ 'in/nha-in.yaml': own, ...(icc !== undefined && { 'in/nha-in.icc': icc }) });
    const { value: printer } = loadPrinter('in/nha-in.yaml', host);
    if (!printer) throw new Error('not read');
    const { value, diagnostics } = readProfiles({ edition: 'print', printer }, host);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ edition: 'print', span: { line: 2 } }]);
    expect(diagnostics.map((d) => say(d, 'en').message).join()).toContain(message);
  });
});

describe('the printer of a print edition', () => {
  it('governs bleed and marks of the pages when it was named', () => {
    const { value } = choose({ named: { value: 'office' } });
    expect(value?.stylesheets.map(({ css }) => css)).toEqual([
      '@page { bleed: 0pt !important; marks: none !important }',
    ]);
  });

  it('leaves them to the template when nobody named one', () => {
    const { value } = choose({});
    expect([value?.printer.name, value?.stylesheets]).toEqual(['coated', []]);
  });

  it('has the marks that were asked for', () => {
    const marks = { crop: true, cross: true, info: false };
    const { value } = choose({ marks });
    expect(value?.stylesheets.map(({ css }) => css)).toEqual(['@page { marks: crop cross !important }']);
  });

  it('says in the page information what file this is, each character as it is', () => {
    const { value } = choose({ marks: { crop: false, cross: false, info: true } });
    expect(value?.stylesheets[0]?.css).toContain(
      '"trang " counter(page) "/" counter(pages) " · bai.print.pdf · Chợ “phiên” \\22 A\\5c B\\22 \\a  · coated"',
    );
  });

  it('is called by its name in the page information, and not by where it lies', () => {
    const host = memoryHost({ '/nha/toi/in/nha-in.yaml': own });
    const named = { value: '/nha/toi/in/nha-in.yaml' };
    const { value } = choosePrinter({ about: ['bai'], language: 'en', named }, host);
    expect(value?.stylesheets[0]?.css).toContain('" · bai · nha-in"');
  });

  it('is pointed at where the manifest names it', () => {
    const span = { file: 'publication.yaml', line: 3 };
    const { diagnostics } = choose({ named: { value: 'newsprit', span } });
    expect(diagnostics).toMatchObject([{ code: 'PRINTER-NEAR', span, edition: 'print' }]);
  });
});

it('has the JSON Schema that the reader checks with (else: npm run build && node scripts/write-schema.mjs)', () => {
  const file = new URL('../../../schema/printer.schema.json', import.meta.url);
  const shipped: unknown = JSON.parse(readFileSync(file, 'utf8'));
  expect(shipped).toEqual(JSON.parse(JSON.stringify(printerSchema())));
});
