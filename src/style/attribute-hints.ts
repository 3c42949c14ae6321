/**
 * Presentational hints (HTML standard §15): HTML attributes that speak of appearance, as declarations
 * weaker than any author rule. Only those that readers of ours write.
 */
import type { ElementNode } from '../document/tree.js';
import type { ComponentValues } from './component-value.js';
import type { Declaration } from './declarations.js';

const none: readonly Declaration[] = [];
const alignable: ReadonlySet<string> = new Set(['td', 'th', 'tr', 'col', 'colgroup', 'thead', 'tbody']);

/** The declarations that an element's attributes stand for. */
export function attributeHints(element: ElementNode): readonly Declaration[] {
  const { tagName, properties } = element;
  switch (tagName) {
    case 'ol': {
      const start = wholeNumber(properties['start']);
      return start === undefined ? none : [counter('counter-reset', start - 1)];
    }
    case 'li': {
      const value = wholeNumber(properties['value']);
      return value === undefined ? none : [counter('counter-set', value)];
    }
    case 'img':
      return [...pixels('width', properties['width']), ...pixels('height', properties['height'])];
    default: {
      const align = properties['align'];
      if (typeof align !== 'string' || !alignable.has(tagName)) return none;
      return /^(?:left|right|center|justify)$/.test(align)
        ? [hint('text-align', [{ type: 'ident', name: align }])]
        : none;
    }
  }
}

function counter(name: string, value: number): Declaration {
  return hint(name, [
    { type: 'ident', name: 'list-item' },
    { type: 'number', value },
  ]);
}

function pixels(name: string, value: unknown): readonly Declaration[] {
  const found = wholeNumber(value);
  return found === undefined || found < 0
    ? none
    : [hint(name, [{ type: 'dimension', value: found, unit: 'px' }])];
}

function hint(name: string, values: ComponentValues): Declaration {
  return { name, values, important: false, pending: false };
}

function wholeNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}
