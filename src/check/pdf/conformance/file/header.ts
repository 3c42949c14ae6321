/**
 * Rules on the first two lines of a file: `%PDF-1.n`, then a comment of four bytes above 127, which tells
 * programs that it is not a text.
 */
import { latin1 } from '../../objects.js';
import type { Rule } from '../rule.js';
import type { Part } from '../standards.js';

/** What the first line may be. Part 1 names no version, but allows nothing in front. */
const headers: Readonly<Partial<Record<Part, RegExp>>> = {
  A1: /^%PDF-\d\.\d/,
  A2: /^%PDF-1\.[0-7][\r\n]/,
  A3: /^%PDF-1\.[0-7][\r\n]/,
  A4: /^%PDF-2\.\d[\r\n]/,
};

export const headerRules: readonly Rule[] = [
  {
    code: 'PDFA-HEADER',
    clauses: { A1: '6.1.2', A2: '6.1.2', A3: '6.1.2', A4: '6.1.2' },
    encrypted: true,
    find: ({ file }, { part }) => {
      const line = latin1((file.before.length > 0 ? file.before : file.bytes).subarray(0, 32));
      const right = file.before.length === 0 && headers[part]?.test(line) !== false;
      return right ? [] : [{ line: line.split(/[\r\n]/)[0] ?? '' }];
    },
  },
  {
    code: 'PDFA-BINARY-COMMENT',
    clauses: { A1: '6.1.2', A2: '6.1.2', A3: '6.1.2', A4: '6.1.2' },
    encrypted: true,
    find: ({ file }) => {
      const comment = /^%PDF-[^\r\n]*(?:\r\n|\r|\n)%([^\r\n]{4})/.exec(latin1(file.bytes.subarray(0, 64)));
      return comment && /^[\x80-\xff]{4}$/.test(comment[1] ?? '') ? [] : [{}];
    },
  },
];
