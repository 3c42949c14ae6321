/** An ebook is given out with a claim of accessibility only where it is not known to break it. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { publish } from '../../src/publish.js';
import { memoryHost } from '../support/memory-host.js';

const claim =
  'accessibility: { conformsTo: EPUB Accessibility 1.1 - WCAG 2.2 Level AA, certifiedBy: Sao Mai }';
const grey = { width: 40, height: 20, channels: 3, background: { r: 9, g: 9, b: 9 } } as const;
const picture = sharp({ create: grey }).png().toBuffer();

async function built(body: string, facts = claim) {
  const files = {
    'b.md': `---\ntitle: Bài\ndate: 2024-01-01\nlang: vi\n${facts}\n---\n\n${body}\n`,
    'a.png': await picture,
  };
  const { artifacts, diagnostics } = await publish('b.md', { editions: ['ebook'] }, memoryHost(files));
  const codes = diagnostics.map(({ code }) => code.replace('CHECK-EPUB-', ''));
  return { made: artifacts.length, codes };
}

it('withholds an ebook that breaks its claim, and names what breaks it', async () => {
  const table = '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>';
  const broken = ['IMG-ALT-WORDS', 'ALT-PLACEHOLDER', 'TABLE', 'CONFORMS-BROKEN'];
  expect(await built(`Lời.\n\n![Ảnh](a.png)\n\n${table}`)).toEqual({ made: 0, codes: broken });
  expect(await built(`Lời.\n\n![Ảnh](a.png)\n\n${table}`, 'section: Tin')).toEqual({
    made: 1,
    codes: ['IMG-ALT-WORDS'],
  });
  expect(await built('Lời.\n\n![Chợ nổi buổi sáng](a.png)')).toEqual({ made: 1, codes: [] });
});
