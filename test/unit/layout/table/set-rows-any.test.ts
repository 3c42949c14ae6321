import { expect, it } from 'vitest';
import { h } from '../../../support/lay-out.js';
import { setTables } from './set-tables.js';

/** Numbers from 0 up to `below`, the same in every run (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
}

const styles = [
  '',
  'table { border-collapse: collapse } td { border: 1pt solid }',
  'table { border: 3pt solid; padding: 2pt; border-spacing: 4pt; box-decoration-break: clone }',
  'tr { break-inside: auto } td { vertical-align: middle; padding: 1pt }',
  'table { break-inside: avoid } td { height: 25pt }',
  'div { columns: 2; column-gap: 0 } tr { break-inside: auto }',
  'table { height: 130pt } tr { break-after: avoid }',
  '.new { break-before: page } table { float: left }',
];

/** A table whose words are numbered from 1; how many words it has. */
function anyTable(seed: number) {
  const pick = numbers(seed);
  let words = 0;
  const cell = () => {
    const lines = Array.from({ length: pick(4) === 0 ? pick(14) : pick(3) }, () =>
      h('p', `w${(words += 1)}`),
    );
    const spans = { rowSpan: pick(5) === 0 ? 1 + pick(4) : 1, colSpan: pick(6) === 0 ? 2 : 1 };
    return h(pick(12) === 0 ? 'td.new' : 'td', spans, ...lines);
  };
  const row = () => h('tr', ...Array.from({ length: 1 + pick(2) }, cell));
  const group = (name: string, most: number) => h(name, ...Array.from({ length: 1 + pick(most) }, row));
  const parts = [
    ...(pick(3) === 0 ? [h('caption', `w${(words += 1)}`)] : []),
    ...(pick(2) === 0 ? [group('thead', 2)] : []),
    group('tbody', 8),
    ...(pick(3) === 0 ? [group('tfoot', 2)] : []),
    ...(pick(2) === 0 ? [group('tbody', 4)] : []),
  ];
  const before = Array.from({ length: pick(4) }, () => h('p', `w${(words += 1)}`));
  return { content: h('div', ...before, h('table', ...parts)), words };
}

for (const [number, style] of styles.entries()) {
  it(`any table has every word once, style ${number}`, async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const { content, words } = anyTable(seed * 7919 + number);
      for (const height of [35, 60, 100]) {
        const { texts } = await setTables(style, height, content);
        const found = texts.flat().filter((text) => !text.startsWith('*'));
        const sorted = found.map((text) => Number(/^w(\d+)@/u.exec(text)?.[1])).sort((a, b) => a - b);
        expect([seed, height, sorted]).toEqual([
          seed,
          height,
          Array.from({ length: words }, (_, i) => i + 1),
        ]);
        expect(texts.length).toBeLessThan(200);
      }
    }
  }, 30_000);
}
