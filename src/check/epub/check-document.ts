/**
 * The checks of one file of a book by itself, as its author has it open: a package document, a content
 * document, a navigation document or a media overlay. What lies beside it is not known, so nothing is said
 * of where its references lead.
 */
import type { Diagnostic, Staged } from '../../diagnostic.js';
import { checkContentDocument, type ContentMode } from './content/check-content-document.js';
import { decodeDocument, readDocument, unreadable } from './read-document.js';
import { checkRulesAlone } from './standard/check-rules.js';
import { checkStandardDocument } from './standard/check-standard.js';
import { joinFindings } from './standard/join-findings.js';

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
  if (root === 'html')
    return /epub:type\s*=\s*["'](?:[^"']*\s)?toc[\s"']/.test(head) ? 'navigation' : 'xhtml';
  return root === undefined ? undefined : kinds[root];
}

const kinds: Readonly<Record<string, DocumentKind>> = { package: 'package', svg: 'svg', smil: 'overlay' };

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
