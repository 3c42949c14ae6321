/**
 * Pages as text, for the case files of `test/suite/pages/`; the format is described there. What stands
 * in the dump is what is seen, not how the engine came to it: texts on one baseline that go on where
 * the last one ended are one text, and a text is parted where a glyph stands elsewhere than right
 * after the one before it.
 */
import { wordsOf, type ShapedWord } from '../../src/document/glyph-run.js';
import type {
  GroupItem,
  LinkItem,
  Page,
  PagedDocument,
  PageItem,
  PathItem,
  PathSegment,
  TextItem,
} from '../../src/document/page.js';
import type { Color } from '../../src/document/style.js';
import { squareCharacters } from './square-font.js';

/** Whether items come as they are painted, or by place. */
export type DumpOrder = 'painted' | 'by place';

/** All pages, each under its line `page n`. */
export function dumpPages(document: PagedDocument, order: DumpOrder): string {
  return document.pages
    .map((page) => [pageLine(page), ...dumpItems(page.items, order)].join('\n'))
    .join('\n');
}

/** The bookmarks: `level title -> page,top`. */
export function dumpOutline({ outline }: PagedDocument): string {
  return outline
    .map(({ level, title, page, y }) => `${level} ${title} -> ${page + 1},${number(y)}`)
    .join('\n');
}

/** Size, bleed and marks are said when they are not those of the usual page of 100 × 100 pt. */
function pageLine({ number: place, label, width, height, bleed, marks }: Page): string {
  const said = [
    label === String(place) ? '' : `"${label}"`,
    width === 100 && height === 100 ? '' : `${number(width)}x${number(height)}`,
    bleed === 0 ? '' : `bleed ${number(bleed)}`,
    marks.crop ? 'crop' : '',
    marks.cross ? 'cross' : '',
  ].filter(Boolean);
  return [`page ${place}`, ...said].join(' ');
}

/** A line of the dump with what it is sorted by; a text with what may join it. */
interface Entry {
  readonly kind: number;
  readonly y: number;
  readonly x: number;
  readonly lines: readonly string[];
  readonly glyphs?: readonly Glyph[];
}

interface Glyph {
  readonly text: string;
  readonly x: number;
  /** Where the next one stands if nothing parts them. */
  readonly end: number;
  /** Top of the em box, pt. */
  readonly top: number;
  /** The line it stands on: texts of several lines are never one, even when they meet. */
  readonly line: string;
  /** Size, colour and face where they are not the usual ones. */
  readonly look: string;
}

const kinds = ['text', 'box', 'path', 'image', 'link', 'group'] as const;

function dumpItems(items: readonly PageItem[], order: DumpOrder): readonly string[] {
  const entries = joined(
    items.flatMap((item) => entriesOf(item, order)),
    order,
  );
  return entries.flatMap(({ lines }) => lines);
}

function byPlace(a: Entry, b: Entry): number {
  return a.kind - b.kind || a.y - b.y || a.x - b.x || compare(a.lines.join(), b.lines.join());
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Texts that go on where the one before ended become one. */
function joined(entries: readonly Entry[], order: DumpOrder): readonly Entry[] {
  const sorted = order === 'painted' ? entries : entries.toSorted(byPlace);
  const result: Entry[] = [];
  for (const entry of sorted) {
    const last = result.at(-1);
    const glyphs = [...(last?.glyphs ?? []), ...(entry.glyphs ?? [])];
    if (last?.glyphs && entry.glyphs && partsOf(glyphs).length === 1) result.splice(-1, 1, textEntry(glyphs));
    else result.push(entry);
  }
  return result.filter(({ lines }) => lines.length > 0);
}

function entriesOf(item: PageItem, order: DumpOrder): readonly Entry[] {
  switch (item.type) {
    case 'text':
      return partsOf(glyphsOf(item)).map(textEntry);
    case 'path':
      return [pathEntry(item)];
    case 'image': {
      const { x, y, width, height, content } = item;
      const whole = rect(content) === rect(item) ? '' : ` of ${rect(content)}`;
      return [entry('image', { x, y }, `image ${rect({ x, y, width, height })}${whole} ${item.image.id}`)];
    }
    case 'tiles': {
      const { tile, step } = item;
      const apart =
        step.x === tile.width && step.y === tile.height ? '' : ` every ${number(step.x)}x${number(step.y)}`;
      return [entry('image', item, `tiles ${rect(item)} of ${rect(tile)}${apart} ${item.image.id}`)];
    }
    case 'link':
      return [entry('link', item, `link ${rect(item)} ${targetOf(item)}`)];
    case 'group':
      return [groupEntry(item, order)];
  }
}

function entry(kind: (typeof kinds)[number], at: { x: number; y: number }, line: string): Entry {
  return { kind: kinds.indexOf(kind), x: at.x, y: at.y, lines: [line] };
}

// ── texts ──

function glyphsOf(item: TextItem): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  for (const run of item.runs) {
    const { size, color, face, letterSpacing, wordSpacing } = run;
    const top = item.y - run.rise - 0.8 * size;
    const look = [
      size === 10 ? '' : `${number(size)}pt`,
      colorText(color) === 'black' ? '' : colorText(color),
      face.weight === 400 ? '' : String(face.weight),
      face.style === 'normal' ? '' : face.style,
    ]
      .filter(Boolean)
      .join(' ');
    let x = item.x + run.x;
    for (const word of wordsOf(run)) {
      word.clusters.forEach((start, i) => {
        const text = shownAs(word, i, word.text.slice(start, word.clusters[i + 1] ?? word.text.length));
        const advance = ((word.advances[i] ?? 0) * size) / 1000;
        glyphs.push({ text, x, end: x + advance, top, line: `${item.x},${item.y}`, look });
        x += advance + letterSpacing + (word.space ? wordSpacing : 0);
      });
    }
  }
  return glyphs;
}

/** The character whose glyph is shown (a hyphen where the text has a soft one); what it stands for in other fonts. */
function shownAs({ face, glyphs }: ShapedWord, i: number, text: string): string {
  if (face.family !== 'Square') return text;
  return squareCharacters[(glyphs[i] ?? 0) - 1] ?? text;
}

/** Of a blank in front of everything else. */
const anyLook = '*';

/** Glyphs that stand side by side. Blanks belong to what is before them, or else to what follows. */
function partsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const parts: Glyph[][] = [];
  for (const glyph of glyphs) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    if (part && last && goesOn(last, glyph))
      part.push(isBlank(glyph) ? { ...glyph, look: last.look } : glyph);
    else parts.push([isBlank(glyph) ? { ...glyph, look: anyLook } : glyph]);
  }
  return parts;
}

function goesOn(a: Glyph, b: Glyph): boolean {
  const sameLook = a.look === b.look || a.look === anyLook || isBlank(b);
  const meet = Math.abs(a.end - b.x) < 0.002 && Math.abs(a.top - b.top) < 0.002;
  return meet && a.line === b.line && sameLook;
}

function isBlank({ text }: Glyph): boolean {
  return /^[ \u00a0]*$/u.test(text);
}

/** Blanks at the ends are not seen. */
function textEntry(glyphs: readonly Glyph[]): Entry {
  const from = glyphs.findIndex((glyph) => !isBlank(glyph));
  const to = glyphs.findLastIndex((glyph) => !isBlank(glyph)) + 1;
  const first = glyphs[from] ?? glyphs[0];
  if (!first) return { kind: 0, x: 0, y: 0, lines: [], glyphs };
  const at = { x: number(first.x), y: number(first.top) };
  if (from < 0) return { ...entry('text', at, ''), lines: [], glyphs };
  const shown = glyphs
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
  const look = first.look === '' ? '' : ` ${first.look}`;
  return { ...entry('text', at, `${shown}@${at.x},${at.y}${look}`), glyphs };
}

// ── paths ──

function pathEntry(item: PathItem): Entry {
  const [first] = item.path;
  const ink = [
    item.fill ? colorText(item.fill) : '',
    item.fillRule ?? '',
    item.stroke ? `stroke ${number(item.stroke.width)} ${colorText(item.stroke.color)}` : '',
    item.stroke?.dash?.length ? `dash ${item.stroke.dash.map(number).join(' ')}` : '',
    item.stroke?.cap ?? '',
  ].filter(Boolean);
  const at = first && first.type !== 'close' ? first : { x: 0, y: 0 };
  const isBox = first?.type === 'rect' && item.path.length === 1;
  const kind = isBox ? 'box' : 'path';
  return entry(kind, at, [kind, pathText(item.path), ...ink].join(' '));
}

function pathText(path: readonly PathSegment[]): string {
  return path
    .map((segment) => {
      switch (segment.type) {
        case 'rect':
          return rect(segment);
        case 'move':
        case 'line':
          return `${segment.type === 'move' ? 'M' : 'L'}${number(segment.x)},${number(segment.y)}`;
        case 'curve': {
          const points = [segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y];
          return `C${points.map(number).join(',')}`;
        }
        case 'close':
          return 'Z';
      }
    })
    .join(' ');
}

// ── groups and links ──

function groupEntry(item: GroupItem, order: DumpOrder): Entry {
  const said = [
    item.opacity === undefined ? '' : `opacity ${number(item.opacity)}`,
    item.clip ? `clip ${pathText(item.clip)}` : '',
    item.transform ? `transform ${item.transform.map(number).join(' ')}` : '',
  ].filter(Boolean);
  const inner = dumpItems(item.items, order).map((line) => `  ${line}`);
  const lines = [['group', ...said].join(' '), ...inner];
  return { kind: kinds.indexOf('group'), x: 0, y: 0, lines };
}

function targetOf({ target }: LinkItem): string {
  return target.type === 'url' ? target.url : `#${target.id}`;
}

// ── values ──

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function rect({ x, y, width, height }: Rectangle): string {
  return `${number(x)},${number(y)} ${number(width)}x${number(height)}`;
}

/** To a hundredth of a point. */
function number(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}

function colorText(color: Color): string {
  const alpha = color.alpha === 1 ? '' : ` / ${number(color.alpha)}`;
  if (color.space === 'cmyk') {
    const inks = [color.c, color.m, color.y, color.k].map(number).join(' ');
    const spot = color.spot ? ` = ${color.spot.name} ${number(100 * color.spot.tint)}%` : '';
    return `cmyk(${inks}${alpha})${spot}`;
  }
  const hex = [color.r, color.g, color.b]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
  return (hex === '000000' ? 'black' : `#${hex}`) + alpha;
}
