/** Files and folders that no reader takes: what a newsroom is told of them. */
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/read/read.js';
import { memoryHost } from '../../support/memory-host.js';

const host = memoryHost({ 'bai.doc': 'x', 'bai.ODT': 'x', 'bai.xyz': 'x', 'so/bai.txt': 'x' });

describe('what no reader takes', () => {
  it.each([
    ['bai.doc', 'READ-EXTENSION-OFFICE'],
    ['bai.ODT', 'READ-EXTENSION-OFFICE'],
    ['bai.xyz', 'READ-EXTENSION'],
    ['so', 'READ-FOLDER'],
  ])('%s: %s', async (path, code) => {
    const { value, diagnostics } = await readSource(path, host);
    expect(value).toBeUndefined();
    expect(diagnostics.map((said) => said.code)).toEqual([code]);
  });
});
