/** What runs keep for later ones can be lost at any time. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptIn } from '../../src/host-kept.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anpham-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new Uint8Array([1, 2, 3]);
const opened = () => {
  const kept = keptIn(folder, 'made');
  if (!kept) throw new Error('no store');
  return kept;
};

describe('files that are kept', () => {
  it('are given back, whole', () => {
    expect(opened().get('a.ttf')).toBeUndefined();
    opened().put('a.ttf', bytes);
    expect(new Uint8Array(opened().get('a.ttf') ?? [])).toEqual(bytes);
    expect(readdirSync(join(folder, 'made'))).toEqual(['a.ttf']);
  });

  it('are as if they were not there when they are spoilt', () => {
    opened().put('a.ttf', bytes);
    const path = join(folder, 'made', 'a.ttf');
    const whole = readFileSync(path);
    for (const spoilt of [whole.subarray(0, -1), Buffer.concat([whole, whole]), whole.subarray(0, 3)]) {
      writeFileSync(path, spoilt);
      expect(opened().get('a.ttf')).toBeUndefined();
    }
  });

  it('are never many', () => {
    mkdirSync(join(folder, 'made'));
    for (let i = 0; i < 200; i++) writeFileSync(join(folder, 'made', `${i}`), '');
    opened().put('a.ttf', bytes);
    expect(opened().get('a.ttf')).toBeUndefined();
  });

  it('are not kept where there is no place for them', () => {
    expect(keptIn(join(folder, 'none'), 'made')).toBeUndefined();
    writeFileSync(join(folder, 'made'), '');
    expect(() => opened().put('a.ttf', bytes)).not.toThrow();
    expect(opened().get('a.ttf')).toBeUndefined();
  });
});
