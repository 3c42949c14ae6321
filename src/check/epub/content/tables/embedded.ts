/** Pictures, media and other embedded content (HTML, 4.8 and 4.12.5). */
import type { ElementRule, RuleTable } from '../element-rule.js';
import {
  anyValue,
  flag,
  hashName,
  language,
  list,
  matching,
  mimeType,
  none,
  nonEmpty,
  nonNegative,
  oneOf,
  frameName,
  token,
  either,
  filePath,
} from '../values.js';
import {
  crossOrigin,
  fetchPriority,
  linkAttributes,
  loading,
  presentational,
  referrerPolicy,
  words,
  type Attributes,
} from './shared.js';

const size: Attributes = { width: nonNegative, height: nonNegative };
const media: ElementRule = {
  in: ['phrasing'],
  holds: 'source*, track*, #transparent',
  holdsWith: { src: 'track*, #transparent' },
  takes: {
    src: filePath,
    autoplay: flag('autoplay'),
    preload: oneOf('none', 'metadata', 'auto', ''),
    controls: flag('controls'),
    loop: flag('loop'),
    muted: flag('muted'),
    crossorigin: crossOrigin,
  },
  roles: ['application'],
};
const corner = '-?\\d+';
const shape = (coordinates: RegExp, like: string, word: string): Attributes => ({
  shape: oneOf(word),
  coords: matching(coordinates, like),
});
const area: ElementRule = {
  holds: 'empty',
  roles: ['link', 'button'],
  native: 'link',
};
const areaAttributes: Attributes = { ...linkAttributes, alt: anyValue };

export const embeddedRules: RuleTable = {
  img: {
    in: ['phrasing'],
    holds: 'empty',
    takes: {
      ...size,
      src: filePath,
      alt: anyValue,
      srcset: anyValue,
      sizes: anyValue,
      'generator-unable-to-provide-required-alt': none,
      usemap: hashName,
      ismap: flag('ismap'),
      decoding: oneOf('sync', 'async', 'auto'),
      loading,
      fetchpriority: fetchPriority,
      border: oneOf('0'),
      referrerpolicy: referrerPolicy,
      crossorigin: crossOrigin,
    },
    needs: ['src'],
    roles: [
      ...words(
        'button checkbox img link math menuitem menuitemcheckbox menuitemradio option progressbar radio',
      ),
      ...words('scrollbar separator slider switch tab treeitem doc-cover presentation none'),
    ],
    native: 'img',
  },
  picture: { in: ['phrasing'], holds: '(source@picture* & #support), (img & #support)' },
  'source@picture': {
    holds: 'empty',
    typed: false,
    takes: { ...size, media: anyValue, srcset: anyValue, sizes: anyValue, type: mimeType },
    needs: ['srcset'],
  },
  source: { holds: 'empty', takes: { src: filePath, type: mimeType }, needs: ['src'] },
  track: {
    holds: 'empty',
    takes: {
      src: filePath,
      kind: oneOf('subtitles', 'captions', 'descriptions', 'chapters', 'metadata'),
      srclang: language,
      label: nonEmpty,
      default: flag('default'),
    },
    needs: ['src'],
  },
  audio: media,
  video: { ...media, takes: { ...media.takes, ...size, poster: filePath, playsinline: flag('playsinline') } },
  canvas: { in: ['phrasing'], holds: '#transparent', takes: size, roles: 'any' },
  embed: {
    in: ['phrasing'],
    holds: 'empty',
    takes: { ...size, src: filePath, type: mimeType },
    roles: ['application', 'document', 'img', ...presentational],
    open: true,
    refuses: words('name align hspace vspace href aria-required aria-expanded'),
  },
  object: {
    in: ['phrasing'],
    holds: 'param*, #transparent',
    takes: { ...size, data: filePath, type: mimeType, usemap: hashName, name: frameName, form: token },
    needs: ['data | type'],
    roles: ['application', 'document', 'img'],
  },
  param: { holds: 'empty', takes: { name: anyValue, value: anyValue }, needs: ['name', 'value'] },
  iframe: {
    in: ['phrasing'],
    holds: 'empty',
    takes: {
      ...size,
      src: filePath,
      srcdoc: anyValue,
      name: frameName,
      loading,
      sandbox: either(
        none,
        list('allow-top-navigation', 'allow-same-origin', 'allow-forms', 'allow-scripts'),
      ),
      allowfullscreen: flag('allowfullscreen'),
      allow: anyValue,
      referrerpolicy: referrerPolicy,
    },
    roles: ['application', 'document', 'img', ...presentational],
  },
  map: { in: ['phrasing'], holds: '#transparent', takes: { name: token }, needs: ['name'] },
  area: { in: ['phrasing'], choose: ({ attributes }) => `area@${areaShape(attributes)}` },
  'area@rect': {
    ...area,
    takes: { ...areaAttributes, ...shape(new RegExp(`^${corner}(?:,${corner}){3}$`), '0,0,90,60', 'rect') },
    needs: ['coords'],
  },
  'area@circle': {
    ...area,
    takes: { ...areaAttributes, ...shape(new RegExp(`^${corner},${corner},\\d+$`), '45,30,20', 'circle') },
    needs: ['coords'],
  },
  'area@poly': {
    ...area,
    takes: {
      ...areaAttributes,
      ...shape(new RegExp(`^${corner}(?:,${corner}){5}(?:,${corner},${corner})*$`), '0,0,90,0,45,60', 'poly'),
    },
    needs: ['coords'],
  },
  'area@default': { ...area, takes: { ...areaAttributes, shape: oneOf('default') } },
};

function areaShape(attributes: ReadonlyMap<string, string>): string {
  const said =
    attributes.get('shape')?.trim().toLowerCase() ?? (attributes.has('coords') ? 'rect' : 'default');
  return said === 'circle' || said === 'poly' || said === 'default' ? said : 'rect';
}
