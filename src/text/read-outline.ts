/**
 * Outlines: the `glyf` and `loca` tables (OpenType 5.3.3, 5.3.4). Comes in: a font. Goes out: the ink
 * bounds of a glyph and its outline as SVG path commands, in thousandths of an em, y up. Quadratic
 * curves stay quadratic; composite glyphs (most Vietnamese letters) are put together.
 */
import type { Sfnt } from './sfnt.js';

/** A composite may hold composites; deeper than this the font is damaged. */
const deepestNesting = 8;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/** x' = a·x + c·y + e, y' = b·x + d·y + f */
type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const identity: Transform = [1, 0, 0, 1, 0, 0];

/** Ink and outlines of the glyphs of one font. */
export class Outlines {
  readonly #glyf: DataView;
  readonly #loca: DataView;
  readonly #long: boolean;
  /** Factor from font units to thousandths of an em. */
  readonly #scale: number;

  constructor(sfnt: Sfnt) {
    this.#glyf = sfnt.table('glyf');
    this.#loca = sfnt.table('loca');
    this.#long = sfnt.table('head').getInt16(50) === 1;
    this.#scale = 1000 / sfnt.table('head').getUint16(18);
  }

  /** [yMin, yMax] in thousandths; [0, 0] for a glyph without ink. */
  ink(glyph: number): readonly [number, number] {
    const at = this.#find(glyph);
    if (at < 0) return [0, 0];
    return [this.#glyf.getInt16(at + 4) * this.#scale, this.#glyf.getInt16(at + 8) * this.#scale];
  }

  /** SVG path commands (M L Q Z) in thousandths; '' for a glyph without ink. */
  path(glyph: number): string {
    return this.#contours(glyph, identity, 0)
      .map((contour) => contourPath(contour, this.#scale))
      .join('');
  }

  /** Where a glyph begins in `glyf`; -1 when it is empty or does not exist. */
  #find(glyph: number): number {
    const size = this.#long ? 4 : 2;
    if (glyph < 0 || (glyph + 2) * size > this.#loca.byteLength) return -1;
    const at = (index: number): number =>
      this.#long ? this.#loca.getUint32(4 * index) : 2 * this.#loca.getUint16(2 * index);
    const start = at(glyph);
    return at(glyph + 1) > start && start + 10 <= this.#glyf.byteLength ? start : -1;
  }

  #contours(glyph: number, transform: Transform, depth: number): readonly (readonly Point[])[] {
    const at = this.#find(glyph);
    if (at < 0 || depth > deepestNesting) return [];
    const count = this.#glyf.getInt16(at);
    return count >= 0 ? this.#simple(at, count, transform) : this.#composite(at, transform, depth);
  }

  #simple(at: number, count: number, transform: Transform): readonly (readonly Point[])[] {
    const view = this.#glyf;
    const ends = Array.from({ length: count }, (_, i) => view.getUint16(at + 10 + 2 * i));
    const points = (ends.at(-1) ?? -1) + 1;
    let cursor = at + 10 + 2 * count;
    cursor += 2 + view.getUint16(cursor);
    const flags: number[] = [];
    while (flags.length < points) {
      const flag = view.getUint8(cursor++);
      const repeats = flag & 8 ? view.getUint8(cursor++) : 0;
      for (let i = 0; i <= repeats; i++) flags.push(flag);
    }
    /** Coordinates are differences: one byte with a sign flag, two bytes, or the same as before. */
    const coordinates = (short: number, same: number): number[] => {
      let value = 0;
      return flags.map((flag) => {
        if (flag & short) value += flag & same ? view.getUint8(cursor++) : -view.getUint8(cursor++);
        else if (!(flag & same)) {
          value += view.getInt16(cursor);
          cursor += 2;
        }
        return value;
      });
    };
    const xs = coordinates(2, 16);
    const ys = coordinates(4, 32);
    const [a, b, c, d, e, f] = transform;
    const all = flags.map((flag, i): Point => {
      const x = xs[i] ?? 0;
      const y = ys[i] ?? 0;
      return { x: a * x + c * y + e, y: b * x + d * y + f, onCurve: (flag & 1) === 1 };
    });
    return ends.map((end, i) => all.slice((ends[i - 1] ?? -1) + 1, end + 1));
  }

  #composite(at: number, transform: Transform, depth: number): readonly (readonly Point[])[] {
    const view = this.#glyf;
    const contours: (readonly Point[])[] = [];
    let cursor = at + 10;
    let flags: number;
    do {
      flags = view.getUint16(cursor);
      const part = readComponent(view, cursor, flags);
      contours.push(
        ...this.#contours(view.getUint16(cursor + 2), compose(transform, part.transform), depth + 1),
      );
      cursor = part.next;
    } while (flags & 0x20);
    return contours;
  }
}

/** One component of a composite glyph: its transform and where the next one begins. */
function readComponent(
  view: DataView,
  at: number,
  flags: number,
): { readonly transform: Transform; readonly next: number } {
  let cursor = at + 4;
  const words = (flags & 1) !== 0;
  // Without ARGS_ARE_XY_VALUES the arguments are points to be joined; no font in use does that.
  const offsets = (flags & 2) !== 0;
  const x = words ? view.getInt16(cursor) : view.getInt8(cursor);
  const y = words ? view.getInt16(cursor + 2) : view.getInt8(cursor + 1);
  cursor += words ? 4 : 2;
  const fraction = (): number => {
    cursor += 2;
    return view.getInt16(cursor - 2) / 16384;
  };
  let matrix: [number, number, number, number] = [1, 0, 0, 1];
  if (flags & 8) {
    const scale = fraction();
    matrix = [scale, 0, 0, scale];
  } else if (flags & 0x40) matrix = [fraction(), 0, 0, fraction()];
  else if (flags & 0x80) matrix = [fraction(), fraction(), fraction(), fraction()];
  return { transform: [...matrix, offsets ? x : 0, offsets ? y : 0], next: cursor };
}

function compose(outer: Transform, inner: Transform): Transform {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** TrueType contours leave out on-curve points midway between two control points. */
function contourPath(contour: readonly Point[], scale: number): string {
  const first = contour[0];
  const last = contour.at(-1);
  if (!first || !last) return '';
  const show = (point: { x: number; y: number }): string =>
    `${round(point.x * scale)} ${round(point.y * scale)}`;
  const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2, onCurve: true });
  const start = first.onCurve ? first : last.onCurve ? last : middle(first, last);
  let path = `M${show(start)}`;
  let control: Point | undefined;
  const points = first.onCurve ? contour.slice(1) : contour;
  for (const point of [...points, start]) {
    if (control && point.onCurve) path += `Q${show(control)} ${show(point)}`;
    else if (control) path += `Q${show(control)} ${show(middle(control, point))}`;
    else if (point.onCurve) path += `L${show(point)}`;
    control = point.onCurve ? undefined : point;
  }
  return `${path}Z`;
}

/** SVG numbers with at most two decimals. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
