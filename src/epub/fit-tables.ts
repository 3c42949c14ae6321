/**
 * Tables on narrow screens. A table that needs more room than a telephone has at the reader's size of type
 * is marked (`stack-small`, `stack-wide`), and each of its cells carries the words of its column's head, so that
 * a style sheet can set every row as a list of names and values. Nothing may scroll sideways: on paged
 * readers what is beyond the edge is lost. Tables whose cells reach over rows or columns stay tables.
 */
import { attribute, hasClass, textOf, type ElementNode, type TreeNode } from '../document/tree.js';

/** How a table is marked, and the head of the column above each cell of its body. */
export interface FittedTable {
  readonly table: ElementNode;
  readonly className: 'stack-small' | 'stack-wide';
  readonly labels: ReadonlyMap<ElementNode, string>;
}

/** An average letter and the blank between two columns, em of the table's type. */
const letter = 0.5;
const gap = 0.6;
/** Letters that a column of running words wants in a line, however short its words. */
const comfortable = 8;
/** em: a table of less fits wherever text can be read. */
const always = 9;
/** em: the measure of a telephone at usual size. */
const telephone = 22;

/** What a table needs; undefined for one that fits, or has no heads to name its cells by. */
export function fitTable(table: ElementNode): FittedTable | undefined {
  const sections = table.children.filter(isElement);
  const head = sections.find(({ tagName }) => tagName === 'thead');
  const heads = head && headsOf(rowsOf(head));
  if (!heads || heads.some((words) => words === '')) return undefined;
  const rows = sections.filter(({ tagName }) => /^(?:tbody|tfoot|tr)$/.test(tagName)).flatMap(rowsOf);
  const cells = rows.map(cellsOf);
  const regular = cells.every((row) => row.length === heads.length && row.every((cell) => !spans(cell)));
  if (!regular) return undefined;
  const need = heads.reduce((sum, words, column) => {
    const texts = [words, ...cells.map((row) => row[column]).map((cell) => (cell ? textOf(cell) : ''))];
    return sum + Math.max(...texts.map(lettersOf)) * letter + gap;
  }, 0);
  if (need <= always) return undefined;
  return {
    table,
    className: need <= telephone ? 'stack-small' : 'stack-wide',
    labels: new Map(cells.flatMap((row) => row.map((cell, column) => [cell, heads[column] ?? ''] as const))),
  };
}

/** The words above each column; those of several rows joined. Undefined where heads leave columns without a name. */
function headsOf(rows: readonly ElementNode[]): readonly string[] | undefined {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of cellsOf(row)) {
      while (grid[y]?.[x] !== undefined) x++;
      const words = wordsOf(cell).replace(/\s+/g, ' ').trim();
      const [width, height] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      for (let down = y; down < Math.min(rows.length, y + height); down++) {
        const cells = grid[down];
        // The words of a tall cell are said once.
        for (let across = x; cells && across < x + width; across++) cells[across] = down === y ? words : '';
      }
      x += width;
    }
  });
  const columns = grid[0]?.length ?? 0;
  if (columns === 0 || grid.some((row) => row.length !== columns)) return undefined;
  return Array.from({ length: columns }, (_, x) =>
    grid
      .map((row) => row[x])
      .filter(Boolean)
      .join(', '),
  );
}

/** What is written in a cell, the calls of notes left out. */
function wordsOf(node: TreeNode): string {
  if (node.type === 'text') return node.value;
  return hasClass(node, 'noteref') ? '' : node.children.map(wordsOf).join('');
}

/** The longest word of a text, or as much as reads well in a line. */
function lettersOf(words: string): number {
  const plain = words.trim();
  const longest = Math.max(0, ...plain.split(/[\s\u00ad\u200b-]+/u).map((word) => word.length));
  return Math.max(longest, Math.min(plain.length, comfortable));
}

function rowsOf(section: ElementNode): readonly ElementNode[] {
  return section.tagName === 'tr'
    ? [section]
    : section.children.filter(isElement).filter(({ tagName }) => tagName === 'tr');
}

function cellsOf(row: ElementNode): readonly ElementNode[] {
  return row.children.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

function spans(cell: ElementNode): boolean {
  return span(cell, 'colspan') > 1 || span(cell, 'rowspan') > 1;
}

function span(cell: ElementNode, name: 'colspan' | 'rowspan'): number {
  return Math.max(1, Number(attribute(cell, name) ?? 1) || 1);
}

function isElement(node: TreeNode): node is ElementNode {
  return node.type === 'element';
}
