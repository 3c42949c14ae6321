/** Attribute selectors (Selectors 4 §6). */
import type { AttributeSelector } from 'css-tree';
import type { SelectorTest } from './compile-selector.js';
import { decodeIdentifier } from './identifiers.js';

/** Attributes whose values HTML compares without case (HTML standard §4.16.2), the living ones. */
const caselessValues: ReadonlySet<string> = new Set(
  (
    'accept accept-charset align alink axis bgcolor charset checked clear codetype color compact declare ' +
    'defer dir direction disabled enctype face frame hreflang http-equiv lang language link media method ' +
    'multiple nohref noresize noshade nowrap readonly rel rev rules scope scrolling selected shape target ' +
    'text type valign valuetype vlink'
  ).split(' '),
);

type Compare = (value: string, wanted: string) => boolean;

const comparisons: Readonly<Record<string, Compare>> = {
  '=': (value, wanted) => value === wanted,
  '~=': (value, wanted) => wanted !== '' && value.split(/[ \t\n\r\f]+/).includes(wanted),
  '|=': (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
  '^=': (value, wanted) => wanted !== '' && value.startsWith(wanted),
  '$=': (value, wanted) => wanted !== '' && value.endsWith(wanted),
  '*=': (value, wanted) => wanted !== '' && value.includes(wanted),
};

/** The attribute name that a selector looks at, as HTML writes it; undefined for one of a namespace. */
export function attributeName(written: string): string | undefined {
  const name = decodeIdentifier(written).toLowerCase();
  const local = name.replace(/^\*?\|/, '');
  return local.includes('|') ? undefined : local;
}

/** The test of `[name]`, `[name=value]` and so on. */
export function attributeTest(selector: {
  readonly name: { readonly name: string };
  readonly matcher: AttributeSelector['matcher'];
  readonly value: AttributeSelector['value'];
  readonly flags: string | null;
}): SelectorTest | undefined {
  const name = attributeName(selector.name.name);
  if (name === undefined) return undefined;
  const { matcher, value, flags } = selector;
  if (matcher === null || value === null)
    return (table, number) => table.attribute(number, name) !== undefined;
  const compare = Object.hasOwn(comparisons, matcher) ? comparisons[matcher] : undefined;
  const flag = flags?.toLowerCase() ?? (caselessValues.has(name) ? 'i' : 's');
  if (compare === undefined || (flag !== 'i' && flag !== 's')) return undefined;
  const written = value.type === 'String' ? value.value : decodeIdentifier(value.name);
  const fold = (text: string): string => (flag === 'i' ? text.toLowerCase() : text);
  const wanted = fold(written);
  return (table, number) => {
    const found = table.attribute(number, name);
    return found !== undefined && compare(fold(found), wanted);
  };
}
