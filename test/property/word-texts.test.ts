/**
 * Articles typed in Word without a style, every line a paragraph: they give the tree that the same text gives
 * when it is pasted, and lose no word.
 */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { Article } from '../../src/document/publication.js';
import type { RootNode, TreeNode } from '../../src/document/tree.js';
import { makeDocx, paragraph, run } from '../support/make-docx.js';
import { pastedTexts } from '../support/pasted-texts.js';
import { contentText, dump, readArticle, wordsOf } from '../support/read-helpers.js';
import { readCases } from '../support/read-suite.js';

/** The text as Word keeps it; every `every` signs of a line the next are bold, in italics, or plain again. */
function docxOf(text: string, every = 0): Uint8Array {
  const looks = ['', '<w:b/>', '<w:i/>', '<w:b/><w:i/>'];
  const lines = text.split(/\r\n?|\n/u).map((line) => {
    const parts = every > 0 ? (line.match(new RegExp(`[^]{1,${every}}`, 'gu')) ?? []) : [line];
    return paragraph(
      parts.map((part, at) => run(escaped(part), looks[at % looks.length])).join('') || '<w:r/>',
    );
  });
  return makeDocx(lines.join(''));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A tree without its marks, the texts that they parted in one. */
function unmarked<Node extends TreeNode | RootNode>(node: Node): Node {
  if (node.type === 'text') return node;
  const children: TreeNode[] = [];
  const add = (child: TreeNode): void => {
    const last = children.at(-1);
    if (child.type === 'element' && /^(?:em|strong)$/.test(child.tagName)) child.children.forEach(add);
    else if (child.type === 'text' && last?.type === 'text')
      children[children.length - 1] = { ...last, value: last.value + child.value };
    else children.push(unmarked(child));
  };
  node.children.forEach(add);
  return { ...node, children };
}

/** What an article is, blanks aside: Word files have theirs closed in other ways. */
function treeOf({ body }: Article): string {
  return dump(unmarked(body))
    .replace(/[ \u00a0]+/gu, ' ')
    .replace(/" | "$/gmu, '"');
}

/** What is said of the text, but what only one of the two knows: photos beside it, signs of Word. */
function told(diagnostics: readonly Diagnostic[]): readonly string[] {
  const ofText =
    /^READ-(?:LEFT-OUT|LINES-LEFT-OUT|SECTION-GLUED|YEAR|MIXED|CAPTION-TWICE|NO-TITLE|(?:WORD-)?DOUBT)$/;
  return diagnostics
    .filter(({ code }) => ofText.test(code))
    .map(({ code, span, values }) => `${code.replace('WORD-', '')} ${span?.line} ${JSON.stringify(values)}`)
    .sort();
}

async function bothOf(text: string, every = 0) {
  const pasted = await readArticle({ 'bai.txt': text });
  const typed = await readArticle({ 'bai.docx': docxOf(text, every) });
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
    expect(told(typed.diagnostics)).toEqual(told(pasted.diagnostics));
  });

  it('is of any mixture what it is when pasted, and loses no word', async () => {
    await fc.assert(
      fc.asyncProperty(pastedTexts, async (source) => {
        const { pasted, typed } = await bothOf(`x ${source}`);
        expect(treeOf(typed.article)).toBe(treeOf(pasted.article));
        expect(wordsOf(contentText(typed.article.body))).toEqual(wordsOf(contentText(pasted.article.body)));
      }),
      { seed: 20200114, numRuns: 25 },
    );
  });

  it('is the same with marks anywhere in its lines', async () => {
    await fc.assert(
      fc.asyncProperty(pastedTexts, fc.integer({ min: 3, max: 40 }), async (source, every) => {
        const { pasted, typed } = await bothOf(`x ${source}`, every);
        expect(treeOf(typed.article)).toBe(treeOf(pasted.article));
      }),
      { seed: 20200115, numRuns: 20 },
    );
  });
});
