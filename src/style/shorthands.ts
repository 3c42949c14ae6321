/**
 * Shorthands: the longhands that each sets, and how its value is shared out. A longhand the value
 * does not name goes back to `initial`, as CSS Cascade 5 §2.3 has it. Aliases are other names of
 * the same property: logical sides (text runs left to right, top to bottom) and older names.
 */
import type { ComponentValue, ComponentValues } from './component-value.js';
import { expandFont, expandFontVariant, fontResets } from './shorthand-font.js';
import { initialContext, longhands, parseLonghand, type LonghandName } from './properties.js';

/** Values by longhand; undefined when the value is not of the shorthand's syntax. */
export type Expansion = ReadonlyMap<LonghandName, ComponentValues> | undefined;

export interface Shorthand {
  readonly longhands: readonly LonghandName[];
  /** The syntax, for the documentation. */
  readonly values: string;
  expand(values: ComponentValues): Expansion;
}

const sideNames = ['top', 'right', 'bottom', 'left'] as const;
type Side = (typeof sideNames)[number];

/** One to four values for top, right, bottom and left. */
function edges(name: (side: Side) => LonghandName): Shorthand {
  const targets = sideNames.map(name);
  return {
    longhands: targets,
    values: `[ ${longhands[name('top')].values} ]{1,4}`,
    expand(values) {
      const [top, right = top, bottom = top, left = right] = values;
      if (!top || !right || !bottom || !left || values.length > 4) return undefined;
      return new Map([top, right, bottom, left].map((value, i) => [targets[i] ?? name('top'), [value]]));
    },
  };
}

/** One or two values for the start and the end of an axis. */
function axis(start: LonghandName, end: LonghandName): Shorthand {
  return {
    longhands: [start, end],
    values: `[ ${longhands[start].values} ]{1,2}`,
    expand(values) {
      const [first, second = first] = values;
      if (!first || !second || values.length > 2) return undefined;
      return new Map([
        [start, [first]],
        [end, [second]],
      ]);
    },
  };
}

/** Longhands in any order, each at most once. */
function anyOrder(...names: readonly LonghandName[]): Shorthand {
  return {
    longhands: names,
    values: names.map((name) => `<${name}>`).join(' || '),
    expand: (values) => shareOut(values, names),
  };
}

function shareOut(values: ComponentValues, names: readonly LonghandName[]): Expansion {
  const found = new Map<LonghandName, ComponentValues>();
  for (const value of values) {
    const name = names.find((n) => !found.has(n) && accepts(n, value));
    if (name === undefined) return undefined;
    found.set(name, [value]);
  }
  return found.size > 0 ? found : undefined;
}

/** Whether a longhand understands this one value. */
export function accepts(name: LonghandName, value: ComponentValue): boolean {
  return parseLonghand(name, [value], initialContext) !== undefined;
}

function borderSide(side: Side): readonly [LonghandName, LonghandName, LonghandName] {
  return [`border-${side}-width`, `border-${side}-style`, `border-${side}-color`];
}

const border: Shorthand = {
  longhands: sideNames.flatMap(borderSide),
  values: '<border-width> || <border-style> || <color>',
  expand(values) {
    const top = shareOut(values, borderSide('top'));
    if (top === undefined) return undefined;
    const all = new Map<LonghandName, ComponentValues>();
    for (const side of sideNames) {
      borderSide(side).forEach((name, part) => {
        const value = top.get(borderSide('top')[part] ?? name);
        if (value) all.set(name, value);
      });
    }
    return all;
  },
};

const listStyle: Shorthand = {
  ...anyOrder('list-style-position', 'list-style-type'),
  expand(values) {
    // `none` for both the marker and its picture, which we do not have.
    const words = values.filter(
      (value, i) => !(isIdent(value, 'none') && values.some((v, j) => j < i && isIdent(v, 'none'))),
    );
    return shareOut(words, ['list-style-position', 'list-style-type']);
  },
};

function isIdent(value: ComponentValue, name: string): boolean {
  return value.type === 'ident' && value.name.toLowerCase() === name;
}

/** Only the colour; the caller reports what else stands there. */
const background: Shorthand = {
  longhands: ['background-color'],
  values: 'none | <color>',
  expand(values) {
    const [value] = values;
    if (values.length !== 1 || value === undefined) return undefined;
    if (isIdent(value, 'none')) return new Map();
    return shareOut(values, ['background-color']);
  },
};

const shorthands: Readonly<Record<string, Shorthand>> = {
  font: {
    longhands: fontResets,
    values:
      '[ <font-style> || <font-variant-caps> || <font-weight> ]? <font-size> [ / <line-height> ]? <font-family>',
    expand: expandFont,
  },
  'font-variant': {
    longhands: [
      'font-variant-caps',
      'font-variant-ligatures',
      'font-variant-numeric',
      'font-variant-position',
    ],
    values: 'normal | none | [ <numeric> || <caps> || <ligatures> || <position> ]',
    expand: expandFontVariant,
  },
  margin: edges((side) => `margin-${side}`),
  'margin-inline': axis('margin-left', 'margin-right'),
  'margin-block': axis('margin-top', 'margin-bottom'),
  padding: edges((side) => `padding-${side}`),
  'padding-inline': axis('padding-left', 'padding-right'),
  'padding-block': axis('padding-top', 'padding-bottom'),
  inset: edges((side) => side),
  'inset-inline': axis('left', 'right'),
  'inset-block': axis('top', 'bottom'),
  border,
  'border-top': anyOrder(...borderSide('top')),
  'border-right': anyOrder(...borderSide('right')),
  'border-bottom': anyOrder(...borderSide('bottom')),
  'border-left': anyOrder(...borderSide('left')),
  'border-width': edges((side) => `border-${side}-width`),
  'border-style': edges((side) => `border-${side}-style`),
  'border-color': edges((side) => `border-${side}-color`),
  background,
  columns: anyOrder('column-width', 'column-count'),
  'column-rule': anyOrder('column-rule-width', 'column-rule-style', 'column-rule-color'),
  'list-style': listStyle,
};

const physical: Readonly<Record<string, Side>> = {
  'block-start': 'top',
  'block-end': 'bottom',
  'inline-start': 'left',
  'inline-end': 'right',
};

/** The name in our table of a property by another name. */
export const aliases: ReadonlyMap<string, string> = new Map([
  ['page-break-before', 'break-before'],
  ['page-break-after', 'break-after'],
  ['page-break-inside', 'break-inside'],
  ['word-wrap', 'overflow-wrap'],
  ['text-decoration-line', 'text-decoration'],
  ['text-wrap-style', 'text-wrap'],
  ['text-wrap-mode', 'text-wrap'],
  ['inline-size', 'width'],
  ['block-size', 'height'],
  ['min-inline-size', 'min-width'],
  ['min-block-size', 'min-height'],
  ['max-inline-size', 'max-width'],
  ['max-block-size', 'max-height'],
  ...Object.entries(physical).flatMap(([logical, side]): (readonly [string, string])[] => [
    [`margin-${logical}`, `margin-${side}`],
    [`padding-${logical}`, `padding-${side}`],
    [`inset-${logical}`, side],
    [`border-${logical}`, `border-${side}`],
    [`border-${logical}-width`, `border-${side}-width`],
    [`border-${logical}-style`, `border-${side}-style`],
    [`border-${logical}-color`, `border-${side}-color`],
  ]),
]);

/** The shorthand of this name. */
export function shorthand(name: string): Shorthand | undefined {
  return Object.hasOwn(shorthands, name) ? shorthands[name] : undefined;
}

/** All shorthands, by name, for the documentation. */
export const shorthandEntries: readonly (readonly [string, Shorthand])[] = Object.entries(shorthands);
