/** The second opinion of an EPUBCheck: one that is made up, a script in a folder of its own. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/cli/check.js';
import { askEpubCheck, findEpubCheck } from '../../../src/cli/epub-check.js';
import { epubOpinion } from '../../../src/cli/epub-opinion.js';
import type { Judged } from '../../../src/cli/second-opinion.js';
import type { Environment } from '../../../src/cli/terminal.js';
import { diagnostic, type Diagnostic } from '../../../src/diagnostic.js';
import { nodeHost } from '../../../src/host-node.js';
import { listener } from '../../support/listener.js';
import { folderWith, makeProgram } from '../../support/made-programs.js';
import { bookZip } from '../../support/tiny-epub.js';

interface Said {
  readonly id: string;
  readonly severity?: string;
  readonly message?: string;
  readonly path?: string;
  readonly line?: number;
}

/** A report of EPUBCheck as a script that prints it. */
function saying(...messages: readonly Said[]): string {
  const json = JSON.stringify({
    messages: messages.map(({ id, severity = 'ERROR', message = 'wrong', path = './a.epub', line = -1 }) => ({
      ID: id,
      severity,
      message,
      locations: [{ path, line, column: line }],
    })),
  });
  return `cat <<'END'\n${json}\nEND\n`;
}

function judged(file: string, ...found: readonly Diagnostic[]): Judged {
  return {
    file,
    report: { type: 'epub', title: '', version: '3.0', conformsTo: [], documents: 1, words: 1 },
    found,
  };
}

const at = (file: string, line?: number): { span: Diagnostic['span'] } => ({
  span: { file, ...(line !== undefined && { line }) },
});

/** What is said when an `epubcheck` on the path does this. */
async function ask(book: Judged, script: string): Promise<readonly unknown[]> {
  const folder = folderWith({});
  makeProgram(join(folder, 'epubcheck'), script);
  const { differences, diagnostics } = await epubOpinion([book], { PATH: `/none:${folder}:/bin` });
  return [differences.get(book.file), ...diagnostics.map(({ code, values, span }) => [code, values, span])];
}

describe('an EPUBCheck on the path', () => {
  it('that says the same is agreed with', async () => {
    const missing = diagnostic('CHECK-EPUB-MISSING', { path: 'b.xhtml' }, at('/a.epub'));
    const said = saying(
      { id: 'RSC-001', path: 'package.opf', line: 7 },
      { id: 'CSS-028', severity: 'USAGE' },
      { id: 'OPF-003', severity: 'INFO' },
    );
    expect(await ask(judged('/a.epub', missing), said)).toEqual([0]);
    expect(await ask(judged('/a.epub'), saying())).toEqual([0]);
  });

  it('that says more is quoted at the place it names', async () => {
    const said = saying({ id: 'RSC-005', path: 'EPUB/a.xhtml', line: 9, message: `no ${'x '.repeat(200)}` });
    const [count, one] = await ask(judged('/a.epub'), said);
    expect(count).toBe(1);
    expect(one).toEqual([
      'CHECK-OPINION-EPUB',
      { id: 'RSC-005', message: expect.stringMatching(/^no (x ){90,}x…$/) as unknown },
      { file: '/a.epub/EPUB/a.xhtml', line: 9, column: 9 },
    ]);
  });

  it('is matched by the line where our code names an element', async () => {
    const element = diagnostic('CHECK-XHTML-ELEMENT', { element: 'foo' }, at('/a.epub/EPUB/a.xhtml', 9));
    const said = (id: string, line: number): string => saying({ id, path: 'EPUB/a.xhtml', line });
    expect(await ask(judged('/a.epub', element), said('RSC-005', 9))).toEqual([0]);
    expect((await ask(judged('/a.epub', element), said('RSC-005', 8)))[0]).toBe(2);
    expect((await ask(judged('/a.epub', element), said('RSC-007', 9)))[0]).toBe(2);
  });

  it('that says less is told of, but for what it does not check', async () => {
    const found = [
      diagnostic('CHECK-EPUB-XML', {}, at('/a.epub/a.xhtml', 3)),
      diagnostic('CHECK-EPUB-CONFORMS-BROKEN', {}, at('/a.epub/p.opf', 1)),
      diagnostic('CHECK-EPUB-ALT', {}, at('/a.epub/a.xhtml', 3)),
    ];
    expect(await ask(judged('/a.epub', ...found), saying())).toEqual([
      1,
      ['CHECK-OPINION-EPUB-NOT', { codes: 'CHECK-EPUB-XML', count: 1 }, { file: '/a.epub' }],
    ]);
  });

  it('that breaks is a warning, and whatever it writes before its report is passed over', async () => {
    const [differing, broken] = await ask(judged('/a.epub'), "echo 'no Java' >&2; exit 3\n");
    expect([differing, broken]).toEqual([
      undefined,
      ['CLI-EPUBCHECK', expect.objectContaining({ reason: 'no Java' }), { file: '/a.epub' }],
    ]);
    expect(await ask(judged('/a.epub'), `echo 'Picked up options'\n${saying()}`)).toEqual([0]);
    expect((await ask(judged('/a.epub'), "echo '{'\n"))[1]).toEqual(
      expect.arrayContaining(['CLI-EPUBCHECK']),
    );
  });

  it('that hangs is left', async () => {
    const folder = folderWith({});
    makeProgram(join(folder, 'epubcheck'), '/bin/sleep 3\n');
    const program = { program: join(folder, 'epubcheck'), before: [] };
    expect(await askEpubCheck(program, '/a.epub', 200)).toEqual({ reason: 'no answer in 0.2 s' });
    expect(await askEpubCheck({ program: '/none/epubcheck', before: [] }, '/a.epub')).toEqual({
      reason: expect.stringContaining('ENOENT') as unknown,
    });
  });

  it('is not missed', async () => {
    const none = { differences: new Map(), diagnostics: [] };
    expect(await epubOpinion([judged('/a.epub')], { PATH: '/none' })).toEqual(none);
    expect(await epubOpinion([], { ANPHAM_EPUBCHECK: '/none' })).toEqual(none);
  });
});

describe('ANPHAM_EPUBCHECK', () => {
  it('names the program, or its folder', () => {
    const folder = folderWith({});
    const program = join(folder, 'epubcheck');
    makeProgram(program, '');
    for (const named of [program, folder]) {
      expect(findEpubCheck({ ANPHAM_EPUBCHECK: named })).toEqual({ program, before: [] });
    }
  });

  it('names a jar that brings its library, or one among the jars that it needs, which stand in order', () => {
    const folder = folderWith({
      'published/epubcheck.jar': '',
      'published/lib/jing.jar': '',
      'jars/jing-1.jar': '',
      'jars/epubcheck-5.3.0.jar': '',
      'jars/cli-1.30.2.jar': '',
      'jars/Saxon-HE.jar': '',
    });
    const java = join(folder, 'java');
    makeProgram(java, '');
    const find = (named: string): unknown =>
      findEpubCheck({ PATH: folder, ANPHAM_EPUBCHECK: join(folder, named) });
    const published = join(folder, 'published', 'epubcheck.jar');
    expect(find('published')).toEqual({ program: java, before: ['-jar', published] });
    expect(find('published/epubcheck.jar')).toEqual({ program: java, before: ['-jar', published] });
    const jars = ['epubcheck-5.3.0.jar', 'Saxon-HE.jar', 'jing-1.jar'].map((name) =>
      join(folder, 'jars', name),
    );
    expect(find('jars')).toEqual({
      program: java,
      before: ['-cp', jars.join(':'), 'com.adobe.epubcheck.tool.Checker'],
    });
    expect(find('none.jar')).toBeUndefined();
  });

  it('is told of where it names none, or there is no Java', async () => {
    const folder = folderWith({ 'jars/epubcheck.jar': '' });
    for (const env of [
      { PATH: '/none', ANPHAM_EPUBCHECK: join(folder, 'jars') },
      { PATH: folder, ANPHAM_EPUBCHECK: '/none' },
    ]) {
      const { diagnostics } = await epubOpinion([judged('/a.epub')], env);
      expect(diagnostics.map(({ code }) => code)).toEqual(['CLI-EPUBCHECK-NONE']);
    }
  });
});

describe('anpham check', () => {
  async function checked(json: boolean, epubCheck?: (folder: string) => Environment): Promise<string> {
    const folder = folderWith({ 'a.epub': bookZip({ 'a.xhtml': '<p>a</p>' }) });
    makeProgram(join(folder, 'epubcheck'), saying({ id: 'RSC-099', path: 'EPUB/a.xhtml', line: 4 }));
    const { terminal, said } = listener();
    const env = epubCheck && { epubCheck: epubCheck(folder) };
    await check([join(folder, 'a.epub')], { json, ...env }, terminal, nodeHost());
    return json ? said.out : said.all;
  }
  const onPath = (folder: string): Environment => ({ PATH: `${folder}:/bin` });

  it('shows what EPUBCheck thinks', async () => {
    const said = await checked(false, onPath);
    expect(said).toContain('warning[CHECK-OPINION-EPUB]: EPUBCheck alone finds RSC-099: wrong');
    expect(said).toMatch(/words {2}EPUBCheck +verdict\n.* differs: \d /);
    expect(JSON.parse(await checked(true, onPath))).toMatchObject({
      files: [{ epubCheckAgrees: false, warnings: 1 }],
    });
  });

  it('asks nobody when it need not', async () => {
    expect(await checked(false)).not.toContain('EPUBCheck');
  });
});
