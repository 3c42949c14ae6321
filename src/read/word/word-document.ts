/**
 * The document as mammoth gives it (`mammoth/lib/documents.js`; its own types say `any`): paragraphs, runs
 * and tables, changes accepted, styles by name. Types, and the questions that the steps of this folder ask.
 */

/** A block of a document, a cell or a note. A picture stands among blocks where it hung on a paragraph. */
export type WordBlock = WordParagraph | WordTable | WordImage;

/** What stands in a paragraph. */
export type WordInline =
  | WordRun
  | WordText
  | WordLink
  | WordImage
  | WordBreak
  | WordBookmark
  | WordNoteReference
  | WordCommentReference
  | WordOther;

export interface WordParagraph {
  readonly type: 'paragraph';
  readonly children: readonly WordInline[];
  readonly styleId: string | null;
  readonly styleName: string | null;
  /** Level from 0. */
  readonly numbering: { readonly isOrdered: boolean; readonly level: string | number } | null;
  /** `w:jc`: `left`, `center`, `right`, `both`, … */
  readonly alignment: string | null;
}

export interface WordRun {
  readonly type: 'run';
  readonly children: readonly WordInline[];
  readonly styleId: string | null;
  readonly styleName: string | null;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderline: boolean;
  readonly verticalAlignment: 'baseline' | 'superscript' | 'subscript';
  /** Font of the run itself; that of its style is in the styles. */
  readonly font: string | null;
}

export interface WordText {
  readonly type: 'text';
  readonly value: string;
}

export interface WordLink {
  readonly type: 'hyperlink';
  readonly children: readonly WordInline[];
  readonly href?: string;
  readonly anchor?: string;
}

export interface WordImage {
  readonly type: 'image';
  readonly altText?: string;
  readonly contentType?: string;
  /** Number of the paragraph that it stands in, once that is known. */
  readonly line?: number;
}

export interface WordBreak {
  readonly type: 'break';
  readonly breakType: 'line' | 'page' | 'column';
}

export interface WordBookmark {
  readonly type: 'bookmarkStart';
  readonly name: string;
}

export interface WordNoteReference {
  readonly type: 'noteReference';
  readonly noteType: 'footnote' | 'endnote';
  readonly noteId: string;
}

export interface WordCommentReference {
  readonly type: 'commentReference';
  readonly commentId: string;
}

export interface WordOther {
  readonly type: 'tab' | 'checkbox';
}

export interface WordTable {
  readonly type: 'table';
  readonly children: readonly WordRow[];
  readonly styleId: string | null;
  readonly styleName: string | null;
}

export interface WordRow {
  readonly type: 'tableRow';
  readonly children: readonly WordCell[];
  readonly isHeader: boolean;
}

export interface WordCell {
  readonly type: 'tableCell';
  readonly children: readonly WordBlock[];
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface WordNote {
  readonly type: 'note';
  readonly noteType: 'footnote' | 'endnote';
  readonly noteId: string;
  readonly body: readonly WordBlock[];
}

export interface WordComment {
  readonly commentId: string;
  readonly body: readonly WordBlock[];
  readonly authorName: string | null;
}

export interface WordDocument {
  readonly type: 'document';
  readonly children: readonly WordBlock[];
  readonly notes: { resolve(reference: WordNoteReference): WordNote | null };
  readonly comments: readonly WordComment[];
}

/** The parts of a line in order, runs and links opened. */
export function* inlinesOf(nodes: readonly WordInline[]): Generator<WordInline> {
  for (const node of nodes) {
    yield node;
    if (node.type === 'run' || node.type === 'hyperlink') yield* inlinesOf(node.children);
  }
}

/** Whether something in a line is such. */
function holds(nodes: readonly WordInline[], is: (node: WordInline) => boolean): boolean {
  for (const node of inlinesOf(nodes)) if (is(node)) return true;
  return false;
}

/** The paragraphs of blocks in order, those of tables too. */
export function* paragraphsOf(blocks: readonly WordBlock[]): Generator<WordParagraph> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield block;
    if (block.type === 'table')
      for (const row of block.children) for (const cell of row.children) yield* paragraphsOf(cell.children);
  }
}

/** The words of a paragraph; breaks and tabs are blanks. */
export function wordsIn(paragraph: WordParagraph): string {
  let words = '';
  for (const node of inlinesOf(paragraph.children)) {
    if (node.type === 'text') words += node.value;
    else if (node.type === 'break' || node.type === 'tab') words += ' ';
  }
  return words.replace(/[ \t\r\n]+/g, ' ').trim();
}

/** How many words. */
export function countWords(words: string): number {
  return words.split(/\s+/u).filter(Boolean).length;
}

export function hasPicture(paragraph: WordParagraph): boolean {
  return holds(paragraph.children, (node) => node.type === 'image');
}

/** Whether more than words stands in a paragraph: a picture, a note's mark. */
export function holdsMore(paragraph: WordParagraph): boolean {
  return hasPicture(paragraph) || refersToNote(paragraph);
}

/** Nothing but pictures, one at least. */
export function isPictureOnly(paragraph: WordParagraph): boolean {
  return hasPicture(paragraph) && wordsIn(paragraph) === '' && !refersToNote(paragraph);
}

/** Whether nothing of a paragraph can be seen. */
export function isEmpty(paragraph: WordParagraph): boolean {
  return (
    wordsIn(paragraph) === '' &&
    !hasPicture(paragraph) &&
    !refersToNote(paragraph) &&
    !holds(paragraph.children, ({ type }) => type === 'checkbox')
  );
}

function refersToNote(paragraph: WordParagraph): boolean {
  return holds(paragraph.children, ({ type }) => type === 'noteReference');
}

/** Whether all words of a paragraph have it. */
export function isWholly(paragraph: WordParagraph, has: (run: WordRun) => boolean): boolean {
  const runs = [...inlinesOf(paragraph.children)].filter((node) => node.type === 'run');
  // Runs in a run (ruby) count for themselves.
  const worded = runs.filter((run) =>
    run.children.some((node) => node.type === 'text' && node.value.trim() !== ''),
  );
  return worded.length > 0 && worded.every(has);
}

/** The paragraph with every run of it made another. */
export function withRuns(paragraph: WordParagraph, change: (run: WordRun) => WordRun): WordParagraph {
  const of = (nodes: readonly WordInline[]): readonly WordInline[] =>
    nodes.map((node) => {
      if (node.type === 'run') return change({ ...node, children: of(node.children) });
      return node.type === 'hyperlink' ? { ...node, children: of(node.children) } : node;
    });
  return { ...paragraph, children: of(paragraph.children) };
}

/** Blocks with every paragraph, in order, made others. */
export function mapParagraphs(
  blocks: readonly WordBlock[],
  change: (paragraph: WordParagraph) => WordBlock,
): readonly WordBlock[] {
  return blocks.map((block) => {
    if (block.type === 'paragraph') return change(block);
    if (block.type === 'image') return block;
    const rows = block.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: mapParagraphs(cell.children, change) })),
    }));
    return { ...block, children: rows };
  });
}
