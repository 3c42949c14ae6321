/**
 * The width that a Type 2 charstring begins with (Adobe Technical Note 5177, 3.1): a number more than the
 * first operator that clears the stack takes. Only what comes up to that operator is read.
 */
import { shortNumber } from './cff-values.js';
import type { FontBytes } from './font-bytes.js';

export interface Subroutines {
  readonly global: readonly FontBytes[];
  readonly local: readonly FontBytes[];
}

/** Operators that take any even number of operands: hints and masks. */
const evenOperators = new Set([1, 3, 18, 19, 20, 23]);
/** Operands that the others take: vmoveto, hmoveto, rmoveto. */
const operandCount: Readonly<Record<number, number>> = { 4: 1, 22: 1, 21: 2 };

const [callSubr, returns, escape, endChar, callGlobal, shortInteger, fixedPoint] = [
  10, 11, 12, 14, 29, 28, 255,
];

/** Subroutines nested deeper than the note allows (10) are damage, and so is a width after this many calls. */
const maxDepth = 11;
const maxCalls = 100;

/**
 * The difference to the nominal width, `default` where the charstring has none; undefined where it cannot
 * be told without running the program.
 */
export function charstringWidth(code: FontBytes, subroutines: Subroutines): number | 'default' | undefined {
  const stack: number[] = [];
  let calls = 0;
  /** What the first operator says of the width; `on` while there was none. */
  const run = (bytes: FontBytes, depth: number): number | 'default' | 'on' | undefined => {
    for (let at = 0; at < bytes.length;) {
      const b0 = bytes.u8(at);
      if (b0 >= 32 || b0 === shortInteger) {
        const [value, length] = operand(bytes, at);
        stack.push(value);
        at += length;
        continue;
      }
      at += 1;
      if (b0 === returns) return 'on';
      if (b0 !== callSubr && b0 !== callGlobal) return widthAt(b0, stack);
      const list = b0 === callSubr ? subroutines.local : subroutines.global;
      const inner = list[(stack.pop() ?? 0) + bias(list.length)];
      calls += 1;
      if (!inner || depth >= maxDepth || calls > maxCalls) return undefined;
      const found = run(inner, depth + 1);
      if (found !== 'on') return found;
    }
    return 'on';
  };
  const found = run(code, 0);
  return found === 'on' ? undefined : found;
}

function widthAt(operator: number, stack: readonly number[]): number | 'default' | undefined {
  const [first] = stack;
  if (operator === escape || first === undefined) return operator === escape ? undefined : 'default';
  const taken = operandCount[operator];
  if (taken !== undefined) return stack.length > taken ? first : 'default';
  if (evenOperators.has(operator)) return stack.length % 2 === 1 ? first : 'default';
  // endchar alone, or with the four operands of an accented character.
  if (operator === endChar) return stack.length === 1 || stack.length === 5 ? first : 'default';
  return undefined;
}

function operand(bytes: FontBytes, at: number): readonly [value: number, length: number] {
  const b0 = bytes.u8(at);
  if (b0 === shortInteger) return [bytes.i16(at + 1), 3];
  if (b0 === fixedPoint) return [(bytes.u32(at + 1) | 0) / 65536, 5];
  return shortNumber(b0, bytes.u8(at + 1));
}

/** What is added to the number of a subroutine. */
function bias(count: number): number {
  if (count < 1240) return 107;
  return count < 33900 ? 1131 : 32768;
}
