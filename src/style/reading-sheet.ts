/**
 * The ebook's style sheet: CSS that reading systems understand, from the template's sheets. In come
 * the sheets as written; out comes one text without imports, comments, `@page`, custom properties
 * (resolved from `:root` now, because many reading systems know none) and our own prefix, and the
 * faces of `@font-face`, for the EPUB to embed.
 *
 * Where a media query gives a custom property another value (the dark scheme), the declarations that
 * come out different are written again under that query, in their place in the cascade.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { StylesheetSource } from '../document/publication.js';
import type { FontFaceRule, SheetPicture } from '../document/style.js';
import type { Host } from '../host.js';
import { cssText, type ComponentValue, type ComponentValues } from './component-value.js';
import { absoluteColor } from './colors.js';
import { spotFunction } from './spot-colors.js';
import {
  customProperties,
  noCustomProperties,
  substitute,
  type CustomProperties,
} from './custom-properties.js';
import { declarationText, type WrittenDeclaration } from './declarations.js';
import { uniqueFaces } from './font-faces.js';
import { initialContext } from './properties.js';
import { readReadingBlocks, type ReadingRule } from './reading-blocks.js';
import { PictureList } from './sheet-pictures.js';
import { SheetWriter, type WrittenRule } from './sheet-writer.js';
import { unsupported } from './sheet-nodes.js';
import { parseWhole } from './value-reader.js';

export interface ReadingSheet {
  readonly css: string;
  readonly fontFaces: readonly FontFaceRule[];
  /** The pictures that it names; in `css`, `url()` of their paths stands for them. */
  readonly pictures: readonly ReadingPicture[];
}

export interface ReadingPicture extends SheetPicture {
  /** As it stands in the sheet: `url("path")`. */
  readonly written: string;
}

/** Custom properties under a condition ('' for none). */
interface VariableScope {
  readonly condition: string;
  readonly custom: CustomProperties;
}

/** Makes the reading sheet; `stylesheets` stand in cascade order. */
export function readingSheet(stylesheets: readonly StylesheetSource[], host: Host): Staged<ReadingSheet> {
  const diagnostics: Diagnostic[] = [];
  const { rules, fontFaces } = readReadingBlocks(stylesheets, { host, diagnostics });
  const [base, ...conditional] = variableScopes(rules, diagnostics);
  const writer = new SheetWriter();
  const pictures = new PictureList();
  for (const rule of rules) {
    const own = conditional.find(({ condition }) => condition === rule.conditions.join(' '));
    const written = resolveRule(rule, (own ?? base).custom, diagnostics);
    const variants = variantsOf(rule, written, own ? [] : conditional);
    for (const { declarations } of [written, ...variants]) declarations.forEach((one) => pictures.add(one));
    writer.add(written, variants);
  }
  const named = pictures.all.filter(({ path }) => !isInline(path)).map(asWritten);
  return {
    value: { css: writer.text(), fontFaces: uniqueFaces(fontFaces), pictures: named },
    diagnostics,
  };
}

/** The values of `:root`, first without condition, then under each condition that changes some. */
function variableScopes(
  rules: readonly ReadingRule[],
  diagnostics: Diagnostic[],
): readonly [VariableScope, ...VariableScope[]] {
  const declared = new Map<string, Map<string, ComponentValues>>([['', new Map()]]);
  for (const rule of rules) {
    const variables = rule.declarations.filter(({ name }) => name.startsWith('--'));
    if (variables.length === 0) continue;
    const ofRoot = rule.selectors.every((selector) => /^(?::root|html)$/i.test(selector));
    const condition = rule.conditions.join(' ');
    const scope = declared.get(condition) ?? new Map<string, ComponentValues>();
    declared.set(condition, scope);
    for (const variable of variables) {
      if (ofRoot) scope.set(variable.name, variable.values);
      else diagnostics.push(unsupported(declarationText(variable), variable.span));
    }
  }
  const usual = declared.get('') ?? new Map<string, ComponentValues>();
  const scopes = Array.from(declared, ([condition, own]): VariableScope => {
    const all = new Map([...usual, ...own]);
    return { condition, custom: customProperties(all, noCustomProperties) };
  });
  const base = { condition: '', custom: customProperties(usual, noCustomProperties) };
  return [base, ...scopes.filter(({ condition }) => condition !== '')];
}

function resolveRule(rule: ReadingRule, custom: CustomProperties, diagnostics: Diagnostic[]): WrittenRule {
  const declarations = rule.declarations.flatMap((declaration) => {
    if (declaration.name.startsWith('--') || isOurs(declaration)) return [];
    const values = resolveValues(declaration.values, custom);
    if (values !== undefined && writable(values)) return [{ ...declaration, values }];
    diagnostics.push(
      values === undefined
        ? diagnostic('STYLE-VARIABLE', { css: declarationText(declaration) }, { span: declaration.span })
        : unsupported(declarationText(declaration), declaration.span),
    );
    return [];
  });
  return { conditions: rule.conditions, selectors: rule.selectors, declarations };
}

/** The declarations that come out different under each condition. */
function variantsOf(
  rule: ReadingRule,
  usual: WrittenRule,
  scopes: readonly VariableScope[],
): readonly WrittenRule[] {
  return scopes.flatMap(({ condition, custom }) => {
    const conditions = together(rule.conditions, condition);
    const other = conditions && resolveRule(rule, custom, []);
    const known = new Set(usual.declarations.map(declarationText));
    const declarations = (other?.declarations ?? []).filter((d) => !known.has(declarationText(d)));
    if (conditions === undefined || declarations.length === 0) return [];
    return [{ conditions, selectors: rule.selectors, declarations }];
  });
}

/** Two conditions as one, when one media query can say it; a query of a box stands inside. */
function together(conditions: readonly string[], added: string): readonly string[] | undefined {
  const [only, ...more] = conditions;
  if (only === undefined) return [added];
  if (more.length === 0 && only.startsWith('@container')) return [added, only];
  const simple = (text: string): boolean => text.startsWith('@media (') && !text.includes(',');
  if (more.length > 0 || !simple(only) || !simple(added)) return undefined;
  return [`${only} and ${added.slice('@media '.length)}`];
}

function isOurs({ name }: WrittenDeclaration): boolean {
  return name.startsWith('-anpham-');
}

function resolveValues(values: ComponentValues, custom: CustomProperties): ComponentValues | undefined {
  return substitute(values, (name) => custom.get(name))?.map(screenColor);
}

/** Printing inks as their screen fallback, or as the plain mixture. */
function screenColor(value: ComponentValue): ComponentValue {
  if (value.type !== 'function' || !(value.name === 'device-cmyk' || value.name === spotFunction))
    return value;
  const color = parseWhole(absoluteColor, [value], initialContext);
  if (color?.space !== 'cmyk') return value;
  const mixed = (ink: number): number => (1 - ink) * (1 - color.k);
  const shown = color.fallback ?? { r: mixed(color.c), g: mixed(color.m), b: mixed(color.y) };
  const byte = (part: number): string =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0');
  const alpha = color.alpha === 1 ? '' : byte(color.alpha);
  return { type: 'hash', value: byte(shown.r) + byte(shown.g) + byte(shown.b) + alpha };
}

function asWritten(picture: SheetPicture): ReadingPicture {
  return { ...picture, written: cssText([{ type: 'url', value: picture.path }]) };
}

/** A picture whose bytes stand in the sheet: the ebook's sheet keeps it as it is (EPUB 3.3, 3.1). */
function isInline(address: string): boolean {
  return /^data:image\//i.test(address);
}

/**
 * Whether values can be written: text that is no CSS value would break what follows it; and what an
 * address on the network or inside a function names is not put into the ebook: a broken link.
 */
function writable(values: ComponentValues, inside = false): boolean {
  return values.every((value) => {
    if (value.type === 'function') return writable(value.args, true);
    if (value.type === 'parens') return writable(value.values, true);
    if (value.type === 'url') return !inside && (isInline(value.value) || isFile(value.value));
    return value.type !== 'other';
  });
}

/** A path of the host: neither a place in the text nor an address on the network. */
function isFile(address: string): boolean {
  return address !== '' && !/^(?:#|(?:[a-z][a-z\d+.-]*:)?\/\/)/i.test(address);
}
