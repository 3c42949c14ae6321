/**
 * The cascade: a dressed tree and its style sheets → the computed style of every element,
 * pseudo-element and page. Also read here: the faces that `@font-face` names, those of the package
 * first. Nothing is thrown for what a sheet says; every fault is a diagnostic with its place.
 */
import type { Diagnostic, Staged } from '../diagnostic.js';
import type { StylesheetSource } from '../document/publication.js';
import type { FontFaceRule, FontMeasure, PageQuery, StyledTree } from '../document/style.js';
import type { TreeIndex } from '../document/tree-index.js';
import type { Host } from '../host.js';
import { uniqueFaces } from './font-faces.js';
import { RuleMatcher } from './match-rules.js';
import { pageArea, PageStyles } from './page-styles.js';
import type { PageSelector } from './page-selectors.js';
import { initialContext } from './properties.js';
import { readSheets, type PageRule, type Rules } from './read-sheets.js';
import { readText } from './read-text.js';
import { PictureList } from './sheet-pictures.js';
import { StyleRecords } from './style-records.js';
import { TreeStyles } from './tree-styles.js';
import { userAgentSheet } from './user-agent.js';
import type { ValueContext } from './value-reader.js';

/** The faces that come with the package. */
const packagedFaces = 'fonts/fonts.css';

const firstPage: PageQuery = { name: '', first: true, left: false, blank: false, number: 1 };

/** How styles are computed. */
export interface StyleConfig {
  readonly media?: 'print';
  /** Size of pages that no rule gives another, pt; A4 without it. */
  readonly pageSize?: ValueContext['viewport'];
  /** Measures the faces that the sheets declare, for the units `ex` and `ch`. */
  readonly fonts?: (faces: readonly FontFaceRule[]) => FontMeasure;
}

/** Half an em: what CSS Values 4 §6.1.1 gives where no font is known. */
const unknownFont: FontMeasure = () => ({ ex: 0.5, ch: 0.5 });

/** Computes the styles of a tree; `stylesheets` stand in cascade order, without the user agent's. */
export function styleTree(
  index: TreeIndex,
  stylesheets: readonly StylesheetSource[],
  host: Host,
  config: StyleConfig = {},
): Staged<StyledTree> {
  const diagnostics: Diagnostic[] = [];

  // 1. Every sheet becomes rules: the package's faces, the user agent's sheet, the author's.
  const rules = readAllRules(stylesheets, host, diagnostics);

  // 2. Selectors are sorted into buckets for this tree.
  const matcher = new RuleMatcher(index, rules.styles);
  const fontFaces = uniqueFaces(rules.fontFaces);
  const measureFont = config.fonts?.(fontFaces) ?? unknownFont;
  const { pageSize } = config;
  const records = new StyleRecords();

  // 3. All elements, parents first, and their pseudo-elements. The first page gives `vw` and `vh` their
  //    meaning; its own margins may be in those units, so it is computed with A4 in their place.
  const styles = new TreeStyles(
    matcher,
    records,
    { viewport: once(() => firstPageArea(matcher, rules, { measureFont, pageSize })), measureFont },
    diagnostics,
  );
  styles.computeAll();

  // 4. Pages wait until layout asks; those where `var()` could fail are made now, so that it is known.
  const pages = new PageStyles(rules.pages, styles.root, records, styles.tree, pageSize);
  for (const rule of rules.pages)
    if (hasPending(rule)) for (const selector of rule.selectors) pages.page(pageOf(selector));

  const value: StyledTree = {
    of: (node) => styles.of(node),
    pseudo: (node, pseudo) => styles.pseudo(node, pseudo),
    page: (query) => pages.page(query),
    fontFaces,
    pictures: rules.pictures.all,
    hyphenated: records.languagesWhere(({ hyphens }) => hyphens === 'auto'),
    anonymous: (parent, display) => records.anonymous(parent, display),
  };
  return { value, diagnostics };
}

function firstPageArea(
  matcher: RuleMatcher,
  rules: Rules,
  {
    measureFont,
    pageSize,
  }: { readonly measureFont: FontMeasure; readonly pageSize: StyleConfig['pageSize'] | undefined },
): ValueContext['viewport'] {
  const surroundings = { viewport: () => initialContext.viewport, measureFont };
  const before = new TreeStyles(matcher, new StyleRecords(), surroundings, []);
  const pages = new PageStyles(rules.pages, before.root, before.records, before.tree, pageSize);
  return pageArea(pages.page(firstPage));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function readAllRules(
  stylesheets: readonly StylesheetSource[],
  host: Host,
  diagnostics: Diagnostic[],
): Rules {
  const { styles, pages } = userAgentRules(host);
  const rules: Rules = {
    styles: [...styles],
    pages: [...pages],
    fontFaces: [],
    spots: new Map(),
    pictures: new PictureList(),
  };
  const sheets = [...packagedSheets(host, diagnostics), ...stylesheets];
  readSheets(sheets, 'author', { host, rules, diagnostics });
  return rules;
}

let userAgent: Rules | undefined;

/** The user agent's rules; they never change, so they are read once. */
function userAgentRules(host: Host): Rules {
  if (userAgent) return userAgent;
  const rules: Rules = {
    styles: [],
    pages: [],
    fontFaces: [],
    spots: new Map(),
    pictures: new PictureList(),
  };
  const sheet = { path: 'user-agent.css', css: userAgentSheet };
  readSheets([sheet], 'user-agent', { host, rules, diagnostics: [] });
  return (userAgent = rules);
}

/** The package's own `@font-face` sheet; a host without one has no packaged faces. */
function packagedSheets(host: Host, diagnostics: Diagnostic[]): readonly StylesheetSource[] {
  const path = host.resource(packagedFaces);
  if (host.kind(path) !== 'file') return [];
  const css = readText(path, packagedFaces, undefined, { host, diagnostics });
  return css === undefined ? [] : [{ path, css }];
}

/** Whether an `@page` rule holds values that only `var()` will tell. */
function hasPending({ declarations, marginBoxes }: PageRule): boolean {
  return [...declarations, ...marginBoxes.flatMap((box) => box.declarations)].some((d) => d.pending);
}

/** A page that a selector means. */
function pageOf({ name, first, blank, side, nth }: PageSelector): PageQuery {
  return { name, first, blank, left: side === 'left', number: Math.max(1, nth?.offset ?? 1) };
}
