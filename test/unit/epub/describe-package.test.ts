import { describe, expect, it } from 'vitest';
import { listManifest } from '../../../src/epub/describe-package.js';
import type { PackageFile } from '../../../src/epub/package-model.js';

const file = (href: string, mediaType: string, more: Partial<PackageFile> = {}): PackageFile => ({
  href,
  mediaType,
  bytes: new Uint8Array(0),
  ...more,
});

describe('listManifest', () => {
  it('names a licence as a linked resource of each font that it is for, and not in the manifest', () => {
    const { manifest, licences } = listManifest(
      [],
      [
        file('fonts/a.ttf', 'font/ttf'),
        file('fonts/OFL-a.txt', 'text/plain', { licenceOf: ['fonts/a.ttf', 'fonts/b.ttf'] }),
        file('fonts/b.ttf', 'font/ttf'),
        file('fonts/c.ttf', 'font/ttf'),
      ],
      { contentsAt: -1, hasNcx: true },
    );
    expect(manifest.map(({ id, href }) => `${id} ${href}`)).toEqual([
      'nav toc.xhtml',
      'ncx toc.ncx',
      'css style.css',
      'file-1 fonts/a.ttf',
      'file-3 fonts/b.ttf',
      'file-4 fonts/c.ttf',
    ]);
    expect(licences).toEqual([
      { href: 'fonts/OFL-a.txt', mediaType: 'text/plain', id: 'file-1' },
      { href: 'fonts/OFL-a.txt', mediaType: 'text/plain', id: 'file-3' },
    ]);
  });
});
