/**
 * Failing tests by what they need: for each part of the engine the tests that use it, and those that use
 * no other part, which are the first to pass once it is built. A sorting for whoever plans the work; it
 * decides nothing.
 */
import type { Verdict } from './judge.js';

/** Parts of the engine and the features of `scan.ts`, or the codes of diagnostics, that tell of them. */
const parts: readonly (readonly [string, RegExp])[] = [
  ['float: left and right, clear', /^(?:float: (?:left|right)|clear)$/],
  ['position: absolute', /^position: absolute$/],
  ['position: relative', /^position: relative$/],
  ['columns', /^(?:columns|column-(?:count|width|fill|rule|gap).*)$/],
  ['column-span: all', /^column-span: all$/],
  ['break-before, -after, -inside', /^(?:page-)?break-(?:before|after|inside)$/],
  ['widows and orphans', /^(?:widows|orphans)$/],
  ['tables', /^(?:<table>|display: (?:inline-)?table.*|border-collapse|table-layout|empty-cells)$/],
  ['inline-block, inline-table', /^display: inline-(?:block|table)$/],
  ['list items', /^(?:<li>|display: list-item|list-style.*|::marker)$/],
  ['pictures in backgrounds', /^background-(?:image|repeat|position|attachment|size|origin|clip)$/],
  ['img', /^(?:<img>|object-.*)$/],
  ['generated content', /^(?:::before|::after|content|counter-.*|quotes)$/],
  ['::first-letter, ::first-line', /^(?:::first-(?:letter|line)|initial-letter)$/],
  ['pages', /^(?:@page|page|size)$/],
  ['margin boxes', /^@(?:top|bottom|left|right)-.*$/],
  ['overflow: hidden', /^overflow: hidden$/],
  ['opacity', /^opacity$/],
  ['border-radius', /^border-.*radius$/],
  ['box-decoration-break', /^(?:-webkit-)?box-decoration-break$/],
  ['vertical-align', /^vertical-align$/],
  ['white-space', /^(?:white-space|<pre>)$/],
  ['text-align: justify', /^text-align(?:-last)?: justify$/],
  ['hyphens', /^hyphens$/],
  ['letter- and word-spacing', /^(?:letter|word)-spacing$/],
  ['text-transform', /^text-transform$/],
  ['text-indent', /^text-indent$/],
  ['text-wrap', /^text-wrap$/],
  ['overflow-wrap', /^(?:overflow-wrap|word-wrap)$/],
  ['hanging-punctuation', /^hanging-punctuation$/],
  ['text-decoration', /^text-(?:decoration|underline).*$/],
  ['ex and ch', /^unit (?:ex|ch)$/],
  ['a character that no font has', /^TEXT-(?:GLYPH|PRIVATE)$/],
  ['a web font that cannot be read', /^TEXT-FONT.*$/],
];

/** A table of the parts, those with most failing tests first. */
export function causes(verdicts: readonly Verdict[]): string {
  const failing = verdicts.filter(({ status }) => status === 'failed' || status === 'error');
  const passing = verdicts.filter(({ status }) => status === 'passed');
  const counts = new Map(parts.map(([name]) => [name, { failing: 0, alone: 0, passing: 0 }]));
  let none = 0;
  for (const verdict of failing) {
    const used = partsOf(verdict);
    if (used.length === 0) none += 1;
    for (const name of used) {
      const entry = counts.get(name);
      if (!entry) continue;
      entry.failing += 1;
      if (used.length === 1) entry.alone += 1;
    }
  }
  for (const verdict of passing)
    for (const name of partsOf(verdict)) {
      const entry = counts.get(name);
      if (entry) entry.passing += 1;
    }
  const lines = [...counts]
    .toSorted((a, b) => b[1].failing - a[1].failing)
    .map(([name, n]) => `| ${name} | ${n.failing} | ${n.alone} | ${n.passing} |`);
  return [
    '| part of the engine | failing tests that use it | and no other part | passing tests that use it |',
    '| --- | ---: | ---: | ---: |',
    ...lines,
    `| none of these | ${none} | | |`,
    '',
  ].join('\n');
}

/** The parts of the engine that a test uses. */
export function partsOf({ features, diagnostics }: Verdict): readonly string[] {
  const codes = (diagnostics ?? []).map((message) => message.replace(/:.*$/s, ''));
  const told = [...features, ...codes];
  return parts.filter(([, pattern]) => told.some((one) => pattern.test(one))).map(([name]) => name);
}
