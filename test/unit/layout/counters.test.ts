import { describe, expect, it } from 'vitest';
import { Counters, formatCounter, markerText } from '../../../src/layout/counters.js';

describe('counter styles', () => {
  it('write roman, alphabetic and padded numbers', () => {
    expect(formatCounter(1994, 'upper-roman')).toBe('MCMXCIV');
    expect(formatCounter(4, 'lower-roman')).toBe('iv');
    expect(formatCounter(27, 'lower-alpha')).toBe('aa');
    expect(formatCounter(52, 'upper-latin')).toBe('AZ');
    expect(formatCounter(7, 'decimal-leading-zero')).toBe('07');
  });

  it('fall back to decimal out of range', () => {
    expect(formatCounter(0, 'lower-roman')).toBe('0');
    expect(formatCounter(-3, 'upper-alpha')).toBe('-3');
  });

  it('make markers: a full stop after numbers, bullets and strings bare', () => {
    expect(markerText(3, 'decimal')).toBe('3.');
    expect(markerText(3, 'disc')).toBe('•');
    expect(markerText(3, 'none')).toBe('');
    expect(markerText(3, "'– '")).toBe('– ');
  });
});

describe('counter scopes', () => {
  it('end with the parent of the element that reset them', () => {
    const counters = new Counters();
    const style = (change: object): Parameters<Counters['enter']>[0] =>
      ({ counterReset: [], counterIncrement: [], counterSet: [], ...change }) as unknown as Parameters<
        Counters['enter']
      >[0];
    counters.enter(style({}));
    counters.enter(style({ counterReset: [{ name: 'part', value: 4 }] }));
    expect(counters.value('part')).toBe(4);
    counters.enter(
      style({ counterReset: [{ name: 'part', value: 1 }], counterIncrement: [{ name: 'part', value: 1 }] }),
    );
    expect(counters.values('part')).toEqual([4, 2]);
    counters.leave();
    counters.leave();
    expect(counters.values('part')).toEqual([4]);
    counters.leave();
    expect(counters.value('part')).toBe(0);
  });
});
