/**
 * The attributes that an element of an article keeps: names, language, links, spans of cells, sizes of
 * pictures. Whatever runs, loads or only decorates is left behind; alignment becomes a class.
 */
import { propertyName, type Properties, type PropertyValue } from '../../document/tree.js';
import type { HtmlElement } from './parse.js';

const everywhere: ReadonlySet<string> = new Set('id lang dir title'.split(' '));
const ofElement: Readonly<Record<string, readonly string[]>> = {
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  col: ['span'],
  colgroup: ['span'],
};
const numbers: ReadonlySet<string> = new Set('start value colspan rowspan span'.split(' '));
/** HTML standard, 4.9.11: the most columns; more rows than that are as good as these. */
const mostCells = 1000;

/** What a link may lead to: a place, a file, the web, a mailbox, a telephone. */
const followed = /^(?:(?:https?|mailto|tel):|\/\/|(?![a-z][a-z\d+.-]*:))/i;

/** The value of an attribute; undefined when there is none. */
export function attributeOf(node: HtmlElement, name: string): string | undefined {
  return node.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The properties of an element that becomes one of this name; `classNames` come first. */
export function keptProperties(
  node: HtmlElement,
  tagName: string,
  classNames: readonly string[] = [],
): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  const className = [...new Set([...classNames, ...wordsOf(attributeOf(node, 'class')), ...alignment(node)])];
  if (className.length > 0) properties['className'] = className;
  for (const { name, value } of node.attrs) {
    if (!everywhere.has(name) && !(ofElement[tagName] ?? []).includes(name)) continue;
    const kept = numbers.has(name) ? numberOf(name, value) : name === 'reversed' ? true : value.trim();
    if (kept !== undefined && kept !== '' && isSound(name, kept)) properties[propertyName(name)] = kept;
  }
  return properties;
}

/** An address that a reader can follow, blanks taken off; undefined for scripts and the like. */
export function followedAddress(href: string | undefined): string | undefined {
  // Browsers take out what hides the scheme (URL standard, 4.4).
  const address = href?.replace(/[\t\n\r]/g, '').trim();
  return address !== undefined && followed.test(address) ? address : undefined;
}

/** The size of a picture: pixels, or a part of the width as a style. */
export function pictureSize(node: HtmlElement): Properties {
  const style = attributeOf(node, 'style') ?? '';
  const width = /(?:^|;)\s*(?:max-)?width\s*:\s*(\d{1,3}(?:\.\d+)?)%/i.exec(style)?.[1];
  const typed = attributeOf(node, 'width')?.trim() ?? '';
  const percent = width ?? /^(\d{1,3}(?:\.\d+)?)%$/.exec(typed)?.[1];
  if (percent !== undefined && Number(percent) > 0 && Number(percent) <= 100)
    return { style: `width: ${percent}%` };
  const pixels = /^(\d{1,5})(?:px)?$/.exec(typed)?.[1];
  const height = /^(\d{1,5})(?:px)?$/.exec(attributeOf(node, 'height')?.trim() ?? '')?.[1];
  return {
    ...(pixels && Number(pixels) > 0 ? { width: Number(pixels) } : {}),
    ...(height && Number(height) > 0 ? { height: Number(height) } : {}),
  };
}

/** Whether a page does not show the element. */
export function isHidden(node: HtmlElement): boolean {
  return (
    attributeOf(node, 'hidden') !== undefined ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(node, 'style') ?? '')
  );
}

function alignment(node: HtmlElement): readonly string[] {
  const style = /(?:^|;)\s*text-align\s*:\s*(left|right|center)/i.exec(attributeOf(node, 'style') ?? '')?.[1];
  const side = style ?? /^(left|right|center|middle)$/i.exec(attributeOf(node, 'align')?.trim() ?? '')?.[1];
  if (side === undefined) return [];
  return [`align-${side.toLowerCase() === 'middle' ? 'center' : side.toLowerCase()}`];
}

function wordsOf(value: string | undefined): readonly string[] {
  return value?.split(/\s+/).filter(Boolean) ?? [];
}

function numberOf(name: string, value: string): number | undefined {
  const digits = /^\s*(-?\d{1,9})/.exec(value)?.[1];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  if (name === 'start' || name === 'value') return number;
  return number > 1 ? Math.min(mostCells, number) : undefined;
}

function isSound(name: string, value: PropertyValue): boolean {
  switch (name) {
    case 'type':
      return /^[1aAiI]$/.test(String(value));
    case 'scope':
      return /^(?:row|col|rowgroup|colgroup)$/.test(String(value));
    case 'dir':
      return /^(?:ltr|rtl|auto)$/.test(String(value));
    case 'lang':
      return /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/.test(String(value));
    default:
      return true;
  }
}
