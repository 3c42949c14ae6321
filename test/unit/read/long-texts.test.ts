/**
 * Texts far longer than an article: of more lines than an engine takes arguments (V8: some 120,000), and
 * verse whose every line must not be compared with all others.
 */
import { describe, expect, it } from 'vitest';
import { renderTable } from '../../../src/cli/table.js';
import { measureBlocks } from '../../../src/read/measure.js';
import { linesInRuns } from '../../../src/read/runs.js';
import { splitBlocks } from '../../../src/read/split-blocks.js';

const many = 130_000;

describe('a text of very many lines', () => {
  it('is verse where they are of one measure', () => {
    const line = measureBlocks(splitBlocks('Suối reo bên bản nhà ta'));
    const verse = Array.from({ length: many }, (_, at) =>
      line.map((shape) => ({
        ...shape,
        block: { ...shape.block, text: `Suối${at} reo bên bản nhà ta`, blanksBefore: 1 },
      })),
    ).flat();
    // The first line of a text is its headline.
    expect(linesInRuns(verse).size).toBe(many - 1);
  });

  it('is shown as a table', () => {
    const rows = Array.from({ length: many }, (_, at) => [String(at)]);
    const table = renderTable([{ head: 'n' }], rows, { colour: false });
    expect(table.split('\n')).toHaveLength(many + 2);
  });
});
