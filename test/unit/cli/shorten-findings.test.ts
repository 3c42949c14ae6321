import { expect, it } from 'vitest';
import { shortenFindings } from '../../../src/cli/shorten-findings.js';
import { describe as say, diagnostic } from '../../../src/diagnostic.js';

const inFile = (file: string, line: number) => diagnostic('CHECK-EPUB-LANG', {}, { span: { file, line } });

it('names the files of an ebook where more of the same is wrong', () => {
  const found = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => inFile(`a.epub/EPUB/c${n}.xhtml`, n));
  const shortened = shortenFindings([...found, inFile('a.epub/EPUB/c4.xhtml', 99)]);
  expect(shortened.map(({ code, span }) => [code, span?.line])).toEqual([
    ['CHECK-EPUB-LANG', 1],
    ['CHECK-EPUB-LANG', 2],
    ['CHECK-EPUB-LANG', 3],
    ['CLI-MORE-FILES', 1],
  ]);
  const [, , , rest = inFile('', 0)] = shortened;
  expect(say(rest, 'en').message).toBe(
    'CHECK-EPUB-LANG 7 more time(s), in EPUB/c4.xhtml, EPUB/c5.xhtml, EPUB/c6.xhtml, EPUB/c7.xhtml, …',
  );
  expect(shortenFindings(found.slice(0, 4))).toHaveLength(4);
});

it('counts those that were not told', () => {
  const found = [1, 2, 3, 4, 5].map((n) => inFile(`a.epub/c${n}.xhtml`, n));
  const more = diagnostic('EPUB-MORE', { code: 'CHECK-EPUB-LANG', count: 40 }, { span: { file: 'a.epub' } });
  const shortened = shortenFindings([...found, more]);
  expect(shortened).toHaveLength(4);
  expect(shortened[3]?.values).toEqual({
    code: 'CHECK-EPUB-LANG',
    count: 42,
    files: 'c4.xhtml, c5.xhtml, …',
  });
});
