/**
 * Milliseconds and memory of each stage of the archive edition, cold, in one process: what to make
 * faster next.
 *
 *     npm run build && node test/bench/stages.mjs FILE.md TEMPLATE [--dist DIR]
 *
 * With `node --cpu-prof` besides, the profile shows where the time of a stage goes.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dist: { type: 'string', default: 'dist' } },
});
const [input, templateFolder] = positionals;
const load = (path) => import(pathToFileURL(join(resolve(values.dist), path)).href);

const rows = [];
let last = 0;
let lastCpu = process.cpuUsage();
const mark = (stage) => {
  const now = performance.now();
  const cpu = process.cpuUsage();
  const spent = (cpu.user + cpu.system - lastCpu.user - lastCpu.system) / 1000;
  rows.push({ stage, wall: now - last, cpu: spent, rss: process.resourceUsage().maxRSS / 1024 });
  last = performance.now();
  lastCpu = process.cpuUsage();
};
mark('node starts');

const { nodeHost } = await load('host-node.js');
const { readSource } = await load('read/read.js');
const { assemble } = await load('assemble/assemble.js');
const { dress } = await load('template/dress.js');
const { loadTemplate } = await load('template/load-template.js');
const { TreeIndex } = await load('document/tree-index.js');
const { styleTree } = await load('style/style.js');
const { createTypesetter } = await load('text/typesetter.js');
const { layout } = await load('layout/layout.js');
const { openPdfWriter } = await load('pdf/open-pdf-writer.js');
mark('load modules');

const host = nodeHost();
const article = (await readSource(input, host)).value;
mark('read');
const publication = assemble([article], { name: 'bench' }).value;
mark('assemble');
const template = loadTemplate(templateFolder, host).value;
mark('load template');
const dressed = (await dress(publication, template, 'archive')).value;
mark('dress');
const index = new TreeIndex(dressed.tree);
mark('index');
const styles = styleTree(index, dressed.stylesheets, host).value;
mark('style');
const typesetter = (await createTypesetter(styles.fontFaces, host)).value;
mark('typesetter');
const { metadata, identifier, modified } = publication;
const assets = new Map([...dressed.assets, ...publication.assets]);
const paged = layout({ index, styles, typesetter, assets, language: metadata.language });
mark('layout');
const title = metadata.title ?? 'bench';
const about = { metadata, title, identifier, modified };
const pdf = await openPdfWriter({ edition: 'archive' }, host).finish(paged.value, about);
mark('pdf');
console.log(`${paged.value.pages.length} pages, ${pdf.value?.length} bytes`);
for (const { stage, wall, cpu, rss } of rows)
  console.log(
    `${stage.padEnd(14)} ${wall.toFixed(0).padStart(6)} ms  CPU ${cpu.toFixed(0).padStart(6)} ms  peak ${rss.toFixed(0).padStart(4)} MiB`,
  );
