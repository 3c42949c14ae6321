/**
 * Evaluates the parts of a `content`, `string-set` or `bookmark-label` value (css-content-3,
 * css-gcpm-3) to text and leaders. What it needs to know of the place is handed in as a scene;
 * counters of the page and strings exist only where margin boxes are laid out.
 */
import type { ContentPart } from '../document/style.js';
import { attribute, textOf, type ElementNode } from '../document/tree.js';
import { type Counters, formatCounter } from './counters.js';

/** What is known of a page when its margin boxes are laid out. */
export interface PageScene {
  readonly number: number;
  readonly label: string;
  readonly pages: number;
  /** Value of a named string on this page. */
  string(name: string, keyword: 'first' | 'start' | 'last' | 'first-except'): string;
  /** Values of a counter of the flow on this page, outermost first. */
  counter?(name: string): readonly number[] | undefined;
}

export interface ContentScene {
  /** The element the value belongs to; none for a margin box. */
  readonly element?: ElementNode;
  readonly counters: Counters;
  readonly page?: PageScene;
  /** Label of the page on which the element with this id begins, as far as known. */
  pageLabelOf(id: string): string | undefined;
  /** Text of the element with this id. */
  textOfTarget(id: string): string | undefined;
  /** `quotes` of the element: pairs, outermost first. */
  readonly quotes: readonly string[];
}

/** A piece of generated content: text, a leader, or a running element to be set in place. */
export type GeneratedPiece =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'leader'; readonly pattern: string }
  | {
      readonly type: 'element';
      readonly name: string;
      readonly keyword: 'first' | 'start' | 'last' | 'first-except';
    };

/** The pieces a list of content parts stands for; neighbouring texts are joined. */
export function generateContent(
  parts: readonly ContentPart[],
  scene: ContentScene,
): readonly GeneratedPiece[] {
  const pieces: GeneratedPiece[] = [];
  for (const part of parts) {
    if (part.type === 'leader') pieces.push({ type: 'leader', pattern: part.value });
    else if (part.type === 'element-ref')
      pieces.push({ type: 'element', name: part.name, keyword: part.keyword });
    else {
      const value = contentText(part, scene);
      const last = pieces.at(-1);
      if (last?.type === 'text') pieces[pieces.length - 1] = { type: 'text', value: last.value + value };
      else if (value !== '') pieces.push({ type: 'text', value });
    }
  }
  return pieces;
}

/** The text alone, leaders and elements left out (for strings and bookmarks). */
export function generatedText(parts: readonly ContentPart[], scene: ContentScene): string {
  return generateContent(parts, scene)
    .map((piece) => (piece.type === 'text' ? piece.value : ''))
    .join('');
}

function contentText(part: ContentPart, scene: ContentScene): string {
  switch (part.type) {
    case 'string':
      return part.value;
    case 'attr':
      return (scene.element && attribute(scene.element, part.name)) ?? '';
    case 'counter':
      return counterText(part.name, part.style, scene);
    case 'counters':
      return scene.counters
        .values(part.name)
        .map((value) => formatCounter(value, part.style))
        .join(part.separator);
    case 'string-ref':
      return scene.page?.string(part.name, part.keyword) ?? '';
    case 'target-counter': {
      const id = contentText(part.url, scene).replace(/^#/, '');
      return part.name === 'page' ? (scene.pageLabelOf(id) ?? '0') : '';
    }
    case 'target-text':
      return scene.textOfTarget(contentText(part.url, scene).replace(/^#/, '')) ?? '';
    case 'content':
      return ownText(scene.element, part.what);
    case 'quote':
      return part.shown ? (scene.quotes[part.open ? 0 : 1] ?? '') : '';
    case 'image':
    case 'leader':
    case 'element-ref':
      return '';
  }
}

function counterText(name: string, style: string, scene: ContentScene): string {
  if (scene.page && name === 'page') {
    return style === 'decimal' ? scene.page.label : formatCounter(scene.page.number, style);
  }
  if (scene.page && name === 'pages') return formatCounter(scene.page.pages, style);
  return formatCounter(scene.counters.value(name), style);
}

function ownText(
  element: ElementNode | undefined,
  what: 'text' | 'before' | 'after' | 'first-letter',
): string {
  if (!element || what === 'before' || what === 'after') return '';
  const value = textOf(element).replace(/\s+/gu, ' ').trim();
  return what === 'text' ? value : String.fromCodePoint(...(value ? [value.codePointAt(0) ?? 32] : []));
}
