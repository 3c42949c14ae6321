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
import { initialValues, longhandNames, longhands, type Values } from './properties.js';

export class StyleRecord implements Inherited {
  /** Records of children and pseudo-elements, by what the cascade gives them. */
  readonly children = new Map<number | string, StyleRecord>();

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
  readonly #styles = new Map<string, ComputedStyle>();
  /** By the text of the style itself. */
  readonly #byLook = new Map<string, ComputedStyle>();
  readonly #sources = new WeakMap<ComputedStyle, Values>();
  readonly #anonymous = new WeakMap<ComputedStyle, Map<Display, ComputedStyle>>();
  readonly #values = new ValueNumbers();
  /** The initial values: what the root element and a tree without one inherit from. */
  readonly initial = this.#intern(
    { values: initialValues, custom: noCustomProperties, decorations: noDecorations },
    '',
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
    const record = this.#intern(computeValues(cascaded(), parent, more.tree), more.language);
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

  #intern(computed: Inherited, language: string): StyleRecord {
    const { values, custom, decorations } = computed;
    const key = `${this.#key(values, language, decorations)} ${this.#values.ofCustom(custom)}`;
    const known = this.#byValue.get(key);
    if (known) return known;
    const style = this.#style(values, language, decorations);
    const record = new StyleRecord(values, custom, decorations, style);
    this.#byValue.set(key, record);
    return record;
  }

  #key(values: Values, language: string, decorations: readonly TextDecoration[]): string {
    return `${language} ${this.#values.key(values)} ${decorations.map((d) => this.#values.of(d)).join(' ')}`;
  }

  /** The one style of these values, and of others that look the same (a line height as factor or length). */
  #style(values: Values, language: string, decorations: readonly TextDecoration[]): ComputedStyle {
    const key = this.#key(values, language, decorations);
    const known = this.#styles.get(key);
    if (known) return known;
    const made = computedStyle(values, { language, decorations });
    const style = this.#byLook.get(JSON.stringify(made)) ?? made;
    this.#byLook.set(JSON.stringify(style), style);
    this.#styles.set(key, style);
    if (style === made) this.#sources.set(style, values);
    return style;
  }
}

/** Numbers for values, the same for equal ones: what styles are told apart by. */
class ValueNumbers {
  readonly #ofObject = new WeakMap<object, number>();
  readonly #ofText = new Map<string, number>();

  /** All values that are not initial, as text. */
  key(values: Values): string {
    let key = '';
    longhandNames.forEach((name, i) => {
      const value: unknown = values[name];
      if (value === initialValues[name]) return;
      key +=
        typeof value === 'object' && value !== null ? `${i}#${this.of(value)};` : `${i}=${String(value)};`;
    });
    return key;
  }

  of(value: object): number {
    const known = this.#ofObject.get(value);
    return known ?? this.#number(value, JSON.stringify(value));
  }

  ofCustom(custom: CustomProperties): number {
    const known = this.#ofObject.get(custom);
    return known ?? this.#number(custom, JSON.stringify([...custom].sort(([a], [b]) => (a < b ? -1 : 1))));
  }

  #number(value: object, text: string): number {
    const number = this.#ofText.get(text) ?? this.#ofText.size;
    this.#ofText.set(text, number);
    this.#ofObject.set(value, number);
    return number;
  }
}

/** Fields that come from inherited longhands, under their names or put together. */
const inheritedNames: ReadonlySet<string> = new Set([
  ...longhandNames.filter((name) => longhands[name].inherited).map(fieldOf),
  'fontFeatures',
  'textIndentHanging',
  'textIndentEachLine',
  'textTransformFullWidth',
  'textDecoration',
  'textDecorations',
  'borderSpacingBlock',
  'language',
]);

function inheritedFields(style: ComputedStyle): Partial<ComputedStyle> {
  return Object.fromEntries(Object.entries(style).filter(([field]) => inheritedNames.has(field)));
}
