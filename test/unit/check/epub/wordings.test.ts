/**
 * Whatever epubcheck-ts can say as an error or a warning has words of ours: its sentences are read out of its
 * own source, so that a new release with a new sentence is noticed here.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getDefaultSeverity } from '@likecoin/epubcheck-ts';
import { describe as section, expect, it } from 'vitest';
import { wordingOf } from '../../../../src/check/epub/standard/wordings.js';
import { codes } from '../../../../src/diagnostic-codes.js';
import { describe, diagnostic } from '../../../../src/diagnostic.js';

/** The sentences of the library: IDs and texts, `“x”` in the place of each value. */
function sentences(): readonly (readonly [id: string, text: string])[] {
  const source = readFileSync(createRequire(import.meta.url).resolve('@likecoin/epubcheck-ts'), 'utf8');
  const found: [string, string][] = [];
  for (const match of source.matchAll(/\bid: ([^\n]*MessageId\.[^\n]*),\s+message: /g)) {
    const ids = [...(match[1] ?? '').matchAll(/MessageId\.(\w+)/g)].map(([, id = '']) =>
      id.replace('_', '-'),
    );
    const rest = source.slice(match.index + match[0].length);
    const text = /^"((?:[^"\\]|\\.)*)"/.exec(rest) ?? /^'((?:[^'\\]|\\.)*)'/.exec(rest);
    const template = /^`((?:[^`$\\]|\\.|\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\})*)`/.exec(rest);
    const sentence = text?.[1] ?? template?.[1]?.replaceAll(/\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}/g, 'x');
    if (sentence !== undefined) found.push(...ids.map((id): [string, string] => [id, sentence]));
  }
  return found;
}

section('the words for what epubcheck-ts says', () => {
  const told = sentences().filter(([id]) => ['error', 'warning', 'fatal'].includes(getDefaultSeverity(id)));

  it('are there for every sentence', () => {
    expect(told.length).toBeGreaterThan(400);
    const unknown = told.filter(([id, text]) => wordingOf(id, text).code === 'EPUB-RSC-005-OTHER');
    expect(unknown).toEqual([]);
  });

  it('leave no slot of a message open', () => {
    const open = told.flatMap(([id, text]) => {
      const { code, values } = wordingOf(id, text);
      const said = describe(diagnostic(code, values), 'vi');
      return /\{\w+\}/.test(`${said.message} ${said.hint ?? ''}`) ? [[id, text, said.message]] : [];
    });
    expect(open).toEqual([]);
  });

  it('are the severity that EPUBCheck gives', () => {
    const other = told.filter(([id, text]) => {
      const ours = codes()[wordingOf(id, text).code].severity;
      return (getDefaultSeverity(id) === 'warning') !== (ours === 'warning');
    });
    expect(other.map(([id, text]) => `${id} ${text}`)).toEqual([]);
  });

  it.each([
    ['Element container has wrong namespace: expecting urn:oasis', 'phần tử container không được đứng ở đây'],
    ['Expecting a namespace for element package', 'phần tử package không được đứng ở đây'],
    [
      'Did not expect text in element spine content\nElement spine failed to validate content',
      'spine sai cấu trúc: text()',
    ],
    [
      'Expecting an element itemref, got nothing\nElement spine failed to validate content',
      'spine sai cấu trúc: itemref',
    ],
    [
      'Invalid attribute scheme for element meta\nExtra element meta in interleave',
      'thuộc tính scheme không được đứng ở đây',
    ],
    [
      'Extra element date in interleave\nElement metadata failed to validate content',
      'phần tử date không được đứng ở đây',
    ],
    ['Error validating datatype token\nElement title failed to validate content', 'phần tử title để trống'],
  ])('turn what libxml2 says of a schema, %j, into %j', (sentence, expected) => {
    const { code, values } = wordingOf('RSC-005', sentence);
    expect(describe(diagnostic(code, values), 'vi').message).toBe(expected);
  });

  it('take only names out of a sentence', () => {
    const { code, values } = wordingOf(
      'RSC-005',
      'The value of the "rendition:layout" property must be "reflowable" or "pre-paginated"',
    );
    expect(describe(diagnostic(code, values), 'vi').hint).toBe(
      'Hãy ghi một trong: "reflowable", "pre-paginated".',
    );
  });
});
