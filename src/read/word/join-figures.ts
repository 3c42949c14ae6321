/**
 * Pictures and their captions: a paragraph beside a picture is its caption by its style, by the
 * photographer's credit that it ends in, or by being short and set in italics or in the middle. Tables that
 * only hold pictures over their captions, as newsrooms type them, are taken apart.
 */
import { creditOf } from '../credit.js';
import type { ParagraphPiece, Piece } from './pieces.js';
import {
  countWords,
  isPictureOnly,
  isWholly,
  wordsIn,
  type WordCell,
  type WordParagraph,
  type WordTable,
} from './word-document.js';

/** Words: the longest of 74,000 captions of newspapers but one in a hundred have less. */
const longestCaption = 60;
/** Words: what is told from text by its look alone is short. */
const longestPlain = 40;

/** Pieces with the parts of figures marked; where captions were told already (by their roles), not by looks. */
export function joinFigures(given: readonly Piece[], told = false): readonly Piece[] {
  const pieces = [...given];
  for (let at = 0; at < pieces.length; at++) {
    if (pieces[at]?.role !== 'picture') continue;
    const end = endOfPictures(pieces, at);
    const [before, after] = [pieces[at - 1], pieces[end]];
    const nearTable =
      pieces[end + 1]?.role === 'table' && after?.role === 'caption' && before?.role === 'caption';
    if (after && (told ? after.role === 'caption' : isCaption(after)) && !nearTable) {
      for (let more = at + 1; more < end; more++) become(pieces, more, 'picture-more');
      become(pieces, end, 'figcaption');
    } else if (before?.role === 'caption' && pieces[at - 2]?.role !== 'table') {
      become(pieces, at - 1, 'figcaption-first');
      for (let more = at; more < end; more++) become(pieces, more, 'picture-more');
    }
    at = end - 1;
  }
  return pieces;
}

function become(pieces: Piece[], at: number, role: ParagraphPiece['role']): void {
  const piece = pieces[at];
  if (piece && piece.role !== 'table') pieces[at] = { role, block: piece.block };
}

function endOfPictures(pieces: readonly Piece[], from: number): number {
  let at = from;
  while (pieces[at]?.role === 'picture') at++;
  return at;
}

function isCaption(piece: Piece): boolean {
  if (piece.role === 'caption') return true;
  if (piece.role !== 'p' || piece.block.numbering) return false;
  const words = wordsIn(piece.block);
  const count = countWords(words);
  if (count <= longestCaption && creditOf(words) !== undefined) return true;
  const setApart = piece.block.alignment === 'center' || isWholly(piece.block, (run) => run.isItalic);
  return setApart && count <= longestPlain;
}

/** The pictures and captions of a table that holds nothing else; undefined for every other table. */
export function figuresInTable(table: WordTable): readonly ParagraphPiece[] | undefined {
  const rows = table.children.map((row) => row.children.map(cellOf));
  const all = rows.flat();
  if (!all.some((cell) => cell?.pictures) || all.some((cell) => cell === undefined)) return undefined;
  const pieces: ParagraphPiece[] = [];
  for (let at = 0; at < rows.length; at++) {
    const [row = [], below = []] = [rows[at], rows[at + 1]];
    const over = below.length === row.length && row.every((cell) => cell?.pictures);
    if (over && below.every((cell) => !cell?.pictures)) {
      row.forEach((cell, column) => pieces.push(...piecesIn(cell), ...piecesIn(below[column])));
      at++;
    } else for (const cell of row) pieces.push(...piecesIn(cell));
  }
  return pieces;
}

interface FigureCell {
  /** Whether it begins with a picture. */
  readonly pictures: boolean;
  readonly blocks: readonly WordParagraph[];
}

/** A cell of pictures, of one caption, or of both; undefined for a cell of other things. */
function cellOf(cell: WordCell): FigureCell | undefined {
  const blocks = cell.children.filter((block) => block.type === 'paragraph');
  const texts = blocks.filter((block) => !isPictureOnly(block));
  const words = texts.reduce((sum, text) => sum + countWords(wordsIn(text)), 0);
  if (blocks.length < cell.children.length || texts.length > 1 || words > longestCaption) return undefined;
  const [first] = blocks;
  return { pictures: first !== undefined && isPictureOnly(first), blocks };
}

function piecesIn(cell: FigureCell | undefined): readonly ParagraphPiece[] {
  return (cell?.blocks ?? []).map((block) => ({ role: isPictureOnly(block) ? 'picture' : 'caption', block }));
}
