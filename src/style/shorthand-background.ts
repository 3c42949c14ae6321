/**
 * The shorthand `background` (CSS Backgrounds 3 §2.10): layers between commas, each a picture with its
 * repeat, place, size and areas; the last layer may also have the colour.
 */
import type { ComponentValue, ComponentValues } from './component-value.js';
import { initialContext, longhands, parseLonghand, type LonghandName } from './properties.js';

type LayerName =
  | 'background-image'
  | 'background-position'
  | 'background-size'
  | 'background-repeat'
  | 'background-attachment'
  | 'background-origin'
  | 'background-clip';

const layerNames: readonly LayerName[] = [
  'background-image',
  'background-position',
  'background-size',
  'background-repeat',
  'background-attachment',
  'background-origin',
  'background-clip',
];

/** What one layer says; an area said once is for both. */
type Layer = Map<LonghandName, ComponentValues>;

const comma: ComponentValue = { type: 'operator', value: ',' };

/** In the form of `Shorthand`. */
export const background = {
  longhands: ['background-color', ...layerNames] as const,
  values:
    '[ <image> || <position> [ / <size> ]? || <repeat> || <attachment> || <area> || <area> || <color> ]#',
  expand(values: ComponentValues): ReadonlyMap<LonghandName, ComponentValues> | undefined {
    const layers: Layer[] = [];
    const texts = splitAt(values, ',');
    for (const [i, text] of texts.entries()) {
      const layer = readLayer(text, i === texts.length - 1);
      if (layer === undefined) return undefined;
      layers.push(layer);
    }
    const result: Layer = new Map();
    const color = layers.at(-1)?.get('background-color');
    if (color) result.set('background-color', color);
    for (const name of layerNames) {
      if (!layers.some((layer) => layer.has(name))) continue;
      result.set(
        name,
        layers.flatMap((layer, i) => [...(i > 0 ? [comma] : []), ...(layer.get(name) ?? initialOf(name))]),
      );
    }
    return result;
  },
};

function initialOf(name: LayerName): ComponentValues {
  const words = longhands[name].initial.split(' ');
  return words.map((word) =>
    word.endsWith('%')
      ? { type: 'percentage', value: Number.parseFloat(word) }
      : { type: 'ident', name: word },
  );
}

function splitAt(values: ComponentValues, operator: string): readonly ComponentValues[] {
  const parts: ComponentValue[][] = [[]];
  for (const value of values) {
    if (value.type === 'operator' && value.value === operator) parts.push([]);
    else parts.at(-1)?.push(value);
  }
  return parts;
}

function readLayer(values: ComponentValues, last: boolean): Layer | undefined {
  const layer: Layer = new Map();
  let at = 0;
  while (at < values.length) {
    const taken = takePart(values.slice(at), layer, last);
    if (taken === 0) return undefined;
    at += taken;
  }
  return at === 0 ? undefined : layer;
}

/** Takes the next part of a layer into it; how many values that took, 0 when it is not understood. */
function takePart(values: ComponentValues, layer: Layer, last: boolean): number {
  if (isSlash(values[0])) {
    if (!layer.has('background-position') || layer.has('background-size')) return 0;
    const size = longest('background-size', values.slice(1), 2);
    if (size > 0) layer.set('background-size', values.slice(1, size + 1));
    return size === 0 ? 0 : size + 1;
  }
  for (const name of [
    'background-image',
    'background-repeat',
    'background-attachment',
    'background-position',
  ] as const) {
    const count = layer.has(name) ? 0 : longest(name, values, name === 'background-position' ? 4 : 2);
    if (count === 0) continue;
    layer.set(name, values.slice(0, count));
    return count;
  }
  return takeOne(values.slice(0, 1), layer, last) ? 1 : 0;
}

function takeOne(value: ComponentValues, layer: Layer, last: boolean): boolean {
  if (isOf('background-clip', value)) {
    // The first area is for both, a second one for the clipping alone.
    const second = layer.has('background-origin');
    if (second && layer.get('background-clip') !== layer.get('background-origin')) return false;
    if (!second) layer.set('background-origin', value);
    layer.set('background-clip', value);
    return true;
  }
  if (!last || layer.has('background-color') || !isOf('background-color', value)) return false;
  layer.set('background-color', value);
  return true;
}

function isSlash(value: ComponentValue | undefined): boolean {
  return value?.type === 'operator' && value.value === '/';
}

/** How many values from the start are of this longhand, as many as possible. */
function longest(name: LonghandName, values: ComponentValues, most: number): number {
  for (let count = Math.min(most, values.length); count > 0; count--)
    if (isOf(name, values.slice(0, count))) return count;
  return 0;
}

function isOf(name: LonghandName, values: ComponentValues): boolean {
  return parseLonghand(name, values, initialContext) !== undefined;
}
