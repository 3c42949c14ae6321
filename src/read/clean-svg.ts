/**
 * SVG pictures: a file from anywhere → a drawing that runs nothing, follows nothing and fetches nothing. In:
 * bytes; out: SVG written anew from the elements and attributes that draw (`svg-names.ts`), its size, and
 * what was left out. What programs keep for themselves (metadata, other namespaces) goes without a word.
 */
import { attributeOf, readXml, type XmlElement } from '../document/read-xml.js';
import { escapeAttribute, escapeText } from '../document/xml.js';
import { svgAttributes, svgElements, svgSilent } from './svg-names.js';

/** A clean drawing. */
export interface CleanSvg {
  readonly bytes: Uint8Array;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What was left out: `script`, `onclick`, `href=…`; each once. */
  readonly removed: readonly string[];
  /** It holds text, which is set in the fonts of whoever shows it. */
  readonly text: boolean;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Whether a file is SVG rather than another kind of picture. */
export function isSvg(bytes: Uint8Array): boolean {
  const start = decode(bytes.subarray(0, 4096)).trimStart();
  return start.startsWith('<') && /<(?:[\w-]+:)?svg[\s>]/.test(start);
}

/** Cleans a drawing; a reason when it cannot be read. */
export function cleanSvg(bytes: Uint8Array): CleanSvg | { readonly reason: string } {
  const read = readXml(withoutSubset(decode(bytes)));
  if (!read.ok) return { reason: `XML ${read.line}:${read.column}` };
  const { root } = read;
  if (root.namespace !== svgNamespace || root.name !== 'svg') return { reason: `<${root.name}>` };
  const size = sizeOf(root);
  if (!size) return { reason: 'width, height, viewBox' };
  const cleaner = new Cleaner();
  const own = [
    `xmlns="${svgNamespace}" xmlns:xlink="${xlinkNamespace}"`,
    root.attributes.has('viewBox') ? '' : `viewBox="0 0 ${size.width} ${size.height}"`,
    root.attributes.has('width') ? '' : `width="${size.width}"`,
    root.attributes.has('height') ? '' : `height="${size.height}"`,
  ];
  const drawn = cleaner.element(root, own.filter(Boolean).join(' '));
  const { removed, text } = cleaner;
  return { bytes: new TextEncoder().encode(`${drawn}\n`), ...size, removed: [...removed], text };
}

function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(utf16).decode(bytes);
}

/** Characters of the longest internal subset that is looked at. */
const longestSubset = 20_000;

/** Drawing programs declare namespaces as entities: those without markup or references are put in, once. */
function withoutSubset(source: string): string {
  const at = source.indexOf('<!DOCTYPE');
  if (at < 0) return source;
  const type = /^<!DOCTYPE[^[>]*\[([^\]]*)\]\s*>/.exec(source.slice(at, at + longestSubset));
  if (!type) return source;
  const entities = new Map<string, string>();
  const declaration = /<!ENTITY\s+([\w.-]+)\s+(["'])([^<&"']{0,200})\2\s*>/g;
  for (const [, name, , value] of (type[1] ?? '').matchAll(declaration))
    if (name !== undefined && value !== undefined) entities.set(name, value);
  const rest = source.slice(at + type[0].length);
  return (
    source.slice(0, at) + rest.replace(/&([\w.-]+);/g, (whole, name: string) => entities.get(name) ?? whole)
  );
}

/** CSS pixels of a unit (css-values-4, 6.2). */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** What CSS gives a drawing that does not say how large it is (CSS 2.2, 10.3.2). */
const defaultSize = { width: 300, height: 150 };

/** The size that a drawing asks for, or that of what it shows. */
function sizeOf({ attributes }: XmlElement): { readonly width: number; readonly height: number } | undefined {
  const [, , boxWidth = 0, boxHeight = 0] = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const box = boxWidth > 0 && boxHeight > 0 ? { width: boxWidth, height: boxHeight } : undefined;
  const [width, height] = [lengthOf(attributes.get('width')), lengthOf(attributes.get('height'))];
  const ratio = box ? box.height / box.width : defaultSize.height / defaultSize.width;
  const size =
    width !== undefined
      ? { width, height: height ?? width * ratio }
      : height !== undefined
        ? { width: height / ratio, height }
        : (box ?? defaultSize);
  const sound = [size.width, size.height].every((side) => Number.isFinite(side) && side > 0 && side < 1e6);
  return sound ? size : undefined;
}

function lengthOf(text: string | undefined): number | undefined {
  const [, number, unit = ''] =
    /^\s*\+?(\d*\.?\d+(?:e[-+]?\d+)?)([a-z]*)\s*$/i.exec(text?.slice(0, 40) ?? '') ?? [];
  const factor = units[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

class Cleaner {
  readonly removed = new Set<string>();
  text = false;

  /** One element as markup; `more` are attributes of the root. */
  element(element: XmlElement, more = ''): string {
    const { name, namespace, children } = element;
    if (namespace !== svgNamespace || svgSilent.has(name)) return '';
    // A link goes, what it holds stays.
    if (name === 'a') {
      this.removed.add('a');
      return this.content(element);
    }
    if (!svgElements.has(name)) {
      this.removed.add(name);
      return '';
    }
    const attributes = this.attributes(element);
    if (name === 'image' && !attributes.some((each) => each.startsWith('xlink:href='))) return '';
    this.text ||= name === 'text';
    const start = [name, more, ...attributes].filter(Boolean).join(' ');
    const content = name === 'style' ? this.sheet(element) : this.content(element);
    return children.length === 0 ? `<${start}/>` : `<${start}>${content}</${name}>`;
  }

  private content({ children }: XmlElement): string {
    return children
      .map((child) => (child.type === 'text' ? escapeText(child.value) : this.element(child)))
      .join('');
  }

  /** Rules without imports and addresses; one with escapes, which could hide them, is no drawing's. */
  private sheet({ children }: XmlElement): string {
    const rules = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    const clean = rules.replace(/@import[^;]*;?/gi, '').replace(fetching, 'none');
    if (rules.includes('\\') || clean !== rules) this.removed.add('style');
    return rules.includes('\\') ? '' : escapeText(clean);
  }

  private attributes(element: XmlElement): readonly string[] {
    const kept: string[] = [];
    for (const [key, value] of element.attributes) {
      if (key === 'href' || !svgAttributes.has(key)) {
        if (/^on/i.test(key)) this.removed.add(key);
        if (key.startsWith('aria-')) kept.push(`${key}="${escapeAttribute(value)}"`);
      } else if (isOutside(value)) this.removed.add(`${key}=${value.slice(0, 40)}`);
      else kept.push(`${key}="${escapeAttribute(value)}"`);
    }
    const language = attributeOf(element, xmlNamespace, 'lang');
    if (language !== undefined) kept.push(`xml:lang="${escapeAttribute(language)}"`);
    if (attributeOf(element, xmlNamespace, 'space') === 'preserve') kept.push('xml:space="preserve"');
    return [...kept, ...this.reference(element)];
  }

  /** What an element refers to: a part of the drawing, or for an image a picture in the address itself. */
  private reference(element: XmlElement): readonly string[] {
    const address = (element.attributes.get('href') ?? attributeOf(element, xlinkNamespace, 'href'))?.trim();
    if (address === undefined) return [];
    const inside = address.startsWith('#');
    const picture = element.name === 'image' && /^data:image\/(?:png|jpeg);base64,[\w+/=\s]*$/i.test(address);
    if (inside || picture) return [`xlink:href="${escapeAttribute(address)}"`];
    this.removed.add(`href=${address.slice(0, 40)}`);
    return [];
  }
}

/** Functions of CSS that fetch, with their arguments; parts of the drawing itself are no such. */
const fetching = /(?:url\((?![\s"']*#)|(?:image-set|image|cross-fade|src)\()[^)]*\)?/gi;

/** Whether a value names something outside of the drawing, or hides what it names. */
function isOutside(value: string): boolean {
  return value.search(fetching) >= 0 || /\\|javascript:|@import/i.test(value);
}
