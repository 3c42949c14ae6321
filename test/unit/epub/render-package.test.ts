import { EPub } from 'epub-gen-memory';
import { createRequire } from 'node:module';
import http from 'node:http';
import https from 'node:https';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EpubRenderer } from '../../../src/epub/render-package.js';
import { writeEpub } from '../../../src/epub/write-epub.js';
import { memoryHost } from '../../support/memory-host.js';
import { zipTexts } from '../../support/read-zip.js';
import { ebookOf, plainConfig } from './ebook-fixture.js';

afterEach(() => vi.restoreAllMocks());

describe('epub-gen-memory, what we use of it', () => {
  it('is the version that was looked at', () => {
    const { version } = createRequire(import.meta.url)('epub-gen-memory/package.json') as { version: string };
    expect(version).toBe('1.1.2');
  });

  it('has the protected members that the subclass takes', () => {
    class Probe extends EPub {
      members(): readonly unknown[] {
        return [
          typeof this.uuid,
          typeof this.zip.file,
          typeof this.zip.files,
          this.images.length,
          this.cover,
        ];
      }
    }
    expect(new Probe({ title: 'x' }, []).members()).toEqual(['string', 'function', 'object', 0, undefined]);
  });

  it('renders into these files and no others', async () => {
    const options = {
      title: 'x',
      contentOPF: '<%= id %>',
      tocXHTML: 't',
      tocNCX: 'n',
      chapterXHTML: 'c',
      css: 's',
    };
    const files = await new EpubRenderer(
      options,
      [{ content: '', filename: 'a.xhtml' }],
      'urn:x',
    ).renderFiles();
    const read = new Map(files.map((file) => [file.name, 'text' in file ? file.text : undefined]));
    expect([...read.keys()].sort()).toEqual([
      'META-INF/container.xml',
      'OEBPS/a.xhtml',
      'OEBPS/content.opf',
      'OEBPS/style.css',
      'OEBPS/toc.ncx',
      'OEBPS/toc.xhtml',
      'mimetype',
    ]);
    expect(read.get('OEBPS/content.opf')).toBe('urn:x');
    expect(read.get('OEBPS/style.css')).toBe('s');
    expect(read.get('META-INF/container.xml')).toContain('full-path="OEBPS/content.opf"');
  });

  it('checks its options and chapters', () => {
    const wrong = JSON.parse('{ "title": 7 }') as { title: string };
    expect(() => new EpubRenderer(wrong, [], 'urn:x')).toThrow(/title/);
    expect(() => new EpubRenderer({ title: 'x' }, [{ content: '', filename: 'a/b.xhtml' }], 'urn:x')).toThrow(
      /slash/,
    );
  });
});

describe('the ebook', () => {
  it('fetches nothing', async () => {
    const refuse = (): never => {
      throw new Error('the network was asked');
    };
    const doors = [
      vi.spyOn(globalThis, 'fetch').mockImplementation(refuse),
      vi.spyOn(http, 'request').mockImplementation(refuse),
      vi.spyOn(http, 'get').mockImplementation(refuse),
      vi.spyOn(https, 'request').mockImplementation(refuse),
      vi.spyOn(https, 'get').mockImplementation(refuse),
    ];
    expect((await writeEpub(await ebookOf(), plainConfig, memoryHost())).value).toBeDefined();
    for (const door of doors) expect(door).not.toHaveBeenCalled();
  });

  it('takes no text of the user for a template', async () => {
    const trap = '<%= process.exit(1) %> <%- include("/etc/passwd") %> ${1} {{ 2 }} -%>';
    const ebook = await ebookOf();
    const { publication } = ebook;
    const named = {
      ...ebook,
      publication: { ...publication, metadata: { ...publication.metadata, title: trap, authors: [trap] } },
      documents: ebook.documents.map((document) => ({ ...document, title: trap })),
    };
    const { value } = await writeEpub(named, { ...plainConfig, css: `/* ${trap} */` }, memoryHost());
    const texts = zipTexts(value ?? new Uint8Array(0));
    expect(texts.get('OEBPS/content.opf')).toContain('&lt;%= process.exit(1) %&gt;');
    expect(texts.get('OEBPS/bai-1.xhtml')).toContain('<title>&lt;%= process.exit(1) %&gt;');
    expect(texts.get('OEBPS/style.css')).toBe(`/* ${trap} */`);
  });
});
