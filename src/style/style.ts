/**
 * The cascade: a dressed tree and its style sheets → the computed style of every element,
 * pseudo-element and page. Also read here: the faces that `@font-face` names, those of the package
 * first. Nothing is thrown for what a sheet says; every fault is a diagnostic with its place.
 */
import type { Diagnostic, Staged } from '../diagnostic.js';
import type { StylesheetSource } from '../document/publication.js';
import type { PageQuery, StyledTree } from '../document/style.js';
import type { TreeIndex } from '../document/tree-index.js';
import type { Host } from '../host.js';
import { uniqueFaces } from './font-faces.js';
import { RuleMatcher } from './match-rules.js';
import { pageArea, PageStyles } from './page-styles.js';
import { initialContext } from './properties.js';
import { readSheets, type Rules } from './read-sheets.js';
import { readText } from './read-text.js';
import { StyleRecords } from './style-records.js';
import { TreeStyles } from './tree-styles.js';
import { userAgentSheet } from './user-agent.js';

/** The faces that come with the package. */
const packagedFaces = 'fonts/fonts.css';

const firstPage: PageQuery = { name: '', first: true, left: false, blank: false, number: 1 };

/** Computes the styles of a tree; `stylesheets` stand in cascade order, without the user agent's. */
export function styleTree(
  index: TreeIndex,
  stylesheets: readonly StylesheetSource[],
  host: Host,
  _config: { readonly media?: 'print' } = {},
): Staged<StyledTree> {
  const diagnostics: Diagnostic[] = [];

  // 1. Every sheet becomes rules: the package's faces, the user agent's sheet, the author's.
  const rules = readAllRules(stylesheets, host, diagnostics);

  // 2. Selectors are compiled for this tree.
  const matcher = new RuleMatcher(index, rules.styles, diagnostics);
  const records = new StyleRecords();

  // 3. The first page gives `vw` and `vh` their meaning. Its own margins may be in those units, so
  //    it is computed once with A4 in their place.
  const before = new TreeStyles(matcher, new StyleRecords(), initialContext.viewport, []);
  const viewport = pageArea(
    new PageStyles(rules.pages, before.root, before.records, before.tree).page(firstPage),
  );

  // 4. All elements, parents first, and their pseudo-elements.
  const styles = new TreeStyles(matcher, records, viewport, diagnostics);
  styles.computeAll();

  // 5. Pages wait until layout asks; one of every kind is made now, so that faults are known.
  const pages = new PageStyles(rules.pages, styles.root, records, styles.tree);
  for (const query of queriesOf(rules)) pages.page(query);

  const value: StyledTree = {
    of: (node) => styles.of(node),
    pseudo: (node, pseudo) => styles.pseudo(node, pseudo),
    page: (query) => pages.page(query),
    fontFaces: uniqueFaces(rules.fontFaces),
    anonymous: (parent, display) => records.anonymous(parent, display),
  };
  return { value, diagnostics };
}

function readAllRules(
  stylesheets: readonly StylesheetSource[],
  host: Host,
  diagnostics: Diagnostic[],
): Rules {
  const reading = { host, rules: { styles: [], pages: [], fontFaces: [] }, diagnostics };
  readSheets(packagedSheets(host, diagnostics), 'author', reading);
  readSheets([{ path: 'user-agent.css', css: userAgentSheet }], 'user-agent', reading);
  readSheets(stylesheets, 'author', reading);
  return reading.rules;
}

/** The package's own `@font-face` sheet; a host without one has no packaged faces. */
function packagedSheets(host: Host, diagnostics: Diagnostic[]): readonly StylesheetSource[] {
  const path = host.resource(packagedFaces);
  if (host.kind(path) !== 'file') return [];
  const css = readText(path, packagedFaces, undefined, { host, diagnostics });
  return css === undefined ? [] : [{ path, css }];
}

/** One query for every combination that `@page` selectors tell apart, `:nth()` apart. */
function queriesOf(rules: Rules): readonly PageQuery[] {
  const names = new Set(['', ...rules.pages.flatMap((page) => page.selectors.map(({ name }) => name))]);
  return [...names].flatMap((name) =>
    [true, false].flatMap((left) =>
      [
        { first: true, blank: false },
        { first: false, blank: false },
        { first: false, blank: true },
      ].map((place) => ({ name, left, ...place, number: left ? 2 : 1 })),
    ),
  );
}
