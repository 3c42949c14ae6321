/**
 * Shorthands: the longhands that each sets, and how its value is shared out. A longhand the value
 * does not name goes back to `initial`, as CSS Cascade 5 §2.3 has it. Aliases are other names of
 * the same property: logical sides (text runs left to right, top to bottom) and older names.
 */
import type { ComponentValue, ComponentValues } from './component-value.js';
import { background } from './shorthand-background.js';
import { expandFont, expandFontVariant, fontResets } from './shorthand-font.js';
import { initialContext, longhandNames, longhands, parseLonghand, type LonghandName } from './properties.js';

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

/** A longhand whose value is several words takes them where they stand together. */
function shareOut(values: ComponentValues, names: readonly LonghandName[]): Expansion {
  const found = new Map<LonghandName, ComponentValues>();
  let last: LonghandName | undefined;
  for (const value of values) {
    const more = last && [...(found.get(last) ?? []), value];
    if (last && more && parseLonghand(last, more, initialContext) !== undefined) {
      found.set(last, more);
      continue;
    }
    last = names.find((n) => !found.has(n) && accepts(n, value));
    if (last === undefined) return undefined;
    found.set(last, [value]);
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

const listStyleParts = ['list-style-position', 'list-style-image', 'list-style-type'] as const;
const columnParts = ['column-width', 'column-count'] as const;

/** Marker and picture may be without (CSS Lists 3 §3.4). */
const listStyle = withWord('none', listStyleParts, ['list-style-type', 'list-style-image']);
/** `auto 6em` gives a width (css-multicol-1, 3.3). */
const columns = withWord('auto', columnParts, columnParts);

/** Longhands in any order; the word is for those of `free` that nothing else is said of. */
function withWord(word: string, names: readonly LonghandName[], free: readonly LonghandName[]): Shorthand {
  const value: ComponentValue = { type: 'ident', name: word };
  return {
    ...anyOrder(...names),
    expand(values) {
      const others = values.filter((one) => !isIdent(one, word));
      const count = values.length - others.length;
      const found = others.length === 0 ? new Map<LonghandName, ComponentValues>() : shareOut(others, names);
      const left = free.filter((name) => !found?.has(name));
      if (found === undefined || count > left.length || values.length === 0) return undefined;
      if (count === 0) return found;
      return new Map([...found, ...left.map((name) => [name, [value]] as const)]);
    },
  };
}

function isIdent(value: ComponentValue, name: string): boolean {
  return value.type === 'ident' && value.name.toLowerCase() === name;
}

/** The same border on two sides. */
function twoBorders(start: Side, end: Side): Shorthand {
  const [first, second] = [borderSide(start), borderSide(end)];
  return {
    longhands: [...first, ...second],
    values: '<border-width> || <border-style> || <color>',
    expand(values) {
      const one = shareOut(values, first);
      const other = shareOut(values, second);
      return one && other && new Map([...one, ...other]);
    },
  };
}

/** The gap between rows, which columns do not have, then that between columns (css-align-3, 8.3). */
const gap: Shorthand = {
  longhands: ['column-gap'],
  values: `[ ${longhands['column-gap'].values} ]{1,2}`,
  expand(values) {
    const [row, column = row] = values;
    if (!row || !column || values.length > 2 || !accepts('column-gap', row)) return undefined;
    return new Map([['column-gap', [column]]]);
  },
};

const corners = [
  'border-top-left-radius',
  'border-top-right-radius',
  'border-bottom-right-radius',
  'border-bottom-left-radius',
] as const satisfies readonly LonghandName[];

/** One to four horizontal radii and, after a slash, one to four vertical ones. */
const borderRadius: Shorthand = {
  longhands: corners,
  values: '<length-percentage>{1,4} [ / <length-percentage>{1,4} ]?',
  expand(values) {
    const slash = values.findIndex((value) => value.type === 'operator' && value.value === '/');
    const across = fourOf(slash < 0 ? values : values.slice(0, slash));
    const down = slash < 0 ? across : fourOf(values.slice(slash + 1));
    if (!across || !down) return undefined;
    return new Map(corners.map((name, i) => [name, [across[i], down[i]].flatMap((v) => (v ? [v] : []))]));
  },
};

/** Clockwise from the top left: what is missing is the opposite's. */
function fourOf(values: ComponentValues): ComponentValues | undefined {
  const [first, second = first, third = first, fourth = second] = values;
  if (!first || !second || !third || !fourth || values.length > 4) return undefined;
  return [first, second, third, fourth];
}

const shorthands: Readonly<Record<string, Shorthand>> = {
  // Everything but the direction of text, and only to the CSS-wide keywords (CSS Cascade 5 §3.2).
  all: {
    longhands: longhandNames.filter((name) => name !== 'direction' && name !== 'unicode-bidi'),
    values: 'inherit | initial | unset | revert',
    expand: () => undefined,
  },
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
      'font-variant-east-asian',
    ],
    values: 'normal | none | [ <numeric> || <caps> || <ligatures> || <position> || <east-asian> ]',
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
  'border-radius': borderRadius,
  'border-block': twoBorders('top', 'bottom'),
  'border-inline': twoBorders('left', 'right'),
  ...Object.fromEntries(
    (['width', 'style', 'color'] as const).flatMap((part): (readonly [string, Shorthand])[] => [
      [`border-block-${part}`, axis(`border-top-${part}`, `border-bottom-${part}`)],
      [`border-inline-${part}`, axis(`border-left-${part}`, `border-right-${part}`)],
    ]),
  ),
  'text-decoration': anyOrder(
    'text-decoration-line',
    'text-decoration-style',
    'text-decoration-color',
    'text-decoration-thickness',
  ),
  columns,
  gap,
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
  ['overflow-x', 'overflow'],
  ['overflow-y', 'overflow'],
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
  ['border-start-start-radius', 'border-top-left-radius'],
  ['border-start-end-radius', 'border-top-right-radius'],
  ['border-end-start-radius', 'border-bottom-left-radius'],
  ['border-end-end-radius', 'border-bottom-right-radius'],
]);

/** The shorthand of this name. */
export function shorthand(name: string): Shorthand | undefined {
  return Object.hasOwn(shorthands, name) ? shorthands[name] : undefined;
}

/** All shorthands, by name, for the documentation. */
export const shorthandEntries: readonly (readonly [string, Shorthand])[] = Object.entries(shorthands);
