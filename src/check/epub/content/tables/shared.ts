/** What several tables say in the same way. */
import type { ElementRule } from '../element-rule.js';
import {
  address,
  anyValue,
  flag,
  language,
  listOf,
  mimeType,
  oneOf,
  target,
  type ValueType,
} from '../values.js';

export type Attributes = Readonly<Record<string, ValueType>>;

/** A text-level element that takes any role, as most do. */
export const phrase: ElementRule = { in: ['phrasing'], holds: '#phrasing', roles: 'any' };
/** A block of text that takes any role. */
export const block: ElementRule = { in: ['flow'], holds: '#flow', roles: 'any' };

export const crossOrigin = oneOf('anonymous', 'use-credentials', '');
export const fetchPriority = oneOf('high', 'low', 'auto');
export const loading = oneOf('lazy', 'eager');
export const blocking = oneOf('render');
export const referrerPolicy = oneOf(
  '',
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
);

/** What `a` and `area` say of where they lead (HTML, 4.6.1). */
export const linkAttributes: Attributes = {
  href: address,
  target,
  download: anyValue,
  ping: listOf(address, 0),
  rel: anyValue,
  hreflang: language,
  type: mimeType,
};

/** What form controls have in common (HTML, 4.10.18). */
export const controlAttributes: Attributes = {
  name: { accepts: (value) => value.trim() !== '', like: 'ten' },
  disabled: flag('disabled'),
  form: { accepts: (value) => /^\S+$/.test(value), like: 'bieu-mau' },
};

/** Words of a list. */
export const words = (list: string): readonly string[] => list.split(' ');

export const presentational = ['presentation', 'none'];
