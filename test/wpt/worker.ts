/**
 * A worker process: paths of tests in, verdicts out, one after the other. Apart, because a test that
 * hangs can only be stopped from outside.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { checkoutHost } from './checkout.js';
import type { Raster } from './compare.js';
import { Judge, type Judged } from './judge.js';

const [, , root = '', out = ''] = process.argv;
// The processes share the cores already.
sharp.concurrency(1);
sharp.cache(false);
const judge = new Judge({ root, host: checkoutHost(root) });

process.on('message', (path) => {
  void answer(String(path));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function answer(path: string): Promise<void> {
  const judged = await judge.judge(path);
  if (out !== '' && judged.verdict.status === 'failed') await keepPictures(judged);
  process.send?.(judged.verdict);
}

/** Test, reference and difference beside each other, the pages of each from top to bottom. */
async function keepPictures({ verdict, test, reference }: Judged): Promise<void> {
  if (!test || !reference) return;
  mkdirSync(out, { recursive: true });
  const name = join(out, verdict.test.replaceAll('/', '_').replace(/\.\w+$/, ''));
  const count = Math.max(test.pages.length, reference.pages.length);
  const cells: {
    input: Buffer;
    raw: { width: number; height: number; channels: 3 };
    left: number;
    top: number;
  }[] = [];
  let width = 0;
  let top = 0;
  for (let i = 0; i < count; i += 1) {
    const [a, b] = [test.pages[i], reference.pages[i]];
    const one = a ?? b;
    if (!one) continue;
    const row = [a, b, a && b ? difference(a, b) : undefined];
    row.forEach((raster, column) => {
      if (!raster) return;
      const raw = { width: raster.width, height: raster.height, channels: 3 as const };
      cells.push({ input: Buffer.from(raster.data), raw, left: column * (one.width + 8), top });
    });
    width = Math.max(width, 3 * (one.width + 8));
    top += one.height + 8;
  }
  if (width === 0) return;
  const background = '#888888';
  await sharp({ create: { width, height: top, channels: 3, background } })
    .composite(cells)
    .png()
    .toFile(`${name}.png`);
}

function difference(a: Raster, b: Raster): Raster {
  const data = a.data.map((value, i) => 255 - Math.abs(value - (b.data[i] ?? 0)));
  return { width: a.width, height: a.height, data };
}
