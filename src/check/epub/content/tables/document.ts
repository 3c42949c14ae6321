/** The root, metadata and scripts (HTML, 4.1, 4.2 and 4.12). */
import type { XmlElement } from '../../../../document/read-xml.js';
import type { ElementRule, RuleTable } from '../element-rule.js';
import { rdfaAttributes } from '../global-attributes.js';
import {
  address,
  anyValue,
  color,
  either,
  flag,
  language,
  listOf,
  matching,
  mimeType,
  nonEmpty,
  oneOf,
  rdfaNames,
  target,
  filePath,
} from '../values.js';
import {
  blocking,
  crossOrigin,
  fetchPriority,
  presentational,
  referrerPolicy,
  type Attributes,
} from './shared.js';

const microdata: Attributes = {
  itemref: anyValue,
  itemscope: flag('itemscope'),
  itemtype: listOf(address),
  itemid: address,
};
const itemprop: Attributes = { itemprop: nonEmpty };
const property: Attributes = { property: rdfaNames };

const meta: ElementRule = { holds: 'empty', lacks: 'semantics', typed: false };
const pragma: ElementRule = {
  ...meta,
  takes: {
    'http-equiv': oneOf(
      'content-type',
      'refresh',
      'default-style',
      'content-security-policy',
      'x-ua-compatible',
    ),
    content: anyValue,
  },
  needs: ['content'],
};
const documentEvents =
  'afterprint beforeprint beforeunload hashchange languagechange message messageerror offline online pagehide ' +
  'pageshow popstate rejectionhandled storage unhandledrejection unload';
const workDestinations = oneOf(
  '', 'audio', 'audioworklet', 'document', 'embed', 'fetch', 'font', 'image', 'manifest', 'object', 'paintworklet',
  'report', 'script', 'serviceworker', 'sharedworker', 'style', 'track', 'video', 'worker', 'xslt',
); // prettier-ignore
const iconSizes = either(oneOf('any'), listOf(matching(/^[1-9]\d*x[1-9]\d*$/, '16x16')));

const linked: Attributes = {
  href: filePath,
  as: workDestinations,
  hreflang: language,
  media: anyValue,
  type: mimeType,
  sizes: iconSizes,
  crossorigin: crossOrigin,
};
const link: ElementRule = {
  holds: 'empty',
  typed: false,
  lacks: 'semantics',
  takes: {
    ...linked,
    ...microdata,
    rel: anyValue,
    integrity: anyValue,
    referrerpolicy: referrerPolicy,
    color,
    disabled: flag('disabled'),
    scope: address,
    updateviacache: oneOf('imports', 'all', 'none'),
    workertype: oneOf('classic', 'module'),
    imagesrcset: anyValue,
    imagesizes: anyValue,
    fetchpriority: fetchPriority,
    blocking,
  },
  needs: ['rel'],
  roles: ['link'],
};
const { rel: _rel, ...withoutRel } = link.takes ?? {};
const meaning: Attributes = { ...rdfaAttributes, content: anyValue, rev: rdfaNames };
const linkRoles = ['link', 'menuitem', ...presentational];

/** A template holds what some element may hold (HTML, 4.12.3). */
const inTemplate = [
  '#metadata | #flow | (li* & #support) | ((dt & #support)+, (dd & #support)+)*',
  '(figcaption?, #flow) | (#flow, figcaption?) | ((#phrasing | rb)+, ((rt | rtc)+ | (rp, ((rt | rtc), rp)+)))+',
  '(param*, #flow) | (source*, track*, #flow) | (col* & #support) | (tr* & #support) | (td | th | script | template)*',
  '(caption?, #support, colgroup*, #support, thead?, #support, (tbody* | tr+), #support, tfoot?)',
  '(legend?, #flow) | (optgroup* & option* & #support) | (summary, #flow)',
].join(' | ');

/** A `meta` is of the kind that its first attribute of these says. */
const kindsOfMeta = ['charset', 'http-equiv', 'itemprop', 'property', 'name'];
const kindOf = (element: XmlElement): string => {
  const kind = kindsOfMeta.find((name) => element.attributes.has(name)) ?? 'name';
  return `meta@${kind}`;
};

export const documentRules: RuleTable = {
  html: { holds: 'head, body', takes: { 'epub:prefix': anyValue } },
  head: { holds: '#metadata & title? & base?', typed: false },
  title: { holds: '#text', typed: false },
  base: { holds: 'empty', typed: false, takes: { href: address, target }, needs: ['href | target'] },
  link: {
    in: ['metadata'],
    choose: ({ attributes }) =>
      linkBy(attributes, attributes.has('href') || attributes.has('resource') ? 'link@head' : 'link@rel'),
  },
  'link@phrasing': { in: ['phrasing'], choose: ({ attributes }) => linkBy(attributes, 'link@rel') },
  'link@rel': link,
  'link@head': { ...link, takes: { ...link.takes, ...meaning } },
  /** A link that says something of the document in microdata or in RDFa. */
  'link@itemprop': {
    ...link,
    takes: { ...withoutRel, ...itemprop, ...meaning },
    needs: ['itemprop'],
    roles: linkRoles,
  },
  'link@property': {
    ...link,
    takes: { ...linked, ...meaning, ...property, ...itemprop, rel: anyValue },
    needs: ['href | resource'],
    roles: linkRoles,
  },
  style: {
    in: ['metadata'],
    holds: '#unchecked',
    typed: false,
    takes: { type: anyValue, media: anyValue, blocking },
  },
  meta: { in: ['metadata'], choose: kindOf },
  'meta@charset': { ...meta, takes: { charset: matching(/^utf-8$/i, 'utf-8') } },
  'meta@http-equiv': pragma,
  'meta@itemprop': {
    ...meta,
    takes: { ...microdata, ...itemprop, content: anyValue },
    needs: ['content'],
  },
  'meta@property': {
    ...meta,
    takes: { ...rdfaAttributes, ...property, name: nonEmpty, content: anyValue },
    needs: ['content'],
    roles: ['menuitem', ...presentational],
  },
  'meta@name': {
    ...meta,
    takes: { ...microdata, ...rdfaAttributes, name: nonEmpty, content: anyValue, media: anyValue },
    needs: ['name', 'content'],
  },
  /** In text only what says something of the text. */
  'meta@phrasing': {
    in: ['phrasing'],
    choose: (element) => (element.attributes.has('itemprop') ? 'meta@itemprop' : 'meta@inline'),
  },
  'meta@inline': {
    ...meta,
    takes: { ...rdfaAttributes, ...property, content: anyValue },
    needs: ['property', 'content'],
    roles: ['menuitem', ...presentational],
  },
  body: {
    holds: '#flow',
    takes: Object.fromEntries(documentEvents.split(' ').map((event) => [`on${event}`, anyValue])),
    roles: ['application', 'document', ...presentational],
    native: 'document',
  },
  script: {
    in: ['metadata', 'phrasing', 'support'],
    holds: '#unchecked',
    typed: false,
    takes: {
      src: filePath,
      defer: flag('defer'),
      async: flag('async'),
      type: anyValue,
      nomodule: flag('nomodule'),
      charset: anyValue,
      language: anyValue,
      integrity: anyValue,
      crossorigin: crossOrigin,
      blocking,
      fetchpriority: fetchPriority,
      referrerpolicy: referrerPolicy,
    },
  },
  template: { in: ['metadata', 'phrasing', 'support'], holds: inTemplate, typed: false },
  slot: { in: ['phrasing'], holds: '#transparent', typed: false, takes: { name: anyValue }, roles: 'any' },
};

function linkBy(attributes: ReadonlyMap<string, string>, otherwise: string): string {
  if (attributes.has('property')) return 'link@property';
  return attributes.has('itemprop') ? 'link@itemprop' : otherwise;
}
