/**
 * What speaks for and against each type of block: one table of rules over measures. A weight is a
 * difference of log-odds; `recognise` adds them up. A new pattern is a new line here. Medians and quantiles
 * are of 45,286 articles (captions 4 to 32 words, leads from 26, subheads 2 to 16, titles 2 to 30, bylines
 * 1 to 6).
 */
import type { BlockType } from '../document/publication.js';
import type { Measure } from './measure.js';
import type { Reason } from '../document/reasons.js';

/** One piece of evidence. `reason` is given only by evidence that speaks for the type. */
export interface Rule {
  readonly type: BlockType;
  readonly weight: number;
  readonly reason?: Reason;
  holds(block: Measure): boolean;
}

const for_ = (type: BlockType, weight: number, reason: Reason, holds: Rule['holds']): Rule => ({
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
  for_('date', 9, 'only-a-date', (b) => b.date !== undefined && !b.entry),

  rare('junk', 3),
  for_('junk', 9, 'page-furniture', (b) => b.junk),
  for_('junk', 9, 'title-again', (b) => b.repeatsTitle),
  for_('junk', 9, 'menu', (b) => b.menu),

  rare('imagefile', 3),
  for_('imagefile', 8, 'picture-file', (b) => b.imageFile && !b.closed),

  rare('section', 2),
  for_('section', 6, 'section-name', (b) => b.section),
  against('section', 4, (b) => !b.section),
  against('section', 2, (b) => b.words > 8 && !b.block.text.includes('|')),

  rare('kicker', 1.5),
  for_('kicker', 0.7, 'short', (b) => b.words <= 12),
  for_('kicker', 1.5, 'headline-follows', (b) => looksLikeTitle(b.next)),
  against('kicker', 4, (b) => b.closed || b.words > 15 || b.section || b.credited),

  for_('title', 1.5, 'title-length', (b) => b.words >= 2 && b.words <= 30),
  for_('title', 1, 'no-full-stop', (b) => !b.closed || b.asks),
  for_('title', 1.5, 'text-follows', (b) => isText(b.next) || b.next?.dateline !== undefined),
  for_('title', 6, 'above-dateline', standsAboveDateline),
  for_('title', 2.5, 'bold', (b) => isBold(b) && b.words <= 30),
  for_('title', 2.5, 'centred', (b) => isCentred(b) && b.words <= 30),
  against('title', 4, (b) => b.dateline !== undefined || b.credited || b.announces),
  against('title', 3, (b) => b.words > 30 || (b.closed && b.words >= 20)),
  against('title', 2, (b) => b.words >= 26),
  against('title', 3, (b) => b.section || b.small),
  against('title', 4, (b) => (b.enumerated && !b.numbered) || b.menu),
  against('title', 4, (b) => b.letterDate || b.salutes || b.reporter),

  for_('lead', 3, 'dateline', (b) => b.dateline !== undefined),
  for_('lead', 1, 'lead-length', (b) => b.words >= 18),
  for_('lead', 1.5, 'opens-text', (b) => b.opensText),
  for_('lead', 1, 'whole-sentence', (b) => b.closed),
  for_('lead', 2, 'bold', (b) => isBold(b) && b.words >= 18),
  against('lead', 2, (b) => b.words < 10 || (!b.closed && !b.dateline)),
  against('lead', 2, (b) => b.credited || b.imageFile),
  against('lead', 3, (b) => b.reporter || b.salutes || b.letterDate),

  for_('p', 1, 'whole-sentence', (b) => b.closed || b.announces),
  for_('p', 1.5, 'long', (b) => b.words >= 20),
  for_('p', 1, 'discourse', (b) => b.discourseOpener && b.words > 4),
  for_('p', 0.5, 'lower-case', (b) => b.small),
  for_('p', 3, 'resumes', (b) => b.resumes),
  for_('p', 1, 'goes-on', (b) => b.runsOn),
  for_('p', 3, 'broken-off', (b) => b.brokenOff),
  for_('p', 3, 'footnote', (b) => b.footnote),
  for_('p', 2, 'short-lines', (b) => b.run === 'lines'),
  against('p', 1, (b) => !b.closed && !b.announces && b.words < 17),
  against('p', 0.5, isolated),

  rare('mixed', 3),
  for_('mixed', 7, 'text-behind-credit', (b) => b.afterCredit >= 8),
  for_('mixed', 12, 'words-behind-slot', (b) => b.behindSlot),

  rare('caption', 1.5),
  for_('caption', 4, 'credit', (b) => b.credited),
  for_('caption', 1.5, 'set-off', isolated),
  for_('caption', 0.5, 'set-off-below', (b) => b.block.isolatedAfter),
  for_('caption', 1, 'caption-opener', (b) => b.captionOpener),
  for_('caption', 0.7, 'caption-action', (b) => b.captionAction && b.words <= 32),
  for_('caption', 2.8, 'seen', isSeen),
  for_('caption', 0.7, 'caption-length', (b) => b.words >= 4 && b.words <= 32),
  for_('caption', 1, 'no-full-stop', (b) => !b.closed),
  for_('caption', 3.5, 'cell', (b) => b.cellEnd && !b.opens),
  for_('caption', 4, 'twin', (b) => b.twin),
  for_('caption', 2.5, 'below-picture', isBelowPicture),
  for_('caption', 2, 'italic', (b) => isBelowPicture(b) && b.block.look?.italic === true),
  for_('caption', 2, 'centred', (b) => isBelowPicture(b) && isCentred(b)),
  against('caption', 2, (b) => b.discourseOpener && !b.credited),
  against('caption', 2, (b) => b.words > 46 || b.announces || b.asks),
  against('caption', 1.5, (b) => b.closed && b.words > 26 && !b.credited),
  against('caption', 1.5, (b) => b.byline !== undefined && !b.credited),
  against('caption', 3, (b) => !b.closed && !b.byline && b.captionSigns < 2),
  against('caption', 5, (b) => (isItem(b) || b.runsOn || b.run !== undefined) && !b.credited),
  against('caption', 3, (b) => b.afterCredit >= 8 || b.dateline !== undefined || b.resumes || b.brokenOff),
  against('caption', 4, (b) => b.listed || b.related || b.salutes || b.signed || b.source),

  rare('subhead', 2),
  for_('subhead', 2, 'subhead-length', (b) => !b.closed && b.words >= 2 && b.words <= 16),
  for_('subhead', 1, 'text-follows', (b) => isText(b.next)),
  for_('subhead', 1.5, 'numbered', (b) => b.numbered && !b.closed && !isItem(b)),
  for_('subhead', 9, 'entry', (b) => b.entry),
  for_('subhead', 0.7, 'capitals', (b) => b.capitals),
  for_('subhead', 0.5, 'continued', (b) => b.continued),
  for_('subhead', 3.5, 'bold', (b) => isBold(b) && b.words <= 16 && !b.before?.block.look?.bold),
  against('subhead', 2, (b) => b.closed || b.words > 16 || b.credited || b.announces),
  against('subhead', 1.5, isolated),
  against('subhead', 1.5, (b) => b.captionOpener && b.captionSigns >= 2),
  against('subhead', 2, (b) => b.small || b.last || b.twin),
  against('subhead', 1.5, isSigned),
  against('subhead', 3, (b) => b.runsOn || b.run !== undefined || isItem(b)),
  against('subhead', 3, (b) => b.letterDate || b.salutes || b.signed || b.source),

  rare('byline', 2),
  for_('byline', 2, 'names', (b) => b.byline !== undefined),
  for_('byline', 2, 'last-line', (b) => b.last && b.byline !== undefined),
  for_('byline', 1.5, 'near-the-end', (b) => !b.last && b.textBehind <= 2 && isSigned(b)),
  for_('byline', 2.5, 'near-the-end', (b) => b.next?.footnote === true && isSigned(b)),
  for_('byline', 0.5, 'capitals', (b) => b.capitals && b.byline !== undefined),
  for_('byline', 3, 'roles', (b) => b.byline?.role === true),
  for_('byline', 2.5, 'right', (b) => b.block.look?.right === true && b.byline !== undefined),
  for_('byline', 1.5, 'bold', (b) => isBold(b) && b.last && b.byline !== undefined),
  for_('byline', 11, 'photographer-below', (b) => b.creditOnly && b.before?.byline?.role === true),
  against('byline', 4, (b) => b.byline === undefined),

  rare('source', 2.5),
  for_('source', 4, 'says-source', (b) => b.source),
  for_('source', 1.5, 'at-the-end', (b) => b.last && b.source),
  against('source', 4, (b) => !b.source),

  rare('list', 2),
  for_('list', 4, 'list-mark', isItem),
  for_(
    'list',
    1,
    'neighbour-item',
    (b) => b.enumerated && (b.before?.enumerated === true || b.next?.enumerated === true),
  ),
  for_('list', 5.5, 'run-of-lines', (b) => b.run === 'list'),
  against('list', 6, (b) => !b.enumerated && b.run !== 'list'),

  rare('listhead', 2),
  for_('listhead', 4.5, 'announces-list', announcesList),
  against('listhead', 6, (b) => !announcesList(b)),

  rare('verse', 2),
  for_('verse', 8, 'verse', (b) => b.run === 'verse'),
  against('verse', 8, (b) => b.run !== 'verse'),

  rare('question', 1),
  for_('question', 6, 'reporter', (b) => b.reporter),
  for_('question', 4, 'asked-with-dash', (b) => b.dash && b.asks),
  for_('question', 3, 'asked', (b) => b.asks && b.words >= 6),
  for_('question', 4, 'thanks', (b) => b.dash && b.thanks),
  against('question', 8, (b) => !b.interview || (!b.asks && !b.reporter && !b.thanks)),

  rare('answer', 0.5),
  for_('answer', 3, 'speaker', (b) => b.speaker && !b.reporter),
  for_('answer', 2, 'answers-with-dash', (b) => b.dash && !b.asks),
  for_('answer', 1, 'whole-sentence', (b) => b.closed || b.announces),
  for_('answer', 1.5, 'long', (b) => b.words >= 20),
  against('answer', 8, (b) => !b.interview || b.reporter),
  against('answer', 2, (b) => !b.closed && b.words < 17),

  rare('letterdate', 2),
  for_('letterdate', 8, 'place-and-day', (b) => b.letterDate),
  against('letterdate', 8, (b) => !b.letterDate),

  rare('letter', 1.5),
  for_('letter', 6, 'salutation', (b) => b.salutes),
  for_('letter', 1, 'whole-sentence', (b) => b.closed || b.announces),
  for_('letter', 1.5, 'long', (b) => b.words >= 20),
  for_('letter', 1, 'discourse', (b) => b.discourseOpener && b.words > 4),
  against('letter', 1, (b) => !b.closed && !b.announces && b.words < 17),

  rare('signature', 1),
  for_('signature', 5, 'signed', (b) => b.signed),
  for_('signature', 2.5, 'signing-office', (b) => b.signingOffice),
  for_('signature', 2, 'names', (b) => b.byline !== undefined),
  for_(
    'signature',
    2,
    'below-signature',
    (b) => b.before?.signed === true || b.before?.signingOffice === true,
  ),
  against('signature', 6, (b) => b.closed && !b.signed),
  against('signature', 4, (b) => b.words > 12 || (!b.signed && !b.signingOffice && b.byline === undefined)),

  rare('box', 3),
  for_('box', 6, 'box-head', (b) => b.boxed),
  for_('box', 4.5, 'under-box-head', (b) => b.before?.boxed === true && !b.before.closed && b.closed),
  for_('box', 1, 'whole-sentence', (b) => b.closed),
  for_('box', 1.5, 'long', (b) => b.words >= 20),
  against('box', 2, (b) => b.credited || b.byline !== undefined || b.source),
  against('box', 1.5, (b) => !b.closed && !b.boxed),

  rare('related', 2.5),
  for_('related', 7, 'points-elsewhere', (b) => b.related),
  for_('related', 7, 'below-related-head', (b) => b.listed),
  for_('related', 2.8, 'not-continued', standsApart),
  against('related', 4, (b) => b.closed && !b.related),
  against('related', 3, (b) => !b.related && !b.listed && !standsApart(b)),
  against('related', 4, (b) => b.credited || b.byline !== undefined || b.letterDate || b.salutes),
];

/** A number alone may head a chapter; another mark, or another item beside it, makes it a list. */
function isItem(b: Measure): boolean {
  if (!b.enumerated || (b.dash && b.asks && b.interview)) return false;
  return !b.numbered || b.closed || b.runsOn || b.next?.enumerated === true || b.before?.enumerated === true;
}

/** A sentence of a caption without a credit: it shows, where those around it tell. */
function isSeen(b: Measure): boolean {
  const shows = b.still && b.words >= 4 && b.words <= 20 && !b.discourseOpener && !b.salutes;
  return shows && !b.interview && !b.opensText && b.run === undefined;
}

function announcesList(b: Measure): boolean {
  const { next } = b;
  return b.announces && next !== undefined && (isItem(next) || next.run === 'list') && !b.reporter;
}

/** A line like a headline, long for a subhead, of which the text below says nothing. */
function standsApart(b: Measure): boolean {
  const line = !b.closed && !b.announces && !b.capitals && !b.enumerated && b.run === undefined;
  return line && b.words >= 7 && b.words <= 25 && isText(b.next) && !b.continued;
}

/** A name that one person signs with, not a place that heads a part. */
function isSigned(b: Measure): boolean {
  return b.byline !== undefined && b.words >= 2 && b.words <= 4 && !b.continued;
}

function isBold(b: Measure): boolean {
  return b.block.look?.bold === true;
}

function isCentred(b: Measure): boolean {
  return b.block.look?.centred === true;
}

/** Right below a picture that stands in the text, and no longer than captions are. */
function isBelowPicture(b: Measure): boolean {
  const { given } = b.before?.block ?? {};
  return given === 'imagefile' && b.words <= 46;
}

/** A headline too long for one, but at the only place that a headline has. */
function standsAboveDateline(b: Measure): boolean {
  return b.words >= 26 && b.opens && !b.closed && b.next?.dateline !== undefined;
}

function looksLikeTitle(b: Measure | undefined): boolean {
  if (!b || b.closed || b.dateline || b.credited || b.section || b.date) return false;
  return b.words >= 4 && b.words <= 30 && (isText(b.next) || b.next?.dateline !== undefined);
}
