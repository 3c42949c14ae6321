/**
 * Types for css-tree's light entry point: the whole package also loads its lexer data, which we
 * do not use and which costs a third of the start-up time.
 */
declare module 'css-tree/parser' {
  import type { parse as parseCss } from 'css-tree';
  const parse: typeof parseCss;
  // oxlint-disable-next-line import/no-default-export -- css-tree's own shape
  export default parse;
}
