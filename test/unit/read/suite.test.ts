/** The case files of `test/suite/read/`. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/document/publication.js';
import { dump, readArticle, said } from '../../support/read-helpers.js';
import { readCases } from '../../support/read-suite.js';

const blocksOf = (article: Article): string =>
  article.guesses.map(({ line, type, text }) => `${line} ${type}: ${text}\n`).join('');

for (const file of readdirSync(new URL('../../suite/read/', import.meta.url)).sort()) {
  describe(file, () => {
    for (const { name, file: path, input, expected } of readCases(file)) {
      it(name, async () => {
        const { article, diagnostics } = await readArticle({ [path]: input });
        const { blocks, metadata, tree } = expected;
        if (blocks !== undefined) expect(blocksOf(article)).toBe(blocks);
        if (metadata !== undefined) expect(article.metadata).toMatchObject(JSON.parse(metadata) as object);
        if (tree !== undefined) expect(dump(article.body)).toBe(tree);
        expect(
          said(diagnostics)
            .map((line) => `${line}\n`)
            .join(''),
        ).toBe(expected.diagnostics ?? '');
      });
    }
  });
}
