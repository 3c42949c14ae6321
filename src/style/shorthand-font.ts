/** The shorthands `font` (CSS Fonts 4 §2.7) and `font-variant` (§6.11). */
import type { ComponentValue, ComponentValues } from './component-value.js';
import { initialContext, parseLonghand, type LonghandName } from './properties.js';

type Found = Map<LonghandName, ComponentValues>;

/** What `font` sets and sets back. */
export const fontResets: readonly LonghandName[] = [
  'font-style',
  'font-weight',
  'font-size',
  'line-height',
  'font-family',
  'font-variant-caps',
  'font-variant-ligatures',
  'font-variant-numeric',
  'font-variant-position',
  'font-variant-east-asian',
  'font-kerning',
  'font-feature-settings',
];

const leading = ['font-style', 'font-weight', 'font-variant-caps'] as const;

function isOne(name: LonghandName, value: ComponentValue): boolean {
  return parseLonghand(name, [value], initialContext) !== undefined;
}

function isSlash(value: ComponentValue | undefined): boolean {
  return value?.type === 'operator' && value.value === '/';
}

/** `italic small-caps 700 10pt/14pt "A", serif`. */
export function expandFont(values: ComponentValues): Found | undefined {
  const found: Found = new Map();
  let at = 0;
  for (let value = values[at]; value !== undefined; value = values[++at]) {
    const current = value;
    if (current.type === 'ident' && current.name.toLowerCase() === 'normal') continue;
    const name = leading.find((n) => !found.has(n) && isOne(n, current));
    // A bare 0 to 1000 is a weight, everything else that is no leading part must be the size.
    if (name === undefined) break;
    found.set(name, [current]);
  }
  const size = values[at];
  if (at > 4 || size === undefined || !isOne('font-size', size)) return undefined;
  found.set('font-size', [size]);
  at += 1;
  if (isSlash(values[at])) {
    const height = values[at + 1];
    if (height === undefined || !isOne('line-height', height)) return undefined;
    found.set('line-height', [height]);
    at += 2;
  }
  const family = values.slice(at);
  if (parseLonghand('font-family', family, initialContext) === undefined) return undefined;
  return found.set('font-family', family);
}

const variants = [
  'font-variant-numeric',
  'font-variant-caps',
  'font-variant-ligatures',
  'font-variant-position',
  'font-variant-east-asian',
] as const;

/** Keywords of all `font-variant-*`, in any order. */
export function expandFontVariant(values: ComponentValues): Found | undefined {
  const found: Found = new Map();
  const [only] = values;
  if (values.length === 1 && only?.type === 'ident') {
    if (only.name.toLowerCase() === 'normal') return found;
    if (only.name.toLowerCase() === 'none') return found.set('font-variant-ligatures', values);
  }
  for (const value of values) {
    if (value.type !== 'ident' || value.name.toLowerCase() === 'normal') return undefined;
    const name = variants.find((n) => isOne(n, value));
    if (name === undefined) return undefined;
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found.size > 0 ? found : undefined;
}
