/**
 * Links inside the publication: `#id`, and the file of another article (`bai-hai.md`, `bai-hai.md#id`),
 * which becomes a link to its section (`link-targets.ts`). What leads nowhere keeps its words and loses its link, and goes
 * altogether where it has none: a
 * reading system would report it (EPUB 3.3, 4.2) and a reader would press in vain.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { ElementNode, TreeNode } from '../document/tree.js';
import type { Named } from './give-ids.js';
import { Targets } from './link-targets.js';
import { mapElements } from './map-tree.js';

/** The sections with every internal link resolved to `#id`. */
export function resolveLinks(sections: readonly Named[]): Staged<readonly Named[]> {
  const diagnostics: Diagnostic[] = [];
  const targets = new Targets(sections);
  const leadsNowhere = (node: ElementNode, from: string): string | undefined => {
    const href = internalHref(node);
    return href !== undefined && targets.of(href, from) === undefined ? href : undefined;
  };
  const isLeftOut = (child: TreeNode, from: string): boolean => {
    if (!isBare(child)) return false;
    const href = leadsNowhere(child, from);
    if (href !== undefined)
      diagnostics.push(diagnostic('ASSEMBLE-LINK-EMPTY', { href }, { span: child.span }));
    return href !== undefined;
  };
  const change = (given: ElementNode, from: string): ElementNode => {
    const node = given.children.some(isBare)
      ? { ...given, children: given.children.filter((child) => !isLeftOut(child, from)) }
      : given;
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

/** A link with nothing in it that nothing leads to. */
function isBare(node: TreeNode): node is ElementNode {
  return (
    node.type === 'element' &&
    node.tagName === 'a' &&
    node.children.length === 0 &&
    !('id' in node.properties)
  );
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
