/**
 * The value types of XMP (XMP Specification 2004 and 2005, “Property value types”): a value and the name
 * of a type in; out, whether the value has it. Only forms are checked: the values that a closed choice
 * lists, and what makes an address, are left to the schema's readers.
 */
import type { XmpProperty, XmpValue } from './read-xmp.js';
import { structures, type Structure } from './structures.js';

/** The edition of the XMP Specification whose types and schemas there are. */
export type Edition = 2004 | 2005;

/** Types that a file describes itself, by name in small letters. */
export type OwnTypes = ReadonlyMap<string, Structure>;

/** What a simple value looks like; undefined for any text. */
const simpleTypes: Readonly<Record<string, RegExp | undefined>> = {
  text: undefined,
  agentname: undefined,
  locale: undefined,
  propername: undefined,
  renditionclass: undefined,
  uri: undefined,
  url: undefined,
  xpath: undefined,
  boolean: /^(?:True|False)$/,
  // ISO 8601 as far as XMP uses it: year, month, day, time, zone; a property without a value says nothing.
  date: /^(?:[+-]?\d+(?:-\d\d?(?:-\d\d?(?:T\d\d?(?::\d\d?(?::\d\d?(?:\.\d+)?)?)?(?:Z|[+-]\d\d?:?\d\d)?)?)?)?)?$/,
  gpscoordinate: /^\d{1,3},\d{1,2}(?:,\d{1,2}|\.\d+)[NSEW]$/,
  integer: /^[+-]?\d+$/,
  mimetype: /^[\w.+-]+\/[\w.+-]+$/,
  // A whole number or decimals where a fraction is due are met often, and mean the same.
  rational: /^\s*[+-]?\d+(?:\.\d+)?\s*(?:\/\s*[+-]?\d+(?:\.\d+)?\s*)?$/,
  real: /^[+-]?(?:\d+\.?\d*|\.\d+)$/,
};

/** True when a value has a type. A type that is not defined is nobody's. */
export function hasType(value: XmpValue, type: string, edition: Edition, own?: OwnTypes): boolean {
  const name = plainName(type);
  if (name === 'lang alt') return isLangAlt(value);
  const array = /^(bag|seq|alt)(?: (.*))?$/.exec(name);
  if (array) {
    const [, form, item = 'text'] = array;
    return (
      value.kind === 'array' &&
      value.form.toLowerCase() === form &&
      value.items.every((one) => hasType(one, item, edition, own))
    );
  }
  const structure = structureOf(name, edition, own);
  if (structure && structure.fields.size > 0) {
    return value.kind === 'struct' && value.fields.every((one) => isField(one, structure, edition, own));
  }
  if (!structure && !Object.hasOwn(simpleTypes, name)) return false;
  return value.kind === 'simple' && simpleTypes[name]?.test(value.text) !== false;
}

/** True when there is such a type. */
export function isType(type: string, edition: Edition, own?: OwnTypes): boolean {
  const name = plainName(type);
  const item = /^(?:bag|seq|alt) (.*)$/.exec(name)?.[1];
  if (item !== undefined) return isType(item, edition, own);
  return (
    ['lang alt', 'bag', 'seq', 'alt'].includes(name) ||
    Object.hasOwn(simpleTypes, name) ||
    structureOf(name, edition, own) !== undefined
  );
}

/** In small letters; a choice by what is chosen from: `closed Choice of Integer` is `integer`, none is text. */
function plainName(type: string): string {
  const name = type.trim().toLowerCase();
  const choice = /^((?:bag|seq|alt) )?(?:open |closed )?choice(?: of)?(?: (.*))?$/.exec(name);
  if (choice) return `${choice[1] ?? ''}${choice[2] ?? 'text'}`;
  return name === '' ? 'text' : name;
}

/** Alternatives by language; the language of one is enough to make them so. */
function isLangAlt(value: XmpValue): boolean {
  return (
    value.kind === 'array' &&
    value.form === 'Alt' &&
    (value.items.length === 0 || value.items.some(({ lang }) => lang !== undefined))
  );
}

function structureOf(name: string, edition: Edition, own: OwnTypes | undefined): Structure | undefined {
  const found = own?.get(name) ?? structures.get(name);
  return found && found.since <= edition ? found : undefined;
}

function isField(field: XmpProperty, structure: Structure, edition: Edition, own?: OwnTypes): boolean {
  const type = field.namespace === structure.namespace ? structure.fields.get(field.name) : undefined;
  return type !== undefined && hasType(field.value, type, edition, own);
}
