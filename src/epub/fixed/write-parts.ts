/**
 * Text and pictures of a page as XHTML, each at its place. In: parts; out: markup, and for text the words as
 * the source has them: capitals that a style sheet made are left to the style sheet, so that what is copied
 * and read out is what was written.
 */
import { isIdentity, transformBox, type Box, type Matrix } from '../../document/matrix.js';
import type { PathSegment } from '../../document/page.js';
import { escapeAttribute, escapeText } from '../../document/xml.js';
import type { ShownPicture } from '../gather-pictures.js';
import { cutText, type TextPiece } from './cut-text.js';
import type { PicturePart, Surroundings, TextPart } from './page-parts.js';
import type { TextCase, TextLooks } from './text-looks.js';
import { decimal, pixels, pixelsPerPoint } from './units.js';

/** A text as it is written: its own letters, and what the style sheet makes of them. */
export interface WrittenText {
  readonly text: string;
  readonly textCase: TextCase;
}

/** The text of a part; `source` is the text node that it came from, where there is one. */
export function writtenText({ run, text }: TextPart, source: string | undefined): WrittenText {
  const shown = { text, textCase: 'none' } as const;
  if (source === undefined || !run.source) return shown;
  const own = source.slice(run.source.start, run.source.end).replace(/\u00ad|\u200b/g, '');
  // A blank that hangs behind the line is none of the words.
  const blank = /\s*$/u.exec(text)?.[0] ?? '';
  const words = text.slice(0, text.length - blank.length);
  const given = own.replace(/\s+/gu, ' ').trimEnd();
  if (given.length === 0 || words === given) return shown;
  const lead = /^\s*/u.exec(words)?.[0] ?? '';
  const typed = lead + given.trimStart() + blank;
  if (given.toLocaleUpperCase(run.language) === words) return { text: typed, textCase: 'uppercase' };
  if (given.toLocaleLowerCase(run.language) === words) return { text: typed, textCase: 'lowercase' };
  return shown;
}

/** Where something stands besides its page: the layer, and who wrote it if that is not who wrote what is around. */
export interface Placing {
  readonly layer: number;
  readonly origin?: string | undefined;
  /** What is missing of the last word, which ends on the next page. */
  readonly rest?: string | undefined;
  /** The first word began on the page before. */
  readonly again?: boolean;
}

/** A text, in one piece or several. */
export function textMarkup(
  part: TextPart,
  { text, textCase }: WrittenText,
  looks: TextLooks,
  { layer, origin, rest, again = false }: Placing,
): string {
  const { run, y, around } = part;
  const { letterSpacing, wordSpacing, size } = run;
  const marked = origin === undefined ? '' : ` data-origin="${origin}"`;
  const look = looks.of(run, textCase);
  const spacing = [
    ...(letterSpacing === 0 ? [] : [`letter-spacing:${pixels(letterSpacing, 4)}`]),
    ...(wordSpacing === 0 ? [] : [`word-spacing:${pixels(wordSpacing, 3)}`]),
    ...turned(around.matrix, '0 1em'),
  ];
  const write = (piece: TextPiece, name = 't', own = marked): string => {
    const x = part.x + piece.x;
    const place = at(around.matrix, x, y);
    const style = [
      // The box begins one em above the baseline, from where it is turned.
      `left:${pixels(place.x)}`,
      `top:${pixels(place.y - size)}`,
      ...spacing,
      ...shared(around, layer, (point) => relative(around.matrix, point, { x, y: y - size })),
    ];
    return `<span class="${name} ${look}"${own} style="${style.join(';')}">${escapeText(piece.text)}</span>`;
  };
  const pieces = cutText(run, text, again).map((piece, i) =>
    again && i === 0 ? write(piece, 't again', ' aria-hidden="true" data-origin="generated"') : write(piece),
  );
  // Not seen where it is, but read out and copied as part of the word.
  if (rest !== undefined) pieces.push(write({ text: rest, x: run.width }, 't rest'));
  return pieces.join('');
}

/** A picture, cut at the area in which it is seen. */
export function pictureMarkup(
  { item, around }: PicturePart,
  { href, alt }: ShownPicture,
  { layer, origin }: Placing,
): string {
  const { content } = item;
  const place = at(around.matrix, content.x, content.y);
  const seen: Box = [item.x, item.y, item.x + item.width, item.y + item.height];
  const whole: Box = [content.x, content.y, content.x + content.width, content.y + content.height];
  const inset = [seen[1] - whole[1], whole[2] - seen[2], whole[3] - seen[3], seen[0] - whole[0]];
  const cut = inset.some((side) => side > 0.01);
  const clips: Surroundings['clips'] = cut
    ? [...around.clips, { path: [{ ...item, type: 'rect' }], matrix: around.matrix }]
    : around.clips;
  const style = [
    `left:${pixels(place.x)}`,
    `top:${pixels(place.y)}`,
    `width:${pixels(content.width)}`,
    `height:${pixels(content.height)}`,
    ...turned(around.matrix, '0 0'),
    ...shared({ ...around, clips }, layer, (point) => relative(around.matrix, point, content)),
  ];
  const marked = origin === undefined ? '' : ` data-origin="${origin}"`;
  return (
    `<img src="${escapeAttribute(href)}" alt="${escapeAttribute(alt)}"${marked}` +
    ` style="${style.join(';')}"/>`
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function at(matrix: Matrix, x: number, y: number): Point {
  const [left, top] = transformBox(matrix, [x, y, x, y]);
  return { x: left, y: top };
}

function turned([a, b, c, d]: Matrix, origin: string): readonly string[] {
  if (isIdentity([a, b, c, d, 0, 0])) return [];
  const numbers = [a, b, c, d].map((value) => decimal(value, 6));
  return [`transform:matrix(${numbers.join(',')},0,0)`, `transform-origin:${origin}`];
}

/** Opacity, layer, and the innermost path that cuts it, for a box whose points `toBox` finds. */
function shared(
  { clips, opacity }: Surroundings,
  layer: number,
  toBox: (place: { readonly point: Point; readonly matrix: Matrix }) => Point,
): readonly string[] {
  const clip = clips.at(-1);
  const path = clip && pathText(clip.path, (point) => toBox({ point, matrix: clip.matrix }));
  return [
    ...(opacity < 1 ? [`opacity:${decimal(opacity, 3)}`] : []),
    ...(layer > 0 ? [`z-index:${layer}`] : []),
    ...(path === undefined ? [] : [`clip-path:path('${path}')`]),
  ];
}

/** A point of a clip as the box sees it that has its corner at `corner`: boxes and their clips lie in one group. */
function relative(
  matrix: Matrix,
  { point, matrix: own }: { readonly point: Point; readonly matrix: Matrix },
  corner: Point,
): Point {
  if (own === matrix) return { x: point.x - corner.x, y: point.y - corner.y };
  // A group in between moved the box only.
  const there = at(own, point.x, point.y);
  const zero = at(matrix, corner.x, corner.y);
  return { x: there.x - zero.x, y: there.y - zero.y };
}

function pathText(path: readonly PathSegment[], move: (point: Point) => Point): string {
  const to = (x: number, y: number): string => {
    const point = move({ x, y });
    return `${decimal(point.x * pixelsPerPoint, 2)} ${decimal(point.y * pixelsPerPoint, 2)}`;
  };
  return path
    .map((segment) => {
      switch (segment.type) {
        case 'move':
          return `M${to(segment.x, segment.y)}`;
        case 'line':
          return `L${to(segment.x, segment.y)}`;
        case 'curve':
          return `C${to(segment.x1, segment.y1)} ${to(segment.x2, segment.y2)} ${to(segment.x, segment.y)}`;
        case 'rect': {
          const { x, y, width, height } = segment;
          const corners = [to(x, y), to(x + width, y), to(x + width, y + height), to(x, y + height)];
          return `M${corners.join('L')}Z`;
        }
        case 'close':
          return 'Z';
      }
    })
    .join('');
}
