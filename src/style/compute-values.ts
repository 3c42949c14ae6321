/**
 * From the cascade's winners to computed values (CSS Cascade 5 §4): defaulting and inheritance,
 * custom properties first, then the font's size, line height and colour that other values refer to,
 * then the rest. A value that turns out invalid after `var()` counts as `unset` and is reported.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import type { Display, TextDecoration } from '../document/style.js';
import type { Cascaded } from './cascade.js';
import type { ComponentValues } from './component-value.js';
import { customProperties, substitute, type CustomProperties } from './custom-properties.js';
import {
  cssWideKeyword,
  declarationText,
  expand,
  type Declaration,
  type Expanded,
  type Part,
} from './declarations.js';
import {
  initialValues,
  isLonghand,
  longhandNames,
  longhands,
  parseLonghand,
  type LonghandName,
  type Values,
} from './properties.js';
import { contextOf, fontUnits, ptOfLine, withContext, type UnitSources } from './unit-context.js';
import type { ValueContext } from './value-reader.js';

/** What an element takes over: its parent's values, custom properties included. */
export interface Inherited {
  readonly values: Values;
  readonly custom: CustomProperties;
  /** Lines to draw on the text, outermost first. */
  readonly decorations: readonly TextDecoration[];
}

/** Things that hold for the whole tree. */
export interface TreeContext extends UnitSources {
  readonly diagnostics: Diagnostic[];
  /** Declarations already reported. */
  readonly reported: Set<Declaration>;
}

/** What a font is chosen by; computed first, since `ex` and `ch` are units of the font. */
const fontNames = ['font-family', 'font-weight', 'font-style'] as const;

/** Computed before the others, which refer to them. */
const early: ReadonlySet<string> = new Set<LonghandName>([...fontNames, 'font-size', 'line-height', 'color']);

const bases = new WeakMap<Values, Values>();

/** What a child has that nothing is declared for. */
export function inheritedValues(parent: Values): Values {
  const known = bases.get(parent);
  if (known) return known;
  const values: Record<string, unknown> = { ...initialValues };
  for (const name of longhandNames) if (longhands[name].inherited) values[name] = parent[name];
  const base = values as unknown as Values;
  bases.set(parent, base);
  return base;
}

/** The computed values of an element, a pseudo-element or a page context. */
export function computeValues(cascaded: Cascaded, parent: Inherited, tree: TreeContext): Inherited {
  const custom =
    cascaded.custom.size === 0
      ? parent.custom
      : customProperties(declaredCustom(cascaded, parent.custom), parent.custom);
  const inherited = parent.values;
  const values: Record<string, unknown> = { ...inheritedValues(inherited) };
  const scope = { cascaded, custom, inherited, tree };
  const compute = (name: LonghandName, context: ValueContext): void => {
    const declaration = cascaded.winners.get(name);
    if (declaration) values[name] = computeOne(name, declaration, scope, context);
  };
  const root = tree.root === undefined;
  let context = contextOf(inherited, tree);
  for (const name of fontNames) compute(name, context);
  compute('font-size', context);
  const fontSize = values['font-size'] as number;
  const units = fontUnits(values as unknown as Values, tree);
  context = withContext(context, root ? { fontSize, rootFontSize: fontSize } : { fontSize }, units);
  compute('line-height', context);
  const lineHeight = ptOfLine(values['line-height'] as Values['line-height'], fontSize);
  context = withContext(context, root ? { lineHeight, rootLineHeight: lineHeight } : { lineHeight });
  compute('color', context);
  context = withContext(context, { color: values['color'] as Values['color'] });
  for (const name of cascaded.names) if (!early.has(name)) compute(name, context);
  const own = blockified(matchParent(values as unknown as Values, inherited), root);
  return { values: own, custom, decorations: decorationsOf(own, parent.decorations) };
}

interface Scope {
  readonly cascaded: Cascaded;
  readonly custom: CustomProperties;
  readonly inherited: Values;
  readonly tree: TreeContext;
}

function computeOne(name: LonghandName, winner: Declaration, scope: Scope, context: ValueContext): unknown {
  const { inherited } = scope;
  let declaration: Declaration | undefined = winner;
  let part = partFor(declaration, scope);
  if (part?.wide === 'revert') {
    declaration = scope.cascaded.userAgent().get(name);
    part = declaration && partFor(declaration, scope);
  }
  const usual = longhands[name].inherited ? inherited[name] : initialValues[name];
  if (declaration === undefined || part === undefined) return usual;
  switch (part.wide) {
    case 'inherit':
      return inherited[name];
    case 'initial':
      return initialValues[name];
    case 'unset':
    case 'revert':
      return usual;
    case undefined:
      break;
  }
  const value: unknown = part.constant ?? parseLonghand(name, part.values, context);
  if (value === undefined) report(declaration, scope.tree);
  return value ?? usual;
}

/** Values with `var()` replaced and shared out, by the values as written: all longhands ask in turn. */
const resolved = new WeakMap<
  ComponentValues,
  { readonly custom: CustomProperties; readonly expanded: Expanded | undefined }
>();

/** A declaration's part for its own longhand, `var()` replaced; undefined, and reported, when that fails. */
function partFor(declaration: Declaration, { custom, tree }: Scope): Part | undefined {
  if (!declaration.pending) return declaration;
  let known = resolved.get(declaration.values);
  if (known?.custom !== custom) {
    const values = substitute(declaration.values, (name) => custom.get(name));
    const expanded = values && expand(declaration.shorthand ?? declaration.name, values);
    known = { custom, expanded };
    resolved.set(declaration.values, known);
  }
  const part = isLonghand(declaration.name) ? known.expanded?.get(declaration.name) : undefined;
  if (part === undefined) report(declaration, tree);
  return part;
}

/** A declaration's values with `var()` replaced; undefined, and reported, when that fails. */
export function resolveVariables(
  declaration: Declaration,
  custom: CustomProperties,
  tree: Pick<TreeContext, 'diagnostics' | 'reported'>,
): ComponentValues | undefined {
  const values = substitute(declaration.values, (name) => custom.get(name));
  if (values === undefined) report(declaration, tree);
  return values;
}

function report(declaration: Declaration, tree: Pick<TreeContext, 'diagnostics' | 'reported'>): void {
  if (tree.reported.has(declaration)) return;
  tree.reported.add(declaration);
  const written = { name: declaration.shorthand ?? declaration.name, values: declaration.values };
  const known = tree.diagnostics.some(
    (d) =>
      d.code === 'STYLE-VARIABLE' &&
      d.span?.line === declaration.span?.line &&
      d.values['css'] === declarationText(written),
  );
  // The longhands of one shorthand fail together: said once.
  if (known) return;
  tree.diagnostics.push(
    diagnostic('STYLE-VARIABLE', { css: declarationText(written) }, { span: declaration.span }),
  );
}

/** The declared custom properties; undefined stands for `initial`. */
function declaredCustom(
  cascaded: Cascaded,
  parent: CustomProperties,
): ReadonlyMap<string, ComponentValues | undefined> {
  const declared = new Map<string, ComponentValues | undefined>();
  for (const [name, { values }] of cascaded.custom) {
    const keyword = cssWideKeyword(values);
    if (keyword === undefined) declared.set(name, values);
    else if (keyword === 'initial') declared.set(name, undefined);
    else if (keyword === 'revert' && cascaded.userAgent().has(name)) declared.set(name, parent.get(name));
    // The others inherit, which is what happens to a name that is not declared.
  }
  return declared;
}

/** `match-parent` is the parent's, its start and end made left and right (CSS Text 3 §6.1). */
function matchParent(values: Values, parent: Values): Values {
  if (values['text-align'] !== 'match-parent') return values;
  const above = parent['text-align'];
  return { ...values, 'text-align': above === 'start' ? 'left' : above === 'end' ? 'right' : above };
}

/**
 * Decorations are not inherited but drawn on everything in the flow inside: not on floats, boxes out of
 * flow and atomic inlines (CSS Text Decoration 4 §2).
 */
function decorationsOf(values: Values, above: readonly TextDecoration[]): readonly TextDecoration[] {
  const apart =
    values.float !== 'none' ||
    values.display === 'inline-block' ||
    values.display === 'inline-table' ||
    values.position === 'absolute' ||
    typeof values.position === 'object';
  const passed = apart ? [] : above;
  const lines = values['text-decoration-line'];
  if (lines.length === 0) return passed;
  const color = values['text-decoration-color'];
  const own: TextDecoration = {
    lines,
    color: color === 'currentcolor' ? values.color : color,
    style: values['text-decoration-style'],
    thickness: values['text-decoration-thickness'],
    underlineOffset: values['text-underline-offset'],
  };
  return [...passed, own];
}

const blockOf: Partial<Readonly<Record<Display, Display>>> = {
  inline: 'block',
  'inline-block': 'block',
  'inline-table': 'table',
  'table-row-group': 'block',
  'table-header-group': 'block',
  'table-footer-group': 'block',
  'table-row': 'block',
  'table-cell': 'block',
  'table-caption': 'block',
  'table-column': 'block',
  'table-column-group': 'block',
};

/** Floats, boxes out of flow and the root are blocks (CSS 2 §9.7); absolute ones do not float. */
function blockified(values: Values, root: boolean): Values {
  const outOfFlow = values.position === 'absolute' || typeof values.position === 'object';
  if (!root && !outOfFlow && values.float === 'none') return values;
  const display = root && values.display === 'contents' ? 'block' : values.display;
  return {
    ...values,
    display: blockOf[display] ?? display,
    float: outOfFlow ? 'none' : values.float,
  };
}
