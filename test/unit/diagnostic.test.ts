import { describe, expect, it } from 'vitest';
import { codes } from '../../src/diagnostic-codes.js';
import { describe as describeDiagnostic, diagnostic, DiagnosticLog } from '../../src/diagnostic.js';

describe('the table of codes', () => {
  const slots = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

  it.each(Object.entries(codes()))('%s says the same in both languages', (code, entry) => {
    expect(code).toMatch(/^[A-Z]+(?:-[A-Z0-9]+)+$/);
    expect(slots(entry.vi)).toEqual(slots(entry.en));
    expect([entry.en, entry.vi].filter((message) => /[.]$/.test(message))).toEqual([]);
    expect(
      [entry.hint?.en, entry.hint?.vi].filter((hint) => hint !== undefined && !/[.?!]$/.test(hint)),
    ).toEqual([]);
  });
});

describe('describe', () => {
  it('fills the slots', () => {
    const said = diagnostic('CLI-MISSING', { path: 'bai.txt' });
    expect(describeDiagnostic(said, 'en').message).toBe('there is no file or folder bai.txt');
  });
});

describe('DiagnosticLog', () => {
  const error = diagnostic('READ-EMPTY');
  const warning = { ...error, severity: 'warning' } as const;

  it('stops the edition that an error concerns, and no other', () => {
    const log = new DiagnosticLog(false);
    expect(log.take({ value: 7, diagnostics: [error] }, 'print')).toBe(7);
    expect([log.stops('print'), log.stops('archive')]).toEqual([true, false]);
    expect(log.all).toEqual([{ ...error, edition: 'print' }]);
  });

  it('stops every edition for an error that concerns all', () => {
    const log = new DiagnosticLog(false);
    log.take({ value: undefined, diagnostics: [error] });
    expect([log.stops('print'), log.stops('ebook')]).toEqual([true, true]);
  });

  it('lets warnings pass, unless it is strict', () => {
    const log = new DiagnosticLog(false);
    log.add(warning);
    expect(log.stops('print')).toBe(false);
    const strict = new DiagnosticLog(true);
    strict.add(warning);
    expect(strict.stops('print')).toBe(true);
    expect(strict.all[0]?.severity).toBe('error');
  });
});
