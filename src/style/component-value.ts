/**
 * Component values (CSS Syntax 3 §5): what stands in a declaration after the colon, as plain frozen
 * data. In: the nodes of css-tree; out: `ComponentValue[]` for the property parsers, and text again
 * for messages and for the ebook's sheet. css-tree's nodes go no further than here and the files that
 * read sheets.
 */
import type { CssNodePlain, FunctionNodePlain } from 'css-tree';
import { decodeIdentifier } from './identifiers.js';
import { parseCss } from './parse-css.js';

export type ComponentValue =
  | { readonly type: 'ident'; readonly name: string }
  /** `real`: written with a point or an exponent, so no `<integer>` whatever its value (CSS Syntax 3 §4.3.12). */
  | { readonly type: 'number'; readonly value: number; readonly real?: true }
  | { readonly type: 'percentage'; readonly value: number }
  /** `unit` in lower case. */
  | { readonly type: 'dimension'; readonly value: number; readonly unit: string }
  | { readonly type: 'string'; readonly value: string }
  /** `#…` without the sign. */
  | { readonly type: 'hash'; readonly value: string }
  | { readonly type: 'url'; readonly value: string }
  /** `name` in lower case. */
  | { readonly type: 'function'; readonly name: string; readonly args: ComponentValues }
  | { readonly type: 'parens'; readonly values: ComponentValues }
  /** Comma, slash, plus, minus, star. */
  | { readonly type: 'operator'; readonly value: string }
  /** Anything else, kept as its text so that it can be shown. */
  | { readonly type: 'other'; readonly text: string };

export type ComponentValues = readonly ComponentValue[];

/** The component values of a list of css-tree nodes. */
export function componentValues(nodes: readonly CssNodePlain[]): ComponentValues {
  const result: ComponentValue[] = [];
  for (const node of nodes) {
    if (node.type === 'WhiteSpace' || node.type === 'Comment') continue;
    if (node.type === 'Raw') result.push(...parseComponentValues(node.value));
    else result.push(componentValue(node));
  }
  return result;
}

/** Parses a value's text (a custom property, the fallback of `var()`); text that is no value becomes one 'other'. */
export function parseComponentValues(text: string): ComponentValues {
  if (text.trim() === '') return [];
  const plain = plainValues(text);
  if (plain) return plain;
  let broken = false;
  const ast = parseCss(text, { context: 'value', onParseError: () => (broken = true) });
  if (broken || ast.type !== 'Value' || ast.children.some((child) => child.type === 'Raw'))
    return [{ type: 'other', text: text.trim() }];
  return componentValues(ast.children);
}

/** A keyword, or a number with or without a unit. */
const plainValue = /^(?:([a-z][a-z-]*)|(-?(?:\d*\.)?\d+)(?:(%)|([a-z]+))?)$/i;

/** The values of a text of such words alone, as most are: for these css-tree takes many times as long. */
function plainValues(text: string): ComponentValues | undefined {
  const values: ComponentValue[] = [];
  for (const word of text.trim().split(/[ \t\n\r\f]+/)) {
    const [whole, name, number = '', percent, unit] = plainValue.exec(word) ?? [];
    if (whole === undefined) return undefined;
    if (name !== undefined) values.push({ type: 'ident', name });
    else if (percent) values.push({ type: 'percentage', value: Number(number) });
    else if (unit) values.push({ type: 'dimension', value: Number(number), unit: unit.toLowerCase() });
    else
      values.push({
        type: 'number',
        value: Number(number),
        ...(number.includes('.') ? { real: true } : {}),
      });
  }
  return values;
}

function componentValue(node: CssNodePlain): ComponentValue {
  switch (node.type) {
    case 'Identifier':
      return { type: 'ident', name: decodeIdentifier(node.name) };
    case 'Number':
      return {
        type: 'number',
        value: Number(node.value),
        ...(/[.e]/i.test(node.value) ? { real: true } : {}),
      };
    case 'Percentage':
      return { type: 'percentage', value: Number(node.value) };
    case 'Dimension':
      return {
        type: 'dimension',
        value: Number(node.value),
        unit: decodeIdentifier(node.unit).toLowerCase(),
      };
    case 'String':
      return { type: 'string', value: node.value };
    case 'Hash':
      return { type: 'hash', value: decodeIdentifier(node.value) };
    case 'Url':
      return { type: 'url', value: node.value };
    case 'Function':
      return functionValue(node);
    case 'Parentheses':
      return { type: 'parens', values: componentValues(node.children) };
    case 'Operator':
      return { type: 'operator', value: node.value.trim() };
    case 'UnicodeRange':
      return { type: 'other', text: node.value };
    default:
      return { type: 'other', text: 'name' in node && typeof node.name === 'string' ? node.name : '?' };
  }
}

function functionValue(node: FunctionNodePlain): ComponentValue {
  const name = decodeIdentifier(node.name).toLowerCase();
  return { type: 'function', name, args: componentValues(node.children) };
}

/** CSS text of component values, one blank between them; deterministic, for messages and the ebook. */
export function cssText(values: ComponentValues): string {
  let text = '';
  values.forEach((value, i) => {
    const previous = values[i - 1];
    const comma = value.type === 'operator' && value.value === ',';
    const tight = isSlash(value) || (previous !== undefined && isSlash(previous));
    text += (i === 0 || comma || tight ? '' : ' ') + textOfValue(value);
  });
  return text;
}

function isSlash(value: ComponentValue): boolean {
  return value.type === 'operator' && value.value === '/';
}

function textOfValue(value: ComponentValue): string {
  switch (value.type) {
    case 'ident':
      return value.name;
    case 'number':
      return String(value.value);
    case 'percentage':
      return `${value.value}%`;
    case 'dimension':
      return `${value.value}${value.unit}`;
    case 'string':
      return quoted(value.value);
    case 'hash':
      return `#${value.value}`;
    case 'url':
      return `url(${quoted(value.value)})`;
    case 'function':
      return `${value.name}(${cssText(value.args)})`;
    case 'parens':
      return `(${cssText(value.values)})`;
    case 'operator':
      return value.value;
    case 'other':
      return value.text;
    default:
      return value satisfies never;
  }
}

/** A CSS string in double quotes, line breaks and quotes escaped (CSS Syntax 3 §4.3.5). */
export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"`;
}

/** Whether `var()` stands anywhere in the values. */
export function hasVar(values: ComponentValues): boolean {
  return values.some((value) =>
    value.type === 'function'
      ? value.name === 'var' || hasVar(value.args)
      : value.type === 'parens' && hasVar(value.values),
  );
}
