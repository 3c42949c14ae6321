/** Text-level elements, ruby and edits (HTML, 4.5 and 4.7). */
import type { RuleTable } from '../element-rule.js';
import { address, anyValue, dateOrDateTime, moment, token } from '../values.js';
import { linkAttributes, phrase, presentational, referrerPolicy, words } from './shared.js';

const edit = { cite: address, datetime: dateOrDateTime };

export const textRules: RuleTable = {
  a: { in: ['phrasing'], choose: ({ attributes }) => (attributes.has('href') ? 'a@href' : 'a@name') },
  'a@href': {
    holds: '#transparent',
    takes: { ...linkAttributes, name: token, referrerpolicy: referrerPolicy },
    roles: words(
      'button checkbox link menuitem menuitemcheckbox menuitemradio option radio switch tab treeitem ' +
        'doc-backlink doc-biblioref doc-glossref doc-noteref',
    ),
    native: 'link',
    refuses: ['rev'],
  },
  /** A place that a link could be. */
  'a@name': { holds: '#transparent', takes: { name: token }, roles: 'any', lacks: 'semantics' },
  em: phrase,
  strong: phrase,
  small: phrase,
  mark: phrase,
  abbr: phrase,
  dfn: phrase,
  i: phrase,
  b: phrase,
  s: phrase,
  u: phrase,
  code: phrase,
  var: phrase,
  samp: phrase,
  kbd: phrase,
  sup: phrase,
  sub: phrase,
  cite: phrase,
  span: phrase,
  bdo: phrase,
  bdi: phrase,
  q: { ...phrase, takes: { cite: address } },
  br: { in: ['phrasing'], holds: 'empty', roles: presentational },
  wbr: { in: ['phrasing'], holds: 'empty', roles: presentational },
  data: { ...phrase, takes: { value: anyValue }, needs: ['value'] },
  time: { ...phrase, holds: '#text', holdsWith: { datetime: '#phrasing' }, takes: { datetime: moment } },
  ruby: {
    ...phrase,
    holds: '((#phrasing | rb)+, ((rt | rtc)+ | (rp, ((rt | rtc), rp)+)))+',
  },
  rt: { holds: '#phrasing', roles: 'any' },
  rb: { holds: '#phrasing', roles: 'any', typed: false },
  rtc: { holds: '(#phrasing | rt | rp)*', roles: 'any', typed: false },
  rp: { holds: '#text', roles: 'any' },
  ins: { in: ['phrasing'], holds: '#transparent', takes: edit, roles: 'any' },
  del: { in: ['phrasing'], holds: '#transparent', takes: edit, roles: 'any' },
};
