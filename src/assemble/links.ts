/**
 * Links inside the publication: `#id`, and the file of another article (`bai-hai.md`, `bai-hai.md#id`),
 * which becomes a link to its section. What leads nowhere keeps its words and loses its link: a
 * reading system would report it (EPUB 3.3, 4.2) and a reader would press in vain.
 */
import { posix } from 'node:path';
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { ElementNode } from '../document/tree.js';
import { decodedFragment, type Named } from './give-ids.js';
import { mapElements, visitElements } from './map-tree.js';

/** The sections with every internal link resolved to `#id`. */
export function resolveLinks(sections: readonly Named[]): Staged<readonly Named[]> {
  const diagnostics: Diagnostic[] = [];
  const ids = new Set(sections.flatMap((section) => idsIn(section.body)));
  const byFile = new Map<string, string>();
  for (const section of sections) {
    const path = posix.normalize(section.article.path);
    if (!byFile.has(path)) byFile.set(path, section.id);
  }
  const change = (node: ElementNode, from: string): ElementNode => {
    const href = internalHref(node);
    if (href === undefined) return node;
    const target = targetOf(href, from, byFile);
    if (target !== undefined && ids.has(target)) {
      const resolved = `#${target}`;
      return resolved === href ? node : { ...node, properties: { ...node.properties, href: resolved } };
    }
    diagnostics.push(diagnostic('ASSEMBLE-LINK', { href }, { span: node.span }));
    const { href: _dropped, ...properties } = node.properties;
    return { ...node, properties };
  };
  const value = sections.map((section) => ({
    ...section,
    body: mapElements(section.body, (node) => change(node, section.article.path)),
  }));
  return { value, diagnostics };
}

/** The address of a link that does not lead out of the publication. */
function internalHref({ tagName, properties }: ElementNode): string | undefined {
  if (tagName !== 'a') return undefined;
  const href = properties['href'];
  return typeof href === 'string' && !isExternal(href) ? href : undefined;
}

function isExternal(href: string): boolean {
  return /^[a-z][a-z\d+.-]*:|^\/\//i.test(href);
}

/** The id that an address means; undefined when its file is none of the articles. */
function targetOf(href: string, from: string, byFile: ReadonlyMap<string, string>): string | undefined {
  if (href.startsWith('#')) return decodedFragment(href);
  const path = decodeSafely(href.replace(/[?#].*$/s, ''));
  const section = byFile.get(posix.join(posix.dirname(from), path));
  if (section === undefined) return undefined;
  return href.includes('#') ? decodedFragment(href) : section;
}

function decodeSafely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** All ids of a section's tree, its root's first. */
export function idsIn(body: ElementNode): readonly string[] {
  const ids: string[] = [];
  visitElements(body, ({ properties }) => {
    const id = properties['id'];
    if (typeof id === 'string') ids.push(id);
  });
  return ids;
}
