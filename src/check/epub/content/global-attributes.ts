/** Attributes that every element has: of HTML (3.2.6, 7.4, WAI-ARIA apart), RDFa, SSML, and of MathML. */
import {
  address,
  anyValue,
  flag,
  integer,
  language,
  listOf,
  nameTokens,
  nonEmpty,
  oneOf,
  rdfaName,
  rdfaNames,
  rdfaPrefixes,
  rdfaResource,
  token,
  type ValueType,
} from './values.js';

const events =
  'auxclick beforeinput beforematch blur cancel canplay canplaythrough change click close contextlost contextmenu ' +
  'contextrestored copy cuechange cut dblclick drag dragend dragenter dragleave dragover dragstart drop ' +
  'durationchange emptied ended error focus formdata input invalid keydown keypress keyup load loadeddata ' +
  'loadedmetadata loadstart mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup paste pause play ' +
  'playing progress reset resize scroll scrollend securitypolicyviolation seeked seeking select slotchange stalled ' +
  'submit suspend timeupdate toggle volumechange waiting wheel pointerover pointerenter pointerdown pointermove ' +
  'pointerrawupdate pointerup pointercancel pointerout pointerleave gotpointercapture lostpointercapture';

const html: Readonly<Record<string, ValueType>> = {
  id: token,
  class: anyValue,
  title: anyValue,
  'xml:base': address,
  'xml:space': oneOf('preserve', 'default'),
  'xml:lang': language,
  lang: language,
  dir: oneOf('ltr', 'rtl', 'auto'),
  translate: oneOf('', 'yes', 'no'),
  style: anyValue,
  tabindex: integer,
  accesskey: anyValue,
  autofocus: flag('autofocus'),
  nonce: anyValue,
  inert: flag('inert'),
  contenteditable: oneOf('true', 'plaintext-only', 'false', ''),
  draggable: oneOf('true', 'false'),
  hidden: oneOf('hidden', 'until-found', ''),
  popover: oneOf('auto', 'manual', 'hint', ''),
  inputmode: oneOf('none', 'text', 'tel', 'url', 'email', 'numeric', 'decimal', 'search'),
  spellcheck: oneOf('true', 'false', ''),
  autocapitalize: oneOf('off', 'none', 'on', 'sentences', 'words', 'characters'),
  enterkeyhint: oneOf('enter', 'done', 'go', 'next', 'previous', 'search', 'send'),
  is: anyValue,
  slot: anyValue,
  'ssml:ph': anyValue,
  'ssml:alphabet': { accepts: (value) => /^(?:ipa|x-.+)$/.test(value), like: 'ipa, x-…' },
  ...Object.fromEntries(events.split(' ').map((event) => [`on${event}`, anyValue])),
};

/** RDFa that every element with RDFa has. */
export const rdfaAttributes: Readonly<Record<string, ValueType>> = {
  about: rdfaResource,
  prefix: rdfaPrefixes,
  typeof: rdfaNames,
  vocab: address,
  datatype: rdfaName,
  resource: rdfaResource,
  inlist: anyValue,
};

/** Microdata (HTML, 5) and RDFa in HTML. */
const semantics: Readonly<Record<string, ValueType>> = {
  itemprop: nonEmpty,
  itemref: anyValue,
  itemscope: flag('itemscope'),
  itemtype: listOf(address),
  itemid: address,
  ...rdfaAttributes,
  property: rdfaNames,
  content: anyValue,
  rel: rdfaNames,
  rev: rdfaNames,
};

/** `epub:type` (EPUB 3.3, 6.1.3.1): words, whatever they mean. */
export const semanticType: ValueType = nameTokens;

export const htmlAttributes: ReadonlyMap<string, ValueType> = new Map(Object.entries(html));
export const semanticAttributes: ReadonlyMap<string, ValueType> = new Map(Object.entries(semantics));
/** MathML 3, 2.1.6, with what EPUB allows beside. */
export const mathAttributes: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['id', token],
  ['xref', anyValue],
  ['class', nameTokens],
  ['style', anyValue],
  ['href', address],
  ['other', anyValue],
  ['xml:base', address],
  ['ssml:ph', anyValue],
]);
/** Elements of EPUB itself. */
export const idOnly: ReadonlyMap<string, ValueType> = new Map([['id', token]]);

/** Attributes whose values HTML compares without regard to case. */
export const caseless: ReadonlySet<string> = new Set(
  (
    'align allowfullscreen allowpaymentrequest allowusermedia async autocapitalize autocomplete autofocus autoplay ' +
    'checked contenteditable controls crossorigin default defer dir disabled draggable formnovalidate hidden ' +
    'http-equiv ismap itemscope kind loop multiple muted nomodule novalidate open playsinline preload readonly ' +
    'required reversed scope selected shape sizes spellcheck step translate type typemustmatch valign value wrap'
  ).split(' '),
);
