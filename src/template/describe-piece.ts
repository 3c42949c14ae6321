/**
 * What a style sheet cannot see of a section and a template wants to know: how long it is, whether it
 * has photographs and of what size, whether its text ends in the office mark. In: a section; out:
 * facts, and the classes that the section's wrapper carries for CSS.
 */
import type { ImageAsset, Section } from '../document/publication.js';
import { hasClass, textOf, walk, type ElementNode } from '../document/tree.js';
import { fillsMeasure, type PictureSize } from './picture-size.js';

/** Facts about one section and its place in the publication. */
export interface Piece {
  readonly section: Section;
  /** From 1. */
  readonly number: number;
  readonly first: boolean;
  readonly last: boolean;
  /** Words separated by blanks (Vietnamese: syllables). */
  readonly words: number;
  readonly photos: number;
  /** The first photo, if there is one and its pixels are known. */
  readonly firstPhoto: PictureSize | undefined;
  /** The first photo belongs to the whole article: it stands before any subhead. */
  readonly hasFrontPhoto: boolean;
  readonly hasLead: boolean;
  /** The tree itself holds a section line or kicker: furniture need not show one. */
  readonly hasKicker: boolean;
  /** The text ends in `./.`, the mark of official letters: no end mark of ours. */
  readonly endsInOfficeMark: boolean;
}

/** Under this an article is a brief, over that a long read (art direction, bulletin). */
const shortWords = 250;
const longWords = 1200;

/** Looks a section over. `place` is its number from 1 and how many there are. */
export function describePiece(
  section: Section,
  place: { readonly number: number; readonly count: number },
  assets: ReadonlyMap<string, ImageAsset>,
): Piece {
  let firstPhoto: PictureSize | undefined;
  let photos = 0;
  let hasFrontPhoto = false;
  let hasSubhead = false;
  let hasLead = false;
  let hasKicker = false;
  let lastParagraph: ElementNode | undefined;
  const words = new WordCount();
  walk(section.body, (node) => {
    if (node.type === 'text') words.add(node.value);
    if (node.type !== 'element') return;
    if (isSubhead(node.tagName)) hasSubhead = true;
    if (node.tagName === 'img') {
      hasFrontPhoto ||= photos === 0 && !hasSubhead;
      photos += 1;
      firstPhoto ??= assets.get(String(node.properties['src'] ?? ''));
    }
    if (node.tagName !== 'p') return;
    if (hasClass(node, 'lead')) hasLead = true;
    if (hasClass(node, 'section') || hasClass(node, 'kicker')) hasKicker = true;
    if (!hasClass(node, 'byline') && !hasClass(node, 'source')) lastParagraph = node;
  });
  return {
    section,
    number: place.number,
    first: place.number === 1,
    last: place.number === place.count,
    words: words.total,
    photos,
    firstPhoto,
    hasFrontPhoto,
    hasLead,
    hasKicker,
    endsInOfficeMark: lastParagraph !== undefined && textOf(lastParagraph).trimEnd().endsWith('./.'),
  };
}

function isSubhead(tagName: string): boolean {
  return tagName.length === 2 && tagName > 'h1' && tagName <= 'h6';
}

/** 1 for the blanks of JavaScript's `\s`, by UTF-16 unit. */
const blanks = new Uint8Array(0x10000);
for (const code of [0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]) blanks[code] = 1;
blanks.fill(1, 0x09, 0x0e).fill(1, 0x2000, 0x200b);

/** Counts the words of texts that follow one another; a word may go on in the next. */
class WordCount {
  total = 0;
  #before = 1;

  add(text: string): void {
    let { total } = this;
    let before = this.#before;
    // All characters of a publication pass here: without branches, which none could foresee.
    for (let at = 0; at < text.length; at++) {
      const blank = blanks[text.charCodeAt(at)] ?? 0;
      total += before & ~blank;
      before = blank;
    }
    this.total = total;
    this.#before = before;
  }
}

/** The classes of a section's wrapper; templates/README.md lists them. */
export function pieceClasses(piece: Piece): readonly string[] {
  const small = piece.firstPhoto !== undefined && !fillsMeasure(piece.firstPhoto);
  return [
    'piece',
    ...(piece.first ? ['first'] : []),
    ...(piece.last ? ['last'] : []),
    ...(piece.photos > 0 ? ['with-photo'] : []),
    piece.hasFrontPhoto && !small ? 'front-photo' : 'no-front-photo',
    ...(small ? ['small-photo'] : []),
    ...(piece.hasLead ? ['with-lead'] : []),
    ...(piece.hasKicker ? ['with-kicker'] : []),
    ...(piece.endsInOfficeMark ? ['office-end'] : []),
    ...(piece.words < shortWords ? ['short'] : piece.words > longWords ? ['long'] : []),
  ];
}
