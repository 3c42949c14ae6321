/**
 * Title and levels of a text with headings. Where no style says the title, it is the first short paragraph
 * that is bold or in the middle, or one heading above all others. The headings of a text that has a title
 * begin at the second level.
 */
import { bylineOf, sourceOf } from '../byline.js';
import { headingRole, levelOf, type ParagraphPiece, type Piece } from './pieces.js';
import { countWords, isWholly, wordsIn, type WordParagraph } from './word-document.js';

/** Words of 37 newspaper articles: titles have 2 to 30. */
const longestTitle = 30;
/** Paragraphs above a title: a section's name, a kicker, a date. */
const mostAbove = 3;
/** Words of the longest of these. */
const longestAbove = 12;

/** Pieces with title, byline and source found and headings at their levels. */
export function findTitle(given: readonly Piece[]): readonly Piece[] {
  const pieces = [...given];
  const at = titlePlace(pieces);
  if (at >= 0) become(pieces, at, 'title');
  markEnd(pieces);
  return level(pieces);
}

/** Where the title stands; -1 for nowhere, and where a style has said it. */
function titlePlace(pieces: readonly Piece[]): number {
  if (pieces.some(({ role }) => role === 'title')) return -1;
  const headings = pieces.filter((piece) => levelOf(piece) !== undefined);
  for (let at = 0, above = 0; at < pieces.length && above <= mostAbove; at++) {
    const piece = pieces[at];
    if (!piece || piece.role === 'table' || levelOf(piece) !== undefined) break;
    if (piece.role !== 'p') continue;
    if (looksLikeTitle(piece.block)) return at;
    if (countWords(wordsIn(piece.block)) > longestAbove) break;
    above++;
  }
  // One heading above all others is the title of the text.
  const [first] = headings;
  const top = Math.min(...headings.map((piece) => levelOf(piece) ?? 7));
  const alone = headings.filter((piece) => levelOf(piece) === top).length === 1;
  return first && alone && levelOf(first) === top ? pieces.indexOf(first) : -1;
}

function looksLikeTitle(block: WordParagraph): boolean {
  const words = wordsIn(block);
  const count = countWords(words);
  if (count < 2 || count > longestTitle || /[.,;:]$/u.test(words) || block.numbering) return false;
  return block.alignment === 'center' || isWholly(block, (run) => run.isBold);
}

function isBold(piece: Piece): boolean {
  return piece.role === 'p' && isWholly(piece.block, (run) => run.isBold);
}

/** A name, or where the text was taken from, as the last words of a text. */
function markEnd(pieces: Piece[]): void {
  const source = lastPlain(pieces, pieces.length - 1);
  if (source && sourceOf(wordsIn(source.block)) !== undefined)
    become(pieces, pieces.indexOf(source), 'source');
  const from = pieces.findLastIndex(({ role }) => role !== 'source');
  const byline = lastPlain(pieces, from);
  if (!byline || pieces.some(({ role }) => role === 'byline')) return;
  const setApart = byline.block.alignment === 'right' || byline.block.alignment === 'end' || isBold(byline);
  if (setApart && bylineOf(wordsIn(byline.block))) become(pieces, from, 'byline');
}

function lastPlain(pieces: readonly Piece[], at: number): ParagraphPiece | undefined {
  const piece = pieces[at];
  return piece && at > 0 && piece.role === 'p' ? piece : undefined;
}

/** Headings one below the title begin at 2; several first headings without a title are those of a book. */
function level(pieces: readonly Piece[]): readonly Piece[] {
  const levels = pieces.map(levelOf).filter((one) => one !== undefined);
  if (levels.length === 0 || !pieces.some(({ role }) => role === 'title')) return pieces;
  const shift = 2 - Math.min(...levels);
  return pieces.map((piece) => {
    const own = levelOf(piece);
    return own === undefined || piece.role === 'table' ? piece : { ...piece, role: headingRole(own + shift) };
  });
}

function become(pieces: Piece[], at: number, role: ParagraphPiece['role']): void {
  const piece = pieces[at];
  if (piece && piece.role !== 'table') pieces[at] = { role, block: piece.block };
}
