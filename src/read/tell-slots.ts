/**
 * Shapes of all blocks → the same, with the slots of pictures told that a content system names by the
 * headline without its marks: `Thong xe cau Ban Ven-Hinh-2` below `Thông xe cầu Bản Vèn`; and with the lines
 * told in which a caption is glued behind a slot: where one ends and the other begins cannot be told for sure.
 */
import type { Shape } from './measure.js';

/** The headline is one of the first lines. */
const headLines = 8;
const fewestWords = 4;
/** Characters of a headline, and of one with a number behind it. */
const longestHead = 250;
const longestSlot = longestHead + 20;

/** Marks the slots, and lines that go on behind one. */
export function tellSlots(shapes: readonly Shape[]): readonly Shape[] {
  return tellGlued(tellBare(shapes));
}

/** Lines of a headline, a picture's number and more words. */
function tellGlued(shapes: readonly Shape[]): readonly Shape[] {
  const heads = shapes
    .slice(0, headLines)
    .filter(({ closed, words, block }) => !closed && words >= fewestWords && block.text.length <= longestHead)
    .map(({ block }) => block.text);
  const goesOn = ({ block: { text } }: Shape): boolean =>
    heads.some((head) => text.startsWith(head) && numberAndWords.test(text.slice(head.length)));
  return shapes.map((shape) => (goesOn(shape) ? { ...shape, behindSlot: true } : shape));
}

/** ` ảnh 1Các đại biểu` */
const numberAndWords = /^ ?-? ?ảnh \d{1,2} ?\p{L}/u;

function tellBare(shapes: readonly Shape[]): readonly Shape[] {
  const heads = new Set(shapes.slice(0, headLines).filter(isMarked).map(bare));
  if (heads.size === 0) return shapes;
  return shapes.map((shape) => (isSlot(shape, heads) ? { ...shape, imageFile: true } : shape));
}

function isSlot(shape: Shape, heads: ReadonlySet<string>): boolean {
  const { closed, words, block } = shape;
  if (closed || words < fewestWords || block.text.length > longestSlot || isMarked(shape)) return false;
  const name = bare(shape);
  return heads.has(name) || heads.has(withoutNumber(name));
}

/** `ban ven-hinh-2` → `ban ven` */
function withoutNumber(name: string): string {
  const stem = name.replace(/\d{1,3}$/u, '');
  if (stem === name) return name;
  const joined = /[\s-]+$/u;
  return stem
    .replace(joined, '')
    .replace(/(?:hinh|anh)$/u, '')
    .replace(joined, '');
}

/** A line with the marks of Vietnamese that could be a headline. */
function isMarked({ closed, block: { text } }: Shape): boolean {
  return !closed && text.length <= longestHead && bare({ block: { text } }) !== text.toLowerCase();
}

/** Lower case, without marks. */
function bare({ block: { text } }: { readonly block: { readonly text: string } }): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}
