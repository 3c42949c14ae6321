/**
 * The checks of one file of a book by itself, as its author has it open: a package document, a content
 * document, a navigation document or a media overlay. What lies beside it is not known, so nothing is said
 * of where its references lead.
 */
import type { Diagnostic, Staged } from '../../diagnostic.js';
import { attributeOf, type XmlElement } from '../../document/read-xml.js';
import { checkContentDocument, type ContentMode } from './content/check-content-document.js';
import { all, first } from './open-epub.js';
import { decodeDocument, readDocument, unreadable } from './read-document.js';
import { checkRulesAlone } from './standard/check-rules.js';
import { checkStandardDocument } from './standard/check-standard.js';
import { joinFindings } from './standard/join-findings.js';
import { epubNamespace } from './spine-text.js';

/** What files of a book can be checked by themselves. */
export type DocumentKind = 'package' | 'xhtml' | 'navigation' | 'svg' | 'overlay';

/** What such a file is. */
export interface DocumentReport {
  readonly type: 'document';
  readonly kind: DocumentKind;
}

/** The kind of a file by its root element; undefined when it is none of them. */
export function documentKind(bytes: Uint8Array): DocumentKind | undefined {
  const head = decodeDocument(bytes.subarray(0, 65536)).replaceAll(/<!--[^]*?-->/g, '');
  const root = /<(?:[\w.-]+:)?([A-Za-z]\w*)[\s/>]/.exec(head)?.[1];
  if (root === 'html') return isNavigation(bytes) ? 'navigation' : 'xhtml';
  return root === undefined ? undefined : kinds[root];
}

/** A navigation document by itself: its contents stand in a nav, and beside navs and headings there is no text. */
function isNavigation(bytes: Uint8Array): boolean {
  const xml = readDocument(bytes);
  const body = xml.ok ? first(xml.root, 'body') : undefined;
  if (!body) return /<nav\b[^>]*epub:type\s*=\s*["'](?:[^"']*\s)?toc[\s"']/.test(decodeDocument(bytes));
  const toc = all(body, 'nav').some((nav) =>
    (attributeOf(nav, epubNamespace, 'type') ?? '').split(/\s+/).includes('toc'),
  );
  return toc && !hasOtherText(body);
}

function hasOtherText(element: XmlElement): boolean {
  return element.children.some((child) => {
    if (child.type === 'text') return child.value.trim() !== '';
    return !/^(?:nav|h[1-6]|hgroup|script)$/.test(child.name) && hasOtherText(child);
  });
}

const kinds: Readonly<Record<string, DocumentKind>> = { package: 'package', svg: 'svg', smil: 'overlay' };

/** What the name of a file says that it is; undefined for names of other files. */
export function kindByName(name: string): DocumentKind | undefined {
  return endings[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
}

const endings: Readonly<Record<string, DocumentKind>> = {
  opf: 'package',
  xhtml: 'xhtml',
  html: 'xhtml',
  htm: 'xhtml',
  svg: 'svg',
  smil: 'overlay',
};

const contentModes: Readonly<Partial<Record<DocumentKind, ContentMode>>> = {
  xhtml: 'xhtml',
  navigation: 'nav',
  svg: 'svg',
};

/** Checks a file as one of a kind; `name` is the file as the user named it. */
export async function checkDocument(
  bytes: Uint8Array,
  name: string,
  kind: DocumentKind,
): Promise<Staged<DocumentReport>> {
  const xml = readDocument(bytes);
  const diagnostics: Diagnostic[] = [];
  if (!xml.ok) diagnostics.push(unreadable(name, xml));
  const mode = contentModes[kind];
  if (xml.ok && mode) diagnostics.push(...checkContentDocument(xml.root, mode, name));
  if (xml.ok) diagnostics.push(...checkRulesAlone(xml.root, name, kind));
  const said = await checkStandardDocument(bytes, name, kind, xml.ok ? xml.root : undefined);
  return { value: { type: 'document', kind }, diagnostics: joinFindings(diagnostics, said) };
}
