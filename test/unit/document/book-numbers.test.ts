import { describe, expect, it } from 'vitest';
import { readIsbn, readIssn } from '../../../src/document/book-numbers.js';

describe('readIsbn', () => {
  it.each([
    // The examples of ISO 2108 and of Wikipedia’s article on ISBN.
    ['978-0-306-40615-7', '9780306406157'],
    ['ISBN 978 0 306 40615 7', '9780306406157'],
    ['urn:isbn:9780306406157', '9780306406157'],
    ['978–604–0–00001–9', '9786040000019'],
    ['0-306-40615-2', '0306406152'],
    ['ISBN-10: 0-8044-2957-x', '080442957X'],
  ])('takes %s', (text, number) => {
    expect(readIsbn(text)).toEqual({ type: 'right', number });
  });

  it('says what the last digit would have to be', () => {
    expect(readIsbn('978-0-306-40615-8')).toEqual({ type: 'digit', digit: '7' });
    expect(readIsbn('0-8044-2957-1')).toEqual({ type: 'digit', digit: 'X' });
  });

  it.each(['', '123', '9770306406157', '97803064061577', 'chín bảy tám', 'X30640615X'])(
    'refuses “%s”',
    (text) => {
      expect(readIsbn(text)).toEqual({ type: 'none' });
    },
  );
});

describe('readIssn', () => {
  it('takes eight digits with or without their hyphen', () => {
    expect(readIssn('0378-5955')).toEqual({ type: 'right', number: '0378-5955' });
    expect(readIssn('ISSN 2434561x')).toEqual({ type: 'right', number: '2434-561X' });
    expect(readIssn('0378-5954')).toEqual({ type: 'digit', digit: '5' });
    expect(readIssn('378-5955')).toEqual({ type: 'none' });
  });
});
