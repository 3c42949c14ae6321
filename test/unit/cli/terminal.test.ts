import { describe, expect, it } from 'vitest';
import { renderTable } from '../../../src/cli/table.js';
import { columnsOf, cut, languageOf, wantsColour } from '../../../src/cli/terminal.js';

describe('languageOf', () => {
  it.each([
    ['vi', {}, 'vi'],
    ['en', { LANG: 'vi_VN.UTF-8' }, 'en'],
    [undefined, { LANG: 'vi_VN.UTF-8' }, 'vi'],
    [undefined, { LANG: 'vi' }, 'vi'],
    [undefined, { LANG: 'vi_VN', LC_ALL: 'C.UTF-8' }, 'en'],
    [undefined, { LANG: 'vi_VN', LC_ALL: '' }, 'vi'],
    [undefined, { LANG: 'vie-custom' }, 'en'],
    [undefined, {}, 'en'],
  ] as const)('asked %s in %o is %s', (asked, env, language) => {
    expect(languageOf(asked, env)).toBe(language);
  });
});

describe('wantsColour', () => {
  it('colours a terminal, unless NO_COLOR says not to', () => {
    expect(wantsColour(true, {})).toBe(true);
    expect(wantsColour(false, {})).toBe(false);
    expect(wantsColour(true, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColour(true, { TERM: 'dumb' })).toBe(false);
    expect(wantsColour(false, { FORCE_COLOR: '1' })).toBe(true);
  });
});

describe('columnsOf', () => {
  it('counts what a terminal shows', () => {
    expect(columnsOf('Nghị')).toBe(4);
    expect(columnsOf('Nghị'.normalize('NFD'))).toBe(4);
    expect(columnsOf('越南')).toBe(4);
  });

  it('cuts by columns', () => {
    expect(cut('Lạng Sơn', 8)).toBe('Lạng Sơn');
    expect(cut('Lạng Sơn', 6)).toBe('Lạng …');
  });
});

describe('renderTable', () => {
  it('lines columns up and puts numbers to the right', () => {
    const columns = [{ head: 'tệp' }, { head: 'trang', right: true }, { head: 'cỡ', right: true }];
    const rows = [
      ['bài.epub', '', '9 kB'],
      ['a.pdf', '12', '1.024 kB'],
    ];
    expect(renderTable(columns, rows, { colour: false })).toBe(
      'tệp       trang        cỡ\nbài.epub             9 kB\na.pdf        12  1.024 kB\n',
    );
  });
});
