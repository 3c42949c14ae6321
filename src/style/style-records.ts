/**
 * Interned styles. A record is what children inherit from (values, custom properties) with the style
 * that others see. It is found by parent record and matched rules, then by value, so that alike
 * elements get the same frozen object (`===`) whatever way led to it.
 */
import type { ComputedStyle, Display, TextDecoration } from '../document/style.js';
import type { Cascaded } from './cascade.js';
import { computedStyle, deepFreeze, fieldOf } from './computed-style.js';
import { computeValues, inheritedValues, type Inherited, type TreeContext } from './compute-values.js';
import { noCustomProperties, type CustomProperties } from './custom-properties.js';
import { initialValues, longhandNames, longhands, type LonghandName, type Values } from './properties.js';

export class StyleRecord implements Inherited {
  /** Records of children and pseudo-elements, by what the cascade gives them. */
  readonly children = new Map<number | string, StyleRecord>();
  /** What children take over, as text; made when there are any. */
  passed: string | undefined;

  constructor(
    readonly values: Values,
    readonly custom: CustomProperties,
    readonly decorations: readonly TextDecoration[],
    readonly style: ComputedStyle,
  ) {}
}

const noDecorations: readonly TextDecoration[] = [];

export class StyleRecords {
  readonly #byValue = new Map<string, StyleRecord>();
  /** By the text of the style itself. */
  readonly #byLook = new Map<string, ComputedStyle>();
  readonly #sources = new WeakMap<ComputedStyle, Values>();
  readonly #anonymous = new WeakMap<ComputedStyle, Map<Display, ComputedStyle>>();
  readonly #numbers = new ValueNumbers();
  /** The initial values: what the root element and a tree without one inherit from. */
  readonly initial = new StyleRecord(
    initialValues,
    noCustomProperties,
    noDecorations,
    this.#style(initialValues, '', noDecorations),
  );

  /** The record for what the cascade gives; `key` names the input among the children of `parent`. */
  compute(
    parent: StyleRecord,
    key: number | string,
    cascaded: () => Cascaded,
    more: { readonly tree: TreeContext; readonly language: string },
  ): StyleRecord {
    const known = parent.children.get(key);
    if (known) return known;
    const input = cascaded();
    const computed = computeValues(input, parent, more.tree);
    const record = this.#intern(computed, parent, { names: input.names, language: more.language });
    parent.children.set(key, record);
    return record;
  }

  /** The style of these values, beside a record's own: how pages resolve their percentages. */
  changed(record: StyleRecord, changes: Partial<Values>): ComputedStyle {
    return this.#style({ ...record.values, ...changes }, record.style.language, record.decorations);
  }

  /** An anonymous box's style: what it inherits from its parent, everything else initial. */
  anonymous(parent: ComputedStyle, display: Display): ComputedStyle {
    const byDisplay = this.#anonymous.get(parent) ?? new Map<Display, ComputedStyle>();
    this.#anonymous.set(parent, byDisplay);
    const known = byDisplay.get(display);
    if (known) return known;
    const source = this.#sources.get(parent);
    const style = source
      ? this.#style({ ...inheritedValues(source), display }, parent.language, parent.textDecorations)
      : this.#ofStranger(parent, display);
    byDisplay.set(display, style);
    return style;
  }

  /** The parent is no style of ours but one that layout has changed. */
  #ofStranger(parent: ComputedStyle, display: Display): ComputedStyle {
    const { color, language, textDecorations: decorations } = parent;
    const blank = computedStyle({ ...initialValues, color }, { language, decorations });
    return deepFreeze({ ...blank, ...inheritedFields(parent), display });
  }

  /** The languages of the styles for which something holds, in the order of their first such style. */
  languagesWhere(holds: (style: ComputedStyle) => boolean): readonly string[] {
    const found = new Set<string>();
    for (const style of this.#byLook.values()) if (holds(style)) found.add(style.language);
    return [...found];
  }

  /** The record of these values: named by what the parent passes on and what differs from that. */
  #intern(
    computed: Inherited,
    parent: StyleRecord,
    { names, language }: { readonly names: readonly LonghandName[]; readonly language: string },
  ): StyleRecord {
    const { values, custom, decorations } = computed;
    const numbers = this.#numbers;
    parent.passed ??= numbers.inherited(parent.values);
    const changes = numbers.differences(values, inheritedValues(parent.values), names);
    const own = `${numbers.ofCustom(custom)} ${numbers.of(decorations)} ${language}`;
    const key = `${parent.passed}/${changes}/${own}`;
    const known = this.#byValue.get(key);
    if (known) return known;
    const record = new StyleRecord(values, custom, decorations, this.#style(values, language, decorations));
    this.#byValue.set(key, record);
    return record;
  }

  /** The one style of these values, and of others that look the same (a line height as factor or length). */
  #style(values: Values, language: string, decorations: readonly TextDecoration[]): ComputedStyle {
    const made = computedStyle(values, { language, decorations });
    const look = JSON.stringify(made);
    const known = this.#byLook.get(look);
    if (known) return known;
    this.#byLook.set(look, made);
    this.#sources.set(made, values);
    return made;
  }
}

/** Numbers for values, the same for equal ones: what styles are told apart by. */
class ValueNumbers {
  readonly #ofObject = new WeakMap<object, number>();
  readonly #ofText = new Map<string, number>();

  /** The inherited values that are not initial, as text. */
  inherited(values: Values): string {
    return this.differences(values, initialValues, inheritedLonghands);
  }

  /** The values of these names that differ, as text; what a value may change beside its own is added. */
  differences(values: Values, base: Values, names: readonly LonghandName[]): string {
    let text = `${values.display} ${values.float} `;
    for (const name of names) if (values[name] !== base[name]) text += `${name}=${this.#text(values[name])};`;
    return text;
  }

  #text(value: unknown): string {
    return typeof value === 'object' && value !== null ? `#${this.of(value)}` : String(value);
  }

  of(value: object): number {
    const known = this.#ofObject.get(value);
    return known ?? this.#number(value, JSON.stringify(value));
  }

  /** Children have their parent's values for almost all names: each has its number already. */
  ofCustom(custom: CustomProperties): number {
    const known = this.#ofObject.get(custom);
    if (known !== undefined) return known;
    let text = '';
    for (const [name, values] of custom) text += `${name}=${this.of(values)};`;
    return this.#number(custom, text);
  }

  #number(value: object, text: string): number {
    const number = this.#ofText.get(text) ?? this.#ofText.size;
    this.#ofText.set(text, number);
    this.#ofObject.set(value, number);
    return number;
  }
}

const inheritedLonghands = longhandNames.filter((name) => longhands[name].inherited);

/** Fields that come from inherited longhands, under their names or put together. */
const inheritedNames: ReadonlySet<string> = new Set([
  ...inheritedLonghands.map(fieldOf),
  'fontFeatures',
  'textIndentHanging',
  'textIndentEachLine',
  'textTransformFullWidth',
  'textTransformFullSizeKana',
  'textDecorations',
  'borderSpacingBlock',
  'language',
]);

function inheritedFields(style: ComputedStyle): Partial<ComputedStyle> {
  return Object.fromEntries(Object.entries(style).filter(([field]) => inheritedNames.has(field)));
}
