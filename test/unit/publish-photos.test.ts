/** No edition carries what a telephone writes into its photographs: place, camera, serial numbers. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PdfStream } from '../../src/check/pdf/objects.js';
import { openPdf } from '../../src/check/pdf/open-pdf.js';
import { publish } from '../../src/publish.js';
import { memoryHost } from '../support/memory-host.js';
import { secrets, telephone, xmpPacket } from '../support/photo-data.js';
import { readZip } from '../support/read-zip.js';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><metadata>SERIAL-4711</metadata><rect width="9" height="6"/></svg>';

/** Pictures of every kind that keep their bytes, are written anew, or are made smaller. */
async function pictures(): Promise<Record<string, Uint8Array | string>> {
  const packet = xmpPacket('exif:GPSLatitude="21,51N"');
  const make = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#a33' } }).withMetadata({ orientation: 6 });
  const dirty = { ...telephone, IFD0: { ...telephone.IFD0, Orientation: '1' } };
  const bytes = async (picture: ReturnType<typeof make>) => new Uint8Array(await picture.toBuffer());
  return {
    'in/a.jpg': await bytes(make(900, 600).withExif(dirty).withXmp(packet).jpeg()),
    'in/b.jpg': await bytes(make(900, 600).withExifMerge(telephone).withXmp(packet).jpeg()),
    'in/c.jpg': await bytes(make(2400, 1600).withExif(dirty).jpeg()),
    'in/d.png': await bytes(make(600, 400).withExif(dirty).withXmp(packet).png()),
    'in/e.webp': await bytes(make(600, 400).withExif(dirty).withXmp(packet).webp()),
    'in/f.tif': await bytes(make(600, 400).withXmp(packet).tiff()),
    'in/g.svg': svg,
  };
}

describe('the editions of an article with photographs', () => {
  it('hold nothing of camera and place', async () => {
    const files = await pictures();
    const names = Object.keys(files).map((path) => path.replace('in/', ''));
    for (const path of names.slice(0, 5))
      expect(Buffer.from(files[`in/${path}`] ?? '').includes('SECRET-MODEL-77'), path).toBe(true);
    const lines = names.map((name) => `![Một ô màu đỏ sẫm](${name} "Ô màu thử")`).join('\n\n');
    const article = `---\ntitle: Ảnh thử\ndate: 2021-03-04\n---\n\n${lines}\n`;
    const { artifacts, diagnostics } = await publish(
      'in/bai.md',
      {},
      memoryHost({ ...files, 'in/bai.md': article }),
    );
    const expected = ['PDF-RESOLUTION', 'READ-PHOTO-CREDIT'];
    expect(diagnostics.filter(({ code }) => !expected.includes(code))).toEqual([]);
    expect(artifacts).toHaveLength(3);
    for (const { edition, bytes } of artifacts) {
      const parts = edition === 'ebook' ? readZip(bytes).map((file) => file.bytes) : streamsOf(bytes);
      expect(parts.length).toBeGreaterThan(7);
      const all = Buffer.concat([bytes, ...parts]);
      for (const secret of secrets) expect(all.includes(secret), `${edition}: ${secret}`).toBe(false);
    }
  });
});

/** What the streams of a PDF hold, decoded where they are not pictures of their own format. */
function streamsOf(bytes: Uint8Array): readonly Uint8Array[] {
  const { value: file } = openPdf(bytes, 'a.pdf');
  if (!file) throw new Error('no PDF');
  const streams: Uint8Array[] = [];
  for (let number = 1; number < 1000; number++) {
    const object = file.object(number);
    const decoded = object instanceof PdfStream ? file.decode(object) : undefined;
    if (decoded) streams.push(decoded);
  }
  return streams;
}
