/**
 * CSS counters in document order (css-lists-3, 4): `enter` and `leave` follow the tree; a counter
 * lives from the element that resets it to the end of that element's parent. Also writes numbers in
 * the counter styles we know (css-counter-styles-3, predefined numeric, alphabetic and roman ones).
 */
import type { ComputedStyle } from '../document/style.js';

interface Scope {
  value: number;
}

export class Counters {
  readonly #scopes = new Map<string, Scope[]>();
  /** Names created inside each open element; they end with it. */
  readonly #frames: string[][] = [[]];

  /** Applies reset, increment and set of an element, and opens the frame of its children. */
  enter(style: ComputedStyle): void {
    for (const { name, value } of style.counterReset) this.reset(name, value);
    for (const { name, value } of style.counterIncrement) this.set(name, this.value(name) + value);
    for (const { name, value } of style.counterSet) this.set(name, value);
    this.#frames.push([]);
  }

  leave(): void {
    for (const name of this.#frames.pop() ?? []) this.#scopes.get(name)?.pop();
  }

  /** Starts a counter here; a sibling's counter of the same name is replaced. */
  reset(name: string, value: number): void {
    const frame = this.#frames.at(-1) ?? [];
    const stack = this.#stack(name);
    if (frame.includes(name)) stack.pop();
    else frame.push(name);
    stack.push({ value });
  }

  set(name: string, value: number): void {
    const scope = this.#stack(name).at(-1);
    if (scope) scope.value = value;
    else this.reset(name, value);
  }

  value(name: string): number {
    return this.#scopes.get(name)?.at(-1)?.value ?? 0;
  }

  /** All values of nested counters of this name, outermost first. */
  values(name: string): readonly number[] {
    const stack = this.#scopes.get(name) ?? [];
    return stack.length ? stack.map((scope) => scope.value) : [0];
  }

  #stack(name: string): Scope[] {
    let stack = this.#scopes.get(name);
    if (!stack) this.#scopes.set(name, (stack = []));
    return stack;
  }
}

const bullets: Readonly<Record<string, string>> = { disc: '•', circle: '◦', square: '▪', none: '' };
const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = value;
  let out = '';
  for (const [amount, digits] of romanDigits) {
    for (; rest >= amount; rest -= amount) out += digits;
  }
  return out;
}

function alphabetic(value: number): string {
  let out = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
  }
  return out;
}

/** A number in a counter style; out of a style's range it falls back to decimal. */
export function formatCounter(value: number, style: string): string {
  if (Object.hasOwn(bullets, style)) return bullets[style] ?? '';
  switch (style) {
    case 'decimal-leading-zero':
      return String(value).padStart(2, '0');
    case 'lower-roman':
      return value > 0 && value < 4000 ? roman(value) : String(value);
    case 'upper-roman':
      return value > 0 && value < 4000 ? roman(value).toUpperCase() : String(value);
    case 'lower-alpha':
    case 'lower-latin':
      return value > 0 ? alphabetic(value) : String(value);
    case 'upper-alpha':
    case 'upper-latin':
      return value > 0 ? alphabetic(value).toUpperCase() : String(value);
    default:
      return String(value);
  }
}

/** Text of a list marker: the number with its full stop, or the bullet, or the style's own string. */
export function markerText(value: number, listStyleType: string): string {
  const quoted = /^(['"])(.*)\1$/su.exec(listStyleType);
  if (quoted) return quoted[2] ?? '';
  const shown = formatCounter(value, listStyleType);
  return shown === '' || Object.hasOwn(bullets, listStyleType) ? shown : `${shown}.`;
}
