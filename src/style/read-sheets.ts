/**
 * Reading style sheets: the texts of the cascade, in order, become rules with their declarations
 * already split into checked longhands. Imports are followed through the host, `@media` is decided,
 * and everything that is broken or not supported becomes a diagnostic with file, line and column;
 * the rest still applies.
 */
import type { AtrulePlain, CssNodePlain, RulePlain } from 'css-tree';
import type { Diagnostic, Span } from '../diagnostic.js';
import type { StylesheetSource } from '../document/publication.js';
import type { FontFaceRule, MarginBoxName } from '../document/style.js';
import {
  declarationText,
  readDeclaration,
  type Declaration,
  type WrittenDeclaration,
} from './declarations.js';
import { readFontFace } from './font-faces.js';
import { both } from './conditions.js';
import { isMarginBoxName } from './margin-boxes.js';
import { mediaApplies } from './media.js';
import { parsePageSelectors, type PageSelector } from './page-selectors.js';
import { parseSelector, type ParsedSelector } from './selectors.js';
import { withPaths, type PictureList } from './sheet-pictures.js';
import { readSpot, spotFunction, withSpots, type SpotInks } from './spot-colors.js';
import { supportsApplies } from './supports.js';
import {
  importOf,
  importSheet,
  parseSheet,
  parseStyleAttribute,
  preludeOf,
  reportUnsupported,
  unsupported,
  writtenDeclaration,
  writtenDeclarations,
  type Reading,
  type SheetScope,
} from './sheet-nodes.js';

/** Who wrote a rule: CSS Cascade 5 §6.2. */
export type CascadeOrigin = 'user-agent' | 'author';

export interface StyleRule {
  readonly origin: CascadeOrigin;
  readonly selectors: readonly ParsedSelector[];
  readonly declarations: readonly Declaration[];
}

export interface PageRule {
  readonly origin: CascadeOrigin;
  readonly selectors: readonly PageSelector[];
  readonly declarations: readonly Declaration[];
  readonly marginBoxes: readonly {
    readonly name: MarginBoxName | 'footnote';
    readonly declarations: readonly Declaration[];
  }[];
}

/** All rules of all sheets, in source order. */
export interface Rules {
  readonly styles: StyleRule[];
  readonly pages: PageRule[];
  readonly fontFaces: FontFaceRule[];
  readonly spots: SpotInks;
  readonly pictures: PictureList;
}

interface RuleReading extends Reading {
  readonly rules: Rules;
}

interface Scope extends SheetScope {
  readonly origin: CascadeOrigin;
}

/** Reads sheets of one origin, in cascade order, adding to the rules and diagnostics of `reading`. */
export function readSheets(
  sources: readonly StylesheetSource[],
  origin: CascadeOrigin,
  reading: RuleReading,
): void {
  for (const source of sources) {
    const scope = { source, origin, importedBy: [] };
    readNodes(parseSheet(source, reading), scope, reading);
  }
}

/** Reads the declarations of a `style` attribute; `span` is its element's place. */
export function readStyleAttribute(
  css: string,
  span: Span | undefined,
  diagnostics: Diagnostic[],
): readonly Declaration[] {
  return parseStyleAttribute(css, span, diagnostics).flatMap((written) => check(written, diagnostics));
}

function readNodes(nodes: readonly CssNodePlain[], scope: Scope, reading: RuleReading): void {
  for (const node of nodes) {
    if (node.type === 'Rule') readRule(node, scope, reading);
    else if (node.type === 'Atrule') readAtRule(node, scope, reading);
  }
}

function readRule(node: RulePlain, scope: Scope, reading: RuleReading): void {
  if (node.prelude.type !== 'SelectorList') return;
  const selectors: ParsedSelector[] = [];
  for (const selector of node.prelude.children) {
    if (selector.type !== 'Selector') continue;
    const parsed = parseSelector(selector);
    // One selector that is not understood takes the whole rule with it (Selectors 4 §4.1).
    if (parsed === undefined) return reportUnsupported(selector, scope, reading);
    selectors.push(parsed);
  }
  const declarations = readBlock(node.block.children, scope, reading);
  reading.rules.styles.push({ origin: scope.origin, selectors, declarations });
}

/** The declarations of a block. Of rules nested in it, those that `nested` takes; the others are reported. */
function readBlock(
  nodes: readonly CssNodePlain[],
  scope: Scope,
  reading: RuleReading,
  nested?: (node: AtrulePlain) => boolean,
): readonly Declaration[] {
  const result: Declaration[] = [];
  for (const node of nodes) {
    if (node.type === 'Declaration') {
      const raw = writtenDeclaration(node, scope.source.path);
      const written = raw && inPlace(raw, scope.source.path, reading);
      if (!written) continue;
      const read = check(written, reading.diagnostics, nested !== undefined);
      for (const declaration of read) reading.rules.pictures.add(declaration);
      result.push(...read);
    } else if (node.type === 'Rule' || (node.type === 'Atrule' && nested?.(node) !== true)) {
      reportUnsupported(node, scope, reading);
    }
  }
  return result;
}

function readAtRule(node: AtrulePlain, scope: Scope, reading: RuleReading): void {
  switch (node.name.toLowerCase()) {
    case 'charset':
      return;
    case 'import':
      return readImport(node, scope, reading);
    case 'media':
    case 'supports': {
      const prelude = preludeOf(node);
      const applies = node.name.toLowerCase() === 'media' ? mediaApplies(prelude) : supportsApplies(prelude);
      if (applies === 'unknown') return reportUnsupported(node, scope, reading);
      return applies ? readNodes(node.block?.children ?? [], scope, reading) : undefined;
    }
    case 'page':
      return readPage(node, scope, reading);
    case 'font-face':
      return readFace(node, scope, reading);
    case spotFunction:
      return readSpot(node, scope.source.path, reading.rules.spots)
        ? undefined
        : reportUnsupported(node, scope, reading);
    default:
      return reportUnsupported(node, scope, reading);
  }
}

function readImport(node: AtrulePlain, scope: Scope, reading: RuleReading): void {
  const wanted = importOf(node);
  const supported = !wanted?.supports || supportsApplies(wanted.supports);
  const applies = wanted ? both(supported, mediaApplies(wanted.media)) : 'unknown';
  if (wanted === undefined || applies === 'unknown') return reportUnsupported(node, scope, reading);
  if (!applies) return;
  const imported = importSheet(node, wanted.url, scope, reading);
  if (imported === undefined) return;
  const inner = { ...imported, origin: scope.origin };
  readNodes(parseSheet(imported.source, reading), inner, reading);
}

function readPage(node: AtrulePlain, scope: Scope, reading: RuleReading): void {
  const selectors = parsePageSelectors(preludeOf(node));
  if (selectors === undefined) return reportUnsupported(node, scope, reading);
  const marginBoxes: PageRule['marginBoxes'][number][] = [];
  const declarations = readBlock(node.block?.children ?? [], scope, reading, (inner) => {
    const name = inner.name.toLowerCase();
    if (name !== 'footnote' && !isMarginBoxName(name)) return false;
    marginBoxes.push({ name, declarations: readBlock(inner.block?.children ?? [], scope, reading) });
    return true;
  });
  reading.rules.pages.push({ origin: scope.origin, selectors, declarations, marginBoxes });
}

function readFace(node: AtrulePlain, scope: Scope, reading: RuleReading): void {
  const { path } = scope.source;
  const read = readFontFace(writtenDeclarations(node.block?.children ?? [], path), path, reading.host);
  for (const written of read.unsupported)
    reading.diagnostics.push(unsupported(declarationText(written), written.span));
  if (read.face) reading.rules.fontFaces.push(read.face);
  else reportUnsupported(node, scope, reading);
}

/** A declaration with what its values name: files beside the sheet, inks of spot colours. */
function inPlace(
  written: WrittenDeclaration,
  from: string,
  { host, rules }: RuleReading,
): WrittenDeclaration {
  const { values, ...rest } = withPaths(written, from, host);
  return { ...rest, values: withSpots(values, rules.spots) };
}

/** The longhands of a declaration; what of it is not supported is reported. */
function check(
  written: WrittenDeclaration,
  diagnostics: Diagnostic[],
  inPage = false,
): readonly Declaration[] {
  const read = readDeclaration(written, inPage);
  if (read.unsupported !== undefined) diagnostics.push(unsupported(read.unsupported, written.span));
  return read.declarations;
}
