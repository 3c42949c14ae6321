import { describe, expect, it } from 'vitest';
import {
  checkCommandOptions,
  checkOptions,
  UsageError,
  type GivenOptions,
} from '../../../src/cli/options.js';
import { words } from '../../../src/cli/words.js';

const check = (given: GivenOptions, env = {}): ReturnType<typeof checkOptions> =>
  checkOptions(given, env, words.en);

describe('checkOptions', () => {
  it('makes all editions into output/ unless told otherwise', () => {
    expect(check({})).toEqual({
      output: 'output',
      json: false,
      publish: { strict: false, verify: false },
    });
  });

  it('takes a list of editions', () => {
    expect(check({ editions: 'archive, ebook' }).publish.editions).toEqual(['archive', 'ebook']);
    expect(() => check({ editions: 'pdf' })).toThrow(UsageError);
    expect(() => check({ editions: '' })).toThrow(UsageError);
  });

  it('makes the papers of an archive, and the field for a signature, with its edition alone', () => {
    expect(check({ sheet: true }).publish.sheet).toBe('own');
    expect(check({ sheet: true, lang: 'en' }).publish.sheet).toBe('en');
    expect(() => check({ sheet: true, editions: 'ebook,print' })).toThrow(UsageError);
    expect(check({ signature: true }).publish.signature).toBe(true);
    expect(() => check({ signature: true, editions: 'print' })).toThrow(UsageError);
  });

  it('takes a cover and a format of fonts for the ebook, with that edition alone', () => {
    expect(check({ cover: 'bia.jpg', ebookFonts: 'WOFF2' }).publish.ebook).toEqual({
      cover: { path: 'bia.jpg' },
      fonts: 'woff2',
    });
    expect(check({ cover: 'bia.jpg' }).publish.ebook).toEqual({ cover: { path: 'bia.jpg' } });
    expect(() => check({ ebookFonts: 'otf' })).toThrow('--ebook-fonts knows ttf, woff2, not “otf”');
    expect(() => check({ cover: 'bia.jpg', editions: 'print' })).toThrow('--cover is of the ebook');
  });

  it('takes a day of the calendar', () => {
    expect(check({ date: '2020-01-13' }).publish.date).toBe('2020-01-13');
    expect(check({ date: '2020-01-13T08:00:00Z' }).publish.date).toBe('2020-01-13T08:00:00Z');
    for (const date of ['13/1/2020', '2020-02-30', '2020-13-01', '2020', '2020-01-13T25:00:00Z']) {
      expect(() => check({ date }), date).toThrow('--date must be a date such as 2020-01-13');
    }
  });

  it('holds ebooks to all stores unless told otherwise', () => {
    const stores = (store?: string): unknown =>
      checkCommandOptions(store === undefined ? {} : { store }, words.en).stores;
    expect(stores()).toEqual(['apple', 'kobo', 'google', 'kindle']);
    expect(stores('Kindle, kobo')).toEqual(['kobo', 'kindle']);
    expect(() => stores('none,kobo')).toThrow('--store none stands alone, without other names');
    expect(stores('none')).toEqual([]);
    expect(() => stores('amazon')).toThrow(
      'no such store: amazon; known are apple, kobo, google, kindle, all',
    );
  });

  it('takes standards by their names', () => {
    expect(checkCommandOptions({ standard: 'PDFA-2b, pdfua-1' }, words.en).standards).toEqual([
      'pdfa-2b',
      'pdfua-1',
    ]);
    expect(() => checkCommandOptions({ standard: 'pdfa-9' }, words.en)).toThrow('no such standard: pdfa-9');
  });

  it('takes a limit of ink in percent', () => {
    expect(checkCommandOptions({ ink: '240' }, words.en)).toMatchObject({ json: false, inkLimit: 240 });
    expect(checkCommandOptions({ ink: '240 %' }, words.en).inkLimit).toBe(240);
    for (const ink of ['', '24', '2.4', '500', 'much']) {
      expect(() => checkCommandOptions({ ink }, words.en), ink).toThrow('--ink must be a percentage');
    }
  });

  it('takes a printer, and marks by their names', () => {
    expect(check({ printer: 'newsprint' }).publish.printer).toBe('newsprint');
    expect(check({ marks: 'crop, info' }).publish.marks).toEqual({ crop: true, cross: false, info: true });
    expect(check({ marks: 'none' }).publish.marks).toEqual({ crop: false, cross: false, info: false });
    for (const marks of ['', 'cut', 'crop,none']) {
      expect(() => check({ marks }), marks).toThrow('--marks knows crop, cross and info');
    }
    expect(checkCommandOptions({ printer: 'a.yaml' }, words.en)).toMatchObject({
      json: false,
      printer: 'a.yaml',
    });
  });

  it('takes a way of imposing the print edition, and the thickness of its paper', () => {
    expect(check({ impose: 'booklet', creep: '0,12 mm' }).publish).toMatchObject({
      impose: 'booklet',
      creep: 0.12,
    });
    expect(check({ impose: 'none', editions: 'ebook' }).publish.impose).toBe('none');
    expect(() => check({ impose: 'a5' })).toThrow('--impose knows booklet, none, not “a5”');
    expect(() => check({ impose: 'booklet', editions: 'ebook,archive' })).toThrow('name print in --editions');
    for (const creep of ['', '-0.1', '1.5', '1/10', 'thick']) {
      expect(() => check({ creep }), creep).toThrow('--creep must be 0 to 1 mm');
    }
  });

  it('takes back the contents for readers of EPUB 2', () => {
    expect(check({ ncx: true }).publish.ebook).toBeUndefined();
    expect(check({ ncx: false }).publish.ebook).toEqual({ ncx: false });
    expect(() => check({ ncx: false, editions: 'print' })).toThrow('--no-ncx is of the ebook');
  });

  it('takes an ebook of fixed layout, of ebook and print edition', () => {
    expect(check({ fixedLayout: true }).publish.ebook).toEqual({ fixedLayout: true });
    expect(check({ fixedLayout: true, editions: 'print,ebook' }).publish.ebook).toEqual({
      fixedLayout: true,
    });
    expect(() => check({ fixedLayout: true, editions: 'print' })).toThrow('--fixed-layout is of the ebook');
    expect(() => check({ fixedLayout: true, editions: 'ebook' })).toThrow('--fixed-layout is of the print');
  });

  it('refuses what is of an edition that is not made', () => {
    for (const given of [{ printer: 'office' }, { marks: 'crop' }, { creep: '0.1' }]) {
      expect(() => check({ ...given, editions: 'ebook' })).toThrow(
        `--${Object.keys(given).join()} is of the print edition: name print in --editions`,
      );
      expect(() => check({ ...given, editions: 'ebook,print' })).not.toThrow();
    }
    expect(() => check({ archive: '2b', editions: 'print' })).toThrow('--archive is of the archive edition');
    expect(() => check({ creep: '0.1', impose: 'none' })).toThrow('--impose none takes back');
  });

  it('takes an encoding by its names and lists them', () => {
    expect(check({ encoding: 'TCVN3' }).publish.encoding).toBe('tcvn3');
    expect(check({ encoding: 'cp1258' }).publish.encoding).toBe('windows-1258');
    expect(() => check({ encoding: 'ebcdic' })).toThrow(/knows utf-8, .*viscii.* not “ebcdic”/);
    expect(() => check({ encoding: '' })).toThrow(UsageError);
  });

  it('takes folders from which files may come', () => {
    expect(check({ allow: ['../chung', '/anh'] }).publish.allow).toEqual(['../chung', '/anh']);
  });

  it('falls back on SOURCE_DATE_EPOCH', () => {
    expect(check({}, { SOURCE_DATE_EPOCH: '1578902400' }).publish.date).toBe('2020-01-13T08:00:00Z');
    expect(check({ date: '2019-05-01' }, { SOURCE_DATE_EPOCH: '1' }).publish.date).toBe('2019-05-01');
    expect(() => check({}, { SOURCE_DATE_EPOCH: 'today' })).toThrow(UsageError);
  });

  it('has every word in both languages, with the same slots', () => {
    const slots = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];
    for (const [key, text] of Object.entries(words.en)) {
      const other = Object.entries(words.vi).find(([name]) => name === key)?.[1] ?? '';
      expect(slots(other).sort(), key).toEqual(slots(text).sort());
    }
  });
});
