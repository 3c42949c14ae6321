/** The second opinion of a veraPDF: one that is made up, a script in a folder of its own. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PdfReport } from '../../../src/check/check.js';
import { check } from '../../../src/cli/check.js';
import { secondOpinion, type Judged, type SecondOpinion } from '../../../src/cli/second-opinion.js';
import type { Environment } from '../../../src/cli/terminal.js';
import { diagnostic } from '../../../src/diagnostic.js';
import { nodeHost } from '../../../src/host-node.js';
import { listener } from '../../support/listener.js';
import { folderWith, makeProgram } from '../../support/made-programs.js';
import { taggedPdf } from '../../support/tiny-pdf.js';

const rule = (clause: string): string =>
  `<rule specification="ISO 19005" clause="${clause}" testNumber="1" status="failed"><check status="failed"/></rule>`;

/** What veraPDF says of a standard: the clauses that are broken. */
const opinion = (profile: string, ...clauses: readonly string[]): string =>
  `<validationReport jobEndStatus="normal" profileName="${profile} validation profile" isCompliant="false"><details>${clauses.map(rule).join('')}</details></validationReport>`;

/** A report of veraPDF over files. */
function reportOf(jobs: Readonly<Record<string, string>>): string {
  const all = Object.entries(jobs).map(
    ([name, said]) => `<job><item size="1"><name>${name}</name></item>${said}</job>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<report><jobs>${all.join('')}</jobs></report>`;
}

const saying = (report: string): string => `cat <<'END'\n${report}\nEND\n`;

/** A program that writes down what it is asked. */
function makeAsked(path: string, folder: string, script: string): void {
  makeProgram(path, `printf '%s\\n' "$@" > '${folder}/asked'\n${script}`);
}

const read = (path: string): string => {
  const found = nodeHost().read(path);
  return found.ok ? Buffer.from(found.bytes).toString() : '';
};

/** A file that claims PDF/A-2b and PDF/UA-1, and in which our rules found clauses broken. */
function judged(
  file: string,
  clauses: readonly string[] = [],
  claims: PdfReport['claims'] = { pdfA: '2B', pdfUA: '1' },
): Judged {
  const report = { type: 'pdf', version: '1.7', pages: 1, words: 1, tagged: false, claims } as const;
  return { file, report, found: clauses.map((one) => diagnostic('PDFA-HEADER', { clauses: one, line: '' })) };
}

interface Asked extends SecondOpinion {
  /** What the program was asked, line by line. */
  readonly asked: string;
}

/** Asks a `verapdf` on the path that does this. */
function ask(files: readonly Judged[], script: string): Asked {
  const folder = folderWith({});
  makeAsked(join(folder, 'verapdf'), folder, script);
  const said = secondOpinion(files, { PATH: `/none:${folder}:/bin` });
  return { ...said, asked: read(join(folder, 'asked')) };
}

describe('a veraPDF on the path', () => {
  it('that says the same is agreed with', () => {
    const report = reportOf({ '/a.pdf': opinion('PDF/A-2B', '6.1.2', '6.6.4') + opinion('PDF/UA-1') });
    const { differences, diagnostics, asked } = ask(
      [judged('/a.pdf', ['PDF/A-2b 6.6.4', 'PDF/A-2b 6.1.2'])],
      saying(report),
    );
    expect([...differences]).toEqual([['/a.pdf', 0]]);
    expect(diagnostics).toEqual([]);
    expect(asked.split('\n')).toEqual(
      expect.arrayContaining(['--flavour', '0', '--format', 'xml', '/a.pdf']),
    );
  });

  it('that says otherwise is a warning for each standard, which names the clauses', () => {
    const report = reportOf({
      '/a.pdf': opinion('PDF/A-2b', '6.10', '6.9', '6.1.2') + opinion('PDF/UA-1', '7.1'),
    });
    const found = ['PDF/A-2b 6.1.2, PDF/UA-1 7.1', 'PDF/UA-1 7.2'];
    const { differences, diagnostics } = ask([judged('/a.pdf', found)], saying(report));
    expect([...differences]).toEqual([['/a.pdf', 3]]);
    expect(diagnostics.map(({ code, severity, values, span }) => [code, severity, values, span])).toEqual([
      [
        'CHECK-OPINION',
        'warning',
        { standard: 'PDF/A-2b', more: '6.9, 6.10', less: '–' },
        { file: '/a.pdf' },
      ],
      ['CHECK-OPINION', 'warning', { standard: 'PDF/UA-1', more: '–', less: '7.2' }, { file: '/a.pdf' }],
    ]);
  });

  it('is asked once, for the files that claim a standard', () => {
    const report = reportOf({ '/a.pdf': opinion('PDF/A-2b'), '/b.dat': '<taskException type="PARSE"/>' });
    const files = [judged('/a.pdf'), judged('/b.dat'), judged('/none.pdf', [], {})];
    const { differences, diagnostics, asked } = ask(files, saying(report));
    expect([...differences]).toEqual([['/a.pdf', 0]]);
    expect(diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([
      ['CHECK-OPINION-NONE', '/b.dat'],
    ]);
    expect(asked.split('\n').slice(-4)).toEqual(['--nonpdfext', '/a.pdf', '/b.dat', '']);
    expect(ask([judged('/none.pdf', [], {})], '').asked).toBe('');
  });

  it('that breaks is one warning', () => {
    const { differences, diagnostics } = ask([judged('/a.pdf')], "echo 'no Java' >&2; exit 3\n");
    expect(differences.size).toBe(0);
    expect(diagnostics.map(({ code, values }) => [code, values['reason']])).toEqual([
      ['CLI-VERAPDF', 'no Java'],
    ]);
  });

  it('is not missed', () => {
    expect(secondOpinion([judged('/a.pdf')], { PATH: '/none' })).toEqual({
      differences: new Map(),
      diagnostics: [],
    });
    expect(secondOpinion([judged('/a.pdf')], {}).diagnostics).toEqual([]);
  });
});

describe('ANPHAM_VERAPDF', () => {
  const script = saying(reportOf({ '/a.pdf': opinion('PDF/A-2b') + opinion('PDF/UA-1') }));

  it('names the program or its folder', () => {
    const folder = folderWith({});
    makeAsked(join(folder, 'verapdf'), folder, script);
    for (const named of [folder, join(folder, 'verapdf')]) {
      expect(
        secondOpinion([judged('/a.pdf')], { PATH: '/bin', ANPHAM_VERAPDF: named }).differences.size,
      ).toBe(1);
    }
    const wrong = secondOpinion([judged('/a.pdf')], { PATH: folder, ANPHAM_VERAPDF: '/none' });
    expect(wrong.differences.size).toBe(0);
    expect(wrong.diagnostics.map(({ code, values }) => [code, values['path']])).toEqual([
      ['CLI-VERAPDF-NONE', '/none'],
    ]);
  });

  it('names a folder of jars, which Java runs', () => {
    const folder = folderWith({ 'jars/bin/cli-1.30.2.jar': '' });
    makeAsked(join(folder, 'java'), folder, script);
    const env = { PATH: `${folder}:/bin`, ANPHAM_VERAPDF: join(folder, 'jars') };
    expect(secondOpinion([judged('/a.pdf')], env).differences.size).toBe(1);
    expect(read(join(folder, 'asked'))).toContain(`-cp\n${join(folder, 'jars', 'bin', '*')}\norg.verapdf.`);
  });
});

describe('anpham check', () => {
  /** Checks a file beside a `verapdf` that finds a clause broken that there is not. */
  async function checked(json: boolean, env: (folder: string) => Environment | undefined): Promise<string> {
    const folder = folderWith({ 'a.pdf': taggedPdf() });
    const file = join(folder, 'a.pdf');
    makeAsked(join(folder, 'verapdf'), folder, saying(reportOf({ [file]: opinion('PDF/A-2A', '6.99') })));
    const { terminal, said } = listener();
    const veraPdf = env(folder);
    await check([file], { json, ...(veraPdf && { veraPdf }) }, terminal, nodeHost());
    return json ? said.out : said.all;
  }

  const onPath = (folder: string): Environment => ({ PATH: `${folder}:/bin` });

  it('shows what veraPDF thinks', async () => {
    const said = await checked(false, onPath);
    expect(said).toContain('warning[CHECK-OPINION]: veraPDF judges PDF/A-2a otherwise');
    expect(said).toMatch(/words {2}veraPDF +verdict\n.* differs: \d /);
    expect(JSON.parse(await checked(true, onPath))).toMatchObject({ files: [{ veraPdfAgrees: false }] });
  });

  it('asks nobody when it need not', async () => {
    expect(await checked(false, () => undefined)).not.toContain('veraPDF');
  });
});
