/** What each block of a Word file is, how sure that is, and why: what `inspect` shows. */
import type { Guess } from '../../document/publication.js';
import type { Reason } from '../../document/reasons.js';
import { creditOf } from '../credit.js';
import { guessOf } from '../newspaper.js';
import type { Recognised } from '../recognise.js';
import { numberOf } from './number-paragraphs.js';
import type { ParagraphPiece, Piece, PieceRole } from './pieces.js';
import { inlinesOf, isWholly, paragraphsOf, wordsIn, type WordParagraph } from './word-document.js';
import type { WordStyles } from './word-styles.js';

/** A look says less than a style: what was found by it is worth a look. */
const byLook = 0.8;

/** Roles that are called otherwise among the types of blocks. */
const types: Readonly<Partial<Record<PieceRole, Guess['type']>>> = {
  contents: 'junk',
  cell: 'p',
  'picture-more': 'picture',
  figcaption: 'caption',
  'figcaption-first': 'caption',
};

/** The blocks of a text; `recognised` are those of a file whose paragraphs were told by their words. */
export function describePieces(
  pieces: readonly Piece[],
  recognised: readonly Recognised[] | undefined,
  styles: WordStyles,
): readonly Guess[] {
  const byWords = new Map<number, Recognised[]>();
  const joined = new Set<number>();
  for (const block of recognised ?? []) {
    const { given, line, parts } = block.measure.block;
    if (given) continue;
    byWords.set(line, [...(byWords.get(line) ?? []), block]);
    for (const { piece } of parts) joined.add(piece.line);
  }
  return pieces.flatMap((piece): readonly Guess[] => {
    if (piece.role === 'table') return [describeTable(piece.block)];
    const number = numberOf(piece.block);
    const isWords = joined.has(number) && !piece.role.startsWith('picture');
    return isWords ? (byWords.get(number) ?? []).map(guessOf) : [describe(piece, styles)];
  });
}

function describeTable(block: Extract<Piece, { readonly role: 'table' }>['block']): Guess {
  const cells = [...paragraphsOf([block])];
  const text = cells.map(wordsIn).filter(Boolean).join(' | ');
  const [first] = cells;
  return { type: 'table', text, line: first ? numberOf(first) : 1, confidence: 1, reasons: ['as-made'] };
}

function describe({ role, block }: ParagraphPiece, styles: WordStyles): Guess {
  const line = numberOf(block);
  if (role === 'picture' || role === 'picture-more')
    return { type: 'picture', text: altOf(block), line, confidence: 1, reasons: ['as-made'] };
  const type = role.startsWith('heading-') ? 'subhead' : (types[role] ?? (role as Guess['type']));
  const is = { type, text: wordsIn(block), line };
  if (styles.roleOf(block.styleId, block.styleName) !== undefined)
    return { ...is, confidence: 1, reasons: ['by-style'], style: block.styleName ?? undefined };
  if (role !== 'p') return { ...is, confidence: byLook, reasons: looksOf(role, block) };
  if (block.numbering) return { ...is, type: 'list', confidence: 1, reasons: ['as-made'] };
  return { ...is, confidence: 1, reasons: ['no-style'] };
}

/** The signs by which a paragraph was told. */
function looksOf(role: PieceRole, block: WordParagraph): readonly Reason[] {
  const signs: readonly (readonly [Reason, boolean])[] = [
    ['with-picture', role.startsWith('figcaption')],
    ['credit', role.startsWith('figcaption') && creditOf(wordsIn(block)) !== undefined],
    ['bold', isWholly(block, (run) => run.isBold)],
    ['italic', isWholly(block, (run) => run.isItalic)],
    ['centred', block.alignment === 'center'],
    ['right', block.alignment === 'right' || block.alignment === 'end'],
  ];
  const found = signs.filter(([, holds]) => holds).map(([reason]) => reason);
  return found.length > 0 ? found : ['by-look'];
}

/** What the author says that a picture shows. */
function altOf(block: WordParagraph): string {
  const alts = [...inlinesOf(block.children)].map((node) =>
    node.type === 'image' ? node.altText : undefined,
  );
  return alts.filter(Boolean).join(' ');
}
