/**
 * Roles and the states and properties that belong to them: WAI-ARIA 1.1 and 1.2, Graphics-ARIA 1.0, DPUB-ARIA 1.1.
 * A state that WAI-ARIA 1.2 took from a role (aria-expanded from most) is still taken: books of the years before
 * have it. `!` marks what a role cannot do without.
 */
import {
  anyValue,
  idList,
  list,
  nonNegative,
  number,
  oneOf,
  positive,
  token,
  type ValueType,
} from './values.js';

const yesNo = oneOf('true', 'false');
const yesNoUndefined = oneOf('true', 'false', 'undefined');
const yesNoMixed = oneOf('true', 'false', 'mixed', 'undefined');
const countOrUnknown: ValueType = {
  accepts: (value) => nonNegative.accepts(value) || value === '-1',
  like: '-1, 0, 1, 2 …',
};

/** The values of each state and property, without `aria-`. */
const valueTypes: Readonly<Record<string, ValueType>> = {
  activedescendant: token,
  atomic: yesNo,
  autocomplete: oneOf('inline', 'list', 'both', 'none'),
  busy: yesNo,
  checked: yesNoMixed,
  colcount: countOrUnknown,
  colindex: positive,
  colspan: positive,
  controls: idList,
  current: oneOf('page', 'step', 'location', 'date', 'time', 'true', 'false'),
  describedby: idList,
  description: anyValue,
  details: token,
  disabled: yesNo,
  errormessage: token,
  expanded: yesNoUndefined,
  flowto: idList,
  haspopup: oneOf('true', 'false', 'menu', 'listbox', 'tree', 'grid', 'dialog'),
  hidden: yesNo,
  invalid: oneOf('true', 'false', 'grammar', 'spelling'),
  keyshortcuts: anyValue,
  label: anyValue,
  labelledby: idList,
  level: positive,
  live: oneOf('off', 'polite', 'assertive'),
  modal: yesNo,
  multiline: yesNo,
  multiselectable: yesNo,
  orientation: oneOf('vertical', 'horizontal', 'undefined'),
  owns: idList,
  placeholder: anyValue,
  posinset: positive,
  pressed: yesNoMixed,
  readonly: yesNo,
  relevant: list('additions', 'removals', 'text', 'all'),
  required: yesNo,
  roledescription: anyValue,
  rowcount: countOrUnknown,
  rowindex: positive,
  rowspan: positive,
  selected: yesNoUndefined,
  setsize: countOrUnknown,
  sort: oneOf('ascending', 'descending', 'none', 'other'),
  valuemax: number,
  valuemin: number,
  valuenow: number,
  valuetext: anyValue,
};

/** Attributes from `aria-…` to the type of their values. */
export const ariaAttributes: ReadonlyMap<string, ValueType> = new Map(
  Object.entries(valueTypes).map(([name, type]) => [`aria-${name}`, type]),
);

/** Taken by every element, whatever its role (WAI-ARIA 1.1, 6.4). */
export const globalStates: ReadonlySet<string> = attributeSet(
  'atomic busy controls current describedby description details disabled errormessage flowto haspopup hidden ' +
    'invalid keyshortcuts label labelledby live owns relevant roledescription',
);

const range = 'valuemax valuemin valuenow valuetext';
const neededRange = 'valuemax! valuemin! valuenow! valuetext';
const header = 'sort readonly required selected expanded colspan rowspan rowindex';
const entry = 'activedescendant autocomplete multiline readonly required';

const roleStates: Readonly<Record<string, string>> = {
  alert: 'expanded',
  alertdialog: 'expanded modal',
  application: 'expanded',
  article: 'expanded',
  banner: 'expanded',
  button: 'expanded pressed',
  cell: 'colspan colindex rowspan rowindex',
  checkbox: 'checked!',
  columnheader: header,
  combobox: 'expanded! activedescendant autocomplete required readonly orientation',
  complementary: 'expanded',
  contentinfo: 'expanded',
  definition: 'expanded',
  dialog: 'expanded modal',
  directory: 'expanded',
  document: 'expanded',
  feed: 'expanded',
  figure: 'expanded',
  form: 'expanded',
  'graphics-document': '',
  'graphics-object': '',
  'graphics-symbol': '',
  grid: 'level multiselectable readonly activedescendant expanded colcount rowcount',
  gridcell: 'level readonly selected expanded required colspan colindex rowspan rowindex',
  group: 'activedescendant expanded',
  heading: 'level expanded',
  img: 'expanded',
  link: 'expanded',
  list: 'expanded',
  listbox: 'multiselectable required activedescendant expanded orientation',
  listitem: 'posinset setsize level expanded',
  log: 'expanded',
  main: 'expanded',
  marquee: 'expanded',
  math: 'expanded',
  menu: 'activedescendant expanded orientation',
  menubar: 'activedescendant expanded orientation',
  menuitem: 'expanded posinset setsize',
  menuitemcheckbox: 'checked!',
  menuitemradio: 'checked! selected posinset setsize',
  navigation: 'expanded',
  none: '',
  note: 'expanded',
  option: 'checked selected posinset setsize',
  presentation: '',
  progressbar: range,
  radio: 'checked! selected posinset setsize',
  radiogroup: 'activedescendant expanded required orientation',
  region: 'expanded',
  row: 'level selected activedescendant expanded colindex rowindex',
  rowgroup: 'activedescendant expanded',
  rowheader: header,
  scrollbar: `orientation! ${neededRange}`,
  search: 'expanded orientation',
  searchbox: entry,
  separator: 'expanded orientation',
  slider: `${neededRange} orientation`,
  spinbutton: `${neededRange} required`,
  status: 'expanded',
  switch: 'checked!',
  tab: 'selected expanded posinset setsize',
  table: 'colcount rowcount',
  tablist: 'activedescendant expanded level multiselectable orientation',
  tabpanel: 'expanded',
  term: 'expanded',
  textbox: entry,
  timer: 'expanded',
  toolbar: 'activedescendant expanded orientation',
  tooltip: 'expanded',
  tree: 'multiselectable activedescendant expanded required orientation',
  treegrid: 'activedescendant expanded level multiselectable readonly required orientation colcount rowcount',
  treeitem: 'checked expanded level posinset selected setsize',
};

/** The roles of DPUB-ARIA 1.1, 4; they have no states of their own that are not global. */
const publishingRoles =
  'abstract acknowledgments afterword appendix backlink biblioentry bibliography biblioref chapter colophon ' +
  'conclusion cover credit credits dedication endnote endnotes epigraph epilogue errata example footnote foreword ' +
  'glossary glossref index introduction noteref notice pagebreak pagelist part preface prologue pullquote qna ' +
  'subtitle tip toc';

/** What an element has of itself, without an attribute `role`, where it is not as the role above. */
const nativeStates: Readonly<Record<string, string>> = {
  cell: 'colspan rowspan rowindex',
  checkbox: 'checked',
  combobox: 'expanded autocomplete required activedescendant readonly',
  dialog: 'expanded',
  listbox: 'multiselectable required activedescendant expanded',
  radio: 'posinset setsize checked selected',
  row: 'level selected activedescendant expanded',
  search: 'expanded',
  select: 'expanded autocomplete required activedescendant readonly multiselectable',
  separator: `${range} orientation`,
  slider: `${range} orientation`,
  spinbutton: `${range} required`,
  toolbar: 'expanded activedescendant',
  header: `${header} colindex`,
  meter: 'valuemin valuemax',
};

/** The states of a role, and those of them that it cannot do without. */
export interface RoleStates {
  readonly taken: ReadonlySet<string>;
  readonly needed: readonly string[];
}

/** Every role that there is. */
export const roles: ReadonlyMap<string, RoleStates> = new Map([
  ...Object.entries(roleStates).map(([role, states]) => [role, statesOf(states)] as const),
  ...publishingRoles.split(' ').map((role) => [`doc-${role}`, statesOf('')] as const),
]);

/** The states of an element without an attribute `role`, by the role that it has of itself. */
export const nativeRoles: ReadonlyMap<string, RoleStates> = new Map([
  ...roles,
  ...Object.entries(nativeStates).map(([role, states]) => [role, statesOf(states)] as const),
]);

function statesOf(states: string): RoleStates {
  const needed = states.match(/\w+(?=!)/g) ?? [];
  return { taken: attributeSet(states.replaceAll('!', '')), needed: needed.map((name) => `aria-${name}`) };
}

function attributeSet(states: string): ReadonlySet<string> {
  return new Set(
    states
      .split(' ')
      .filter(Boolean)
      .map((name) => `aria-${name}`),
  );
}
