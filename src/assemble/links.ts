/**
 * Links inside the publication: `#id`, and the file of another article (`bai-hai.md`, `bai-hai.md#id`),
 * which becomes a link to its section (`link-targets.ts`). What leads nowhere keeps its words and loses its link: a
 * reading system would report it (EPUB 3.3, 4.2) and a reader would press in vain.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { ElementNode } from '../document/tree.js';
import type { Named } from './give-ids.js';
import { Targets } from './link-targets.js';
import { mapElements } from './map-tree.js';

/** The sections with every internal link resolved to `#id`. */
export function resolveLinks(sections: readonly Named[]): Staged<readonly Named[]> {
  const diagnostics: Diagnostic[] = [];
  const targets = new Targets(sections);
  const change = (node: ElementNode, from: string): ElementNode => {
    const href = internalHref(node);
    if (href === undefined) return node;
    const target = targets.of(href, from);
    if (target !== undefined) {
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
