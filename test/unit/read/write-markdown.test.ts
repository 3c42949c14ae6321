/** The Markdown of a recognised text makes the same article: tree, facts and pictures. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RootNode, TreeNode } from '../../../src/document/tree.js';
import { fieldsBeside } from '../../../src/read/metadata-file.js';
import { writeMarkdown } from '../../../src/read/write-markdown.js';
import { memoryHost } from '../../support/memory-host.js';
import { pastedTexts } from '../../support/pasted-texts.js';
import { dump, readArticle } from '../../support/read-helpers.js';
import { readCases } from '../../support/read-suite.js';

/** The tree as lines, neighbouring texts joined: where a line ended is not in Markdown. */
function shown(body: RootNode): string {
  return dump(joined(body) as RootNode);
}

function joined(node: TreeNode | RootNode): TreeNode | RootNode {
  if (node.type === 'text') return node;
  const children: TreeNode[] = [];
  for (const child of node.children) {
    const last = children.at(-1);
    if (child.type === 'text' && last?.type === 'text' && last.origin === child.origin)
      children[children.length - 1] = { ...last, value: last.value + child.value };
    else children.push(joined(child) as TreeNode);
  }
  return { ...node, children };
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Reads a text, writes it as Markdown beside it and reads that. */
async function both(files: Files, path: string): Promise<void> {
  const text = await readArticle(files, path);
  const markdown = writeMarkdown(text.article, text.diagnostics, await fieldsBeside(path, memoryHost(files)));
  const written = path.replace(/txt$/, 'md');
  const again = await readArticle({ ...files, [written]: markdown }, written);
  expect(shown(again.article.body), markdown).toBe(shown(text.article.body));
  expect(again.article.metadata).toEqual(text.article.metadata);
  expect(again.article.images).toEqual(text.article.images);
  for (const { code, values } of text.diagnostics)
    if (code === 'READ-LEFT-OUT' || code === 'READ-LINES-LEFT-OUT')
      for (const line of String(values['text']).split('\n')) expect(markdown).toContain(`: ${line}\n`);
}

describe('a text written as Markdown', () => {
  const cases = ['newspaper.md', 'newspaper-patterns.md'].flatMap(readCases);
  it.each(cases.map(({ name, input }) => [name, input]))('%s', async (_, input) => {
    await both({ 'bai.txt': input ?? '' }, 'bai.txt');
  });

  it('the sample, with its photos, their alternative texts and the facts beside it', async () => {
    const read = (name: string): Uint8Array =>
      readFileSync(new URL(`../../../input/${name}`, import.meta.url));
    const endings = ['.txt', '.yaml', '-1.jpg', '-2.jpg', '-1.alt.txt', '-2.alt.txt'];
    const files = Object.fromEntries(
      endings.map((ending) => [`input/so-noi-vu-2020${ending}`, read(`so-noi-vu-2020${ending}`)]),
    );
    await both(files, 'input/so-noi-vu-2020.txt');
  });

  it('pictures of a folder with names that addresses cannot hold', async () => {
    const photo = readFileSync(new URL('../../../input/so-noi-vu-2020-1.jpg', import.meta.url));
    const input =
      'Hội chợ\n\nLSO-Sáng nay, hội chợ của tỉnh đã mở cửa đón khách.\n\nGian hàng "A" & B. Ảnh: Tuệ Mẫn';
    await both({ 'bai.txt': input, 'bai/ảnh (1) 100%.jpg': photo }, 'bai.txt');
  });

  it('whatever was pasted', async () => {
    await fc.assert(
      fc.asyncProperty(pastedTexts, async (input) => both({ 'bai.txt': `x ${input}` }, 'bai.txt')),
      { seed: 20200113, numRuns: 60 },
    );
  });

  it('words that Markdown would take for its own', async () => {
    const words = fc.constantFrom(
      ...'xã Tân hội, năm 1. 1) - + * # > ` ~~ ~ _ __ *a* [a] (b) ![a](b) <b> &amp; \\ \\\\ {.lead} { } | : :: ::: --- === ^[a] [^1] $ “a” HÀ MY ảnh Ảnh: PV: LSO- TTXVN ? .'.split(
        ' ',
      ),
    );
    const line = fc.array(words, { minLength: 1, maxLength: 26 }).map((all) => all.join(' '));
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n\n')), { minLength: 1, maxLength: 10 })
      .map((parts) => parts.flat().join(''));
    await fc.assert(
      fc.asyncProperty(text, async (input) => both({ 'bai.txt': input }, 'bai.txt')),
      { seed: 20200113, numRuns: 100 },
    );
  });
});
