/**
 * Gives every paragraph of a document its number, from 1: those of the text with its tables first, those
 * of the notes behind. The number is a bookmark at the paragraph's head, so that it stays with it through
 * every step and stands in the HTML as `<a id="¶12">`; a message says it as the line of a place.
 */
import {
  inlinesOf,
  mapParagraphs,
  paragraphsOf,
  wordsIn,
  type WordBlock,
  type WordDocument,
  type WordNote,
  type WordParagraph,
} from './word-document.js';

/** No bookmark of Word can begin so. */
const sign = '¶';

/** The number in the name of a bookmark; undefined for those of the author. */
export function paragraphNumber(bookmark: string): number | undefined {
  return bookmark.startsWith(sign) ? Number(bookmark.slice(sign.length)) : undefined;
}

/** The number of a paragraph that was given one. */
export function numberOf(paragraph: WordParagraph): number {
  const [first] = paragraph.children;
  return (first?.type === 'bookmarkStart' ? paragraphNumber(first.name) : undefined) ?? 1;
}

/** The bookmark that carries a number. */
export function numberMark(number: number): { readonly type: 'bookmarkStart'; readonly name: string } {
  return { type: 'bookmarkStart', name: `${sign}${number}` };
}

/** The document with its paragraphs numbered, bookmarks that only look like our own left out. */
export function numberParagraphs(document: WordDocument): WordDocument {
  let last = 0;
  return mapDocument(document, (paragraph) => {
    const children = paragraph.children.filter(
      (node) => node.type !== 'bookmarkStart' || paragraphNumber(node.name) === undefined,
    );
    return { ...paragraph, children: [numberMark(++last), ...children] };
  });
}

/** The words of every paragraph by its number: what a message shows of the source. */
export function linesOfDocument(document: WordDocument): readonly string[] {
  const notes = notesOf(document).flatMap((note) => [...paragraphsOf(note.body)]);
  return [...paragraphsOf(document.children), ...notes].map(wordsIn);
}

/** The notes that the text refers to, in the order of the text. */
export function notesOf(document: WordDocument): readonly WordNote[] {
  const notes = new Set<WordNote>();
  for (const paragraph of paragraphsOf(document.children)) {
    for (const node of inlinesOf(paragraph.children)) {
      const note = node.type === 'noteReference' ? document.notes.resolve(node) : null;
      if (note) notes.add(note);
    }
  }
  return [...notes];
}

/** The document with every paragraph of text and notes, in order, made another. */
export function mapDocument(
  document: WordDocument,
  change: (paragraph: WordParagraph) => WordParagraph,
): WordDocument {
  return mapBodies(document, (blocks) => mapParagraphs(blocks, change));
}

/** The document with the blocks of text and notes made others. */
export function mapBodies(
  document: WordDocument,
  change: (blocks: readonly WordBlock[], where: 'text' | 'note') => readonly WordBlock[],
): WordDocument {
  const children = change(document.children, 'text');
  const notes = new Map(
    notesOf(document).map((note) => [keyOf(note), { ...note, body: change(note.body, 'note') }]),
  );
  return { ...document, children, notes: { resolve: (reference) => notes.get(keyOf(reference)) ?? null } };
}

function keyOf({ noteType, noteId }: { readonly noteType: string; readonly noteId: string }): string {
  return `${noteType}-${noteId}`;
}
