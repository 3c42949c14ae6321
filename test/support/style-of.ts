/**
 * Styles for tests: a small tree from nested calls, style sheets as text, and what the cascade says
 * of an element found by its id.
 *
 *     const s = styled('p { margin: 1em }', e('p', { id: 'x' }, 'text'));
 *     s.style('x').marginTop
 */
import { styleTree } from '../../src/style/style.js';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { ComputedStyle, PageQuery, PseudoElement, StyledTree } from '../../src/document/style.js';
import { TreeIndex } from '../../src/document/tree-index.js';
import { element, text, type ElementNode, type Properties, type TreeNode } from '../../src/document/tree.js';
import type { Host } from '../../src/host.js';

/** A host with these files and no resources of the package. */
export function filesOnly(files: Readonly<Record<string, string>> = {}): Host {
  return {
    read: (path) =>
      path in files
        ? { ok: true, bytes: new TextEncoder().encode(files[path]) }
        : { ok: false, reason: 'missing' },
    list: () => undefined,
    kind: (path) => (path in files ? 'file' : undefined),
    real: (path) => path,
    resolve: (from, path) => (from.includes('/') ? from.replace(/[^/]*$/, '') : '') + path,
    resource: (path) => `package:/${path}`,
    dependency: (path) => `package:/node_modules/${path}`,
    write: () => 'denied',
  };
}

/** An element; strings among the children are text. */
export function e(
  tagName: string,
  properties: Properties = {},
  ...children: readonly (TreeNode | string)[]
): ElementNode {
  return element(
    tagName,
    properties,
    children.map((child) => (typeof child === 'string' ? text(child) : child)),
  );
}

export interface Styled {
  readonly tree: StyledTree;
  readonly index: TreeIndex;
  readonly diagnostics: readonly Diagnostic[];
  /** Style of the element with this id, or of a pseudo-element of it. */
  style(id: string): ComputedStyle;
  pseudo(id: string, name: PseudoElement): ComputedStyle | undefined;
  /** Code and `file:line:column` of every diagnostic. */
  readonly faults: readonly string[];
}

/** Styles `html > body > content` with sheets named `a.css`, `b.css` … */
export function styled(
  css: string | readonly string[],
  content: TreeNode | readonly TreeNode[],
  host: Host = filesOnly(),
): Styled {
  const body = element('body', {}, Array.isArray(content) ? content : [content as TreeNode]);
  const root = { type: 'root' as const, children: [element('html', { lang: 'vi', id: 'html' }, [body])] };
  const index = new TreeIndex(root);
  const sheets = (typeof css === 'string' ? [css] : css).map((one, i) => ({
    path: `${'abc'[i] ?? 'z'}.css`,
    css: one,
  }));
  const { value, diagnostics } = styleTree(index, sheets, host);
  const find = (id: string): number =>
    index.nodes.findIndex((node) => node.type === 'element' && node.properties['id'] === id);
  return {
    tree: value,
    index,
    diagnostics,
    style: (id) => value.of(find(id)),
    pseudo: (id, name) => value.pseudo(find(id), name),
    faults: diagnostics.map(
      ({ code, span }) => `${code} ${span?.file ?? ''}:${span?.line ?? ''}:${span?.column ?? ''}`,
    ),
  };
}

/** The style of one `p` with this declaration block, and the faults. */
export function ofP(declarations: string): ComputedStyle {
  return styled(`#x { ${declarations} }`, e('p', { id: 'x' }, 'x')).style('x');
}

/** A page query; an ordinary right page unless told. */
export function pageQuery(more: Partial<PageQuery> = {}): PageQuery {
  return { name: '', first: false, left: false, blank: false, number: 3, ...more };
}
