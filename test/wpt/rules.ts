/**
 * The supported-CSS list of the design as data: what a test may use and still be ours to draw. Written
 * before the first run and taken from the design's list, not from what the engine can do; README.md
 * says it in words. `scan.ts` reads it.
 */

/** Why a test does not apply, in the order in which one is counted. */
export const ruleNames = [
  'script',
  'no-reference',
  'by-hand',
  'flex',
  'grid',
  'animation',
  'writing-mode',
  'script-beyond',
  'math',
  'baseline-grid',
  'outside-the-list',
  'reference',
] as const;

export type RuleName = (typeof ruleNames)[number];

/** Properties that belong to a rule of their own, by pattern. */
export const ruleOfProperty: readonly (readonly [RegExp, RuleName])[] = [
  [/^(?:-webkit-)?(?:flex|flex-.*|box-(?:flex|orient|pack|align)|order)$/, 'flex'],
  [/^(?:align|justify|place)-(?:content|items|self)$/, 'flex'],
  [/^grid(?:-.*)?$/, 'grid'],
  [/^(?:-(?:webkit|moz)-)?(?:animation|transition|transform)(?:-.*)?$/, 'animation'],
  [/^(?:translate|rotate|scale|perspective|perspective-origin|backface-visibility)$/, 'animation'],
  [/^(?:-webkit-)?(?:writing-mode|text-orientation|text-combine(?:-upright)?|unicode-bidi)$/, 'writing-mode'],
  [/^(?:math-.*)$/, 'math'],
  [/^(?:line-grid|line-snap|box-snap|block-step(?:-.*)?)$/, 'baseline-grid'],
];

const sides = ['top', 'right', 'bottom', 'left'];
const flowSides = ['block', 'inline', 'block-start', 'block-end', 'inline-start', 'inline-end'];

/** The design's list, paragraph by paragraph. */
const listed: readonly string[] = [
  // Page.
  'size bleed marks page string-set bookmark-level bookmark-label bookmark-state',
  'break-before break-after break-inside page-break-before page-break-after page-break-inside',
  // Text.
  'font font-family font-size font-style font-weight font-stretch font-variant font-feature-settings',
  'font-variant-caps font-variant-numeric font-variant-ligatures font-variant-alternates font-variant-position',
  'font-variant-east-asian font-kerning line-height color',
  'letter-spacing word-spacing text-indent text-transform vertical-align text-align text-align-last',
  'text-decoration text-decoration-line text-decoration-style text-decoration-color text-decoration-thickness',
  'text-underline-offset hyphens hanging-punctuation white-space overflow-wrap word-wrap text-wrap initial-letter',
  // Blocks.
  'display box-sizing width height min-width max-width min-height max-height',
  'inline-size block-size min-inline-size max-inline-size min-block-size max-block-size',
  'background background-color background-image background-repeat background-position background-attachment',
  'background-size background-origin background-clip',
  'border border-width border-style border-color border-radius border-top-left-radius border-top-right-radius',
  'border-bottom-left-radius border-bottom-right-radius overflow opacity',
  'list-style list-style-type list-style-position list-style-image counter-reset counter-increment counter-set',
  'table-layout border-collapse border-spacing caption-side empty-cells',
  'float clear position top right bottom left inset inset-block inset-inline',
  'inset-block-start inset-block-end inset-inline-start inset-inline-end',
  'object-fit object-position orphans widows box-decoration-break -webkit-box-decoration-break',
  // Columns, page floats, footnotes.
  'columns column-count column-width column-gap gap column-rule column-rule-width column-rule-style',
  'column-rule-color column-fill column-span float-reference float-defer footnote-display footnote-policy',
  // Generated content.
  'content quotes',
  // The box model, side by side.
  ...['margin', 'padding'].flatMap((p) => [p, ...[...sides, ...flowSides].map((side) => `${p}-${side}`)]),
  ...[...sides, ...flowSides].flatMap((side) =>
    ['', '-width', '-style', '-color'].map((part) => `border-${side}${part}`),
  ),
];

export const properties: ReadonlySet<string> = new Set(listed.flatMap((line) => line.split(' ')));

/** Properties without an effect on paper, let pass. */
export const withoutEffect: ReadonlySet<string> = new Set([
  'cursor',
  // Only `ltr` gets this far: `rtl` has a rule of its own.
  'direction',
  'pointer-events',
  'print-color-adjust',
  '-webkit-print-color-adjust',
  'color-adjust',
  '-webkit-font-smoothing',
]);

const tableFamily =
  'table inline-table table-row-group table-header-group table-footer-group table-row table-cell ' +
  'table-caption table-column table-column-group';
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Where the list names values, these and the CSS-wide keywords are the only ones. */
export const keywords: Readonly<Record<string, ReadonlySet<string>>> = {
  display: words(`block flow-root inline inline-block list-item none ${tableFamily}`),
  position: words('static relative absolute'),
  overflow: words('visible hidden'),
  float: words('none left right top bottom block-start block-end snap-block footnote'),
  clear: words('none left right both'),
  'column-span': words('none all'),
  'box-sizing': words('content-box border-box'),
  hyphens: words('none manual auto'),
  'text-wrap': words('wrap nowrap balance pretty'),
};

/** Keywords that take any property outside the list. */
export const foreignKeywords: ReadonlySet<string> = words(
  'min-content max-content fit-content stretch -webkit-fill-available -moz-available revert revert-layer ' +
    'activeborder activecaption appworkspace background buttonface buttonhighlight buttonshadow buttontext ' +
    'captiontext graytext highlight highlighttext inactiveborder inactivecaption inactivecaptiontext ' +
    'infobackground infotext menu menutext scrollbar threeddarkshadow threedface threedhighlight ' +
    'threedlightshadow threedshadow window windowframe windowtext canvas canvastext linktext',
);

/** Keyword of a value that a rule of its own speaks of. */
export const ruleOfKeyword: Readonly<Record<string, Readonly<Record<string, RuleName>>>> = {
  display: { flex: 'flex', 'inline-flex': 'flex', grid: 'grid', 'inline-grid': 'grid', math: 'math' },
  direction: { rtl: 'writing-mode' },
};

export const cssWide: ReadonlySet<string> = words('initial inherit unset');

export const functions: ReadonlySet<string> = words(
  'calc min max clamp var url rgb rgba hsl hsla oklch device-cmyk attr counter counters target-counter ' +
    'target-text leader string element running content local format',
);

export const units: ReadonlySet<string> = words('pt mm cm in px q em rem ex ch lh rlh vw vh deg dpi x');

export const atRules: ReadonlySet<string> = words(
  'page media import font-face charset footnote ' +
    'top-left-corner top-left top-center top-right top-right-corner right-top right-middle right-bottom ' +
    'bottom-right-corner bottom-right bottom-center bottom-left bottom-left-corner left-bottom left-middle left-top',
);

/** At-rules that a rule of their own speaks of. */
export const ruleOfAtRule: Readonly<Record<string, RuleName>> = {
  keyframes: 'animation',
  '-webkit-keyframes': 'animation',
};

export const pseudoElements: ReadonlySet<string> = words(
  'before after marker first-letter first-line footnote-call footnote-marker',
);

/** Elements that are replaced, interactive or layouts of their own. */
export const foreignElements: ReadonlySet<string> = words(
  'input button select textarea fieldset legend optgroup option output meter progress details summary dialog ' +
    'iframe object embed applet param video audio source track canvas svg ruby rb rt rtc rp frame frameset ' +
    'marquee template slot map area picture noscript noframes portal fencedframe',
);

/** Elements that a rule of their own speaks of. */
export const ruleOfElement: Readonly<Record<string, RuleName>> = {
  script: 'script',
  math: 'math',
  bdo: 'writing-mode',
  bdi: 'writing-mode',
};

/** Flags of the old suites that ask for a person, a server or a user's sheet. */
export const flagsByHand: ReadonlySet<string> = words('interact userstyle http speech animated');
