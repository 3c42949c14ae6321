/** The root, metadata and scripts (HTML, 4.1, 4.2 and 4.12). */
import type { XmlElement } from '../../../../document/read-xml.js';
import type { ElementRule, RuleTable } from '../element-rule.js';
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
  target,
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
/** RDFa where `content`, `rel` and `property` are said apart. */
const rdfa: Attributes = {
  about: anyValue,
  prefix: anyValue,
  typeof: anyValue,
  vocab: address,
  datatype: anyValue,
  resource: anyValue,
  inlist: anyValue,
};
const itemprop: Attributes = { itemprop: nonEmpty };
const property: Attributes = { property: anyValue };

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
    in: ['metadata', 'phrasing'],
    holds: 'empty',
    typed: false,
    lacks: 'semantics',
    takes: {
      ...microdata,
      ...itemprop,
      ...rdfa,
      ...property,
      content: anyValue,
      rev: anyValue,
      rel: anyValue,
      href: nonEmpty,
      as: workDestinations,
      integrity: anyValue,
      hreflang: language,
      media: anyValue,
      type: mimeType,
      referrerpolicy: referrerPolicy,
      sizes: iconSizes,
      color,
      disabled: flag('disabled'),
      scope: address,
      updateviacache: oneOf('imports', 'all', 'none'),
      workertype: oneOf('classic', 'module'),
      imagesrcset: anyValue,
      imagesizes: anyValue,
      fetchpriority: fetchPriority,
      crossorigin: crossOrigin,
      blocking,
    },
    needs: ['rel | itemprop | property'],
    roles: ['link', 'menuitem', ...presentational],
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
    takes: { ...rdfa, ...property, name: nonEmpty, content: anyValue },
    needs: ['content'],
    roles: ['menuitem', ...presentational],
  },
  'meta@name': {
    ...meta,
    takes: { ...microdata, ...rdfa, name: nonEmpty, content: anyValue, media: anyValue },
    needs: ['name', 'content'],
  },
  /** In text only what says something of the text. */
  'meta@phrasing': {
    in: ['phrasing'],
    choose: (element) => (element.attributes.has('itemprop') ? 'meta@itemprop' : 'meta@inline'),
  },
  'meta@inline': {
    ...meta,
    takes: { ...rdfa, ...property, content: anyValue },
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
      src: nonEmpty,
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
  template: { in: ['metadata', 'phrasing', 'support'], holds: '#anything', typed: false },
  slot: { in: ['phrasing'], holds: '#transparent', typed: false, takes: { name: anyValue }, roles: 'any' },
};
