/** Paragraphs, lists, figures and tables (HTML, 4.4 and 4.9). */
import type { ElementRule, RuleTable } from '../element-rule.js';
import { flag, idList, integer, nonNegative, oneOf, positive } from '../values.js';
import { block, presentational, words } from './shared.js';

const listRoles = words(
  'directory group list listbox menu menubar radiogroup tablist toolbar tree presentation none',
);
const bookRoles = ['doc-biblioentry', 'doc-endnote'];
const itemRoles = words(
  'listitem menuitem menuitemcheckbox menuitemradio option tab treeitem presentation none',
);
const item: ElementRule = {
  holds: '#flow',
  roles: [...itemRoles, 'radio', 'separator', ...bookRoles],
  native: 'listitem',
};
const listed: ElementRule = { in: ['flow'], holds: 'li* & #support', roles: listRoles, native: 'list' };
/** Names and their values, with scripts between. */
const group = '(dt & #support)+, (dd & #support)+';

const cell: ElementRule = {
  holds: '#flow',
  takes: { colspan: positive, rowspan: nonNegative, headers: idList },
  roles: 'any',
  native: 'cell',
};
const rows: ElementRule = { holds: 'tr* & #support', roles: 'any', native: 'rowgroup' };

export const groupingRules: RuleTable = {
  p: { ...block, holds: '#phrasing' },
  pre: { ...block, holds: '#phrasing' },
  div: block,
  hr: {
    in: ['flow'],
    holds: 'empty',
    roles: ['separator', 'doc-pagebreak', ...presentational],
    native: 'separator',
  },
  ul: listed,
  ol: {
    ...listed,
    holds: 'li@ol* & #support',
    takes: { start: integer, reversed: flag('reversed'), type: oneOf('1', 'a', 'A', 'i', 'I') },
  },
  menu: { ...listed, holds: 'li@menu* & #support' },
  li: item,
  'li@ol': { ...item, takes: { value: integer } },
  'li@menu': { holds: '#flow', roles: itemRoles },
  dl: {
    in: ['flow'],
    holds: `(${group})* | (div@dl & #support)+ | #support`,
    roles: ['list', 'group', ...presentational],
  },
  'div@dl': { ...block, holds: group },
  dt: { holds: '#flow', roles: ['term', 'listitem'], native: 'term' },
  dd: { holds: '#flow', roles: ['definition'], native: 'definition' },
  figure: { ...block, holds: '(figcaption?, #flow) | (#flow, figcaption?)', native: 'figure' },
  figcaption: { holds: '#flow', roles: ['group', ...presentational] },
  table: {
    in: ['flow'],
    holds: 'caption?, #support, colgroup*, #support, thead?, #support, (tbody* | tr+), #support, tfoot?',
    takes: { border: oneOf('', '1') },
    roles: 'any',
    native: 'table',
  },
  caption: { holds: '#flow' },
  colgroup: { holds: 'col* & #support', holdsWith: { span: 'empty' }, takes: { span: positive } },
  col: { holds: 'empty', typed: false, takes: { span: positive } },
  thead: rows,
  tbody: rows,
  tfoot: rows,
  tr: { holds: '(td | th | script | template)*', roles: 'any', native: 'row' },
  td: cell,
  th: {
    ...cell,
    takes: { ...cell.takes, scope: oneOf('row', 'col', 'rowgroup', 'colgroup') },
    native: 'header',
  },
  /** A disclosure and a dialog (HTML, 4.11). */
  details: {
    in: ['flow'],
    holds: 'summary, #flow',
    takes: { open: flag('open') },
    roles: ['group'],
    native: 'group',
  },
  summary: {
    holds: '#phrasing & h1? & h2? & h3? & h4? & h5? & h6? & hgroup?',
    roles: ['button'],
    native: 'button',
  },
  dialog: {
    in: ['flow'],
    holds: '#flow',
    takes: { open: flag('open') },
    roles: ['alertdialog'],
    native: 'dialog',
  },
};
