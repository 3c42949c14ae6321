/** Presentation MathML 3 (chapter 3), which is what EPUB 3.3, 6.1.4.1 allows outside annotations. */
import type { RuleTable } from '../element-rule.js';
import {
  address,
  anyValue,
  either,
  integer,
  listOf,
  matching,
  nonNegative,
  oneOf,
  positive,
} from '../values.js';
import type { ElementRule } from '../element-rule.js';
import { annotationRules, contentMathRules, definition } from './content-math.js';
import {
  length,
  padding,
  yesNo,
  color,
  background,
  sides,
  direction,
  vertical,
  line,
  thickness,
  groups,
  crossout,
  locations,
  stackAlign,
  decimal,
} from './math-values.js';
import type { Attributes } from './shared.js';

const common: Attributes = { mathcolor: color, mathbackground: background };
const oldToken: Attributes = {
  fontfamily: anyValue,
  fontweight: oneOf('normal', 'bold'),
  fontstyle: oneOf('normal', 'italic'),
  fontsize: length,
  color,
  background,
};
const variants: Attributes = {
  mathvariant: oneOf(
    'normal', 'bold', 'italic', 'bold-italic', 'double-struck', 'bold-fraktur', 'script', 'bold-script', 'fraktur',
    'sans-serif', 'bold-sans-serif', 'sans-serif-italic', 'sans-serif-bold-italic', 'monospace', 'initial', 'tailed',
    'looped', 'stretched',
  ), // prettier-ignore
  mathsize: either(oneOf('small', 'normal', 'big'), length),
};
const tokens: Attributes = { ...common, ...variants, ...oldToken, dir: direction };
const alignWords = ['left', 'center', 'right', 'auto', 'id'];
const breaking = ['auto', 'newline', 'nobreak', 'goodbreak', 'badbreak'];
const indents: Attributes = {
  linebreak: oneOf(...breaking),
  indentalign: oneOf(...alignWords),
  indentshift: length,
  indenttarget: anyValue,
  indentalignfirst: oneOf(...alignWords, 'indentalign'),
  indentshiftfirst: either(length, oneOf('indentshift')),
  indentalignlast: oneOf(...alignWords, 'indentalign'),
  indentshiftlast: either(length, oneOf('indentshift')),
};
const operator: Attributes = {
  form: oneOf('prefix', 'infix', 'postfix'),
  fence: yesNo,
  separator: yesNo,
  lspace: length,
  rspace: length,
  stretchy: yesNo,
  symmetric: yesNo,
  maxsize: either(length, oneOf('infinity')),
  minsize: length,
  largeop: yesNo,
  movablelimits: yesNo,
  accent: yesNo,
  lineleading: length,
  linebreakstyle: oneOf('before', 'after', 'duplicate', 'infixlinebreakstyle'),
  linebreakmultchar: anyValue,
};
const fraction: Attributes = {
  linethickness: thickness,
  numalign: sides,
  denomalign: sides,
  bevelled: yesNo,
};
const scripts: Attributes = { subscriptshift: length, superscriptshift: length };
const columns: Attributes = { columnalign: listOf(sides), groupalign: groups };
const table: Attributes = {
  ...columns,
  rowalign: listOf(vertical),
  alignmentscope: listOf(yesNo),
  columnwidth: listOf(either(oneOf('auto', 'fit'), length)),
  rowspacing: listOf(length),
  columnspacing: listOf(length),
  rowlines: listOf(line),
  columnlines: listOf(line),
  frame: line,
  framespacing: listOf(length, 2),
  equalrows: yesNo,
  equalcolumns: yesNo,
  side: oneOf('left', 'right', 'leftoverlap', 'rightoverlap'),
  minlabelspacing: length,
};
const division = {
  longdivstyle: oneOf(
    'lefttop', 'stackedrightright', 'mediumstackedrightright', 'shortstackedrightright', 'righttop', 'left/\\right',
    'left)(right', ':right=right', 'stackedleftleft', 'stackedleftlinetop',
  ), // prettier-ignore
};
const carries: Attributes = { location: locations, crossout };
const stack: Attributes = {
  stackalign: oneOf('left', 'center', 'right', 'decimalpoint'),
  charalign: sides,
  charspacing: either(length, oneOf('loose', 'medium', 'tight')),
};
const overhang: Attributes = {
  position: integer,
  length: nonNegative,
  leftoverhang: length,
  rightoverhang: length,
  mslinethickness: thickness,
};
/** What `mstyle`, and so `math`, may say for all that is in it. */
const style: Attributes = {
  ...common, ...indents, ...operator, ...fraction, ...scripts, ...table, ...division, ...carries, ...stack,
  ...overhang, ...variants,
  scriptlevel: integer,
  displaystyle: yesNo,
  scriptsizemultiplier: decimal,
  scriptminsize: length,
  infixlinebreakstyle: oneOf('before', 'after', 'duplicate'),
  decimalpoint: matching(/^\S$/u, '.'),
  accentunder: yesNo,
  align: sides,
  close: anyValue,
  columnspan: positive,
  depth: length,
  dir: direction,
  edge: oneOf('left', 'right'),
  height: length,
  lquote: anyValue,
  notation: anyValue,
  open: anyValue,
  rowspan: positive,
  rquote: anyValue,
  selection: positive,
  separators: anyValue,
  shift: integer,
  valign: length,
  width: length,
}; // prettier-ignore
const spaces = 'veryverythin verythin thin medium thick verythick veryverythick'
  .split(' ')
  .map((size) => [`${size}mathspace`, length]);

/** `holds` with the names of MathML's elements. */
const some = '#math';
const one = '%math';
const rule = (holds: string, takes: Attributes = {}, more: Partial<ElementRule> = {}): ElementRule => ({
  holds,
  takes: { ...common, ...takes },
  ...more,
});
const shown: Partial<ElementRule> = { in: ['math'] };
const inToken = '(mglyph | malignmark | #text)*';
const stacked = '(#math | mscarries | msline | msrow | msgroup)';
const script = '(%math | none)';

const presentationRules: RuleTable = {
  math: rule(
    some,
    {
      ...style,
      display: oneOf('block', 'inline'),
      maxwidth: length,
      overflow: oneOf('linebreak', 'scroll', 'elide', 'truncate', 'scale'),
      altimg: address,
      'altimg-width': length,
      'altimg-height': length,
      'altimg-valign': either(length, oneOf('top', 'middle', 'bottom')),
      alttext: anyValue,
      cdgroup: address,
      mode: anyValue,
      macros: anyValue,
    },
    { in: ['phrasing'] },
  ),
  semantics: rule('%math, (annotation | annotation-xml)*', definition, shown),
  mi: rule(inToken, tokens, shown),
  mn: rule(inToken, tokens, shown),
  mo: rule(inToken, { ...tokens, ...operator, ...indents }, shown),
  mtext: rule('(mglyph | malignmark | #phrasing)*', tokens, shown),
  ms: rule(inToken, { ...tokens, lquote: anyValue, rquote: anyValue }, shown),
  mspace: rule(
    'empty',
    {
      ...tokens,
      ...indents,
      width: length,
      height: length,
      depth: length,
      linebreak: oneOf(...breaking, 'indentingnewline'),
    },
    shown,
  ),
  mglyph: rule('empty', {
    ...variants,
    ...oldToken,
    src: address,
    width: length,
    height: length,
    valign: length,
    alt: anyValue,
    index: integer,
  }),
  maligngroup: rule('empty', { groupalign: oneOf('left', 'center', 'right', 'decimalpoint') }, shown),
  malignmark: rule('empty', { edge: oneOf('left', 'right') }, shown),
  none: rule('empty'),
  mprescripts: rule('empty'),
  mrow: rule(some, { dir: direction }, shown),
  mfrac: rule(`${one}, ${one}`, fraction, shown),
  msqrt: rule(some, {}, shown),
  mroot: rule(`${one}, ${one}`, {}, shown),
  mstyle: rule(some, { ...style, ...oldToken, ...Object.fromEntries(spaces) }, shown),
  merror: rule(some, {}, shown),
  mpadded: rule(
    some,
    { height: padding, depth: padding, width: padding, lspace: padding, voffset: padding },
    shown,
  ),
  mphantom: rule(some, {}, shown),
  mfenced: rule(some, { open: anyValue, close: anyValue, separators: anyValue }, shown),
  menclose: rule(some, { notation: anyValue }, shown),
  msub: rule(`${one}, ${one}`, { subscriptshift: length }, shown),
  msup: rule(`${one}, ${one}`, { superscriptshift: length }, shown),
  msubsup: rule(`${one}, ${one}, ${one}`, scripts, shown),
  munder: rule(`${one}, ${one}`, { accentunder: yesNo, align: sides }, shown),
  mover: rule(`${one}, ${one}`, { accent: yesNo, align: sides }, shown),
  munderover: rule(`${one}, ${one}, ${one}`, { accent: yesNo, accentunder: yesNo, align: sides }, shown),
  mmultiscripts: rule(
    `${one}, (${script}, ${script})*, (mprescripts, (${script}, ${script})*)?`,
    scripts,
    shown,
  ),
  mtable: rule(
    '(mtr | mlabeledtr)*',
    { ...table, align: stackAlign, width: either(oneOf('auto'), length), displaystyle: yesNo },
    shown,
  ),
  mtr: rule('mtd*', { ...columns, rowalign: vertical }),
  mlabeledtr: rule('mtd+', { ...columns, rowalign: vertical }),
  mtd: rule(some, {
    rowspan: positive,
    columnspan: positive,
    rowalign: vertical,
    columnalign: sides,
    groupalign: listOf(oneOf('left', 'center', 'right', 'decimalpoint')),
  }),
  mstack: rule(`${stacked}*`, { ...stack, align: stackAlign }, shown),
  mlongdiv: rule(
    `${stackedOnce()}, ${stackedOnce()}, ${stackedOnce()}+`,
    { ...division, position: integer, shift: integer },
    shown,
  ),
  msgroup: rule(`${stacked}*`, { position: integer, shift: integer }),
  msrow: rule('(#math | none)*', { position: integer }),
  mscarries: rule('(#math | none | mscarry)*', {
    ...carries,
    position: integer,
    scriptsizemultiplier: decimal,
  }),
  mscarry: rule('(#math | none)*', carries),
  msline: rule('empty', overhang),
  maction: rule(
    `${one}+`,
    { actiontype: anyValue, selection: positive },
    { ...shown, needs: ['actiontype'] },
  ),
};

function stackedOnce(): string {
  return '(%math | mscarries | msline | msrow | msgroup)';
}

/** MathML by the names of rules: `math:mi`. */
export const mathRules: RuleTable = Object.fromEntries(
  Object.entries({ ...presentationRules, ...contentMathRules, ...annotationRules }).map(([name, entry]) => [
    `math:${name}`,
    'holds' in entry ? { ...entry, holds: inMath(entry.holds) } : entry,
  ]),
);

/** A content model whose bare names are MathML's. */
function inMath(holds: string): string {
  return holds.replace(/(?<![#%\w:@-])(?!empty\b)[a-z][\w-]*(?![\w:-])/g, (name) => `math:${name}`);
}
