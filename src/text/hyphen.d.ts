/** The pattern files of the package `hyphen`, which brings no types: CommonJS, one table each. */
declare module 'hyphen/patterns/*.js' {
  const patterns: import('./hyphenate.js').Patterns;
  export default patterns;
}
