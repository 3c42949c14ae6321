/**
 * Evaluates the parts of a `content`, `string-set` or `bookmark-label` value (css-content-3,
 * css-gcpm-3) to text, leaders and pictures. What it needs to know of the place is handed in as a
 * scene; the page and its strings exist only where margin boxes are laid out.
 */
import type { ContentPart } from '../../document/style.js';
import { attribute, textOf, type ElementNode } from '../../document/tree.js';
import type { PageReference } from './box.js';
import { formatCounter } from './counter-styles.js';
import type { CounterValues } from './counters.js';
import { firstLetterEnd } from './first-letter-text.js';
import type { QuoteDepth } from './quotes.js';

type PlaceKeyword = 'first' | 'start' | 'last' | 'first-except';

/** What is known of a page when its margin boxes are laid out. */
export interface PageScene {
  readonly number: number;
  readonly label: string;
  readonly pages: number;
  /** Value of a named string on this page. */
  string(name: string, keyword: PlaceKeyword): string;
  /** Values of a counter of the flow on this page (its last `counter` mark), outermost first. */
  counter?(name: string): readonly number[] | undefined;
}

/** The element that `target-*()` names: its counters and the text of its pseudo-elements. */
export interface TargetScene {
  readonly counters: CounterValues;
  readonly before: string;
  readonly after: string;
}

export interface ContentScene {
  /** The element the value belongs to; none for a margin box. */
  readonly element: ElementNode | undefined;
  readonly counters: CounterValues;
  readonly page: PageScene | undefined;
  /** Label of the page on which the element with this id begins, as far as known, for what must have it at once. */
  pageLabelOf(id: string): string;
  /** Text of the element with this id. */
  textOfTarget(id: string): string | undefined;
  /** What the flow knows of the element with this id. */
  target(id: string): TargetScene | undefined;
  /** Text of the element's own `::before` or `::after`. */
  pseudoText(which: 'before' | 'after'): string;
  /** `quotes` of the element: pairs, outermost first. */
  readonly quotes: readonly string[];
  readonly quoteDepth: QuoteDepth;
}

/** A piece of generated content: text, a page number, a leader, a picture, or a running element to be set in place. */
export type GeneratedPiece =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'page'; readonly reference: PageReference }
  | { readonly type: 'leader'; readonly pattern: string }
  | { readonly type: 'image'; readonly url: string }
  | { readonly type: 'element'; readonly name: string; readonly keyword: PlaceKeyword };

/** The pieces a list of content parts stands for; neighbouring texts are joined, empty ones left out. */
export function generateContent(
  parts: readonly ContentPart[],
  scene: ContentScene,
): readonly GeneratedPiece[] {
  const pieces: GeneratedPiece[] = [];
  for (const part of parts) {
    if (part.type === 'leader') pieces.push({ type: 'leader', pattern: part.value });
    else if (part.type === 'image') pieces.push({ type: 'image', url: part.url });
    else if (part.type === 'element-ref')
      pieces.push({ type: 'element', name: part.name, keyword: part.keyword });
    else if (part.type === 'target-counter' && part.name === 'page')
      pieces.push({ type: 'page', reference: { id: targetId(part.url, scene), style: part.style } });
    else {
      const value = contentText(part, scene);
      const last = pieces.at(-1);
      if (last?.type === 'text') pieces[pieces.length - 1] = { type: 'text', value: last.value + value };
      else if (value !== '') pieces.push({ type: 'text', value });
    }
  }
  return pieces;
}

/** The text alone, without leaders, pictures and elements (for strings and bookmarks). */
export function generatedText(parts: readonly ContentPart[], scene: ContentScene): string {
  return generateContent(parts, scene)
    .map((piece) => {
      if (piece.type === 'page')
        return formatPageLabel(scene.pageLabelOf(piece.reference.id), piece.reference.style);
      return piece.type === 'text' ? piece.value : '';
    })
    .join('');
}

/** A page's label is taken as written unless a style other than decimal is asked for. */
export function formatPageLabel(label: string, style: string): string {
  return style === 'decimal' || !/^\d+$/u.test(label) ? label : formatCounter(Number(label), style);
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
      return countersText(countersOf(part.name, scene), part);
    case 'string-ref':
      return scene.page?.string(part.name, part.keyword) ?? '';
    case 'target-counter':
      return formatCounter(
        scene.target(targetId(part.url, scene))?.counters.value(part.name) ?? 0,
        part.style,
      );
    case 'target-text':
      return targetText(targetId(part.url, scene), part.what, scene);
    case 'content':
      return ownText(part.what, scene);
    case 'quote': {
      const mark = scene.quoteDepth.mark(part.open, scene.quotes);
      return part.shown ? mark : '';
    }
    case 'leader':
    case 'image':
    case 'element-ref':
      return '';
  }
}

function targetId(url: ContentPart, scene: ContentScene): string {
  return contentText(url, scene).replace(/^#/, '');
}

function counterText(name: string, style: string, scene: ContentScene): string {
  if (scene.page && name === 'page') {
    return style === 'decimal' ? scene.page.label : formatCounter(scene.page.number, style);
  }
  if (scene.page && name === 'pages') return formatCounter(scene.page.pages, style);
  return formatCounter(countersOf(name, scene).at(-1) ?? 0, style);
}

function countersOf(name: string, scene: ContentScene): readonly number[] {
  return scene.page?.counter?.(name) ?? scene.counters.values(name);
}

function countersText(
  values: readonly number[],
  part: { readonly style: string; readonly separator: string },
): string {
  return values.map((value) => formatCounter(value, part.style)).join(part.separator);
}

function targetText(
  id: string,
  what: 'content' | 'before' | 'after' | 'first-letter',
  scene: ContentScene,
): string {
  if (what === 'before' || what === 'after') return scene.target(id)?.[what] ?? '';
  const text = scene.textOfTarget(id) ?? '';
  return what === 'content' ? text : text.slice(0, firstLetterEnd(text) ?? 0);
}

function ownText(what: 'text' | 'before' | 'after' | 'first-letter', scene: ContentScene): string {
  if (!scene.element) return '';
  if (what === 'before' || what === 'after') return scene.pseudoText(what);
  const text = textOf(scene.element).replace(/\s+/gu, ' ').trim();
  return what === 'text' ? text : text.slice(0, firstLetterEnd(text) ?? 0);
}
