/**
 * The document as mammoth read it → the document as mammoth shall write it: every paragraph with the style
 * that its role has in the map below, pictures by themselves, tables with their heads, and nothing that only
 * Word needs. What is left out is told.
 */
import { diagnostic, type Diagnostic } from '../../diagnostic.js';
import { findTitle } from './find-title.js';
import { figuresInTable, joinFigures } from './join-figures.js';
import { mapBodies, numberOf, paragraphNumber } from './number-paragraphs.js';
import { levelOf, piecesOf, type Piece, type PieceRole } from './pieces.js';
import { recognisePieces, type RecognisedPieces } from './recognise-pieces.js';
import { isRubyStyle } from './ruby-runs.js';
import { shapeTable } from './shape-table.js';
import { splitPictures } from './split-pictures.js';
import {
  inlinesOf,
  isWholly,
  paragraphsOf,
  withRuns,
  wordsIn,
  type WordBlock,
  type WordDocument,
  type WordInline,
  type WordNoteReference,
  type WordParagraph,
  type WordRun,
} from './word-document.js';
import type { WordStyles } from './word-styles.js';

/** Paths of mammoth's style map, by role; `fresh` begins an element, without it a paragraph joins the one before. */
const paths: Readonly<Record<Exclude<PieceRole, 'p' | 'contents'>, string>> = {
  title: 'h1:fresh',
  'heading-1': 'h1:fresh',
  'heading-2': 'h2:fresh',
  'heading-3': 'h3:fresh',
  'heading-4': 'h4:fresh',
  'heading-5': 'h5:fresh',
  'heading-6': 'h6:fresh',
  subtitle: 'p.subtitle:fresh',
  kicker: 'p.kicker:fresh',
  section: 'p.section:fresh',
  lead: 'p.lead:fresh',
  caption: 'p.caption:fresh',
  byline: 'p.byline:fresh',
  source: 'p.source:fresh',
  quote: 'blockquote > p:fresh',
  'pull-quote': 'aside.pull-quote > p:fresh',
  box: 'aside.box > p:fresh',
  verse: 'p.verse:fresh',
  question: 'p.question:fresh',
  answer: 'p.answer:fresh',
  signature: 'p.signature:fresh',
  code: "pre:separator('\\n')",
  picture: 'figure:fresh',
  'picture-more': 'figure',
  figcaption: 'figure > figcaption:fresh',
  'figcaption-first': 'figure:fresh > figcaption:fresh',
  cell: '',
};

const prefix = 'anpham ';

/** The style map for a document that was shaped; lists have mammoth's own. */
export const styleMap: readonly string[] = [
  ...Object.entries(paths).map(([role, path]) => `p[style-name='${prefix}${role}'] => ${path}`.trimEnd()),
  'u => u',
];

/** What every step must know of the document. */
interface Shaping {
  readonly styles: WordStyles;
  /** Bookmarks that links lead to. */
  readonly wanted: ReadonlySet<string>;
  hasNote(reference: WordNoteReference): boolean;
}

/** Levels of lists in each other that mammoth knows. */
const deepestList = 4;

/** What there is in a document that was shaped. */
export interface ShapedDocument {
  readonly document: WordDocument;
  /** The pieces of the text, with what each is. */
  readonly pieces: readonly Piece[];
  /** What its paragraphs were taken for by their words, where no style tells title and headings. */
  readonly recognised: RecognisedPieces | undefined;
}

/** Shapes a document whose paragraphs have their numbers and whose texts are in Unicode. */
export function shapeDocument(
  document: WordDocument,
  styles: WordStyles,
  path: string,
  diagnostics: Diagnostic[],
): ShapedDocument {
  tellComments(document, path, diagnostics);
  const shaping = {
    styles,
    wanted: anchorsOf(document),
    hasNote: (reference: WordNoteReference) => document.notes.resolve(reference) !== null,
  };
  let text: readonly Piece[] = [];
  let recognised: RecognisedPieces | undefined;
  const shaped = mapBodies(document, (blocks, where) => {
    const pieces = piecesOf(splitPictures(shapedTables(blocks)), styles).flatMap(
      (piece): readonly Piece[] => (piece.role === 'table' && figuresInTable(piece.block)) || [piece],
    );
    const kept = asText(withoutContents(pieces, path, diagnostics));
    const headed = kept.some((piece) => piece.role === 'title' || levelOf(piece) !== undefined);
    if (where === 'text' && !headed) recognised = recognisePieces(joinFigures(kept, true), path);
    const joined = recognised && where === 'text' ? recognised.pieces : joinFigures(kept);
    if (where === 'note') return joined.map((piece) => styled(piece, shaping));
    const found = headed ? joinFigures(findTitle(joined)) : joinFigures(joined, true);
    if (headed) tellGuesses(joined, found, path, diagnostics);
    tellNumbers(found, path, diagnostics);
    text = found;
    return found.map((piece) => styled(piece, shaping));
  });
  return { document: shaped, pieces: text, recognised };
}

/** Tables whose cells are shaped, innermost first. */
function shapedTables(blocks: readonly WordBlock[]): readonly WordBlock[] {
  return blocks.map((block) => {
    if (block.type !== 'table') return block;
    return shapeTable(block, (cell) => splitPictures(shapedTables(cell)));
  });
}

/** A text file that LibreOffice made a Word file of is “Preformatted Text” throughout: that is no listing. */
function asText(pieces: readonly Piece[]): readonly Piece[] {
  const worded = pieces.filter((piece) => piece.role !== 'table' && wordsIn(piece.block).trim() !== '');
  if (!worded.every(({ role }) => role === 'code')) return pieces;
  return pieces.map((piece) => (piece.role === 'code' ? { ...piece, role: 'p' } : piece));
}

/** A list of contents as Word made it has Word's page numbers; each edition makes its own. */
function withoutContents(
  pieces: readonly Piece[],
  path: string,
  diagnostics: Diagnostic[],
): readonly Piece[] {
  const left = pieces.filter(({ role }) => role === 'contents');
  const [first] = left;
  if (!first || first.role === 'table') return pieces;
  const text = left.map((piece) => (piece.role === 'table' ? '' : wordsIn(piece.block))).join(' · ');
  const span = { file: path, line: numberOf(first.block) };
  diagnostics.push(diagnostic('READ-LEFT-OUT', { type: 'contents', text }, { span }));
  return pieces.filter(({ role }) => role !== 'contents');
}

/** What was told by its look: a title, and what goes with it. */
function tellGuesses(
  before: readonly Piece[],
  after: readonly Piece[],
  path: string,
  diagnostics: Diagnostic[],
): void {
  const guessed = after.filter((piece, at) => before[at]?.role === 'p' && piece.role !== 'p');
  const title = guessed.find(({ role }) => role === 'title');
  if (!title || title.role === 'table') return;
  const subheads = guessed.filter(({ role }) => role.startsWith('heading-')).length;
  const span = { file: path, line: numberOf(title.block) };
  diagnostics.push(diagnostic('READ-WORD-LOOK', { title: wordsIn(title.block), subheads }, { span }));
}

/** Numbers that Word counts for headings are no words of the file: each edition's template has its own or none. */
function tellNumbers(pieces: readonly Piece[], path: string, diagnostics: Diagnostic[]): void {
  const numbered = pieces.flatMap((piece) => {
    if (piece.role === 'table' || !piece.role.startsWith('heading-')) return [];
    return piece.block.numbering?.isOrdered ? [piece.block] : [];
  });
  const [first] = numbered;
  if (!first) return;
  const values = { count: numbered.length, heading: wordsIn(first) };
  diagnostics.push(diagnostic('READ-WORD-NUMBERS', values, { span: { file: path, line: numberOf(first) } }));
}

function styled(piece: Piece, shaping: Shaping): WordBlock {
  if (piece.role === 'table') {
    return shapeTable(piece.block, (cell) => cellBlocks(cell, shaping));
  }
  const { role } = piece;
  const isTitle = role === 'title' || role.startsWith('heading-');
  const block = inner(piece.block, shaping);
  const plain = isTitle && isWholly(block, (run) => run.isBold) ? withRuns(block, withoutBold) : block;
  if (role === 'p' || role === 'contents') return plain;
  return { ...plain, numbering: null, styleName: `${prefix}${role}` };
}

/** The blocks of a cell; a paragraph by itself is the cell's text. */
function cellBlocks(blocks: readonly WordBlock[], shaping: Shaping): readonly WordBlock[] {
  const pieces = joinFigures(piecesOf(blocks, shaping.styles));
  const [only] = pieces;
  const alone = pieces.length === 1 && only && only.role !== 'table' && !only.block.numbering;
  if (alone && !/^(?:picture|quote|code)/.test(only.role))
    return [styled({ role: 'cell', block: only.block }, shaping)];
  return pieces.map((piece) => styled(piece, shaping));
}

/** A paragraph without what only Word needs. */
function inner(block: WordParagraph, shaping: Shaping): WordParagraph {
  const children = cleaned(block.children, shaping);
  const shaped = withRuns({ ...block, children, styleId: null, styleName: null }, (run) =>
    plainRun(run, shaping.styles),
  );
  const level = Math.min(deepestList, Number(block.numbering?.level ?? 0));
  return block.numbering ? { ...shaped, numbering: { ...block.numbering, level } } : shaped;
}

/** Bookmarks that no link leads to and marks of notes that are not there are gone; bookmarks in links stand in front. */
function cleaned(nodes: readonly WordInline[], shaping: Shaping): readonly WordInline[] {
  const stays = (node: WordInline): boolean =>
    node.type === 'bookmarkStart'
      ? shaping.wanted.has(node.name) || paragraphNumber(node.name) !== undefined
      : node.type !== 'noteReference' || shaping.hasNote(node);
  return nodes.filter(stays).flatMap((node): readonly WordInline[] => {
    if (node.type === 'run') return [{ ...node, children: cleaned(node.children, shaping) }];
    if (node.type !== 'hyperlink') return [node];
    const marks = [...inlinesOf(node.children)].filter((one) => one.type === 'bookmarkStart' && stays(one));
    return [...marks, { ...node, children: cleaned(node.children, { ...shaping, wanted: new Set() }) }];
  });
}

/** Bold and italic of the run's style are the run's; the mark of a note has no look of its own. */
function plainRun(run: WordRun, styles: WordStyles): WordRun {
  const look = styles.lookOf(run.styleId);
  const style = run.styleName?.toLowerCase() ?? '';
  const isNote = run.children.some(({ type }) => type === 'noteReference');
  const isLink = style === 'hyperlink' || style === 'internet link';
  return {
    ...run,
    styleId: isRubyStyle(run.styleId) ? run.styleId : null,
    styleName: null,
    isBold: !isNote && (run.isBold || (look.bold ?? style === 'strong')),
    isItalic: !isNote && (run.isItalic || (look.italic ?? style === 'emphasis')),
    isUnderline: run.isUnderline && !isLink && !run.children.some(({ type }) => type === 'hyperlink'),
    verticalAlignment: isNote ? 'baseline' : run.verticalAlignment,
  };
}

function withoutBold(run: WordRun): WordRun {
  return { ...run, isBold: false };
}

/** The bookmarks that links lead to. */
function anchorsOf(document: WordDocument): ReadonlySet<string> {
  const wanted = new Set<string>();
  mapBodies(document, (blocks) => {
    for (const paragraph of paragraphsOf(blocks))
      for (const node of inlinesOf(paragraph.children))
        if (node.type === 'hyperlink' && node.anchor) wanted.add(node.anchor);
    return blocks;
  });
  return wanted;
}

/** Remarks of those who worked on the text are not the text. */
function tellComments(document: WordDocument, path: string, diagnostics: Diagnostic[]): void {
  const places = new Map<string, number>();
  for (const paragraph of paragraphsOf(document.children))
    for (const node of inlinesOf(paragraph.children))
      if (node.type === 'commentReference') places.set(node.commentId, numberOf(paragraph));
  for (const { commentId, authorName, body } of document.comments) {
    const words = [...paragraphsOf(body)].map(wordsIn).join(' ').trim();
    if (words === '') continue;
    const text = authorName ? `${authorName}: ${words}` : words;
    const span = { file: path, line: places.get(commentId) ?? 1 };
    diagnostics.push(diagnostic('READ-LEFT-OUT', { type: 'comment', text }, { span }));
  }
}
