/** Page selectors (CSS Page 3 §4.1, `:nth()` of CSS GCPM 3): a page type's name and pseudo-classes. */
import type { PageQuery } from '../document/style.js';

export interface PageSelector {
  /** '' matches pages of every type. */
  readonly name: string;
  readonly first: boolean;
  readonly blank: boolean;
  /** The side it asks for. */
  readonly side?: 'left' | 'right';
  /** `:nth(An+B)` */
  readonly nth?: { readonly step: number; readonly offset: number };
  /** (names, first/blank/nth, sides) of CSS Page 3 §4.3 as one number. */
  readonly specificity: number;
}

/** Reads the selector list of an `@page` rule; undefined when one of it is not understood. */
export function parsePageSelectors(list: string): readonly PageSelector[] | undefined {
  const result: PageSelector[] = [];
  for (const text of list.trim() === '' ? [''] : list.split(',')) {
    const selector = parsePageSelector(text.trim());
    if (selector === undefined || (text.trim() === '' && list.trim() !== '')) return undefined;
    result.push(selector);
  }
  return result;
}

function parsePageSelector(text: string): PageSelector | undefined {
  const match = /^(-?[a-zA-Z_\x80-\uffff][\w\x80-\uffff-]*)?((?::[a-zA-Z]+(?:\([^)]*\))?)*)$/.exec(text);
  if (!match) return undefined;
  const [, name = '', pseudos = ''] = match;
  let selector: PageSelector = { name, first: false, blank: false, specificity: name === '' ? 0 : 10_000 };
  for (const [, pseudo = '', args] of pseudos.toLowerCase().matchAll(/:([a-z]+)(?:\(([^)]*)\))?/g)) {
    const added = pseudoClass(pseudo, args);
    if (added === undefined) return undefined;
    const weight = added.side === undefined ? 100 : 1;
    selector = { ...selector, ...added, specificity: selector.specificity + weight };
  }
  return selector;
}

function pseudoClass(name: string, args: string | undefined): Partial<PageSelector> | undefined {
  if (name === 'nth') {
    const nth = args === undefined ? undefined : parseNth(args);
    return nth && { nth };
  }
  if (args !== undefined) return undefined;
  switch (name) {
    case 'first':
      return { first: true };
    case 'blank':
      return { blank: true };
    case 'left':
    case 'right':
      return { side: name };
    default:
      return undefined;
  }
}

/** `An+B`, `odd`, `even` (CSS Syntax 3 §6). */
function parseNth(text: string): PageSelector['nth'] | undefined {
  const compact = text.replace(/\s+/g, '');
  if (compact === 'odd') return { step: 2, offset: 1 };
  if (compact === 'even') return { step: 2, offset: 0 };
  if (/^[+-]?\d+$/.test(compact)) return { step: 0, offset: Number(compact) };
  const match = /^([+-]?\d*)n([+-]\d+)?$/.exec(compact);
  if (!match) return undefined;
  const [, step = '', offset = '0'] = match;
  return { step: /\d/.test(step) ? Number(step) : Number(`${step}1`), offset: Number(offset) };
}

/** Whether a page is one that the selector means. */
export function matchesPage(selector: PageSelector, page: PageQuery): boolean {
  if (selector.name !== '' && selector.name !== page.name) return false;
  if (selector.first && !page.first) return false;
  if (selector.blank && !page.blank) return false;
  if (selector.side !== undefined && (selector.side === 'left') !== page.left) return false;
  if (selector.nth === undefined) return true;
  const { step, offset } = selector.nth;
  const distance = page.number - offset;
  return step === 0 ? distance === 0 : distance % step === 0 && distance / step >= 0;
}
