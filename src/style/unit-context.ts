/**
 * What relative units refer to. Comes in: the values of an element, its root, the viewport and a measure of
 * fonts. Goes out: the context in which its other values are read; viewport and fonts are looked at only
 * when a value asks for them.
 */
import type { FontMeasure, FontUnits } from '../document/style.js';
import { usedLineHeight } from './computed-style.js';
import { initialValues, type Values } from './properties.js';
import type { ValueContext } from './value-reader.js';

/** Where units come from that hold for the whole tree. */
export interface UnitSources {
  readonly viewport: ValueContext['viewport'];
  readonly measureFont: FontMeasure;
  /** The root element's values; undefined while it is being computed itself. */
  readonly root: Values | undefined;
}

type UnitsOfFont = Pick<ValueContext, 'ex' | 'ch'>;

/** Line height, em, where the style says `normal`. */
const normalLineHeight = 1.2;

/** `ex` and `ch` in pt; a font is opened only when one of them is asked for. */
export function fontUnits(values: Values, { measureFont }: UnitSources): UnitsOfFont {
  const measure = (): FontUnits =>
    measureFont({
      fontFamily: values['font-family'],
      fontWeight: values['font-weight'],
      fontStyle: values['font-style'],
    });
  return {
    get ex() {
      return values['font-size'] * measure().ex;
    },
    get ch() {
      return values['font-size'] * measure().ch;
    },
  };
}

/** The context with some of it changed; viewport and font are looked at only when asked for. */
export function withContext(
  context: ValueContext,
  changed: Partial<ValueContext>,
  units: UnitsOfFont = context,
): ValueContext {
  return {
    fontSize: context.fontSize,
    lineHeight: context.lineHeight,
    rootFontSize: context.rootFontSize,
    rootLineHeight: context.rootLineHeight,
    fontWeight: context.fontWeight,
    color: context.color,
    ...changed,
    get viewport() {
      return context.viewport;
    },
    get ex() {
      return units.ex;
    },
    get ch() {
      return units.ch;
    },
  };
}

/** What relative units mean to a child of these values (to `font-size`, the parent's own em). */
export function contextOf(values: Values, tree: UnitSources): ValueContext {
  const root = tree.root ?? initialValues;
  const units = fontUnits(values, tree);
  return {
    fontSize: values['font-size'],
    lineHeight: ptOfLine(values['line-height'], values['font-size']),
    rootFontSize: root['font-size'],
    rootLineHeight: ptOfLine(root['line-height'], root['font-size']),
    get viewport() {
      return tree.viewport;
    },
    get ex() {
      return units.ex;
    },
    get ch() {
      return units.ch;
    },
    fontWeight: values['font-weight'],
    color: values.color,
  };
}

/** pt of a line; where the style says `normal`, what `lh` means without a font. */
export function ptOfLine(height: Values['line-height'], fontSize: number): number {
  const used = usedLineHeight(height, fontSize);
  return used === 'normal' ? normalLineHeight * fontSize : used;
}
