/** What opens a box or a chapter in the ebook stands with the words that it opens. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync(new URL('../../../templates/shared/ebook.css', import.meta.url), 'utf8');

/** The declarations of the rule with exactly these selectors. */
function rule(selectors: string): string {
  const at = sheet.indexOf(`\n${selectors} {`);
  return at < 0 ? '' : sheet.slice(sheet.indexOf('{', at), sheet.indexOf('}', at));
}

test('a box stays whole, and a page cannot end between its bar and its first line', () => {
  expect(rule('aside.box')).toContain('break-inside: avoid');
  expect(rule('aside.box')).toContain('position: relative');
  expect(rule('aside.box::before')).toContain('position: absolute');
  expect(rule('aside.box .box-title')).toContain('break-after: avoid');
});

test('chapters of every level open at one distance from the bar', () => {
  const selectors =
    ".chapter > :is(h2, h3, h4):first-child,\n.chapter > [role='doc-pagebreak']:first-child + :is(h2, h3, h4)";
  expect(rule(selectors)).toContain('margin-top: 0.25em');
});
