/**
 * As much of a style sheet as the rules of stores ask for: its rules with the declarations in them, and the
 * conditions around. Text without comments in; nothing is cascaded.
 */
export interface CssRule {
  /** `body`, `h1, .lead`, `@font-face`. */
  readonly selector: string;
  /** `@media (prefers-color-scheme: dark)`; '' for none. */
  readonly condition: string;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/** Conditions inside each other; deeper ones are no style sheet. */
const maxDepth = 20;

/** Rules in order; those inside conditions too. */
export function readCss(css: string): readonly CssRule[] {
  return rulesIn(css, '', 0);
}

/** A sheet without its comments; one that is not closed goes on to the end. */
export function withoutComments(css: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let open = css.indexOf('/*'); open >= 0; open = css.indexOf('/*', at)) {
    kept.push(css.slice(at, open), ' ');
    const end = css.indexOf('*/', open + 2);
    at = end < 0 ? css.length : end + 2;
  }
  return kept.join('') + css.slice(at);
}

function rulesIn(css: string, condition: string, depth: number): readonly CssRule[] {
  const rules: CssRule[] = [];
  let at = 0;
  for (let open = css.indexOf('{'); open >= 0; open = css.indexOf('{', at)) {
    const end = closing(css, open);
    // What ends in a semicolon before the block is a statement: `@import url(a.css);`.
    const selector = css
      .slice(at, open)
      .replace(/^[^]*;/, '')
      .trim();
    const inside = css.slice(open + 1, end);
    if (/^@(?:media|supports|layer|container)\b/i.test(selector)) {
      if (depth < maxDepth) rules.push(...rulesIn(inside, `${condition} ${selector}`.trim(), depth + 1));
    } else rules.push({ selector, condition, declarations: declarationsIn(inside) });
    at = end + 1;
  }
  return rules;
}

/** The place of the bracket that closes another; the end where there is none. */
function closing(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}' && (depth -= 1) === 0) return at;
  }
  return css.length;
}

function declarationsIn(block: string): CssRule['declarations'] {
  return block.split(';').flatMap((line): CssRule['declarations'] => {
    const colon = line.indexOf(':');
    if (colon < 0) return [];
    return [
      [
        line.slice(0, colon).trim().toLowerCase(),
        line
          .slice(colon + 1)
          .replace(/!\s*important/i, '')
          .trim(),
      ],
    ];
  });
}

/** The value of a property in a rule, the last one. */
export function valueOf({ declarations }: CssRule, property: string): string | undefined {
  return declarations.findLast(([name]) => name === property)?.[1];
}

/** Whether a selector is for the text of the whole book. */
export function isForAll({ selector }: CssRule): boolean {
  return selector
    .split(',')
    .some((one) => /^(?:html|body|p|html\s*>?\s*body|body\s*>?\s*p)$/i.test(one.trim()));
}

/** The families that a value names, first ones first, without quotes, in small letters. */
export function familiesIn(value: string): readonly string[] {
  return value.split(',').map((family) =>
    family
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase(),
  );
}
