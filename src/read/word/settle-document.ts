/**
 * The document as the types of `word-document.ts` have it. mammoth leaves bookmarks and other parts of lines
 * where Word allows them, between paragraphs, rows and cells (ECMA-376, part 1, 17.13.6): bookmarks go to
 * the head of the paragraph behind them, everything else into a paragraph, a cell or a row of its own.
 */
import type {
  WordBlock,
  WordBookmark,
  WordCell,
  WordDocument,
  WordInline,
  WordNote,
  WordNoteReference,
  WordParagraph,
  WordRow,
} from './word-document.js';

type Found = WordBlock | WordRow | WordCell | WordInline;

/** Settles the document that mammoth read. */
export function settleDocument(document: WordDocument): WordDocument {
  const settled = (note: WordNote | null): WordNote | null => note && { ...note, body: blocks(note.body) };
  const notes = new Map<WordNote, WordNote | null>();
  const resolve = (reference: WordNoteReference): WordNote | null => {
    const note = document.notes.resolve(reference);
    if (note && !notes.has(note)) notes.set(note, settled(note));
    return note && (notes.get(note) ?? null);
  };
  const comments = document.comments.map((comment) => ({ ...comment, body: blocks(comment.body) }));
  return { ...document, children: blocks(document.children), notes: { resolve }, comments };
}

function blocks(found: readonly Found[]): readonly WordBlock[] {
  const made: WordBlock[] = [];
  let marks: WordBookmark[] = [];
  const add = (paragraph: WordParagraph): void => {
    made.push({ ...paragraph, children: [...marks, ...paragraph.children] });
    marks = [];
  };
  for (const node of found) {
    if (node.type === 'bookmarkStart') marks.push(node);
    else if (node.type === 'paragraph') add(node);
    else if (node.type === 'image') made.push(node);
    else if (node.type === 'table') made.push({ ...node, children: rows(node.children) });
    else if (node.type === 'tableRow' || node.type === 'tableCell') made.push(...blocks(node.children));
    else add(paragraphOf([node]));
  }
  if (marks.length > 0) add(paragraphOf([]));
  return made;
}

function rows(found: readonly Found[]): readonly WordRow[] {
  return found.flatMap((node): readonly WordRow[] => {
    if (node.type === 'bookmarkStart') return [];
    const children = cells(node.type === 'tableRow' ? node.children : [node]);
    return [{ type: 'tableRow', isHeader: false, ...(node.type === 'tableRow' ? node : {}), children }];
  });
}

function cells(found: readonly Found[]): readonly WordCell[] {
  return found.flatMap((node): readonly WordCell[] => {
    if (node.type === 'bookmarkStart') return [];
    if (node.type === 'tableCell') return [{ ...node, children: blocks(node.children) }];
    return [{ type: 'tableCell', colSpan: 1, rowSpan: 1, children: blocks([node]) }];
  });
}

function paragraphOf(children: readonly WordInline[]): WordParagraph {
  return { type: 'paragraph', children, styleId: null, styleName: null, numbering: null, alignment: null };
}
