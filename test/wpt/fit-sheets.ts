/**
 * The sheets of a test made fit for where it is shown. On paper they stay as they are. A screen has no
 * pages: `@page` rules go, breaks to pages become `auto` (inside columns a browser ignores them on the
 * screen too), and media types are turned about, because the engine's medium is always print. Edits
 * keep every place in the text where it was, as far as lines go.
 */
import { parse, walk, type CssNode } from 'css-tree';
import type { WrittenSheet } from './read-document.js';

/** A sheet as `styleTree` takes it, wrapped in its media. */
export function fitSheet(sheet: WrittenSheet, screen: boolean): { path: string; css: string } {
  const { path } = sheet;
  const css = screen ? fitToScreen(sheet.css) : sheet.css;
  const media = screen ? swapMedia(sheet.media) : sheet.media;
  return { path, css: media.trim() === '' ? css : `@media ${media} { ${css}\n}` };
}

/** CSS of a sheet or, with `declarationList`, of a `style` attribute. */
export function fitToScreen(css: string, context: 'stylesheet' | 'declarationList' = 'stylesheet'): string {
  const edits: { start: number; end: number; by: string }[] = [];
  const edit = (node: CssNode, by: string): void => {
    if (node.loc) edits.push({ start: node.loc.start.offset, end: node.loc.end.offset, by });
  };
  const ast = parseLoosely(css, context);
  if (!ast) return css;
  walk(ast, (node: CssNode) => {
    if (node.type === 'Atrule' && node.name === 'page') {
      edit(node, '');
      return walk.skip;
    }
    if (node.type === 'Atrule' && ['media', 'import'].includes(node.name) && node.prelude?.type === 'Raw') {
      if (node.name === 'media') edit(node.prelude, swapMedia(node.prelude.value));
    }
    if (node.type === 'Declaration' && /^(?:page-)?break-(?:before|after)$/.test(node.property))
      walk(node.value, (part: CssNode) => {
        if (part.type === 'Identifier' && isPageBreak(part.name)) edit(part, 'auto');
      });
    return undefined;
  });
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), css);
}

function isPageBreak(name: string): boolean {
  return /^(?:page|left|right|recto|verso|always)$/i.test(name);
}

function swapMedia(media: string): string {
  return media.replace(/\b(screen|print)\b/gi, (found) =>
    found.toLowerCase() === 'screen' ? 'print' : 'screen',
  );
}

function parseLoosely(css: string, context: 'stylesheet' | 'declarationList'): CssNode | undefined {
  try {
    return parse(css, { context, positions: true, parseAtrulePrelude: false, onParseError: () => undefined });
  } catch {
    return undefined;
  }
}
