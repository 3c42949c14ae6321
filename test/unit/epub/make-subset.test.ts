/** Subsets of fonts, made once where the host keeps them. */
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeSubset } from '../../../src/epub/make-subset.js';
import { readCharacters } from '../../../src/epub/read-characters.js';
import { memoryHost } from '../../support/memory-host.js';

const plain = memoryHost();
const path = plain.resource('fonts/source-serif-4/SourceSerif4-Regular.ttf');
const fontAt = (place: string): Uint8Array => {
  const file = plain.read(place);
  if (!file.ok) throw new Error('no font');
  return file.bytes;
};
const digestOf = (place: string) => new Uint8Array(createHash('sha256').update(fontAt(place)).digest());
const digest = digestOf(path);
const source = { path, digest, characters: readCharacters(fontAt(path)), reserved: ['Source'] };
const wanted = { characters: 'Ấn phẩm ☃', format: 'ttf' } as const;

const keeping = () => {
  const store = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const get = (name: string): Uint8Array | undefined => {
    asked.push(name.replace(/^.*\./, store.has(name) ? '+' : '-'));
    return store.get(name);
  };
  const put = (name: string, bytes: Uint8Array): void => void store.set(name, bytes);
  return { store, asked, host: memoryHost({}, { kept: { get, put } }) };
};

describe('makeSubset', () => {
  it('makes the same bytes with and without a place to keep them, and makes them once', async () => {
    const { store, asked, host } = keeping();
    const made = await makeSubset(source, wanted, plain);
    expect([...readCharacters(made.bytes)].toSorted((a, b) => a - b)).toEqual(
      [...new Set('Ấn phẩm ')].map((one) => one.codePointAt(0) ?? 0).toSorted((a, b) => a - b),
    );
    expect(new Uint8Array(inflateRawSync(made.deflated ?? new Uint8Array()))).toEqual(made.bytes);
    expect(await makeSubset(source, wanted, host)).toEqual(made);
    expect(asked.splice(0)).toEqual(['-ttf', '-deflate']);
    expect(await makeSubset(source, wanted, host)).toEqual(made);
    // A character that the font has not makes no other font.
    expect(await makeSubset(source, { ...wanted, characters: 'Ấn phẩm ☃☄' }, host)).toEqual(made);
    expect(asked.splice(0)).toEqual(['+ttf', '+deflate', '+ttf', '+deflate']);
    expect(store.size).toBe(2);
  });

  it('makes another for other characters, another font, format or name', async () => {
    const { asked, host } = keeping();
    await makeSubset(source, wanted, host);
    await makeSubset(source, { ...wanted, characters: 'Ấn phẩm x' }, host);
    await makeSubset(source, { ...wanted, format: 'woff2' }, host);
    await makeSubset({ ...source, reserved: [] }, wanted, host);
    const italic = path.replace('Regular', 'It');
    await makeSubset({ ...source, path: italic, digest: digestOf(italic) }, wanted, host);
    expect(asked.filter((one) => one.startsWith('+'))).toEqual([]);
  });

  it('keeps nothing of a font that has changed since it was looked at', async () => {
    const { store, host } = keeping();
    const changed = { ...source, digest: digest.toReversed() };
    await expect(makeSubset(changed, wanted, host)).rejects.toThrow('changed');
    expect(store.size).toBe(0);
  });
});
