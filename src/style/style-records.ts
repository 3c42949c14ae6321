/**
 * Interned styles. A record is what children inherit from (values, custom properties) with the style
 * that others see. It is found by parent record and matched rules, then by value, so that alike
 * elements get the same frozen object (`===`) whatever way led to it.
 */
import type { ComputedStyle, Display } from '../document/style.js';
import { cascade, type CascadeInput } from './cascade.js';
import { computedStyle, deepFreeze, fieldOf } from './computed-style.js';
import { computeValues, type Inherited, type TreeContext } from './compute-values.js';
import { noCustomProperties } from './custom-properties.js';
import { initialValues, longhandNames, longhands } from './properties.js';

export interface StyleRecord extends Inherited {
  readonly id: number;
  readonly style: ComputedStyle;
}

export class StyleRecords {
  readonly #byRules = new Map<string, StyleRecord>();
  readonly #byValue = new Map<string, StyleRecord>();
  readonly #styles = new Map<string, ComputedStyle>();
  readonly #anonymous = new Map<ComputedStyle, Map<Display, ComputedStyle>>();
  /** The initial values: what the root element and a tree without one inherit from. */
  readonly initial = this.#intern({ values: initialValues, custom: noCustomProperties, decorations: [] }, '');

  /** The record for what the cascade gives; `key` names the input among the children of `parent`. */
  compute(
    parent: StyleRecord | undefined,
    key: string,
    input: () => CascadeInput,
    more: { readonly tree: TreeContext; readonly language: string },
  ): StyleRecord {
    const whole = `${parent?.id ?? -1}/${key}/${more.language}`;
    const known = this.#byRules.get(whole);
    if (known) return known;
    const record = this.#intern(computeValues(cascade(input()), parent, more.tree), more.language);
    this.#byRules.set(whole, record);
    return record;
  }

  /** A style like this one with some values changed: how pages resolve their percentages. */
  intern(style: ComputedStyle): ComputedStyle {
    const key = JSON.stringify(style);
    const known = this.#styles.get(key);
    if (known) return known;
    const frozen = deepFreeze(style);
    this.#styles.set(key, frozen);
    return frozen;
  }

  /** An anonymous box's style: what it inherits from its parent, everything else initial. */
  anonymous(parent: ComputedStyle, display: Display): ComputedStyle {
    const byDisplay = this.#anonymous.get(parent) ?? new Map<Display, ComputedStyle>();
    this.#anonymous.set(parent, byDisplay);
    const known = byDisplay.get(display);
    if (known) return known;
    const style = this.intern({ ...this.#blank(parent), ...inheritedFields(parent), display });
    byDisplay.set(display, style);
    return style;
  }

  /** Initial values beside the parent's colour, which lines take. */
  #blank(parent: ComputedStyle): ComputedStyle {
    const { language, textDecorations: decorations } = parent;
    return computedStyle({ ...initialValues, color: parent.color }, { language, decorations });
  }

  #intern(computed: Inherited, language: string): StyleRecord {
    const custom = JSON.stringify([...computed.custom].sort(([a], [b]) => (a < b ? -1 : 1)));
    const { values, decorations } = computed;
    const key = `${language} ${JSON.stringify(values)} ${JSON.stringify(decorations)} ${custom}`;
    const known = this.#byValue.get(key);
    if (known) return known;
    const style = this.intern(computedStyle(values, { language, decorations }));
    const record: StyleRecord = { id: this.#byValue.size, ...computed, style };
    this.#byValue.set(key, record);
    return record;
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
