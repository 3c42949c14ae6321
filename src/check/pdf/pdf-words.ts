/**
 * The words of a PDF as its reader gets them: along the structure tree (archive) or as painted (print).
 * Text of template or generated origin (`XXOrigin` in its property list) and artifacts are left out.
 */
import { partedMark, wordsOf } from '../words.js';
import { readingPages } from './fold-sheets.js';
import type { PdfContents } from './read-pdf.js';
import type { PageContent, TextShow } from './read-content.js';
import { isParted, spaceGap } from './show-glyphs.js';
import type { ContentKid, Kid } from './structure.js';

/** Types whose text runs on in the line (ISO 32000-1, 14.8.4.4); every other element ends a word. */
const inline = new Set([
  'Span',
  'Quote',
  'Code',
  'Link',
  'Reference',
  'BibEntry',
  'Annot',
  'NonStruct',
  'Em',
  'Strong',
  'Formula',
]);

/** Types that hold blocks and no lines (14.8.4.2): whatever stands right in them is apart from its neighbours. */
const grouping = new Set([
  'Document',
  'DocumentFragment',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'Aside',
]);

/** The words in the order of the structure tree. Only a real space character, or another block, ends a word. */
export function structureWords(contents: PdfContents): readonly string[] {
  const shows = showsByContent(contents.pages);
  const parts: string[] = [];
  const visit = (kids: readonly Kid[], inGroup: boolean): void => {
    for (const kid of kids) {
      if (kid.type === 'content') parts.push(...textOf(shows.get(keyOf(kid)) ?? []));
      if (kid.type !== 'element') continue;
      const edge = inline.has(kid.role) && !inGroup ? '' : '\n';
      parts.push(edge);
      if (kid.actualText !== undefined) parts.push(kid.actualText);
      else visit(kid.kids, grouping.has(kid.role));
      parts.push(edge);
    }
  };
  visit(contents.structure?.kids ?? [], false);
  return wordsOf(parts.join(''));
}

/**
 * The words in painting order. A new baseline, a step back or a gap (the next cell of a table) ends a word;
 * no gap is one that made text fills: the number of a note between a word and its full stop.
 */
export function paintedWords(contents: PdfContents): readonly string[] {
  // A hyphen that the line made is a soft one: the word goes on, perhaps on the next page.
  return wordsOf(paintedText(contents).replace(/\u00ad\n+/g, ''));
}

/** The same with a word that a line ended with a hyphen in its parts, `partedMark` behind all but the last. */
export function paintedParts(contents: PdfContents): readonly string[] {
  return wordsOf(paintedText(contents).replace(/\u00ad\n/g, `${partedMark}\n`));
}

function paintedText(contents: PdfContents): string {
  const parts: string[] = [];
  for (const shows of readingPages(contents)) {
    let before: TextShow | undefined;
    /** The last string of the line that `before` is in, made text among them. */
    let reached: TextShow | undefined;
    for (const show of shows.filter(({ mark }) => !mark.artifact)) {
      const goesOn = reached !== undefined && !startsLine(reached, show);
      if (isContent(show)) {
        if (before && !goesOn && startsLine(before, show)) parts.push('\n');
        parts.push(...textOf([show], before));
        before = show;
      }
      if (goesOn || isContent(show)) reached = show;
    }
    parts.push('\n');
  }
  return parts.join('');
}

const isContent = ({ mark }: TextShow): boolean => !mark.artifact && mark.origin === 'content';

function keyOf(kid: Pick<ContentKid, 'page' | 'scope' | 'mcid'>): string {
  return `${kid.page} ${kid.scope} ${kid.mcid}`;
}

function showsByContent(pages: readonly PageContent[]): ReadonlyMap<string, readonly TextShow[]> {
  const found = new Map<string, TextShow[]>();
  for (const { shows } of pages) {
    for (const show of shows) {
      const { mcid, scope } = show.mark;
      if (mcid === undefined || !isContent(show)) continue;
      const key = keyOf({ page: show.page, scope, mcid });
      const list = found.get(key);
      if (list) list.push(show);
      else found.set(key, [show]);
    }
  }
  return found;
}

/** Texts of strings shown; replacement text once for the sequence that it replaces (14.9.4). */
function textOf(shows: readonly TextShow[], previous?: TextShow): readonly string[] {
  let replaced = previous?.mark.actualText;
  return shows.map((show) => {
    const { actualText } = show.mark;
    if (!actualText) return show.text;
    if (actualText === replaced) return '';
    replaced = actualText;
    return actualText.text;
  });
}

/** Half an em up or down is another line; notes and fractions stay within. A gap is another column or cell. */
function startsLine(a: TextShow, b: TextShow): boolean {
  const [ux, uy] = direction(b);
  const [dx, dy] = [b.from.x - a.to.x, b.from.y - a.to.y];
  const em = Math.max(a.em, b.em);
  const forward = dx * ux + dy * uy;
  return (
    Math.abs(dy * ux - dx * uy) > 0.5 * em ||
    forward < -0.5 * em ||
    (forward > spaceGap * em && !isParted(a.text, b.text))
  );
}

/** Unit vector along the baseline. */
function direction({ from, to }: TextShow): readonly [number, number] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? [1, 0] : [(to.x - from.x) / length, (to.y - from.y) / length];
}
