/**
 * Spot colours, our extension for print: `@-anpham-spot "PANTONE 485 C" { alternate: device-cmyk(…) }`
 * names an ink and what stands in for it, `-anpham-spot("PANTONE 485 C", 60%)` is a tint of it. A rule
 * comes before the colours that speak of it. In a value read here the name is joined by its inks, so
 * that the parser of colours needs no table.
 */
import type { AtrulePlain } from 'css-tree';
import { parseComponentValues, type ComponentValue, type ComponentValues } from './component-value.js';
import { absoluteColor } from './colors.js';
import { initialContext } from './properties.js';
import { preludeOf, writtenDeclarations } from './sheet-nodes.js';
import { parseWhole } from './value-reader.js';

/** Cyan, magenta, yellow and black of the full tint, 0 to 1, by the ink's name. */
export type SpotInks = Map<string, readonly [number, number, number, number]>;

export const spotFunction = '-anpham-spot';

/** Adds the ink of an `@-anpham-spot` rule; false when the rule is not understood. */
export function readSpot(node: AtrulePlain, file: string, spots: SpotInks): boolean {
  const [name, ...more] = parseComponentValues(preludeOf(node));
  const written = writtenDeclarations(node.block?.children ?? [], file);
  const alternate = written.find((declaration) => declaration.name.toLowerCase() === 'alternate');
  if (name?.type !== 'string' || more.length > 0) return false;
  // Names that mean something else to PDF (ISO 32000-1, 8.6.6.4).
  if (['', 'All', 'None'].includes(name.value)) return false;
  if (!alternate || written.length > 1) return false;
  const color = parseWhole(absoluteColor, alternate.values, initialContext);
  if (color?.space !== 'cmyk' || color.alpha < 1) return false;
  spots.set(name.value, [color.c, color.m, color.y, color.k]);
  return true;
}

/** The values, each known spot colour with the inks of its full tint after it. */
export function withSpots(values: ComponentValues, spots: SpotInks): ComponentValues {
  if (spots.size === 0) return values;
  return values.map((value): ComponentValue => {
    if (value.type === 'parens') return { ...value, values: withSpots(value.values, spots) };
    if (value.type !== 'function') return value;
    if (value.name !== spotFunction) return { ...value, args: withSpots(value.args, spots) };
    const [name] = value.args;
    const inks = name?.type === 'string' ? spots.get(name.value) : undefined;
    if (!inks) return value;
    return {
      ...value,
      args: [...value.args, ...inks.map((ink) => ({ type: 'number', value: ink }) as const)],
    };
  });
}
