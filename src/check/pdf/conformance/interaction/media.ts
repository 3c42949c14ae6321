/** Rules of PDF/UA-1 on media clips (ISO 32000-1, 13.2.4.2): what kind of media it is, and words for it. */
import type { PdfDict } from '../../objects.js';
import { PdfString } from '../../objects.js';
import type { PdfContents } from '../../read-pdf.js';
import { once } from '../once.js';
import type { Rule } from '../rule.js';
import { actionsOf } from './find-actions.js';

interface MediaClip {
  readonly dict: PdfDict;
  /** What plays it. */
  readonly place: string;
}

/** The media clip data of all rendition actions. */
const mediaClipsOf = once((contents): readonly MediaClip[] => {
  const { file } = contents;
  const clips = (rendition: PdfDict | undefined, depth: number): readonly PdfDict[] => {
    if (!rendition || depth > 16) return [];
    const clip = file.dict(rendition.raw('C'));
    const own = clip && file.nameOf(clip.raw('S')) !== 'MCS' ? [clip] : [];
    // A selector rendition holds others (13.2.3.3).
    const others = file.array(rendition.raw('R')) ?? [];
    return [...own, ...others.flatMap((item) => clips(file.dict(item), depth + 1))];
  };
  return actionsOf(contents)
    .filter(({ type }) => type === 'Rendition')
    .flatMap(({ dict, place }) => clips(file.dict(dict.raw('R')), 0).map((clip) => ({ dict: clip, place })));
});

/** `Alt` is a list of languages and texts in turn. */
function hasTexts({ file }: PdfContents, { dict }: MediaClip): boolean {
  const items = (file.array(dict.raw('Alt')) ?? []).map((item) => file.resolve(item));
  if (items.length === 0 || items.length % 2 === 1) return false;
  return items.every((item, i) => item instanceof PdfString && (i % 2 === 0 || item.bytes.length > 0));
}

export const mediaRules: readonly Rule[] = [
  {
    code: 'PDFUA-MEDIA-TYPE',
    clauses: { UA1: '7.18.6.2' },
    find: (contents) =>
      mediaClipsOf(contents)
        .filter(({ dict }) => !dict.entries.has('CT'))
        .map(({ place }) => ({ place })),
  },
  {
    code: 'PDFUA-MEDIA-DESCRIPTION',
    clauses: { UA1: '7.18.6.2' },
    find: (contents) =>
      mediaClipsOf(contents)
        .filter((clip) => !hasTexts(contents, clip))
        .map(({ place }) => ({ place })),
  },
];
