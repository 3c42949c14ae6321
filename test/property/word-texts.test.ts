/**
 * Articles typed in Word without a style, every line a paragraph: they give the tree that the same text gives
 * when it is pasted, and lose no word.
 */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { Article } from '../../src/document/publication.js';
import { makeDocx, paragraph, run } from '../support/make-docx.js';
import { pastedTexts } from '../support/pasted-texts.js';
import { contentText, dump, readArticle, wordsOf } from '../support/read-helpers.js';
import { readCases } from '../support/read-suite.js';

/** The text as Word keeps it. */
function docxOf(text: string): Uint8Array {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const lines = escaped.split(/\r\n?|\n/u);
  return makeDocx(lines.map((line) => paragraph(run(line))).join(''));
}

/** What an article is, blanks aside: Word files have theirs closed in other ways. */
function treeOf({ body }: Article): string {
  return dump(body)
    .replace(/[ \u00a0]+/gu, ' ')
    .replace(/" | "$/gmu, '"');
}

function leftOut(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ code }) => code === 'READ-LEFT-OUT' || code === 'READ-LINES-LEFT-OUT')
    .map(({ span, values }) => `${span?.line} ${String(values['text'])}`);
}

async function bothOf(text: string) {
  const pasted = await readArticle({ 'bai.txt': text });
  const typed = await readArticle({ 'bai.docx': docxOf(text) });
  return { pasted, typed };
}

describe('a text typed in Word without styles', () => {
  const files = readdirSync(new URL('../suite/read/', import.meta.url)).filter((name) =>
    name.startsWith('newspaper'),
  );
  const cases = files.flatMap((file) => readCases(file).filter((one) => one.file === 'bai.txt'));

  it.each(cases.map(({ name, input }) => [name, input]))('%s', async (_, input = '') => {
    const { pasted, typed } = await bothOf(input);
    expect(treeOf(typed.article)).toBe(treeOf(pasted.article));
    expect(typed.article.metadata).toEqual(pasted.article.metadata);
    expect(leftOut(typed.diagnostics)).toEqual(leftOut(pasted.diagnostics));
  });

  it('is of any mixture what it is when pasted, and loses no word', async () => {
    await fc.assert(
      fc.asyncProperty(pastedTexts, async (source) => {
        const { pasted, typed } = await bothOf(`x ${source}`);
        expect(treeOf(typed.article)).toBe(treeOf(pasted.article));
        expect(wordsOf(contentText(typed.article.body))).toEqual(wordsOf(contentText(pasted.article.body)));
      }),
      { seed: 20200114, numRuns: 40 },
    );
  });
});
