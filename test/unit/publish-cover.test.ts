/** The cover of the ebook: drawn, or given by the source or by whoever asks. */
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishOptions } from '../../src/document/result.js';
import { publish } from '../../src/publish.js';
import { memoryHost } from '../support/memory-host.js';
import { readZip } from '../support/read-zip.js';

const article = (ebook: string): string =>
  `---\ntitle: Chợ phiên\ndate: 2020-01-13\n${ebook}---\n\nMỗi tháng sáu phiên chợ.\n`;
let picture: Uint8Array;

beforeAll(async () => {
  const drawn = sharp({ create: { width: 700, height: 1120, channels: 3, background: '#204069' } });
  picture = new Uint8Array(await drawn.jpeg().toBuffer());
});

/** The cover picture and the words for it in the ebook of an article. */
async function made(files: Record<string, string | Uint8Array>, options: PublishOptions = {}) {
  const { artifacts, diagnostics } = await publish(
    'in/bai.md',
    { editions: ['ebook'], ...options },
    memoryHost(files),
  );
  const said = diagnostics.map(({ code, edition, span }) => `${code} ${edition} ${span?.file}:${span?.line}`);
  const [ebook] = artifacts;
  if (!ebook) return { said };
  const parts = readZip(ebook.bytes);
  const file = (end: string): Uint8Array =>
    parts.find(({ name }) => name.endsWith(end))?.bytes ?? new Uint8Array();
  const alt = /<img[^>]*alt="([^"]*)"/.exec(Buffer.from(file('cover.xhtml')).toString('utf8'))?.[1];
  const { width, height } = await sharp(file('cover.jpg')).metadata();
  return { said, alt, size: [width, height] };
}

describe('the cover of the ebook', () => {
  it('is drawn from the template where none is given', async () => {
    const drawn = await made({ 'in/bai.md': article('') });
    expect(drawn).toEqual({ said: [], alt: 'Bìa: Bản tin. Chợ phiên. 13/01/2020', size: [1600, 2560] });
  });

  it('is the picture that the article names, with the words that lie beside it', async () => {
    const files = { 'in/bai.md': article('ebook: { cover: bia.jpg }\n'), 'in/bia.jpg': picture };
    expect(await made(files)).toEqual({ said: [], alt: 'Bìa: Chợ phiên', size: [700, 1120] });
    const described = await made({ ...files, 'in/bia.alt.txt': 'Chợ vùng cao trong sương\n' });
    expect(described.alt).toBe('Chợ vùng cao trong sương');
  });

  it('is before that the one of the command line, wherever it lies', async () => {
    const files = { 'in/bai.md': article('ebook: { cover: khong.jpg }\n'), 'other/bia.jpg': picture };
    const { said, size } = await made(files, { ebook: { cover: { path: 'other/bia.jpg' } } });
    expect({ said, size }).toEqual({ said: [], size: [700, 1120] });
  });

  it('withholds the ebook when it is missing, elsewhere or no picture, and says so at its place', async () => {
    const missing = await made({ 'in/bai.md': article('ebook:\n  cover: bia.jpg\n') });
    expect(missing).toEqual({ said: ['EPUB-COVER-MISSING ebook in/bai.md:5'] });
    const outside = { 'in/bai.md': article('ebook: { cover: ../bia.jpg }\n'), 'bia.jpg': picture };
    expect(await made(outside)).toEqual({ said: ['IMG-OUTSIDE ebook in/bai.md:4'] });
    const web = { 'in/bai.md': article('ebook: { cover: https://example.org/bia.jpg }\n') };
    expect(await made(web)).toEqual({ said: ['IMG-REMOTE ebook in/bai.md:4'] });
    const folder = { 'in/bai.md': article('ebook: { cover: anh }\n'), 'in/anh/bia.jpg': picture };
    expect(await made(folder)).toEqual({ said: ['IMG-NONE ebook in/bai.md:4'] });
    const text = { 'in/bai.md': article(''), 'bia.jpg': 'no picture' };
    const cover = { ebook: { cover: { path: 'bia.jpg' } } };
    expect(await made(text, cover)).toEqual({ said: ['IMG-NONE ebook bia.jpg:undefined'] });
  });
});
