/**
 * The dressed documents as content files: the cover picture gets a page of its own, several articles
 * become chapters, everything is serialised.
 */
import type { DressedEbook, EbookDocument } from '../document/publication.js';
import { classes, element, hasClass, text, type ElementNode, type TreeNode } from '../document/tree.js';
import { stripUnwritable } from '../document/xml.js';
import type { ContentFile } from './package-model.js';
import type { Phrases } from './phrases.js';
import type { PlacedDocument } from './place-documents.js';
import { serialiseChildren, serialiseXhtml, type SerialiseContext } from './serialise-xhtml.js';

/** Name by which the cover page speaks of the cover picture; no asset of a reader begins with a colon. */
export const coverPicture = ':cover';

/** The documents in reading order; a page for the cover picture takes the place of a cover of text. */
export function readingOrder(
  ebook: DressedEbook,
  shown: { readonly alt: string | undefined } | undefined,
  phrases: Phrases,
): readonly EbookDocument[] {
  if (!shown) return ebook.documents;
  const { metadata, slug } = ebook.publication;
  const alt = shown.alt ?? ebook.cover?.alt ?? metadata.title ?? slug;
  const furniture = { origin: 'template' } as const;
  const image = element('img', { src: coverPicture, alt, role: 'doc-cover' }, [], furniture);
  const cover: EbookDocument = {
    name: 'cover',
    title: phrases.cover,
    // Alone on its page, as an `img`: so Kobo and Apple find it.
    body: element(
      'body',
      { className: sharedClasses(ebook.documents) },
      [element('figure', { className: ['cover'] }, [image], furniture)],
      furniture,
    ),
    language: metadata.language,
    role: 'cover',
  };
  return [cover, ...ebook.documents.filter(({ role }) => role !== 'cover')];
}

/** Classes of the body of the navigation document. */
export function navigationClasses(documents: readonly EbookDocument[]): string {
  return [...sharedClasses(documents), 'contents-page'].join(' ');
}

/** A body like that of the navigation document, for those who ask which fonts it is set in. */
export function navigationBody(documents: readonly EbookDocument[]): ElementNode {
  const words = [text('…')];
  const item = (children: readonly TreeNode[]): ElementNode =>
    element('li', {}, [element('a', { href: '' }, words), ...children]);
  const list = element('ol', {}, [item([element('ol', {}, [item([])])])]);
  const nav = element('nav', { className: ['contents'] }, [element('h1', {}, words), list]);
  return element('body', { className: navigationClasses(documents) }, [nav]);
}

/** Where the contents page stands: where the template has it, else before the first of several articles. */
export function contentsPlace(documents: readonly EbookDocument[]): number {
  const own = documents.findIndex(({ role }) => role === 'contents');
  const isChapter = ({ role }: EbookDocument): boolean => role === 'chapter';
  return own < 0 && documents.filter(isChapter).length > 1 ? documents.findIndex(isChapter) : own;
}

/** Serialises one document. `isChapter` when it is one of several articles of the publication. */
export function writeDocument(
  { document, href, elements }: PlacedDocument,
  isChapter: boolean,
  context: Omit<SerialiseContext, 'href'>,
): ContentFile {
  const body = isChapter ? asChapter(document.body, elements) : document.body;
  const own = { ...context, href };
  return {
    href,
    title: stripUnwritable(document.title),
    language: document.language,
    markup: body.tagName === 'body' ? serialiseChildren(body, own) : serialiseXhtml(body, own),
    epubType: { cover: 'cover', colophon: 'frontmatter', contents: 'frontmatter', chapter: 'bodymatter' }[
      document.role
    ],
    className: classNames(document),
    origin: body.tagName === 'body' ? (body.origin ?? 'content') : 'content',
    properties: foreignContent(elements),
  };
}

/** The body's own classes, and `chapter-page`, `cover-page`…: not the role itself, which names parts of a page. */
function classNames({ body, role }: EbookDocument): string {
  return [...new Set([...(body.tagName === 'body' ? classes(body) : []), `${role}-page`])].join(' ');
}

/** The classes that every document's body has: the template's name and options, for pages of our own. */
function sharedClasses(documents: readonly EbookDocument[]): readonly string[] {
  const [first, ...others] = documents.map(({ body }) => (body.tagName === 'body' ? classes(body) : []));
  return (first ?? []).filter((name) => others.every((names) => names.includes(name)));
}

/** `doc-chapter` or `doc-part` stands on a section: ARIA in HTML does not allow it on an `article`. */
function asChapter(body: ElementNode, elements: readonly ElementNode[]): ElementNode {
  const heading = elements.find(({ tagName }) => /^h[1-6]$/.test(tagName));
  const label = typeof heading?.properties['id'] === 'string' ? heading.properties['id'] : undefined;
  const kind = isPart(body) ? 'part' : 'chapter';
  const meaning = {
    role: `doc-${kind}`,
    'epub:type': kind,
    ...(label === undefined ? {} : { ariaLabelledBy: label }),
  };
  if (body.tagName === 'section') return { ...body, properties: { ...body.properties, ...meaning } };
  if (body.tagName !== 'body') return element('section', meaning, [body]);
  return { ...body, children: [element('section', meaning, body.children)] };
}

/** The leaf with the title of a part. */
function isPart(body: ElementNode): boolean {
  return [body, ...body.children].some(
    (node) => node.type === 'element' && node.tagName === 'section' && hasClass(node, 'part'),
  );
}

/** Manifest properties of a document that holds SVG or MathML (EPUB 3.3, 5.6.2.1). */
function foreignContent(elements: readonly ElementNode[]): string {
  const has = (name: string): boolean => elements.some(({ tagName }) => tagName === name);
  return [...(has('math') ? ['mathml'] : []), ...(has('svg') ? ['svg'] : [])].join(' ');
}
