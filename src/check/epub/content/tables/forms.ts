/** Forms and their controls (HTML, 4.10), and what measures. */
import type { XmlElement } from '../../../../document/read-xml.js';
import type { ElementRule, RuleTable } from '../element-rule.js';
import {
  address,
  anyValue,
  calendarDate,
  color,
  either,
  flag,
  idList,
  localDateTime,
  matching,
  month,
  nonEmpty,
  nonNegative,
  nonNegativeNumber,
  number,
  oneOf,
  positive,
  positiveNumber,
  none,
  target,
  timeOfDay,
  token,
  week,
  type ValueType,
  filePath,
} from '../values.js';
import { controlAttributes, presentational, type Attributes } from './shared.js';

/** What nearly every kind of `input` takes, also where it does nothing. */
const typing: Attributes = {
  autocomplete: anyValue,
  list: token,
  maxlength: nonNegative,
  minlength: nonNegative,
  pattern: anyValue,
  placeholder: anyValue,
  'aria-placeholder': anyValue,
  readonly: flag('readonly'),
  required: flag('required'),
  size: positive,
};
const { size: _size, ...typingWithoutSize } = typing;
const submitting: Attributes = {
  formaction: filePath,
  formenctype: oneOf('application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'),
  formmethod: oneOf('get', 'post', 'dialog'),
  formtarget: target,
  formnovalidate: flag('formnovalidate'),
};
const popover: Attributes = { popovertarget: token, popovertargetaction: oneOf('hide', 'show', 'toggle') };
const ariaRequired: Attributes = { 'aria-required': oneOf('true', 'false') };
const checked: Attributes = { checked: flag('checked') };

/** One kind of `input`; its `type` was looked at to find it. */
function input(takes: Attributes, more: Partial<ElementRule> = {}): ElementRule {
  return { holds: 'empty', takes: { type: anyValue, ...controlAttributes, ...takes }, ...more };
}

/** An `input` for a moment or an amount. */
function scaled(value: ValueType, step: ValueType): ElementRule {
  return input({
    ...typing,
    ...ariaRequired,
    'aria-valuemin': number,
    'aria-valuemax': number,
    min: value,
    max: value,
    step: either(oneOf('any'), step),
    value: either(none, value),
  });
}

const buttonRoles = [
  'button',
  'checkbox',
  'link',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
];
const textual = { roles: ['textbox', 'combobox'], native: 'combobox' };
const email = matching(/^[^@]+@[^@]+$/, 'toasoan@example.org');

/** The kind of an `input`, by its `type`; text when it has none. */
function kindOf(element: XmlElement): string {
  const type = (element.attributes.get('type') ?? 'text').trim().toLowerCase();
  return `input@${Object.hasOwn(kinds, type) ? type : 'text'}`;
}

const kinds: Readonly<Record<string, ElementRule>> = {
  text: input(
    { ...typing, type: oneOf('text'), value: anyValue, dirname: nonEmpty },
    { roles: ['textbox', 'combobox', 'searchbox', 'spinbutton'], native: 'textbox' },
  ),
  password: input({ ...typing, ...ariaRequired, value: anyValue }),
  checkbox: input(
    { ...typing, ...ariaRequired, ...checked, value: anyValue },
    {
      roles: ['checkbox', 'button', 'menuitemcheckbox@native', 'option', 'switch@native'],
      native: 'checkbox',
    },
  ),
  radio: input(
    { ...typing, ...ariaRequired, ...checked, value: anyValue },
    { roles: ['radio', 'menuitemradio@native'], native: 'radio' },
  ),
  button: input(
    { ...typing, ...popover, value: anyValue },
    { roles: [...buttonRoles, 'combobox', 'switch', 'tab'], native: 'button' },
  ),
  submit: input(
    { ...typing, ...popover, ...submitting, value: anyValue },
    { roles: ['button'], native: 'button' },
  ),
  reset: input({ ...typing, ...popover, value: anyValue }, { roles: ['button'], native: 'button' }),
  file: input({
    ...typing,
    ...ariaRequired,
    accept: anyValue,
    multiple: flag('multiple'),
    capture: oneOf('user', 'environment'),
  }),
  hidden: input({ value: anyValue, autocomplete: anyValue }),
  image: input(
    {
      ...typing,
      ...popover,
      ...submitting,
      alt: nonEmpty,
      src: filePath,
      width: nonNegative,
      height: nonNegative,
    },
    {
      needs: ['alt'],
      roles: ['button', 'link', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'radio', 'switch'],
      native: 'button',
    },
  ),
  'datetime-local': scaled(localDateTime, positiveNumber),
  date: scaled(calendarDate, positive),
  month: scaled(month, positive),
  time: scaled(timeOfDay, positiveNumber),
  week: scaled(week, positive),
  number: input(
    {
      ...typingWithoutSize,
      min: number,
      max: number,
      step: either(oneOf('any'), positiveNumber),
      value: either(none, number),
    },
    { roles: ['spinbutton'], native: 'spinbutton' },
  ),
  range: input(
    {
      ...typingWithoutSize,
      min: number,
      max: number,
      step: either(oneOf('any'), positiveNumber),
      value: number,
    },
    { roles: ['slider'], native: 'slider' },
  ),
  email: input({ ...typing, multiple: flag('multiple'), value: email }, textual),
  url: input({ ...typing, value: either(none, address) }, textual),
  search: input(
    { ...typing, value: anyValue, dirname: nonEmpty },
    { roles: ['searchbox'], native: 'searchbox' },
  ),
  tel: input({ ...typing, value: anyValue }, textual),
  color: input({ ...typing, value: either(none, color) }),
};

const button: ElementRule = {
  holds: '#phrasing',
  takes: { ...controlAttributes, ...popover, type: oneOf('submit', 'reset', 'button'), value: anyValue },
  native: 'button',
};

export const formRules: RuleTable = {
  form: {
    in: ['flow'],
    holds: '#flow',
    takes: {
      action: filePath,
      method: oneOf('get', 'post', 'dialog'),
      enctype: oneOf('application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'),
      name: nonEmpty,
      'accept-charset': anyValue,
      novalidate: flag('novalidate'),
      target,
      autocomplete: oneOf('on', 'off'),
    },
    roles: ['form', 'search', ...presentational],
    native: 'form',
  },
  fieldset: {
    in: ['flow'],
    holds: 'legend?, #flow',
    takes: controlAttributes,
    roles: ['group', 'radiogroup', ...presentational],
    native: 'group',
  },
  legend: { holds: '#phrasing & h1? & h2? & h3? & h4? & h5? & h6? & hgroup?' },
  label: { in: ['phrasing'], holds: '#phrasing', takes: { for: token } },
  input: { in: ['phrasing'], choose: kindOf },
  ...Object.fromEntries(Object.entries(kinds).map(([kind, rule]) => [`input@${kind}`, rule])),
  button: { in: ['phrasing'], choose: (element) => `button@${buttonKind(element)}` },
  'button@submit': {
    ...button,
    takes: { ...button.takes, ...submitting },
    roles: [...buttonRoles, 'combobox', 'tab'],
  },
  'button@reset': { ...button, roles: [...buttonRoles, 'switch'] },
  'button@button': { ...button, roles: [...buttonRoles, 'switch', 'tab'] },
  select: {
    in: ['phrasing'],
    holds: 'optgroup* & option* & #support',
    takes: {
      ...controlAttributes,
      size: positive,
      multiple: flag('multiple'),
      required: flag('required'),
      autocomplete: anyValue,
    },
    roles: ['listbox', 'combobox', 'menu'],
    native: 'select',
  },
  optgroup: {
    holds: 'option* & #support',
    takes: { label: anyValue, disabled: flag('disabled') },
    needs: ['label'],
    roles: ['group'],
    native: 'group',
  },
  option: {
    holds: '#text',
    takes: { disabled: flag('disabled'), selected: flag('selected'), label: nonEmpty, value: anyValue },
    roles: ['option'],
    native: 'option',
  },
  datalist: { in: ['phrasing'], holds: 'option* & #phrasing' },
  textarea: {
    in: ['phrasing'],
    holds: '#text',
    takes: {
      ...controlAttributes,
      autocomplete: anyValue,
      cols: positive,
      dirname: nonEmpty,
      maxlength: nonNegative,
      minlength: nonNegative,
      placeholder: anyValue,
      'aria-placeholder': anyValue,
      readonly: flag('readonly'),
      required: flag('required'),
      rows: positive,
      wrap: oneOf('soft', 'hard'),
    },
    roles: ['textbox'],
    native: 'textbox',
  },
  output: {
    in: ['phrasing'],
    holds: '#phrasing',
    takes: { for: idList, name: nonEmpty, form: token },
    roles: 'any',
    native: 'status',
  },
  progress: {
    in: ['phrasing'],
    holds: '#phrasing',
    takes: { value: nonNegativeNumber, max: positiveNumber },
    roles: ['progressbar'],
    native: 'progressbar',
  },
  meter: {
    in: ['phrasing'],
    holds: '#phrasing',
    takes: { value: number, min: number, low: number, high: number, max: number, optimum: number },
    needs: ['value'],
    native: 'meter',
  },
};

function buttonKind({ attributes }: XmlElement): string {
  const type = (attributes.get('type') ?? 'submit').trim().toLowerCase();
  return type === 'reset' || type === 'button' ? type : 'submit';
}
