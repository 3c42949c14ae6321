import { describe, expect, it } from 'vitest';
import { findSources } from '../../../src/cli/inputs.js';
import { memoryHost } from '../../support/memory-host.js';

const host = memoryHost({
  'in/b.txt': 'b',
  'in/a.md': 'a',
  'in/README.md': 'r',
  'in/README.vi.md': 'r',
  'in/.hidden.md': 'h',
  'in/b-1.jpg': 'picture',
  'in/b-1.alt.txt': 'what the picture shows',
  'in/b-2.png': 'picture',
  'in/b-2.png.txt': 'what the picture shows',
  'in/more/c.md': 'c',
  'in/notes.pdf': 'p',
  'empty/x.jpg': 'x',
});

describe('findSources', () => {
  it('takes the articles of a folder, sorted, and leaves READMEs and what belongs to pictures', () => {
    expect(findSources(['in'], host)).toEqual({ value: ['in/a.md', 'in/b.txt'], diagnostics: [] });
    expect(findSources(['in/'], host).value).toEqual(['in/a.md', 'in/b.txt']);
  });

  it('says which texts it passes over that a word processor must save first', () => {
    const desk = memoryHost({ 'in/a.txt': 'a', 'in/b.doc': 'b', 'in/c.ODT': 'c', 'in/~$b.doc': 'lock' });
    const { value, diagnostics } = findSources(['in'], desk);
    expect(value).toEqual(['in/a.txt']);
    expect(diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([
      ['CLI-PASSED-OVER', 'in/b.doc'],
      ['CLI-PASSED-OVER', 'in/c.ODT'],
    ]);
  });

  it('takes the Markdown of a text that stands beside it, and says so', () => {
    const desk = memoryHost({
      'in/a.txt': 'a',
      'in/a.md': 'a',
      'in/b.docx': 'b',
      'in/b.md': 'b',
      'in/c.txt': 'c',
    });
    const { value, diagnostics } = findSources(['in'], desk);
    expect(value).toEqual(['in/a.md', 'in/b.md', 'in/c.txt']);
    expect(diagnostics.map(({ code, span, values }) => [code, span?.file, values['other']])).toEqual([
      ['CLI-SAME-TEXT', 'in/a.txt', 'in/a.md'],
      ['CLI-SAME-TEXT', 'in/b.docx', 'in/b.md'],
    ]);
    expect(findSources(['in/a.txt'], desk).value).toEqual(['in/a.txt']);
  });

  it('takes a named file as it is, and each file once', () => {
    expect(findSources(['in/README.md', './in/b.txt', 'in'], host).value).toEqual([
      'in/README.md',
      'in/b.txt',
      'in/a.md',
    ]);
  });

  it('says which path is not there and which folder has nothing, and goes on', () => {
    const { value, diagnostics } = findSources(['nowhere', 'empty', 'in/b.txt'], host);
    expect(value).toEqual(['in/b.txt']);
    expect(diagnostics.map((d) => [d.code, d.values['path']])).toEqual([
      ['CLI-MISSING', 'nowhere'],
      ['CLI-NO-SOURCE', 'empty'],
    ]);
  });
});
