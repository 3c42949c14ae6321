/**
 * The width that a Type 1 charstring states first (Adobe Type 1 Font Format, 6.4): `hsbw` or `sbw`, whose
 * operands may be divided.
 */
import { shortNumber } from './cff-values.js';
import type { FontBytes } from './font-bytes.js';

const [callSubr, returns, escape, hsbw, longInteger] = [10, 11, 12, 13, 255];
/** Operators after the escape: sbw, div. */
const [sbw, div] = [7, 12];

const maxDepth = 11;

/** The width in units of the charstring; undefined where it does not begin with one. */
export function type1Width(code: FontBytes, subrs: readonly (FontBytes | undefined)[]): number | undefined {
  const stack: number[] = [];
  /** The width; `on` where there was none yet. */
  const run = (bytes: FontBytes, depth: number): number | 'on' | undefined => {
    for (let at = 0; at < bytes.length;) {
      const b0 = bytes.u8(at);
      if (b0 >= 32) {
        const [value, length] = b0 === longInteger ? ([bytes.u32(at + 1) | 0, 5] as const) : short(bytes, at);
        stack.push(value);
        at += length;
        continue;
      }
      at += 1;
      if (b0 === hsbw) return stack[1];
      if (b0 === returns) return 'on';
      if (b0 === callSubr) {
        const inner = subrs[stack.pop() ?? -1];
        const found = inner && depth < maxDepth ? run(inner, depth + 1) : undefined;
        if (found !== 'on') return found;
      } else if (b0 === escape && bytes.u8(at) === div) {
        const [b = 1, a = 0] = [stack.pop(), stack.pop()];
        stack.push(b === 0 ? 0 : a / b);
        at += 1;
      } else return b0 === escape && bytes.u8(at) === sbw ? stack[2] : undefined;
    }
    return 'on';
  };
  const found = run(code, 0);
  return found === 'on' ? undefined : found;
}

function short(bytes: FontBytes, at: number): readonly [value: number, length: number] {
  return shortNumber(bytes.u8(at), bytes.u8(at + 1));
}
