/**
 * The case files of the cascade: Markdown tables whose rows are declarations and what must come of them.
 * `| declarations | field | value |`: `value` is JSON, or `reported` when the declaration must be dropped
 * with a diagnostic and leave no trace. A bar inside a cell is written `\|`.
 */
import { readFileSync } from 'node:fs';

export interface StyleCase {
  readonly declarations: string;
  /** Field of the computed style. */
  readonly field: string;
  readonly expected: string;
}

/** The cases of a file of `test/suite/style/`, under their headings. */
export function styleCases(
  name: string,
): readonly (readonly [heading: string, cases: readonly StyleCase[]])[] {
  const text = readFileSync(new URL(`../suite/style/${name}`, import.meta.url), 'utf8');
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const rows = section.split('\n').filter((line) => line.startsWith('| `'));
      const cases = rows.map((row) => {
        const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
        const [, declarations = '', field = '', expected = ''] = cells.map((cell) =>
          cell.replace(/^`|`$/g, ''),
        );
        return { declarations, field, expected };
      });
      return [section.split('\n', 1)[0] ?? '', cases] as const;
    });
}
