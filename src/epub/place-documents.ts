/**
 * Gives every content document its file name and finds out in which file each id stands, so that a
 * link to `#id` leads to the right file; and pairs the calls of notes with the notes.
 */
import type { EbookDocument } from '../document/publication.js';
import { elementsIn, hasClass, textOf, type ElementNode } from '../document/tree.js';
import { asciiName, navigationHref } from './package-model.js';

/** A document with its file name. */
export interface PlacedDocument {
  readonly document: EbookDocument;
  readonly href: string;
  /** All elements of its body, in document order. */
  readonly elements: readonly ElementNode[];
}

/** A call of a note, for the way back. */
export interface NoteCall {
  /** Id of the call, its own or one given here. */
  readonly id: string;
  /** What the call says: `1`, `*`. */
  readonly label: string;
  readonly href: string;
}

/** What the documents refer to in each other. */
export interface References {
  /** File by element id. */
  readonly files: ReadonlyMap<string, string>;
  /** The element in which a note begins (its first paragraph, or itself) and the calls to go back to, the first leads. */
  readonly waysBack: ReadonlyMap<ElementNode, readonly NoteCall[]>;
  /** Ids given to calls and titles of boxes that had none. */
  readonly ids: ReadonlyMap<ElementNode, string>;
  /** The id of the title of a box that has one. */
  readonly boxTitles: ReadonlyMap<ElementNode, string>;
  /** Labels of calls without a text of their own (print makes theirs by style sheet). */
  readonly labels: ReadonlyMap<ElementNode, string>;
}

/** Names the files: ASCII, lower case, unique, none that the library or the cover takes. */
export function placeDocuments(documents: readonly EbookDocument[]): readonly PlacedDocument[] {
  const taken = new Set([navigationHref, 'cover.xhtml']);
  return documents.map((document) => {
    const base = asciiName(document.name).toLowerCase();
    let href = document.role === 'cover' ? 'cover.xhtml' : `${base}.xhtml`;
    for (let count = 2; taken.has(href) && document.role !== 'cover'; count++)
      href = `${base}-${count}.xhtml`;
    taken.add(href);
    return { document, href, elements: elementsIn(document.body) };
  });
}

interface Call {
  readonly node: ElementNode;
  /** Id of the note. */
  readonly note: string;
  readonly href: string;
}

/** Reads all ids, notes and calls of notes. */
export function findReferences(placed: readonly PlacedDocument[]): References {
  const files = new Map<string, string>();
  const calls: Call[] = [];
  const notes: ElementNode[] = [];
  const titled: [box: ElementNode, title: ElementNode][] = [];
  for (const { elements, href } of placed) {
    for (const node of elements) {
      const { id, href: target } = node.properties;
      if (typeof id === 'string' && !files.has(id)) files.set(id, href);
      if (node.tagName === 'a' && hasClass(node, 'noteref') && typeof target === 'string') {
        calls.push({ node, note: target.replace(/^#/, ''), href });
      }
      if (node.tagName !== 'aside') continue;
      if (hasClass(node, 'footnote')) notes.push(node);
      const title = node.children.find((child) => child.type === 'element');
      if (title && hasClass(title, 'box-title')) titled.push([node, title]);
    }
  }
  const { byNote, ids, labels } = pairCalls(calls, files);
  const waysBack = new Map<ElementNode, readonly NoteCall[]>();
  for (const note of notes) {
    const back = byNote.get(String(note.properties['id'] ?? ''));
    if (back && !hasBacklink(note)) waysBack.set(beginningOf(note), back);
  }
  const boxTitles = nameTitles(titled, files, ids);
  return { files, waysBack, ids, boxTitles, labels };
}

function pairCalls(calls: readonly Call[], files: ReadonlyMap<string, string>) {
  const byNote = new Map<string, NoteCall[]>();
  const ids = new Map<ElementNode, string>();
  const labels = new Map<ElementNode, string>();
  const used = new Set<string>();
  const taken = { has: (id: string): boolean => files.has(id) || used.has(id) };
  for (const { node, note, href } of calls) {
    const known = byNote.get(note) ?? [];
    const written = textOf(node).trim();
    const label = written || known[0]?.label || String(byNote.size + 1);
    if (written === '') labels.set(node, label);
    const own = node.properties['id'];
    const id = typeof own === 'string' ? own : unusedId(`${note}-call`, taken);
    if (id !== own) ids.set(node, id);
    used.add(id);
    byNote.set(note, [...known, { id, label, href }]);
  }
  return { byNote, ids, labels };
}

/** The ids of the titles of boxes; those without one are given theirs. */
function nameTitles(
  titled: readonly (readonly [box: ElementNode, title: ElementNode])[],
  files: ReadonlyMap<string, string>,
  ids: Map<ElementNode, string>,
): ReadonlyMap<ElementNode, string> {
  const used = new Set(ids.values());
  const taken = { has: (id: string): boolean => files.has(id) || used.has(id) };
  const named = new Map<ElementNode, string>();
  for (const [box, title] of titled) {
    const own = title.properties['id'];
    const ofBox = box.properties['id'];
    const id =
      typeof own === 'string' ? own : unusedId(typeof ofBox === 'string' ? `${ofBox}-title` : 'box', taken);
    if (id !== own) ids.set(title, id);
    used.add(id);
    named.set(box, id);
  }
  return named;
}

/** The mark of a note stands in its first paragraph, not above it. */
function beginningOf(note: ElementNode): ElementNode {
  const first = note.children.find((child) => child.type === 'element' || child.value.trim() !== '');
  return first?.type === 'element' && first.tagName === 'p' ? first : note;
}

function hasBacklink(node: ElementNode): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (hasClass(child, 'backlink') || hasBacklink(child)),
  );
}

/** An id that no element has. */
export function unusedId(wanted: string, taken: { has(id: string): boolean }): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}
