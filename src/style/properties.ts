/**
 * THE table of supported properties: how each value is parsed, its initial value, whether it
 * inherits. The cascade computes from it and the documentation is made from it. The rows stand in
 * `properties-font/-text/-decoration/-box/-borders/-flow.ts`; shorthands and aliases in `shorthands.ts`.
 */
import type { TableValues } from './longhand.js';
import { backgroundLonghands, borderLonghands } from './properties-borders.js';
import { boxLonghands } from './properties-box.js';
import { decorationLonghands } from './properties-decoration.js';
import { flowLonghands } from './properties-flow.js';
import { fontLonghands } from './properties-font.js';
import { textLonghands } from './properties-text.js';
import { parseComponentValues, type ComponentValues } from './component-value.js';
import { black } from './colors.js';
import type { Longhand } from './longhand.js';
import { parseWhole, type ValueContext } from './value-reader.js';

/** Every longhand; font properties first, because other values refer to the font's size. */
export const longhands = {
  ...fontLonghands,
  ...textLonghands,
  ...decorationLonghands,
  ...boxLonghands,
  ...borderLonghands,
  ...backgroundLonghands,
  ...flowLonghands,
} as const;

export type LonghandName = keyof typeof longhands;

/** Computed values of all longhands. */
export type Values = TableValues<typeof longhands>;

export const longhandNames = Object.keys(longhands) as readonly LonghandName[];

export function isLonghand(name: string): name is LonghandName {
  return Object.hasOwn(longhands, name);
}

/** What relative values refer to where there is no element: CSS's initial font, and A4. */
export const initialContext: ValueContext = {
  fontSize: 12,
  ex: 6,
  ch: 6,
  lineHeight: 14.4,
  rootFontSize: 12,
  rootLineHeight: 14.4,
  viewport: { width: 595.275591, height: 841.889764 },
  fontWeight: 400,
  color: black,
};

/** The computed value of a longhand; undefined when the text is not of its syntax. */
export function parseLonghand<N extends LonghandName>(
  name: N,
  values: ComponentValues,
  context: ValueContext,
): Values[N] | undefined {
  const row: Longhand<unknown> = longhands[name];
  return parseWhole(row.parse, values, context) as Values[N] | undefined;
}

let asked = false;

/** `initialContext` that notes when a parser looks at it. */
const probe: ValueContext = Object.defineProperties(
  {} as ValueContext,
  Object.fromEntries(
    Object.entries(initialContext).map(([name, value]: [string, unknown]) => [
      name,
      {
        get: () => {
          asked = true;
          return value;
        },
      },
    ]),
  ),
);

/** A value read before it is known where it will stand. */
export interface ReadValue {
  /** Its computed value, when that is the same everywhere. */
  readonly constant?: unknown;
}

/** Reads a value without a context; undefined when the text is not of the longhand's syntax. */
export function readLonghand(name: LonghandName, values: ComponentValues): ReadValue | undefined {
  asked = false;
  const value = parseLonghand(name, values, probe);
  if (value === undefined) return undefined;
  return asked ? {} : { constant: value };
}

/** The initial values of all longhands. */
export const initialValues: Values = Object.freeze(
  Object.fromEntries(
    longhandNames.map((name) => {
      const value = parseLonghand(name, parseComponentValues(longhands[name].initial), initialContext);
      if (value === undefined) throw new Error(`the initial value of ${name} is not of its own syntax`);
      return [name, value];
    }),
  ),
) as unknown as Values;
