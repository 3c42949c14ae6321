/**
 * Whether a reader may change how the text looks (`displayTransformability` of the Schema.org Accessibility
 * Properties for Discoverability Vocabulary: size, spacing and colours are the reader's to choose). In: the style
 * sheet of a reflowable ebook; out: whether it proves so.
 */

/** Sizes and spaces of text in units that do not follow the reader's own. */
const fixedSize =
  /(?:^|[;{\s])(?:font|font-size|line-height|letter-spacing|word-spacing)\s*:[^;{}]*\d(?:px|pt|pc|cm|mm|in|q)\b/i;

/** Colours that give way: they are those around. */
const givingWay = /^(?:inherit|initial|unset|revert|transparent|none|currentcolor)\b/i;

/** True where nothing is forced, no text has an absolute size, and no text as a whole a colour or ground. */
export function isAdaptable(css: string): boolean {
  const plain = css.replace(/\/\*[^]*?\*\//g, '');
  if (/!\s*important/i.test(plain) || fixedSize.test(plain)) return false;
  // What holds by night holds because the reader wants it so.
  return [...withoutNight(plain).matchAll(/([^{}]*)\{([^{}]*)\}/g)].every(
    ([, selectors = '', rules = '']) => !isOfAllText(selectors) || !hasColours(rules),
  );
}

function isOfAllText(selectors: string): boolean {
  return selectors
    .split(',')
    .some((one) => /^(?:\*|:root|html|body|p|html\s*>?\s*body|body\s*>?\s*p)$/i.test(one.trim()));
}

function hasColours(rules: string): boolean {
  const colours = rules.matchAll(/(?:^|[;\s])(?:color|background|background-color)\s*:\s*([^;]*)/gi);
  return [...colours].some(([, value = '']) => !givingWay.test(value));
}

/** The sheet without its blocks for a dark scheme. */
function withoutNight(css: string): string {
  let kept = '';
  let rest = css;
  for (;;) {
    const begin = /@media[^{};]*prefers-color-scheme\s*:\s*dark[^{};]*\{/i.exec(rest);
    if (!begin) return kept + rest;
    kept += rest.slice(0, begin.index);
    rest = rest.slice(endOfBlock(rest, begin.index + begin[0].length));
  }
}

/** Where the block ends whose contents begin at `from`. */
function endOfBlock(css: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; at < css.length && depth > 0; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}') depth -= 1;
  }
  return at;
}
