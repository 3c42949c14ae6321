/**
 * Lines of a pasted text → blocks: what stands between blank lines, or single lines where the paste
 * has no blank ones. Lines are joined only where one sentence plainly runs over the line's end: a
 * caption between double blanks, a paragraph wrapped by hand, a dateline left alone on its line.
 */
import type { BlockType } from '../document/publication.js';
import { datelineAlone } from './dateline.js';
import { linesOf, passage, trim, type Passage, type Piece } from './source-text.js';

/** How a paragraph of a file with looks is set apart from the others. */
export interface Look {
  /** All words, where most paragraphs are not. */
  readonly bold: boolean;
  readonly italic: boolean;
  readonly centred: boolean;
  /** At the right edge. */
  readonly right: boolean;
}

/** What the file says of a line by itself. */
interface Said {
  /** What the block is, whatever its words look like; it joins with no other. */
  readonly given?: BlockType | undefined;
  readonly look?: Look | undefined;
}

/** One block, before anything is known of it. */
export interface Block extends Passage, Said {
  /** First line, from 1. */
  readonly line: number;
  /** Blank lines around it; 0 at the ends of the file. */
  readonly blanksBefore: number;
  readonly blanksAfter: number;
  /** More blank lines before (after) it than usual in this file, and than one: how captions are set off. */
  readonly isolatedBefore: boolean;
  readonly isolatedAfter: boolean;
  /** Lines joined. */
  readonly lines: number;
}

/** A line with words, or one that stands for a block without. */
export interface Row extends Piece, Said {
  /** Blank lines above it. */
  readonly blanks: number;
}

/** Columns: a hand-wrapped paragraph has lines of about one length, between these. */
const wrapMin = 50;
const wrapMax = 120;
const wrapSlack = 25;

/** The blocks of a text. */
export function splitBlocks(source: string): readonly Block[] {
  return blocksOf(filledRows(source));
}

/** The blocks of lines. */
export function blocksOf(rows: readonly Row[]): readonly Block[] {
  const usual = median(rows.slice(1).map((row) => row.blanks));
  const groups: Row[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group && joins(group, row, usual)) group.push(row);
    else groups.push([row]);
  }
  return joinWrapped(groups, usual).map((group, index, all) => {
    const before = index === 0 ? 0 : (group[0]?.blanks ?? 0);
    const after = all[index + 1]?.[0]?.blanks ?? 0;
    return {
      ...passage(group),
      line: group[0]?.line ?? 1,
      blanksBefore: before,
      blanksAfter: after,
      // One blank line sets nothing off, not even where most lines touch (verse, lists).
      isolatedBefore: before > Math.max(1, usual),
      isolatedAfter: after > Math.max(1, usual),
      lines: group.length,
      given: group[0]?.given,
      look: group[0]?.look,
    };
  });
}

function filledRows(source: string): readonly Row[] {
  const rows: Row[] = [];
  let blanks = 0;
  linesOf(source).forEach((line, index) => {
    const piece = trim({ text: line, line: index + 1, column: 1 });
    if (piece) rows.push({ ...piece, blanks });
    blanks = piece ? 0 : blanks + 1;
  });
  return rows;
}

function joins(group: readonly Row[], row: Row, usual: number): boolean {
  const last = group.at(-1);
  if (!last || last.given || row.given) return false;
  if (row.blanks <= 1 && datelineAlone(last.text, row.text)) return true;
  if (row.blanks > 0 || usual === 0 || closes(last.text)) return false;
  const setOff = (group[0]?.blanks ?? 0) > usual;
  return setOff || /^\p{Ll}/u.test(row.text);
}

/** Joins runs of touching lines that were wrapped at one measure. */
function joinWrapped(groups: readonly (readonly Row[])[], usual: number): readonly (readonly Row[])[] {
  if (usual === 0) return groups;
  const result: Row[][] = [];
  let run: Row[][] = [];
  const flush = (): void => {
    const rows = run.flat();
    if (run.length > 1 && isWrapped(rows)) result.push(rows);
    else for (const group of run) result.push(group);
    run = [];
  };
  for (const group of groups) {
    if ((group[0]?.blanks ?? 1) > 0 || group[0]?.given || run.at(-1)?.[0]?.given) flush();
    run.push([...group]);
  }
  flush();
  return result;
}

function isWrapped(rows: readonly Row[]): boolean {
  const full = rows.slice(0, -1).map((row) => row.text.length);
  const longest = rows.reduce((most, row) => Math.max(most, row.text.length), 0);
  if (rows.length < 3 || longest < wrapMin || longest > wrapMax) return false;
  return full.every((length) => length >= longest - wrapSlack);
}

function closes(text: string): boolean {
  return /[.!?…:;]["”’)]?$/u.test(text);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
