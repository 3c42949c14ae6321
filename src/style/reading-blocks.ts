/**
 * A sheet for reading systems as a flat list of rules: imports inlined, comments gone, faces of
 * `@font-face` taken out, what only pages understand dropped.
 */
import type { AtrulePlain, CssNodePlain, RulePlain } from 'css-tree';
import type { StylesheetSource } from '../document/publication.js';
import type { FontFaceRule } from '../document/style.js';
import { declarationText, type WrittenDeclaration } from './declarations.js';
import { readFontFace } from './font-faces.js';
import {
  importOf,
  importSheet,
  parseSheet,
  preludeOf,
  reportUnsupported,
  sourceOf,
  unsupported,
  writtenDeclarations,
  type Reading,
  type SheetScope,
} from './sheet-nodes.js';
import { withPaths } from './sheet-pictures.js';
import { readSpot, spotFunction, withSpots, type SpotInks } from './spot-colors.js';

/** A rule, with the conditions (`@media …`, `@supports …`, `@container …`) that it stands in, outermost first. */
export interface ReadingRule {
  readonly conditions: readonly string[];
  readonly selectors: readonly string[];
  readonly declarations: readonly WrittenDeclaration[];
}

export interface ReadingBlocks {
  readonly rules: ReadingRule[];
  readonly fontFaces: FontFaceRule[];
  readonly spots: SpotInks;
}

interface Scope extends SheetScope {
  readonly conditions: readonly string[];
}

/** Reads sheets, in cascade order. */
export function readReadingBlocks(sources: readonly StylesheetSource[], reading: Reading): ReadingBlocks {
  const blocks: ReadingBlocks = { rules: [], fontFaces: [], spots: new Map() };
  for (const source of sources) readSheet({ source, importedBy: [], conditions: [] }, reading, blocks);
  return blocks;
}

function readSheet(scope: Scope, reading: Reading, blocks: ReadingBlocks): void {
  readNodes(parseSheet(scope.source, reading), scope, reading, blocks);
}

function readNodes(
  nodes: readonly CssNodePlain[],
  scope: Scope,
  reading: Reading,
  blocks: ReadingBlocks,
): void {
  for (const node of nodes) {
    if (node.type === 'Rule') readRule(node, scope, reading, blocks);
    else if (node.type === 'Atrule') readAtRule(node, scope, reading, blocks);
  }
}

function readRule(node: RulePlain, scope: Scope, reading: Reading, blocks: ReadingBlocks): void {
  if (node.prelude.type !== 'SelectorList') return;
  for (const child of node.block.children)
    if (child.type === 'Rule' || child.type === 'Atrule') reportUnsupported(child, scope, reading);
  blocks.rules.push({
    conditions: scope.conditions,
    selectors: node.prelude.children.map((selector) => tidy(sourceOf(selector, scope.source.css))),
    declarations: writtenDeclarations(node.block.children, scope.source.path).map((written) => {
      const { values, ...declaration } = withPaths(written, scope.source.path, reading.host);
      return { ...declaration, values: withSpots(values, blocks.spots) };
    }),
  });
}

function readAtRule(node: AtrulePlain, scope: Scope, reading: Reading, blocks: ReadingBlocks): void {
  const name = node.name.toLowerCase();
  switch (name) {
    case 'charset':
    case 'page':
      return;
    case spotFunction:
      if (!readSpot(node, scope.source.path, blocks.spots)) reportUnsupported(node, scope, reading);
      return;
    case 'import': {
      const wanted = importOf(node);
      if (wanted === undefined) return reportUnsupported(node, scope, reading);
      const imported = importSheet(node, wanted.url, scope, reading);
      const conditions = [
        ...scope.conditions,
        ...(wanted.supports === '' ? [] : [`@supports ${wanted.supports}`]),
        ...(wanted.media === '' ? [] : [`@media ${wanted.media}`]),
      ];
      return imported && readSheet({ ...imported, conditions }, reading, blocks);
    }
    case 'container':
    case 'media':
    case 'supports': {
      const conditions = [...scope.conditions, `@${name} ${tidy(preludeOf(node))}`];
      return readNodes(node.block?.children ?? [], { ...scope, conditions }, reading, blocks);
    }
    case 'font-face': {
      const { path } = scope.source;
      const written = writtenDeclarations(node.block?.children ?? [], path);
      const read = readFontFace(written, path, reading.host);
      for (const declaration of read.unsupported)
        reading.diagnostics.push(unsupported(declarationText(declaration), declaration.span));
      if (read.face) blocks.fontFaces.push(read.face);
      else reportUnsupported(node, scope, reading);
      return;
    }
    default:
      return reportUnsupported(node, scope, reading);
  }
}

/** Comments out, every run of blanks one blank. */
function tidy(text: string): string {
  return text
    .replace(/\/\*.*?\*\//gs, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
