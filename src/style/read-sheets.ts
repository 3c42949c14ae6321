/**
 * Reading style sheets: the texts of the cascade, in order, become rules with their declarations
 * already split into checked longhands. Imports are followed through the host, `@media` is decided,
 * and everything that is broken or not supported becomes a diagnostic with file, line and column;
 * the rest still applies.
 */
import type { AtrulePlain, CssNode, CssNodePlain, DeclarationPlain, RulePlain } from 'css-tree';
import { diagnostic, type Diagnostic, type Span } from '../diagnostic.js';
import type { StylesheetSource } from '../document/publication.js';
import type { FontFaceRule, MarginBoxName } from '../document/style.js';
import type { Host } from '../host.js';
import { componentValues, parseComponentValues } from './component-value.js';
import {
  declarationText,
  readDeclaration,
  type Declaration,
  type ReadDeclaration,
  type WrittenDeclaration,
} from './declarations.js';
import { readFontFace } from './font-faces.js';
import { readText } from './read-text.js';
import { isMarginBoxName } from './margin-boxes.js';
import { mediaApplies } from './media.js';
import { parseCss } from './parse-css.js';
import { parsePageSelectors, type PageSelector } from './page-selectors.js';
import { parseSelector, type ParsedSelector } from './selectors.js';

/** Who wrote a rule: CSS Cascade 5 §6.2. */
export type CascadeOrigin = 'user-agent' | 'author';

export interface StyleRule {
  readonly origin: CascadeOrigin;
  readonly selectors: readonly ParsedSelector[];
  readonly declarations: readonly Declaration[];
  readonly span: Span;
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
}

interface Reading {
  readonly host: Host;
  readonly rules: Rules;
  readonly diagnostics: Diagnostic[];
}

/** One sheet being read, and the chain of imports that led to it. */
interface SheetScope {
  readonly source: StylesheetSource;
  readonly origin: CascadeOrigin;
  readonly importedBy: readonly string[];
}

const longestShown = 80;

/** Reads sheets of one origin, in cascade order, adding to `rules` and `diagnostics`. */
export function readSheets(
  sources: readonly StylesheetSource[],
  origin: CascadeOrigin,
  reading: Reading,
): void {
  for (const source of sources) readSheet({ source, origin, importedBy: [] }, reading);
}

/** Reads the declarations of a `style` attribute; `span` is its element's place. */
export function readStyleAttribute(
  css: string,
  span: Span | undefined,
  diagnostics: Diagnostic[],
): readonly Declaration[] {
  const ast = parseCss(css, {
    context: 'declarationList',
    parseCustomProperty: false,
    onParseError: (error, node) =>
      diagnostics.push(
        diagnostic('STYLE-SYNTAX', { message: error.message, text: shown(textOfRaw(node)) }, { span }),
      ),
  });
  if (ast.type !== 'DeclarationList') return [];
  return ast.children.flatMap((node) =>
    node.type === 'Declaration'
      ? collect(readDeclaration({ ...written(node), ...(span ? { span } : {}) }), diagnostics, span)
      : [],
  );
}

function readSheet(scope: SheetScope, reading: Reading): void {
  const { path, css } = scope.source;
  const ast = parseCss(css, {
    positions: true,
    parseCustomProperty: false,
    parseAtrulePrelude: false,
    onParseError: (error, node) =>
      reading.diagnostics.push(
        diagnostic(
          'STYLE-SYNTAX',
          { message: error.message, text: shown(sourceOf(node, css)) },
          { span: node.loc ? spanOf(node, path) : { file: path, line: error.line, column: error.column } },
        ),
      ),
  });
  if (ast.type === 'StyleSheet') readNodes(ast.children, scope, reading);
}

function readNodes(nodes: readonly CssNodePlain[], scope: SheetScope, reading: Reading): void {
  for (const node of nodes) {
    if (node.type === 'Rule') readRule(node, scope, reading);
    else if (node.type === 'Atrule') readAtRule(node, scope, reading);
  }
}

function readRule(node: RulePlain, scope: SheetScope, reading: Reading): void {
  if (node.prelude.type !== 'SelectorList') return;
  const selectors: ParsedSelector[] = [];
  for (const selector of node.prelude.children) {
    if (selector.type !== 'Selector') continue;
    const parsed = parseSelector(selector, scope.source.css);
    // One selector that is not understood takes the whole rule with it (Selectors 4 §4.1).
    if (parsed === undefined) return unsupported(selector, scope, reading);
    selectors.push(parsed);
  }
  const declarations = readBlock(node.block.children, scope, reading);
  reading.rules.styles.push({
    origin: scope.origin,
    selectors,
    declarations,
    span: spanOf(node, scope.source.path),
  });
}

/** The declarations of a block; anything nested in it but what `nested` takes is not supported. */
function readBlock(
  nodes: readonly CssNodePlain[],
  scope: SheetScope,
  reading: Reading,
  page?: (node: AtrulePlain) => boolean,
): readonly Declaration[] {
  const result: Declaration[] = [];
  for (const node of nodes) {
    if (node.type === 'Declaration') {
      if (node.value.type === 'Raw' && !node.property.startsWith('--')) continue;
      const span = spanOf(node, scope.source.path);
      const read = readDeclaration({ ...written(node), span }, page !== undefined);
      result.push(...collect(read, reading.diagnostics, span));
    } else if (node.type === 'Atrule' || node.type === 'Rule') {
      if (node.type !== 'Atrule' || page?.(node) !== true) unsupported(node, scope, reading);
    }
  }
  return result;
}

function readAtRule(node: AtrulePlain, scope: SheetScope, reading: Reading): void {
  const prelude = node.prelude?.type === 'Raw' ? node.prelude.value : '';
  switch (node.name.toLowerCase()) {
    case 'charset':
      return;
    case 'import':
      return readImport(node, prelude, scope, reading);
    case 'media': {
      const applies = mediaApplies(prelude);
      if (applies === 'unknown') return unsupported(node, scope, reading);
      return applies ? readNodes(node.block?.children ?? [], scope, reading) : undefined;
    }
    case 'page':
      return readPage(node, prelude, scope, reading);
    case 'font-face':
      return readFace(node, scope, reading);
    default:
      return unsupported(node, scope, reading);
  }
}

function readImport(node: AtrulePlain, prelude: string, scope: SheetScope, reading: Reading): void {
  const [target] = parseComponentValues(prelude);
  const url = target?.type === 'url' || target?.type === 'string' ? target.value : undefined;
  const media = prelude.replace(/^\s*(?:url\([^)]*\)|"[^"]*"|'[^']*')/, '');
  const applies = mediaApplies(media);
  if (url === undefined || applies === 'unknown') return unsupported(node, scope, reading);
  if (!applies) return;
  const span = spanOf(node, scope.source.path);
  const path = /^[a-z][a-z0-9+.-]+:/i.test(url) ? url : reading.host.resolve(scope.source.path, url);
  const chain = [...scope.importedBy, scope.source.path];
  if (chain.includes(path)) {
    reading.diagnostics.push(diagnostic('STYLE-IMPORT-CYCLE', { path: url }, { span }));
    return;
  }
  const css = readText(path, url, span, reading);
  if (css !== undefined)
    readSheet({ source: { path, css }, origin: scope.origin, importedBy: chain }, reading);
}

function readPage(node: AtrulePlain, prelude: string, scope: SheetScope, reading: Reading): void {
  const selectors = parsePageSelectors(prelude);
  if (selectors === undefined) return unsupported(node, scope, reading);
  const marginBoxes: PageRule['marginBoxes'][number][] = [];
  const declarations = readBlock(node.block?.children ?? [], scope, reading, (inner) => {
    const name = inner.name.toLowerCase();
    if (name !== 'footnote' && !isMarginBoxName(name)) return false;
    marginBoxes.push({ name, declarations: readBlock(inner.block?.children ?? [], scope, reading) });
    return true;
  });
  reading.rules.pages.push({ origin: scope.origin, selectors, declarations, marginBoxes });
}

function readFace(node: AtrulePlain, scope: SheetScope, reading: Reading): void {
  const descriptors = (node.block?.children ?? []).flatMap((child) =>
    child.type === 'Declaration' ? [{ ...written(child), span: spanOf(child, scope.source.path) }] : [],
  );
  const read = readFontFace(descriptors, scope.source.path, reading.host);
  for (const { span, ...declaration } of read.unsupported)
    reading.diagnostics.push(
      diagnostic('STYLE-UNSUPPORTED', { css: shown(declarationText(declaration)) }, { span }),
    );
  if (read.incomplete) unsupported(node, scope, reading);
  if (read.face) reading.rules.fontFaces.push(read.face);
}

function written(node: DeclarationPlain): WrittenDeclaration {
  const values =
    node.value.type === 'Raw' ? parseComponentValues(node.value.value) : componentValues(node.value.children);
  return { name: node.property, values, important: node.important !== false };
}

function collect(
  read: ReadDeclaration,
  diagnostics: Diagnostic[],
  span: Span | undefined,
): readonly Declaration[] {
  if (read.unsupported !== undefined)
    diagnostics.push(diagnostic('STYLE-UNSUPPORTED', { css: shown(read.unsupported) }, { span }));
  return read.declarations;
}

function unsupported(node: CssNodePlain, scope: SheetScope, reading: Reading): void {
  const css = sourceOf(node, scope.source.css).split('{', 1)[0] ?? '';
  reading.diagnostics.push(
    diagnostic('STYLE-UNSUPPORTED', { css: shown(css) }, { span: spanOf(node, scope.source.path) }),
  );
}

function spanOf(node: CssNode | CssNodePlain, file: string): Span {
  if (!node.loc) return { file };
  const { start, end } = node.loc;
  const length = start.line === end.line ? Math.max(1, end.column - start.column) : 1;
  return { file, line: start.line, column: start.column, length };
}

function sourceOf(node: CssNode | CssNodePlain, css: string): string {
  return node.loc ? css.slice(node.loc.start.offset, node.loc.end.offset) : textOfRaw(node);
}

function textOfRaw(node: CssNode | CssNodePlain): string {
  return node.type === 'Raw' ? node.value : '';
}

function shown(css: string): string {
  const line = css.replace(/\s+/g, ' ').trim();
  return line.length > longestShown ? `${line.slice(0, longestShown - 1)}…` : line;
}
