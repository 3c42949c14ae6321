/** What EPUB adds to XHTML (EPUB 3.3, 6.1.3, 7 and the deprecated switch and trigger). */
import { attributeOf } from '../../../../document/read-xml.js';
import type { ElementRule, RuleTable } from '../element-rule.js';
import { address, nameToken, ncName, oneOf } from '../values.js';
import { epubNamespace } from '../namespaces.js';

const plain: Pick<ElementRule, 'lacks' | 'typed'> = { lacks: 'html', typed: false };
/** Roles of `nav` in a navigation document. */
const navRoles = ['navigation', 'doc-index', 'doc-pagelist', 'doc-toc'];

export const epubRules: RuleTable = {
  'epub:switch': {
    ...plain,
    in: ['phrasing'],
    holds: 'epub:case+, epub:default@transparent',
  },
  'epub:case': {
    ...plain,
    holds: '(#flow | other:element)*',
    takes: { 'required-namespace': address },
    needs: ['required-namespace'],
  },
  'epub:default@transparent': { ...plain, holds: '#transparent' },
  'epub:trigger': {
    ...plain,
    in: ['metadata', 'flow'],
    holds: 'empty',
    takes: {
      action: oneOf('show', 'hide', 'play', 'pause', 'resume', 'mute', 'unmute'),
      ref: ncName,
      'ev:event': nameToken,
      'ev:observer': ncName,
      'ev:defaultAction': oneOf('cancel', 'perform'),
      'ev:phase': oneOf('capture', 'default'),
      'ev:propagate': oneOf('stop', 'continue'),
    },
    needs: ['action', 'ref', 'ev:event', 'ev:observer'],
  },
};

/** What is otherwise in a navigation document (EPUB 3.3, 7.3). */
export const navigationRules: RuleTable = {
  nav: {
    in: ['flow'],
    choose: (element) =>
      attributeOf(element, epubNamespace, 'type') === undefined ? 'nav@free' : 'nav@list',
  },
  'nav@free': { holds: '#flow', roles: navRoles, native: 'navigation', lacks: 'semantics' },
  'nav@list': {
    holds: '(hgroup | h1 | h2 | h3 | h4 | h5 | h6)?, ol@nav',
    roles: navRoles,
    native: 'navigation',
    lacks: 'semantics',
  },
};
/** Lists of a navigation document, by the rules of lists with less in them. */
export const navigationLists = {
  'ol@nav': { like: 'ol', holds: 'li@nav+' },
  'li@nav': { like: 'li@ol', holds: 'a | ((a | span), ol@nav)' },
} as const;
