/**
 * A block → what can be measured of it: its shape (length, capitals, end punctuation), its vocabulary
 * (dates, datelines, credits, names, openers) and its place among the others. Measured once; the rules
 * only look. The lists of words are in `vocabulary.ts`.
 */
import { bylineOf, sourceOf, type Byline } from './byline.js';
import { creditOf, wordsAfterCredit } from './credit.js';
import { datelineOf, type Dateline } from './dateline.js';
import { placesOf, type Place } from './places.js';
import { siteDateOf, type SiteDate } from './site-date.js';
import type { Block } from './split-blocks.js';
import { tellReporters } from './tell-reporters.js';
import { tellSlots } from './tell-slots.js';
import * as vocabulary from './vocabulary.js';

/** What a block shows by itself. */
export interface Shape {
  readonly block: Block;
  /** Syllables, the dateline not counted. */
  readonly words: number;
  /** Ends as a sentence does. */
  readonly closed: boolean;
  readonly asks: boolean;
  /** Ends in the middle of a sentence or of a list. */
  readonly runsOn: boolean;
  /** Ends in a colon: something follows. */
  readonly announces: boolean;
  /** All letters are capitals. */
  readonly capitals: boolean;
  readonly small: boolean;
  readonly date: SiteDate | undefined;
  readonly dateline: Dateline | undefined;
  readonly credited: boolean;
  /** Nothing but a credit. */
  readonly creditOnly: boolean;
  /** Words behind a credit in the middle of the line. */
  readonly afterCredit: number;
  readonly byline: Byline | undefined;
  readonly source: boolean;
  readonly junk: boolean;
  readonly relatedHead: boolean;
  readonly related: boolean;
  /** A file name or an image slot: `IMG 4824`, `<title> ảnh 1`. */
  readonly imageFile: boolean;
  /** Words stand right behind the slot of a picture: `<title> ảnh 1<caption>`. */
  readonly behindSlot: boolean;
  readonly section: boolean;
  readonly captionOpener: boolean;
  readonly captionAction: boolean;
  readonly discourseOpener: boolean;
  /** One short sentence that says what is seen: no word of a teller, no quotation. */
  readonly still: boolean;
  readonly numbered: boolean;
  /** Opens as an item of a list does: `1/ 1. 1) a) - + •`. */
  readonly enumerated: boolean;
  /** Opens with a dash or plus. */
  readonly dash: boolean;
  readonly reporter: boolean;
  readonly speaker: boolean;
  readonly thanks: boolean;
  readonly letterDate: boolean;
  readonly salutes: boolean;
  readonly signed: boolean;
  readonly signingOffice: boolean;
  readonly boxed: boolean;
  readonly footnote: boolean;
  /** Ends in the stroke that a table leaves behind. */
  readonly cellEnd: boolean;
}

/** A block with what its place adds. */
export interface Measure extends Shape, Place {
  readonly before: Shape | undefined;
  readonly next: Measure | undefined;
}

/** UTF-16 units. */
const longestLine = 250;

/** Measures all blocks of a text. */
export function measureBlocks(blocks: readonly Block[]): readonly Measure[] {
  const shapes = tellSlots(tellReporters(blocks.map(shapeOf)));
  const places = placesOf(shapes);
  const backwards: Measure[] = [];
  // From the end, so that a block can see what follows it.
  for (let i = shapes.length - 1; i >= 0; i--) {
    const [shape, place] = [shapes[i], places[i]];
    if (shape && place) backwards.push(placed(shape, place, shapes[i - 1], backwards.at(-1)));
  }
  return backwards.reverse();
}

/** A shape and its place as one. Field by field: an object is copied fast at the head of another only. */
function placed(shape: Shape, place: Place, before: Shape | undefined, next: Measure | undefined): Measure {
  return {
    ...shape,
    opens: place.opens,
    opensText: place.opensText,
    run: place.run,
    captionSigns: place.captionSigns,
    last: place.last,
    textBehind: place.textBehind,
    interview: place.interview,
    listed: place.listed,
    repeatsTitle: place.repeatsTitle,
    twin: place.twin,
    continued: place.continued,
    resumes: place.resumes,
    brokenOff: place.brokenOff,
    entry: place.entry,
    menu: place.menu,
    before,
    next,
  };
}

function shapeOf(block: Block): Shape {
  const dateline = datelineOf(block.text);
  const bare = dateline ? block.text.slice(dateline.text.length).trim() : block.text;
  const form = formOf(bare);
  return {
    ...wordingOf(block, bare),
    block,
    dateline,
    behindSlot: false,
    words: form.words,
    closed: form.closed,
    asks: form.asks,
    runsOn: form.runsOn,
    announces: form.announces,
    capitals: form.capitals,
    small: form.small,
  };
}

type Form = Pick<Shape, 'words' | 'closed' | 'asks' | 'runsOn' | 'announces' | 'capitals' | 'small'>;

/** Length, ends and capitals. */
function formOf(bare: string): Form {
  const letters = bare.replace(/[^\p{L}]+/gu, '');
  return {
    words: bare.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    closed: /[.!?…]["”’)]?$/u.test(bare),
    asks: /\?["”’)]?$/u.test(bare),
    runsOn: /[,;]$/u.test(bare),
    announces: bare.endsWith(':'),
    capitals: letters.length > 1 && letters === letters.toLocaleUpperCase('vi'),
    small: /^\p{Ll}/u.test(bare),
  };
}

/** What its words are known for. Dates, names, sources and slots are short lines; on long ones they are not looked for. */
function wordingOf(
  block: Block,
  bare: string,
): Omit<Shape, keyof Form | 'block' | 'dateline' | 'behindSlot'> {
  const { text } = block;
  const short = text.length <= longestLine;
  const credit = creditOf(text);
  const says = (pattern: RegExp): boolean => short && pattern.test(bare);
  return {
    date: short ? siteDateOf(text) : undefined,
    credited: credit !== undefined,
    creditOnly: credit?.start === 0,
    afterCredit: wordsAfterCredit(text),
    byline: short ? bylineOf(text) : undefined,
    source: short && sourceOf(text) !== undefined,
    junk: block.given === 'junk' || says(vocabulary.junk),
    relatedHead: says(vocabulary.relatedHead),
    related: says(vocabulary.related),
    imageFile: block.given === 'imagefile' || says(vocabulary.imageFile),
    section: short && vocabulary.section.test(bare.replace(/\s*[|»>].*$|\s+\.$/u, '')),
    captionOpener: vocabulary.captionOpener.test(bare),
    captionAction: vocabulary.captionAction.test(bare),
    discourseOpener: vocabulary.discourseOpener.test(bare),
    still: isStill(bare),
    numbered: vocabulary.numbered.test(bare),
    enumerated: vocabulary.enumerator.test(bare),
    dash: vocabulary.dash.test(bare),
    reporter: vocabulary.reporter.test(bare),
    speaker: vocabulary.speaker.test(bare),
    thanks: says(vocabulary.thanks),
    letterDate: says(vocabulary.letterDate),
    salutes: says(vocabulary.salutation),
    signed: says(vocabulary.signed),
    signingOffice: says(vocabulary.signingOffice),
    boxed: vocabulary.box.test(bare),
    footnote: vocabulary.footnote.test(bare),
    cellEnd: vocabulary.cellEnd.test(bare),
  };
}

/** UTF-16 units; the longest sentence that is looked at for a teller's words. */
const longestStill = 110;

/** One sentence without a quotation or a word of who tells. */
function isStill(bare: string): boolean {
  if (bare.length > longestStill || !/^\p{Lu}/u.test(bare) || !bare.endsWith('.')) return false;
  return !/[“”"]|[.!?…]\s+\p{Lu}\p{Ll}/u.test(bare) && !vocabulary.telling.test(bare);
}
