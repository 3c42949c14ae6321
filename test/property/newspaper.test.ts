/**
 * Pasted texts of any mixture: every word of the source is, in its order, either in the tree or in a
 * diagnostic that shows what was left out, and never in both. Reading never throws, gives the same twice,
 * and takes time that grows with the length.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { Article } from '../../src/document/publication.js';
import type { ElementNode } from '../../src/document/tree.js';
import { pastedTexts } from '../support/pasted-texts.js';
import { contentText, readArticle, wordsOf } from '../support/read-helpers.js';

const run = { seed: 20200113, numRuns: 150 };

/** The words of a text; a bar, which in a title is a break mark, is one by itself. */
function wordsIn(text: string): readonly string[] {
  return wordsOf(text.replaceAll('|', ' | '));
}

/** What stands where: the blocks of the tree, and what was left out. */
function shownWords({ body }: Article, diagnostics: readonly Diagnostic[]): readonly string[] {
  const [root] = body.children;
  const kept = leaves(root?.type === 'element' ? root : undefined);
  const left = diagnostics
    .filter(({ code }) => code === 'READ-LEFT-OUT' || code === 'READ-LINES-LEFT-OUT')
    .map(({ span, values }) => ({
      line: span?.line ?? 0,
      column: span?.column ?? 1,
      text: String(values['text']),
    }));
  const all = [...kept, ...left].sort((a, b) => a.line - b.line || a.column - b.column);
  // What is in the tree is in order without being sorted.
  expect(all.filter((one) => kept.includes(one))).toEqual(kept);
  return all.flatMap(({ text }) => wordsIn(text));
}

/** The lowest blocks and the text nodes between line breaks, each with its place. */
function leaves(of: ElementNode | undefined): { line: number; column: number; text: string }[] {
  return (of?.children ?? []).flatMap((node) => {
    if (
      node.type === 'element' &&
      /^(?:article|ul|li|blockquote|aside|figure|figcaption|p)$/.test(node.tagName)
    ) {
      const lines = node.children.some((child) => child.type === 'element' && child.tagName === 'br');
      const blocks = node.tagName !== 'p' && node.tagName !== 'li' && node.tagName !== 'figcaption';
      if (lines || blocks) return leaves(node);
    }
    const { line = 0, column = 1 } = node.span ?? {};
    return [{ line, column, text: contentText(node) }];
  });
}

describe('pasted texts', () => {
  it('lose no word and show none twice', async () => {
    await fc.assert(
      fc.asyncProperty(pastedTexts, async (source) => {
        const { article, diagnostics } = await readArticle({ 'bai.txt': `x ${source}` });
        expect(shownWords(article, diagnostics)).toEqual(wordsIn(article.source));
      }),
      run,
    );
  });

  it('give the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(pastedTexts, async (source) => {
        const once = await readArticle({ 'bai.txt': `x ${source}` });
        expect(await readArticle({ 'bai.txt': `x ${source}` })).toEqual(once);
      }),
      { ...run, numRuns: 30 },
    );
  });

  it('are told of every line what it was taken for', async () => {
    await fc.assert(
      fc.asyncProperty(pastedTexts, async (source) => {
        const { article } = await readArticle({ 'bai.txt': `x ${source}` });
        for (const { confidence, reasons } of article.guesses) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
      { ...run, numRuns: 30 },
    );
  });

  it('of five thousand lines take no longer than their length asks', async () => {
    const [one = ''] = fc.sample(pastedTexts, { seed: 7, numRuns: 1 });
    const source = `Đầu bài\n\n${one}\n\n`.repeat(Math.ceil(5000 / (one.split('\n').length + 4)));
    const started = performance.now();
    const { article, diagnostics } = await readArticle({ 'bai.txt': source });
    expect(shownWords(article, diagnostics)).toEqual(wordsIn(source));
    // Half a second alone; what grows with the square of the length takes minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  const input = new URL('../../input/', import.meta.url);
  const texts = readdirSync(input).filter((name) => name.endsWith('.txt') && !name.endsWith('.alt.txt'));
  it.each(texts)('hold for %s', async (name) => {
    const { article, diagnostics } = await readArticle({ [name]: readFileSync(new URL(name, input)) });
    expect(shownWords(article, diagnostics)).toEqual(wordsIn(article.source));
  });
});
