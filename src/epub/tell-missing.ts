/** Characters that no font of the ebook has → one diagnostic, at the first of them in the text. */
import { diagnostic, type Diagnostic, type Span } from '../diagnostic.js';
import { walk } from '../document/tree.js';
import type { PlacedDocument } from './place-documents.js';

/** Characters that the message shows. */
const mostShown = 8;

/** Says which of `missing` stand in the text; none do where only titles and alternative texts have them. */
export function tellMissing(
  missing: readonly string[],
  placed: readonly PlacedDocument[],
): readonly Diagnostic[] {
  if (missing.length === 0) return [];
  const wanted = new Set(missing);
  const found = new Set<string>();
  let span: Span | undefined;
  for (const { document } of placed) {
    walk(document.body, (node, ancestors) => {
      if (node.type !== 'text') return;
      for (const character of node.value) {
        if (!wanted.has(character)) continue;
        if (found.size === 0) span = node.span ?? ancestors.findLast((each) => each.span)?.span;
        found.add(character);
      }
    });
  }
  if (found.size === 0) return [];
  const shown = [...found].slice(0, mostShown);
  const rest = found.size > mostShown ? ' …' : '';
  const code = (character: string): string =>
    `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const values = { characters: shown.join(' ') + rest, codePoints: shown.map(code).join(', ') + rest };
  return [diagnostic('EPUB-CHARACTER', values, { span, edition: 'ebook' })];
}
