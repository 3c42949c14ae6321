/** The descriptors that only `@page` has (CSS Page 3 §7, §11; CSS GCPM): size, bleed, marks. */
import type { PageStyle } from '../document/style.js';
import type { ComponentValues } from './component-value.js';
import { length } from './lengths.js';
import { keywords, oneOf, parseWhole, type Parser, type ValueContext } from './value-reader.js';
import { millimetre as mm } from '../document/units.js';

/** pt, upright. */
interface PageSize {
  readonly width: number;
  readonly height: number;
}

const sheet = (width: number, height: number): PageSize => ({ width, height });
const sizes: Readonly<Record<string, PageSize>> = {
  a3: sheet(297 * mm, 420 * mm),
  a4: sheet(210 * mm, 297 * mm),
  a5: sheet(148 * mm, 210 * mm),
  b4: sheet(250 * mm, 353 * mm),
  b5: sheet(176 * mm, 250 * mm),
  'jis-b4': sheet(257 * mm, 364 * mm),
  'jis-b5': sheet(182 * mm, 257 * mm),
  letter: sheet(612, 792),
  legal: sheet(612, 1008),
  ledger: sheet(792, 1224),
};

const orientation = keywords('portrait', 'landscape');

const pageSize: Parser<PageSize> = (reader, context) => {
  if (reader.keyword(['auto'])) return sizes['a4'];
  const turned = orientation(reader, context);
  const name = reader.keyword(Object.keys(sizes));
  if (name !== undefined || turned !== undefined) {
    const upright = sizes[name ?? 'a4'];
    const side = turned ?? (reader.done ? 'portrait' : orientation(reader, context));
    if (upright === undefined || side === undefined) return undefined;
    return side === 'landscape' ? sheet(upright.height, upright.width) : upright;
  }
  const width = length(1)(reader, context);
  const height = reader.done ? width : length(1)(reader, context);
  return width === undefined || height === undefined ? undefined : { width, height };
};

const bleed: Parser<number | 'auto'> = oneOf(keywords('auto'), length(0));

const marks: Parser<PageStyle['marks']> = (reader) => {
  if (reader.keyword(['none'])) return { crop: false, cross: false };
  const first = reader.keyword(['crop', 'cross']);
  const second = reader.done ? undefined : reader.keyword(['crop', 'cross']);
  if (first === undefined || first === second) return undefined;
  return { crop: first === 'crop' || second === 'crop', cross: first === 'cross' || second === 'cross' };
};

function whole<T>(parser: Parser<T>): (values: ComponentValues, context: ValueContext) => T | undefined {
  return (values, context) => parseWhole(parser, values, context);
}

/** How each descriptor is read. */
export const pageDescriptors = { size: whole(pageSize), bleed: whole(bleed), marks: whole(marks) } as const;

export type PageDescriptorName = keyof typeof pageDescriptors;

/** For the documentation. */
export const pageDescriptorTable = [
  {
    name: 'size',
    values: `auto | <length>{1,2} | [ ${Object.keys(sizes).join(' | ')} ] || [ portrait | landscape ]`,
    initial: 'a4',
    inherited: false,
  },
  { name: 'bleed', values: 'auto | <length>', initial: 'auto', inherited: false },
  { name: 'marks', values: 'none | crop || cross', initial: 'none', inherited: false },
] as const;
