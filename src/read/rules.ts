/**
 * What speaks for and against each type of block: one table of rules over measures, one of the order
 * in which types may follow each other. A weight is a difference of log-odds; `recognise` adds them
 * up. A new pattern is a new line here. Medians and quantiles are of 45,286 articles (captions 4 to
 * 32 words, leads from 26, subheads 2 to 16, titles 2 to 30, bylines 1 to 6).
 */
import type { BlockType } from '../document/publication.js';
import type { Measure } from './measure.js';

/** One piece of evidence. `reason` is given only by evidence that speaks for the type. */
export interface Rule {
  readonly type: BlockType;
  readonly weight: number;
  readonly reason?: string;
  holds(block: Measure): boolean;
}

const for_ = (type: BlockType, weight: number, reason: string, holds: Rule['holds']): Rule => ({
  type,
  weight,
  reason,
  holds,
});
const against = (type: BlockType, weight: number, holds: Rule['holds']): Rule => ({
  type,
  weight: -weight,
  holds,
});
/** How rare a type is before anything is seen. */
const rare = (type: BlockType, weight: number): Rule => against(type, weight, () => true);

const isolated = (b: Measure): boolean => b.block.isolatedBefore;
const isText = (b: Measure | undefined): boolean => b !== undefined && b.closed && b.words >= 17;

export const rules: readonly Rule[] = [
  rare('date', 2),
  for_('date', 9, 'the line is nothing but a date', (b) => b.date !== undefined),

  rare('junk', 3),
  for_('junk', 9, 'the words of a page’s furniture', (b) => b.junk),

  rare('imagefile', 3),
  for_('imagefile', 8, 'a picture’s file name or slot', (b) => b.imageFile && !b.closed),

  rare('section', 2),
  for_('section', 5, 'the name of a newspaper section', (b) => b.section),
  against('section', 4, (b) => b.words > 8 || b.closed),

  rare('kicker', 1.5),
  for_('kicker', 0.7, 'short', (b) => b.words <= 12),
  for_('kicker', 1.5, 'a headline follows', (b) => looksLikeTitle(b.next)),
  against('kicker', 4, (b) => b.closed || b.words > 15 || b.section || b.credited),

  for_('title', 1.5, '2 to 30 words', (b) => b.words >= 2 && b.words <= 30),
  for_('title', 1, 'no full stop', (b) => !b.closed || b.asks),
  for_('title', 1.5, 'text follows', (b) => isText(b.next) || b.next?.dateline !== undefined),
  for_('title', 6, 'the first words, right above the dateline', standsAboveDateline),
  against('title', 4, (b) => b.dateline !== undefined || b.credited || b.announces),
  against('title', 3, (b) => b.words > 30 || (b.closed && b.words >= 20)),
  against('title', 2, (b) => b.words >= 26),
  against('title', 3, (b) => b.section || b.small),

  for_('lead', 3, 'opens with a dateline', (b) => b.dateline !== undefined),
  for_('lead', 1, '18 words or more', (b) => b.words >= 18),
  for_('lead', 1, 'a whole sentence', (b) => b.closed),
  against('lead', 2, (b) => b.words < 10 || (!b.closed && !b.dateline)),
  against('lead', 2, (b) => b.credited || b.imageFile),

  for_('p', 1, 'a whole sentence', (b) => b.closed || b.announces),
  for_('p', 1.5, '20 words or more', (b) => b.words >= 20),
  for_('p', 1, 'opens as a discourse goes on', (b) => b.discourseOpener && b.words > 4),
  for_('p', 0.5, 'goes on in lower case', (b) => b.small),
  for_('p', 1.5, 'an item of a list', (b) => b.enumerated),
  for_('p', 1, 'more is to follow', (b) => b.runsOn),
  for_('p', 2, 'one of a run of short lines', (b) => b.inRun),
  against('p', 1, (b) => !b.closed && !b.announces && b.words < 17),
  against('p', 0.5, isolated),

  rare('mixed', 3),
  for_('mixed', 7, 'text goes on behind a photographer’s credit', (b) => b.afterCredit >= 8),

  rare('caption', 1.5),
  for_('caption', 4, 'ends in a credit', (b) => b.credited),
  for_('caption', 1.5, 'set off by extra blank lines', isolated),
  for_('caption', 0.5, 'set off below too', (b) => b.block.isolatedAfter),
  for_('caption', 1, 'opens as captions do', (b) => b.captionOpener),
  for_('caption', 0.7, 'says who does what where', (b) => b.captionAction && b.words <= 32),
  for_('caption', 0.7, '4 to 32 words', (b) => b.words >= 4 && b.words <= 32),
  for_('caption', 1, 'no full stop', (b) => !b.closed),
  against('caption', 2, (b) => b.discourseOpener && !b.credited),
  against('caption', 2, (b) => b.words > 46 || b.announces || b.asks),
  against('caption', 1.5, (b) => b.closed && b.words > 26 && !b.credited),
  against('caption', 1.5, (b) => b.byline !== undefined),
  against('caption', 3, (b) => !b.closed && !b.byline && b.captionSigns < 2),
  against('caption', 5, (b) => (b.enumerated || b.runsOn || b.inRun) && !b.credited),
  against('caption', 3, (b) => b.afterCredit >= 8 || b.dateline !== undefined),

  rare('subhead', 2),
  for_('subhead', 2, '2 to 16 words, no full stop', (b) => !b.closed && b.words >= 2 && b.words <= 16),
  for_('subhead', 1, 'text follows', (b) => isText(b.next)),
  for_('subhead', 1.5, 'numbered', (b) => b.numbered && !b.closed),
  for_('subhead', 0.7, 'in capitals', (b) => b.capitals),
  against('subhead', 2, (b) => b.closed || b.words > 16 || b.credited || b.announces),
  against('subhead', 1.5, isolated),
  against('subhead', 1, (b) => b.captionOpener),
  against('subhead', 2, (b) => b.small || b.last),
  against('subhead', 3, (b) => b.runsOn || b.inRun || isItem(b)),

  rare('byline', 2),
  for_('byline', 2, 'the shape of names', (b) => b.byline !== undefined),
  for_('byline', 2, 'the last line of the text', (b) => b.last && b.byline !== undefined),
  for_('byline', 0.5, 'in capitals', (b) => b.capitals && b.byline !== undefined),
  for_('byline', 3, 'says who wrote and photographed', (b) => b.byline?.role === true),
  against('byline', 4, (b) => b.byline === undefined),

  rare('source', 2.5),
  for_('source', 4, 'says where the text was taken from', (b) => b.source),
  for_('source', 1.5, 'at the end', (b) => b.last && b.source),
  against('source', 4, (b) => !b.source),
];

/** A number alone may head a chapter; another mark, or another item right below, makes it a list. */
function isItem(b: Measure): boolean {
  return b.enumerated && (!b.numbered || b.next?.enumerated === true);
}

/** A headline too long for one, but at the only place that a headline has. */
function standsAboveDateline(b: Measure): boolean {
  return b.words >= 26 && b.opens && !b.closed && b.next?.dateline !== undefined;
}

function looksLikeTitle(b: Measure | undefined): boolean {
  if (!b || b.closed || b.dateline || b.credited || b.section || b.date) return false;
  return b.words >= 4 && b.words <= 30 && (isText(b.next) || b.next?.dateline !== undefined);
}

/** The parts of an article in their order; a type may stand in some of them. */
export const phases = ['head', 'title', 'under', 'lead', 'body', 'tail'] as const;
export type Phase = (typeof phases)[number];

export const typesOf: Readonly<Record<Phase, readonly BlockType[]>> = {
  head: ['date', 'junk', 'section', 'kicker', 'imagefile', 'caption'],
  title: ['title'],
  under: ['date', 'junk', 'byline', 'imagefile', 'caption'],
  lead: ['lead'],
  body: ['p', 'caption', 'subhead', 'mixed', 'date', 'junk', 'imagefile'],
  tail: ['byline', 'source', 'date', 'junk', 'imagefile', 'caption'],
};

/** What it costs to go from one part to another; what is not listed cannot be. */
export const order: Readonly<Record<Phase | 'start', Partial<Record<Phase, number>>>> = {
  start: { head: 0, title: 0, lead: 3, body: 5 },
  head: { head: 0, title: 0, lead: 3, body: 4 },
  title: { under: 0.5, lead: 0, body: 2, tail: 3 },
  under: { under: 0.5, lead: 0, body: 2 },
  lead: { body: 0, tail: 1 },
  body: { body: 0, tail: 0 },
  // A closing paragraph or a box may stand behind the byline.
  tail: { tail: 0, body: 4 },
};

/** What a type gains or loses by the one before it. */
export function neighbours(before: BlockType, type: BlockType): number {
  if (type === 'caption' && before === 'imagefile') return 1.5;
  if (type === 'caption' && before === 'caption') return 0.5;
  if (type === 'subhead' && before === 'subhead') return -1.5;
  if (type === 'byline' && before === 'byline') return -2;
  return 0;
}
