/**
 * A document type declaration (XML 1.0, 2.8 and 4.2): its text in; the entities that its internal subset declares
 * and the place behind it out. Entities of other files are not read: a reference to one is as one to nothing.
 */

/** A document type as far as a reader without validation needs it. */
export interface Doctype {
  /** Place of the character behind it. */
  readonly end: number;
  /** General entities and what stands for them; it may hold markup. */
  readonly entities: ReadonlyMap<string, string>;
}

/** All entities of one document together are no longer than this (characters), however they name each other. */
const maxLength = 1_000_000;
const quoted = '"[^"]*"|\'[^\']*\'';
/** Up to the internal subset or the end. */
const head = new RegExp(`<!DOCTYPE\\s(?:${quoted}|[^"'\\[>])*`, 'y');
const subset = new RegExp(
  `\\s+|<!--(?:(?!--)[^])*-->|<\\?[^]*?\\?>|%[\\w:.-]+;|<!(ENTITY\\s+[^%\\s"'>]+\\s+(?:${quoted})\\s*|[A-Z](?:${quoted}|[^"'>])*)>`,
  'y',
);
const entity = new RegExp(`^ENTITY\\s+(\\S+)\\s+(${quoted})`);

/** Reads the declaration that begins at a place; undefined when it is broken, `size` when entities grow beyond all bounds. */
export function readDoctype(text: string, at: number): Doctype | 'size' | undefined {
  head.lastIndex = at;
  const begin = head.exec(text)?.[0];
  if (begin === undefined) return undefined;
  let end = at + begin.length;
  const entities = new Map<string, string>();
  if (text[end] === '[') {
    const closed = readSubset(text, end + 1, entities);
    if (typeof closed !== 'number') return closed;
    end = closed + 1;
    while (/\s/.test(text[end] ?? '')) end += 1;
  }
  return text[end] === '>' ? { end: end + 1, entities } : undefined;
}

/** The place of the `]` that ends the subset. */
function readSubset(text: string, start: number, entities: Map<string, string>): number | 'size' | undefined {
  let length = 0;
  let at = start;
  while (text[at] !== ']') {
    subset.lastIndex = at;
    const found = subset.exec(text);
    if (!found) return undefined;
    at += found[0].length;
    const [, name, value] = entity.exec(found[1] ?? '') ?? [];
    // The first declaration of a name counts (4.2).
    if (name === undefined || value === undefined || entities.has(name)) continue;
    const whole = expanded(value.slice(1, -1), entities);
    length += whole.length;
    if (length > maxLength) return 'size';
    entities.set(name, whole);
  }
  return at;
}

/** The text of an entity with those before it put in (4.4); numbers become characters at once (4.5). */
function expanded(value: string, entities: ReadonlyMap<string, string>): string {
  return value.replace(/&(?:#(\d+)|#x([0-9A-Fa-f]+)|([\w:.-]+));/g, (whole, dec, hex, name) => {
    if (typeof name === 'string') return entities.get(name) ?? String(whole);
    const point = typeof dec === 'string' ? Number(dec) : Number.parseInt(String(hex), 16);
    return point > 0x10ffff ? String(whole) : String.fromCodePoint(point);
  });
}
