/**
 * The samples of `input/` through the whole pipeline and back: each edition holds exactly the words of
 * the source (the fidelity rule), and our own checks find nothing.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { assemble } from '../../src/assemble/assemble.js';
import { checkFile } from '../../src/check/check.js';
import {
  archiveWords,
  compareWords,
  ebookWords,
  printWords,
  publicationWords,
} from '../../src/check/fidelity.js';
import { describe as say } from '../../src/diagnostic.js';
import type { Artifact, Result } from '../../src/document/result.js';
import { nodeHost } from '../../src/host-node.js';
import { publish } from '../../src/publish.js';
import { readSource } from '../../src/read/read.js';
import { root } from '../support/run-cli.js';

/** `….alt.txt` stands beside a picture. */
const samples = readdirSync(join(root, 'input')).filter((name) => /(?<!\.alt)\.(?:txt|md)$/.test(name));
const none = { lost: [], added: [], moved: [] };

it('there are samples', () => {
  expect(samples.length).toBeGreaterThanOrEqual(2);
});

describe.each(samples)('%s', { timeout: 120_000 }, (name) => {
  let words: readonly string[];
  let result: Result;
  beforeAll(async () => {
    const host = nodeHost();
    const input = join(root, 'input', name);
    const article = (await readSource(input, host)).value;
    words = article ? publicationWords(assemble([article], { name }).value) : [];
    result = await publish(input, {}, host);
  }, 120_000);

  const bytesOf = (edition: Artifact['edition']): Uint8Array =>
    result.artifacts.find((artifact) => artifact.edition === edition)?.bytes ?? new Uint8Array();

  it('has words, and comes out in three editions', () => {
    expect(words.length).toBeGreaterThan(100);
    expect(result.artifacts.map(({ edition }) => edition).toSorted()).toEqual(['archive', 'ebook', 'print']);
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

  it('has nothing that our own checks object to', async () => {
    for (const { name: file, bytes } of result.artifacts) {
      const { diagnostics } = await checkFile(file, bytes);
      expect(diagnostics.map((d) => `${file}: ${say(d, 'en').message}`)).toEqual([]);
    }
  });
});
