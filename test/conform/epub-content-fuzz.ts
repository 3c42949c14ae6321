/**
 * Our check of content documents against EPUBCheck's, over markup made up for it: see `content-probes.ts` and
 * README.md.
 *
 *     node build/test/conform/epub-content-fuzz.js [--seed N] [--count N] [--only KIND]… [--list]
 *
 * Many pieces stand in one document, a line each; a piece has the same verdict when both find a fault in its line
 * or neither does. Ids given twice have no part in it: EPUBCheck names both places, and we the second.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContentDocument } from '../../src/check/epub/content/check-content-document.js';
import { describe } from '../../src/diagnostic.js';
import { readXml } from '../../src/document/read-xml.js';
import { findTool } from '../support/tools.js';
import { makeProbes, type Probe } from './content-probes.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '3000' },
    only: { type: 'string', multiple: true },
    list: { type: 'boolean', default: false },
  },
});

/** Pieces in one document; so few that a fault of one seldom hides another's. */
const perDocument = 400;
/** Where the first piece stands. */
const firstLine = 7;
/** What is said where a thing comes a second time, by EPUBCheck the first time too or of the whole document. */
const given = new Set(['CHECK-XHTML-ID', 'CHECK-XHTML-NAV-TWICE']);

/** By the line, what a check says of it. */
type Said = ReadonlyMap<number, string>;

/** A document with a piece in each line from `firstLine` on. */
function documentOf(probes: readonly Probe[]): string {
  const names = [
    'xmlns:epub="http://www.idpf.org/2007/ops"',
    'xmlns:ssml="http://www.w3.org/2001/10/synthesis" xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:ev="http://www.w3.org/2001/xml-events" xmlns:my="http://example.org/my"',
    'xmlns:svg="http://www.w3.org/2000/svg" xmlns:m="http://www.w3.org/1998/Math/MathML"',
  ].join('\n');
  const lines = probes.map(({ markup }) => markup).join('\n');
  const html = 'xmlns="http://www.w3.org/1999/xhtml"';
  if (whereOf(probes) === 'svg') return `<svg:svg ${html}\n${names}>\n\n${lines}\n</svg:svg>\n`;
  const [before, after] =
    whereOf(probes) === 'head'
      ? ['<head><title>a</title>', '</head><body/></html>']
      : ['<head><title>a</title></head><body>', '</body></html>'];
  return `<html ${html}\n${names}>\n${before}\n${lines}\n${after}\n`;
}

/** Where the pieces of a document stand, which is the same for all of them. */
const whereOf = (probes: readonly Probe[]): Probe['where'] => probes[0]?.where;
const modeOf = (probes: readonly Probe[]): 'xhtml' | 'nav' | 'svg' => {
  const where = whereOf(probes);
  return where === 'nav' || where === 'svg' ? where : 'xhtml';
};

function ours(document: string, mode: 'xhtml' | 'nav' | 'svg'): Said {
  const xml = readXml(document);
  if (!xml.ok)
    throw new Error(`a piece in line ${xml.line} is no XML: ${document.split('\n')[xml.line - 1]}`);
  const said = new Map<number, string>();
  for (const found of checkContentDocument(xml.root, mode, '')) {
    if (found.severity === 'error' && !given.has(found.code))
      said.set(found.span?.line ?? 0, describe(found, 'en').message);
  }
  return said;
}

/** What EPUBCheck says of each document. */
function theirs(documents: readonly string[], modes: readonly string[]): readonly Said[] {
  const jars = findTool('epubcheck');
  if (jars === undefined) throw new Error('EPUBCheck is not installed: run .ci/install-tools');
  const folder = mkdtempSync(join(tmpdir(), 'anpham-content-'));
  try {
    const files = documents.map((text, i) => {
      const file = join(folder, `${i}.xhtml`);
      writeFileSync(file, text);
      return `${modes[i] ?? ''}\t${file}`;
    });
    const batch = join('test', 'conform', 'EpubCheckBatch.java');
    const { stdout, status, stderr } = spawnSync('java', ['-cp', jars, batch], {
      input: `${files.join('\n')}\n`,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (status !== 0) throw new Error(`EPUBCheck stopped: ${stderr.slice(-2000)}`);
    const said = documents.map(() => new Map<number, string>());
    for (const line of stdout.split('\n')) {
      const [number, severity, id, , row, , text = ''] = line.split('\t');
      if (severity !== 'ERROR' || (id !== 'RSC-005' && id !== 'HTM_061')) continue;
      if (!text.includes('Duplicate')) said[Number(number)]?.set(Number(row), text);
    }
    return said;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const all = makeProbes(Number(values.seed), Number(values.count));
const probes = all.filter(({ kind }) => values.only?.includes(kind) ?? true);
const groups: Probe[][] = [];
for (const probe of probes) {
  const [before] = groups.at(-1) ?? [];
  const full = (groups.at(-1)?.length ?? 0) >= perDocument;
  if (!full && before?.kind === probe.kind && before.place === probe.place) groups.at(-1)?.push(probe);
  else groups.push([probe]);
}
const documents = groups.map(documentOf);
const said = theirs(documents, groups.map(modeOf));
const counts = new Map<string, { asked: number; wrong: number; missed: number; alone: number }>();
groups.forEach((group, i) => {
  const our = ours(documents[i] ?? '', modeOf(group));
  group.forEach((probe, j) => {
    const their = said[i]?.get(j + firstLine);
    const own = our.get(j + firstLine);
    const count = counts.get(probe.kind) ?? { asked: 0, wrong: 0, missed: 0, alone: 0 };
    counts.set(probe.kind, count);
    count.asked += 1;
    if (their !== undefined) count.wrong += 1;
    if ((their === undefined) === (own === undefined)) return;
    count[their === undefined ? 'alone' : 'missed'] += 1;
    if (values.list)
      console.log(
        `${their === undefined ? 'alone ' : 'missed'} ${probe.kind}  ${probe.about}  ${their ?? own}`,
      );
  });
});
for (const [kind, { asked, wrong, missed, alone }] of counts) {
  const same = asked - missed - alone;
  console.log(`${kind}: ${same} of ${asked} the same (${wrong} are wrong), ${missed} missed, ${alone} alone`);
}
