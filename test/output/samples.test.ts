/**
 * The samples of `input/` through the whole pipeline and back: each edition holds exactly the words of
 * the source (the fidelity rule), and our own checks find nothing.
 */
import { runText } from '../support/set-text.js';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { manuscriptOf } from '../support/manuscript-of.js';
import { assemble } from '../../src/assemble/assemble.js';
import { checkFile } from '../../src/check/check.js';
import {
  archiveWords,
  compareWords,
  ebookWords,
  printWords,
  publicationWords,
  wordsOf,
} from '../../src/check/fidelity.js';
import { describe as say } from '../../src/diagnostic.js';
import type { PageItem } from '../../src/document/page.js';
import type { Artifact, Result } from '../../src/document/result.js';
import { nodeHost } from '../../src/host-node.js';
import { publish } from '../../src/publish.js';
import { setPages } from '../../src/publish-pages.js';
import { readSource } from '../../src/read/read.js';
import { dress } from '../../src/template/dress.js';
import { loadTemplate } from '../../src/template/load-template.js';
import { root } from '../support/run-cli.js';
import { typedText } from '../support/words-typed.js';

/** `….alt.txt` stands beside a picture. */
const samples = readdirSync(join(root, 'input')).filter((name) => /(?<!\.alt)\.(?:txt|md)$/.test(name));
const none = { lost: [], added: [], moved: [] };

/** The content's text on the pages of the print edition, in the order in which they are painted. */
async function layOut(input: string): Promise<string> {
  const host = nodeHost();
  const article = (await readSource(input, host)).value;
  const template = loadTemplate('bulletin', host).value;
  if (!article || !template) throw new Error(`${input} cannot be read`);
  const dressed = await dress(assemble(manuscriptOf(article), { name: '' }).value, template, 'print');
  const { pages } = (await setPages(dressed.value, host)).value;
  const textOf = (item: PageItem): string => {
    if (item.type === 'group') return item.items.map(textOf).join('');
    if (item.type !== 'text' || item.tag.type === 'artifact') return '';
    const runs = item.runs.filter(({ origin }) => origin === 'content');
    return runs.map(runText).join('');
  };
  return pages.flatMap((page) => page.items.map(textOf)).join('');
}

it('there are samples', () => {
  expect(samples.length).toBeGreaterThanOrEqual(2);
});

describe.each(samples)('%s', { timeout: 120_000 }, (name) => {
  let source: readonly string[];
  let words: readonly string[];
  let result: Result;
  beforeAll(async () => {
    const host = nodeHost();
    const input = join(root, 'input', name);
    const { value: article, diagnostics } = await readSource(input, host);
    const left = new Set(
      diagnostics
        .filter(({ code }) => code === 'READ-LEFT-OUT' || code === 'READ-LINES-LEFT-OUT')
        .flatMap(({ values }) => String(values['text']).split('\n')),
    );
    const lines = article?.source.split('\n') ?? [];
    const kept = lines.filter((line) => !left.has(line.trim().replace(/\s+/gu, ' '))).join('\n');
    source = wordsOf(name.endsWith('.md') ? typedText(kept) : kept);
    words = article ? publicationWords(assemble(manuscriptOf(article), { name }).value) : [];
    result = await publish(input, {}, host);
  }, 120_000);

  const bytesOf = (edition: Artifact['edition']): Uint8Array =>
    result.artifacts.find((artifact) => artifact.edition === edition)?.bytes ?? new Uint8Array();

  it('has words, and comes out in three editions', () => {
    expect(words.length).toBeGreaterThan(100);
    expect(result.artifacts.map(({ edition }) => edition).toSorted()).toEqual(['archive', 'ebook', 'print']);
  });

  it('holds each word that was typed, but for lines that it says it left out', () => {
    const { lost, added, moved } = compareWords(source, words);
    expect({ lost, added }).toEqual({ lost: [], added: [] });
    // The facts of a pasted text are lifted out of it into the head; a Markdown file is read as it stands.
    if (name.endsWith('.md')) expect(moved).toEqual([]);
  });

  it('is in the archive file along the structure tree, word by word', () => {
    expect(compareWords(words, archiveWords(bytesOf('archive')))).toEqual(none);
  });

  it('is in the ebook along the spine, word by word', () => {
    expect(compareWords(words, ebookWords(bytesOf('ebook')))).toEqual(none);
  });

  it('is on the printed pages, each word once', () => {
    // Figures and notes are painted where they stand on the page: the order is the structure's affair.
    const { lost, added } = compareWords(words, printWords(bytesOf('print')));
    expect({ lost, added }).toEqual({ lost: [], added: [] });
  });

  it('is printed as it was laid out, letter by letter', async () => {
    const laidOut = await layOut(join(root, 'input', name));
    expect(printWords(bytesOf('print')).join('')).toBe(laidOut.replace(/\s/g, '').normalize('NFC'));
  });

  it('has nothing that our own checks object to', async () => {
    for (const { name: file, bytes } of result.artifacts) {
      const { diagnostics } = await checkFile(file, bytes);
      expect(diagnostics.map((d) => `${file}: ${say(d, 'en').message}`)).toEqual([]);
    }
  });
});
