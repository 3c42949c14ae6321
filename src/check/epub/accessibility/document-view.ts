/**
 * What the rules on one content document look at: its elements in document order with what stands above
 * each, and the names that assistive technology would read out. Read once, asked by every rule.
 */
import { diagnostic, type Diagnostic, type DiagnosticCode } from '../../../diagnostic.js';
import { attributeOf, elementsOf, xmlText, type XmlElement } from '../../../document/read-xml.js';
import { place, type ContentDocument, type Epub } from '../open-epub.js';
import { epubNamespace } from '../spine-text.js';

export const xhtml = 'http://www.w3.org/1999/xhtml';
export const svg = 'http://www.w3.org/2000/svg';
export const mathml = 'http://www.w3.org/1998/Math/MathML';

export interface DocumentView {
  readonly book: Epub;
  readonly document: ContentDocument;
  /** All elements that are not hidden from assistive technology, in document order. */
  readonly elements: readonly XmlElement[];
  readonly parents: ReadonlyMap<XmlElement, XmlElement>;
  readonly byId: ReadonlyMap<string, XmlElement>;
}

/** A rule on one document. */
export type DocumentRule = (view: DocumentView) => readonly Diagnostic[];

/** Reads a document. */
export function viewDocument(book: Epub, document: ContentDocument): DocumentView {
  const parents = new Map<XmlElement, XmlElement>();
  const byId = new Map<string, XmlElement>();
  for (const element of elementsOf(document.root)) {
    const id = element.attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const child of element.children) if (child.type === 'element') parents.set(child, element);
  }
  return { book, document, elements: [...shownOf(document.root)], parents, byId };
}

/** The elements of a subtree but those that are hidden from everybody or from assistive technology. */
function* shownOf(root: XmlElement): Generator<XmlElement> {
  if (root.attributes.get('aria-hidden') === 'true' || root.attributes.has('hidden')) return;
  yield root;
  for (const child of root.children) if (child.type === 'element') yield* shownOf(child);
}

/** The elements of a document with these local names in a namespace. */
export function named(
  { elements }: DocumentView,
  namespace: string,
  ...names: readonly string[]
): readonly XmlElement[] {
  return elements.filter((element) => element.namespace === namespace && names.includes(element.name));
}

/** What is said of an element. */
export function said(
  { book, document }: DocumentView,
  code: DiagnosticCode,
  element: XmlElement,
  values: Diagnostic['values'] = {},
): Diagnostic {
  return diagnostic(code, values, place(book, document, element));
}

/** The words of a space-separated attribute. */
export function tokens(value: string | undefined): readonly string[] {
  return (value ?? '').split(/\s+/).filter(Boolean);
}

/** The words of `epub:type`. */
export function epubTypes(element: XmlElement): readonly string[] {
  return tokens(attributeOf(element, epubNamespace, 'type'));
}

/** The words of `role`. */
export function rolesOf(element: XmlElement): readonly string[] {
  return tokens(element.attributes.get('role'));
}

/** Whether an author took the meaning of an element away. */
export function isPresentation(element: XmlElement): boolean {
  const [role] = rolesOf(element);
  return role === 'none' || role === 'presentation';
}

/** White space made single blanks. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The name that ARIA attributes or a title give an element; '' for none. */
export function labelOf({ byId }: DocumentView, element: XmlElement): string {
  const { attributes } = element;
  const labelled = tokens(attributes.get('aria-labelledby')).map((id) => {
    const label = byId.get(id);
    return label ? xmlText(label) : '';
  });
  return (
    collapsed(labelled.join(' ')) ||
    collapsed(attributes.get('aria-label') ?? '') ||
    collapsed(attributes.get('title') ?? '')
  );
}

/** The text of an element as it is read out: alternative texts and labels of what is in it count. */
export function nameOf(view: DocumentView, element: XmlElement): string {
  const own = labelOf(view, element);
  if (own !== '') return own;
  const parts = element.children.map((child): string => {
    if (child.type === 'text') return child.value;
    if (child.attributes.get('aria-hidden') === 'true') return '';
    return child.attributes.get('alt') ?? child.attributes.get('alttext') ?? nameOf(view, child);
  });
  return collapsed(parts.join(''));
}
