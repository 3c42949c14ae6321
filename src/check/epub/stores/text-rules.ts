/** Rules of stores on text and style sheets: notes that pop up, colours and styles that a reader's own give way to. */
import type { XmlElement } from '../../../document/read-xml.js';
import { resolvePath } from '../open-epub.js';
import { epubTypes, rolesOf, type DocumentView } from '../accessibility/document-view.js';
import { isForAll, readCss, valueOf, type CssRule } from './read-css.js';
import type { Finding, StoreRule } from './stores.js';
import type { StoreView } from './store-view.js';

export const textRules: readonly StoreRule[] = [
  { stores: ['kobo'], check: checkNotePlaces },
  { stores: ['kobo'], check: checkInlineStyles },
  { stores: ['kobo'], check: (view) => forAll(view, 'STORE-BACKGROUND', hasBackground) },
  { stores: ['kindle'], check: (view) => forAll(view, 'STORE-TEXT-COLOUR', hasColour) },
  { stores: ['kindle'], check: checkVariables },
];

/** A call of a note and the note, with their places in reading order. */
interface Call {
  readonly view: DocumentView;
  readonly element: XmlElement;
  readonly at: readonly [document: number, element: number];
  readonly note: XmlElement;
  readonly noteAt: readonly [document: number, element: number];
}

function callsOf({ documents }: StoreView): readonly Call[] {
  const byPath = new Map(documents.map((view, i) => [view.document.path, [view, i] as const]));
  const positions = new Map<DocumentView, ReadonlyMap<XmlElement, number>>();
  const positionIn = (view: DocumentView, element: XmlElement): number => {
    const known = positions.get(view) ?? new Map(view.elements.map((each, i) => [each, i]));
    positions.set(view, known);
    return known.get(element) ?? -1;
  };
  return documents.flatMap((view, document) =>
    view.elements.flatMap((element, at): readonly Call[] => {
      const isCall = epubTypes(element).includes('noteref') || rolesOf(element).includes('doc-noteref');
      const href = isCall ? element.attributes.get('href') : undefined;
      if (href === undefined) return [];
      const [other, noteDocument] = byPath.get(resolvePath(view.document.path, href)) ?? [];
      const note = other?.byId.get(href.split('#')[1] ?? '');
      if (!other || noteDocument === undefined || !note) return [];
      const noteAt = positionIn(other, note);
      return [{ view, element, at: [document, at], note, noteAt: [noteDocument, noteAt] }];
    }),
  );
}

function atCall({ view, element }: Call, code: Finding['code'], values: Finding['values']): Finding {
  const { line, column } = element;
  return {
    code,
    values: values ?? {},
    span: { file: `${view.book.name}/${view.document.path}`, line, column },
  };
}

/** Kobo opens a note that stands behind its call; one that is called again stands behind its first. */
function checkNotePlaces(view: StoreView): Finding | undefined {
  const calls = callsOf(view);
  const opened = new Set(calls.filter((call) => !isBeforeCall(call)).map(({ note }) => note));
  const before = calls.filter(({ note }) => !opened.has(note));
  const [call] = before;
  return call && atCall(call, 'STORE-NOTE-PLACE', { count: new Set(before.map(({ note }) => note)).size });
}

function isBeforeCall({ at, noteAt }: Call): boolean {
  return noteAt[0] < at[0] || (noteAt[0] === at[0] && noteAt[1] >= 0 && noteAt[1] < at[1]);
}

function checkInlineStyles({ documents, facts }: StoreView): Finding | undefined {
  // Pages of a fixed layout are drawn, and nothing of them gives way to a reader's wishes.
  if (facts.fixedLayout) return undefined;
  const styled = documents.flatMap((view) =>
    view.elements
      .filter(({ namespace, attributes }) => namespace.endsWith('xhtml') && attributes.has('style'))
      .map((element) => ({ view, element })),
  );
  const [first] = styled;
  if (!first) return undefined;
  const { line, column } = first.element;
  const file = `${first.view.book.name}/${first.view.document.path}`;
  return { code: 'STORE-INLINE-STYLE', values: { count: styled.length }, span: { file, line, column } };
}

/** The first rule for the whole text with a fault; what a sheet does by night is the night's. */
function forAll(
  { book, sheets, facts }: StoreView,
  code: Finding['code'],
  broken: (rule: CssRule) => string | undefined,
): Finding | undefined {
  if (facts.fixedLayout) return undefined;
  for (const { path, css } of sheets) {
    for (const rule of readCss(css)) {
      const night = /prefers-color-scheme/.test(rule.condition);
      const found = night || !isForAll(rule) ? undefined : broken(rule);
      if (found === undefined) continue;
      const values = { selector: rule.selector.replace(/\s+/g, ' '), value: found };
      return { code, values, span: { file: `${book.name}/${path}` } };
    }
  }
  return undefined;
}

const noColour = /^(?:inherit|initial|unset|revert|transparent|none|currentcolor|canvas|canvastext|0 0)\b/i;

function hasBackground(rule: CssRule): string | undefined {
  const value = valueOf(rule, 'background-color') ?? valueOf(rule, 'background');
  return value === undefined || value === '' || noColour.test(value) ? undefined : value;
}

function hasColour(rule: CssRule): string | undefined {
  const value = valueOf(rule, 'color');
  return value === undefined || value === '' || noColour.test(value) ? undefined : value;
}

function checkVariables({ book, sheets }: StoreView): Finding | undefined {
  const sheet = sheets.find(({ css }) => /var\(\s*--|[{;\s]--[\w-]+\s*:/.test(css));
  return sheet && { code: 'STORE-VARIABLES', span: { file: `${book.name}/${sheet.path}` } };
}
