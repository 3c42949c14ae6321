/**
 * The paragraphs of a file without styles for title and headings → what the recogniser of pasted texts takes
 * them for. Looks (bold, centred) are evidence; what a style says, pictures with their captions, lists and
 * tables are given: the recogniser sees them as neighbours and leaves them as they are.
 */
import { diagnostic, type Diagnostic } from '../../diagnostic.js';
import type { BlockType } from '../../document/publication.js';
import { settleTwins } from '../doubts.js';
import { cutGluedSection } from '../glued-section.js';
import { measureBlocks } from '../measure.js';
import { isLeftOut } from '../left-out.js';
import { yearConflict } from '../newspaper-facts.js';
import { recognise, type Recognised } from '../recognise.js';
import { blocksOf, type Look, type Row } from '../split-blocks.js';
import { numberOf } from './number-paragraphs.js';
import type { ParagraphPiece, Piece, PieceRole } from './pieces.js';
import { holdsMore, isWholly, paragraphsOf, wordsIn } from './word-document.js';

/** What was recognised in a document. */
export interface RecognisedPieces {
  /** The pieces, those below pictures that are their captions told. */
  readonly pieces: readonly Piece[];
  readonly blocks: readonly Recognised[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the roles of pieces are to the recogniser; all others are outside of what it knows. */
const given: Readonly<Partial<Record<PieceRole, BlockType>>> = {
  subtitle: 'kicker',
  kicker: 'kicker',
  section: 'section',
  lead: 'lead',
  caption: 'caption',
  figcaption: 'caption',
  'figcaption-first': 'caption',
  byline: 'byline',
  source: 'source',
  box: 'box',
  verse: 'verse',
  question: 'question',
  answer: 'answer',
  signature: 'signature',
  picture: 'imagefile',
  'picture-more': 'imagefile',
};

/** Recognises the paragraphs of a text that no style tells the title and the headings of. */
export function recognisePieces(pieces: readonly Piece[], file: string): RecognisedPieces {
  const plain = plainPieces(pieces);
  const { blocks: cut, cut: section } = cutGluedSection(blocksOf(rowsOf(pieces, plain)));
  const { blocks, diagnostics } = settleTwins(recognise(measureBlocks(cut)), file);
  const whole = new Set(
    [...plain].filter(({ block }) => holdsMore(block)).map(({ block }) => numberOf(block)),
  );
  const kept = blocks.map((block) => {
    // Of what holds more than words nothing is left out.
    const stays = isLeftOut(block) && block.measure.block.parts.some(({ piece }) => whole.has(piece.line));
    return stays && !block.measure.block.given ? { ...block, type: 'p' as const, shares: [] } : block;
  });
  const captions = new Set(
    kept
      .filter(({ type, measure }) => type === 'caption' && measure.block.lines === 1)
      .map(({ measure }) => measure.block.line),
  );
  const told = pieces.map((piece, at): Piece => {
    const isCaption = plain.has(piece as ParagraphPiece) && captions.has(lastNumber(piece));
    const beside = pieces[at - 1]?.role === 'picture' || pieces[at + 1]?.role === 'picture';
    return isCaption && beside && piece.role !== 'table' ? { ...piece, role: 'caption' } : piece;
  });
  const glued = section
    ? [diagnostic('READ-SECTION-GLUED', { text: section.text }, { span: { file, line: section.line } })]
    : [];
  return { pieces: told, blocks: kept, diagnostics: [...yearConflict(kept, file), ...diagnostics, ...glued] };
}

/** Paragraphs that nothing is said of; of a paragraph in several pieces (pictures in it) none is. */
function plainPieces(pieces: readonly Piece[]): ReadonlySet<ParagraphPiece> {
  const found = new Map<number, ParagraphPiece[]>();
  for (const piece of pieces) {
    if (piece.role !== 'p' || piece.block.numbering) continue;
    const number = numberOf(piece.block);
    found.set(number, [...(found.get(number) ?? []), piece]);
  }
  return new Set([...found.values()].filter((own) => own.length === 1).flat());
}

/** A line for every piece; empty paragraphs between two are blank lines. */
function rowsOf(pieces: readonly Piece[], plain: ReadonlySet<ParagraphPiece>): readonly Row[] {
  const looks = looksOf([...plain]);
  let last = 0;
  return pieces.map((piece): Row => {
    const number = piece.role === 'table' ? (firstNumber(piece) ?? last) : numberOf(piece.block);
    const blanks = Math.max(0, number - last - 1);
    last = Math.max(last, lastNumber(piece));
    const at = { line: number, column: 1, blanks };
    if (piece.role === 'table') return { ...at, text: '', given: 'junk' };
    if (plain.has(piece)) return { ...at, text: wordsIn(piece.block), look: looks.get(piece) };
    const type = given[piece.role] ?? 'junk';
    return { ...at, text: type === 'junk' || type === 'imagefile' ? '' : wordsIn(piece.block), given: type };
  });
}

function firstNumber(piece: Piece): number | undefined {
  for (const paragraph of paragraphsOf([piece.block])) return numberOf(paragraph);
  return undefined;
}

function lastNumber(piece: Piece): number {
  if (piece.role !== 'table') return numberOf(piece.block);
  return Math.max(0, ...[...paragraphsOf([piece.block])].map(numberOf));
}

/** The looks of paragraphs, as far as they set apart: what most of them have says nothing. */
function looksOf(pieces: readonly ParagraphPiece[]): ReadonlyMap<ParagraphPiece, Look> {
  const having = (has: (piece: ParagraphPiece) => boolean): ReadonlySet<ParagraphPiece> => {
    const found = pieces.filter(has);
    return new Set(found.length > 1 && found.length > pieces.length / 2 ? [] : found);
  };
  const bold = having(({ block }) => isWholly(block, (run) => run.isBold));
  const italic = having(({ block }) => isWholly(block, (run) => run.isItalic));
  const centred = having(({ block }) => block.alignment === 'center');
  const right = having(({ block }) => block.alignment === 'right' || block.alignment === 'end');
  return new Map(
    pieces.map((piece) => [
      piece,
      {
        bold: bold.has(piece),
        italic: italic.has(piece),
        centred: centred.has(piece),
        right: right.has(piece),
      },
    ]),
  );
}
