/**
 * Shapes of all blocks → the same, with the slots of pictures told that a content system names by the
 * headline without its marks: `Thong xe cau Ban Ven-Hinh-2` below `Thông xe cầu Bản Vèn`.
 */
import type { Shape } from './measure.js';

/** The headline is one of the first lines. */
const headLines = 8;
const fewestWords = 4;

/** Marks the slots. */
export function tellSlots(shapes: readonly Shape[]): readonly Shape[] {
  const heads = new Set(shapes.slice(0, headLines).filter(isMarked).map(bare));
  if (heads.size === 0) return shapes;
  return shapes.map((shape) => (isSlot(shape, heads) ? { ...shape, imageFile: true } : shape));
}

function isSlot(shape: Shape, heads: ReadonlySet<string>): boolean {
  if (shape.closed || shape.words < fewestWords || isMarked(shape)) return false;
  return heads.has(bare(shape)) || heads.has(bare(shape).replace(/\s*-?\s*(?:hinh|anh)?[ -]*\d{1,3}$/u, ''));
}

/** A line with the marks of Vietnamese that could be a headline. */
function isMarked({ closed, block: { text } }: Shape): boolean {
  return !closed && text.length <= 250 && bare({ block: { text } }) !== text.toLowerCase();
}

/** Lower case, without marks. */
function bare({ block: { text } }: { readonly block: { readonly text: string } }): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}
