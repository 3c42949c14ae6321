/**
 * What reading a sheet for pages and reading one for reading systems share: parsing with syntax
 * errors reported, places, declarations as written, imports followed.
 */
import type { AtrulePlain, CssNode, CssNodePlain, DeclarationPlain } from 'css-tree';
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import type { StylesheetSource } from '../document/publication.js';
import type { Host } from '../host.js';
import { componentValues, parseComponentValues } from './component-value.js';
import { withoutComments } from './conditions.js';
import type { WrittenDeclaration } from './declarations.js';
import { decodeIdentifier } from './identifiers.js';
import { packagedFile } from './packaged.js';
import { parseCss } from './parse-css.js';
import { readText } from './read-text.js';

/** Where sheets come from and diagnostics go. */
export interface Reading {
  readonly host: Host;
  readonly diagnostics: Diagnostic[];
}

/** A sheet, and the files whose `@import`s led to it. */
export interface SheetScope {
  readonly source: StylesheetSource;
  readonly importedBy: readonly string[];
}

const longestShown = 80;

/** A sheet as it was parsed last. */
interface Parsed extends Staged<readonly CssNodePlain[]> {
  readonly css: string;
}

/** By the host that sheets were read through and their paths. */
const parsed = new WeakMap<Host, Map<string, Parsed>>();

/**
 * The top-level nodes of a sheet; what cannot be parsed is reported and left out. One run reads a sheet several
 * times: for each edition, and for the fonts of the ebook.
 */
export function parseSheet(
  { path, css }: StylesheetSource,
  { host, diagnostics }: Reading,
): readonly CssNodePlain[] {
  const ofHost = parsed.get(host) ?? new Map<string, Parsed>();
  parsed.set(host, ofHost);
  let found = ofHost.get(path);
  if (found?.css !== css) ofHost.set(path, (found = { css, ...parseAnew({ path, css }) }));
  diagnostics.push(...found.diagnostics);
  return found.value;
}

function parseAnew({ path, css }: StylesheetSource): Staged<readonly CssNodePlain[]> {
  const diagnostics: Diagnostic[] = [];
  const ast = parseCss(css, {
    positions: true,
    parseCustomProperty: false,
    parseAtrulePrelude: false,
    onParseError: (error, node) => {
      const span = node.loc ? spanOf(node, path) : { file: path, line: error.line, column: error.column };
      diagnostics.push(syntaxError(error.message, sourceOf(node, css), span));
    },
  });
  return { value: ast.type === 'StyleSheet' ? ast.children : [], diagnostics };
}

/** The declarations of a `style` attribute, as written; `span` is its element's place. */
export function parseStyleAttribute(
  css: string,
  span: Span | undefined,
  diagnostics: Diagnostic[],
): readonly WrittenDeclaration[] {
  const ast = parseCss(css, {
    context: 'declarationList',
    parseCustomProperty: false,
    onParseError: (error, node) => diagnostics.push(syntaxError(error.message, sourceOf(node, ''), span)),
  });
  if (ast.type !== 'DeclarationList') return [];
  return ast.children.flatMap((node) => {
    const read = node.type === 'Declaration' ? writtenDeclaration(node) : undefined;
    return read ? [{ ...read, ...(span ? { span } : {}) }] : [];
  });
}

/** What may stand after the exclamation mark; css-tree takes any word there. */
function isImportance({ important }: DeclarationPlain): boolean {
  return typeof important === 'boolean' || decodeIdentifier(important).toLowerCase() === 'important';
}

/** A declaration as written; undefined for one whose value did not parse (already reported). */
export function writtenDeclaration(node: DeclarationPlain, file?: string): WrittenDeclaration | undefined {
  const { value } = node;
  const property = decodeIdentifier(node.property);
  if (value.type === 'Raw' && !property.startsWith('--')) return undefined;
  const values = value.type === 'Raw' ? parseComponentValues(value.value) : componentValues(value.children);
  const span = file === undefined ? {} : { span: spanOf(node, file) };
  if (!isImportance(node)) {
    const mark = { type: 'other', text: `!${String(node.important)}` } as const;
    return { name: property, values: [...values, mark], important: false, ...span };
  }
  return { name: property, values, important: node.important !== false, ...span };
}

/** The declarations among the nodes of a block, as written. */
export function writtenDeclarations(
  nodes: readonly CssNodePlain[],
  file: string,
): readonly WrittenDeclaration[] {
  return nodes.flatMap((node) => {
    const read = node.type === 'Declaration' ? writtenDeclaration(node, file) : undefined;
    return read ? [read] : [];
  });
}

/** The text between an at-rule's name and its block. */
export function preludeOf(node: AtrulePlain): string {
  return node.prelude?.type === 'Raw' ? node.prelude.value.trim() : '';
}

/** What an `@import` asks for. */
export interface Import {
  readonly url: string;
  /** The media it is for, '' for all. */
  readonly media: string;
  /** The condition in its `supports()`, '' for none. */
  readonly supports: string;
}

/** Reads an `@import`; undefined when it names no file, or a layer. */
export function importOf(node: AtrulePlain): Import | undefined {
  const prelude = withoutComments(preludeOf(node));
  const written = /^(?:url\([^)]*\)|"[^"]*"|'[^']*')/i.exec(prelude)?.[0] ?? '';
  const [target] = parseComponentValues(written);
  if (target?.type !== 'url' && target?.type !== 'string') return undefined;
  const rest = prelude.slice(written.length).trim();
  if (/^layer\b/i.test(rest)) return undefined;
  const [whole = '', supports = ''] = /^supports(\((?:[^()]|\([^()]*\))*\))/i.exec(rest) ?? [];
  return { url: target.value, media: rest.slice(whole.length).trim(), supports };
}

/** The sheet that `@import` names; undefined, and reported, when it is missing or imports itself. */
export function importSheet(
  node: AtrulePlain,
  url: string,
  scope: SheetScope,
  reading: Reading,
): SheetScope | undefined {
  const from = scope.source.path;
  const span = spanOf(node, from);
  const own = packagedFile(url, reading.host);
  const path = own ?? (/^[a-z][a-z0-9+.-]+:/i.test(url) ? url : reading.host.resolve(from, url));
  const importedBy = [...scope.importedBy, from];
  if (importedBy.includes(path)) {
    reading.diagnostics.push(diagnostic('STYLE-IMPORT-CYCLE', { path: url }, { span }));
    return undefined;
  }
  const css = readText(path, url, span, reading);
  return css === undefined ? undefined : { source: { path, css }, importedBy };
}

/** Reports a rule or selector that has no effect, by its text up to the block. */
export function reportUnsupported(node: CssNodePlain, scope: SheetScope, reading: Reading): void {
  const css = sourceOf(node, scope.source.css).split('{', 1)[0] ?? '';
  reading.diagnostics.push(unsupported(css, spanOf(node, scope.source.path)));
}

/** A part of CSS that has no effect. */
export function unsupported(css: string, span: Span | undefined): Diagnostic {
  return diagnostic('STYLE-UNSUPPORTED', { css: shown(css) }, { span });
}

function syntaxError(message: string, css: string, span: Span | undefined): Diagnostic {
  return diagnostic('STYLE-SYNTAX', { message, text: shown(css) }, { span });
}

/** The place of a node; its length when it stands on one line. */
export function spanOf(node: CssNode | CssNodePlain, file: string): Span {
  if (!node.loc) return { file };
  const { start, end } = node.loc;
  const length = start.line === end.line ? Math.max(1, end.column - start.column) : 1;
  return { file, line: start.line, column: start.column, length };
}

/** The text of a node. */
export function sourceOf(node: CssNode | CssNodePlain, css: string): string {
  if (node.loc) return css.slice(node.loc.start.offset, node.loc.end.offset);
  return node.type === 'Raw' ? node.value : '';
}

function shown(css: string): string {
  const line = css.replace(/\s+/g, ' ').trim();
  return line.length > longestShown ? `${line.slice(0, longestShown - 1)}…` : line;
}
