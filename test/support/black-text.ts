/**
 * Black and grey text on the black plate alone, as printed: Ghostscript draws the plates of a page without its
 * pictures and shapes, and where our reader sees text in black ink no other plate may have a dot.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPdf } from '../../src/check/pdf/open-pdf.js';
import { readPdf } from '../../src/check/pdf/read-pdf.js';
import type { PageContent, TextShow } from '../../src/check/pdf/read-content.js';
import { runTool, type Verdict } from './tools.js';

/** Dots an inch: enough to hit every letter, and few enough to look at all of them. */
const resolution = 100;

/** Dots of a page, four bytes each (C M Y K), from the top. */
interface Plates {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** What a print file has on other plates under its black text. */
export function blackText(file: string): Verdict {
  const opened = openPdf(readFileSync(file), file).value;
  const pages = opened ? readPdf(opened).pages : [];
  const plates = platesOf(file);
  const said = pages.flatMap((page, i) => {
    const drawn = plates[i];
    if (!drawn) return [`page ${i + 1} was not drawn`];
    const { black, others } = countDots(page, drawn);
    const names = others.flatMap((count, ink) => (count > 0 ? [`${'CMY'.charAt(ink)} ${count}`] : []));
    const wrong =
      names.length > 0 ? [`page ${i + 1}: dots of other plates in black text: ${names.join(', ')}`] : [];
    const hasBlack = page.shows.some(isBlack);
    return hasBlack && black === 0 ? [...wrong, `page ${i + 1}: no black text was drawn`] : wrong;
  });
  return {
    file,
    passed: pages.length > 0 && said.length === 0,
    said: pages.length > 0 ? said : ['no pages'],
  };
}

/** Neutral in RGB or CMYK, whatever it is made of: what a reader takes for black or grey. */
function isBlack({ fill, invisible }: TextShow): boolean {
  const [a = 0, b = a, c = a] = fill.values;
  const spread = Math.max(a, b, c) - Math.min(a, b, c);
  if (invisible || !['gray', 'rgb', 'cmyk'].includes(fill.space)) return false;
  return fill.space === 'gray' || spread < (fill.space === 'rgb' ? 0.05 : 0.2);
}

/** Dots within the lines of black text, those at the ends left out: the next word may be in a colour. */
function countDots(
  { page, shows }: PageContent,
  { width, height, dots }: Plates,
): { black: number; others: number[] } {
  const others = [0, 0, 0];
  let black = 0;
  const [left = 0, bottom = 0] = (page.dict.raw('MediaBox') as readonly number[] | null) ?? [];
  const scale = resolution / 72;
  for (const show of shows.filter(isBlack)) {
    const [from, to] = [(show.from.x - left) * scale + 1, (show.to.x - left) * scale - 1];
    const base = height - (show.from.y - bottom) * scale;
    for (let y = Math.ceil(base - 0.6 * show.em * scale); y < base; y++) {
      for (let x = Math.ceil(from); x < to; x++) {
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        const at = (y * width + x) * 4;
        for (let ink = 0; ink < 3; ink++) if ((dots[at + ink] ?? 0) > 0) others[ink] = (others[ink] ?? 0) + 1;
        if ((dots[at + 3] ?? 0) > 0) black += 1;
      }
    }
  }
  return { black, others };
}

function platesOf(file: string): readonly Plates[] {
  const folder = mkdtempSync(join(tmpdir(), 'anpham-plates-'));
  try {
    const options = ['-q', '-dFILTERIMAGE', '-dFILTERVECTOR', '-sDEVICE=pamcmyk32', `-r${resolution}`];
    runTool('ghostscript', [...options, '-o', join(folder, '%04d.pam'), file]);
    return readdirSync(folder)
      .toSorted()
      .map((name) => readPam(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Netpbm's PAM: words up to `ENDHDR`, then the dots. */
function readPam(bytes: Uint8Array): Plates {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('ENDHDR\n') + 7;
  const head = Buffer.from(bytes.subarray(0, end)).toString('latin1');
  const number = (key: string): number => Number(new RegExp(`${key} (\\d+)`).exec(head)?.[1] ?? 0);
  return { width: number('WIDTH'), height: number('HEIGHT'), dots: bytes.subarray(end) };
}
