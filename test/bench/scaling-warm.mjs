/**
 * One warm process of `scaling.mjs`: builds a tenth, the half and all of a job in turn; the first rounds are
 * thrown away, of the others it prints when each began and ended (ms since the start) and its CPU seconds, one
 * JSON line each. With `--trace-gc --gc-global` V8 tells the living heap in between.
 *
 *     node [--trace-gc --gc-global] scaling-warm.mjs FOLDER JOB TEMPLATE WARM-UPS ROUNDS
 */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { nodeHost } from '../../dist/host-node.js';
import { publish } from '../../dist/index.js';

const [, , folder = '.', job = 'table', template = 'article', warmUps = '4', rounds = '5'] = process.argv;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
// To collect everything takes compiled code along, which would then be made again: not where time counts.
const heapOnly = process.execArgv.includes('--gc-global');

async function build(name) {
  await publish(join(folder, `${name}.md`), { editions: ['archive'], template }, nodeHost());
}

for (let i = -Number(warmUps); i < Number(rounds); i += 1) {
  for (const part of ['tenth', 'half', 'full']) {
    if (heapOnly) collectGarbage();
    const heap = process.memoryUsage().heapUsed / 2 ** 20;
    const before = process.cpuUsage();
    const began = performance.now();
    await build(`${job}-${part}`);
    const ended = performance.now();
    const { user, system } = process.cpuUsage(before);
    if (i >= 0) console.log(JSON.stringify({ part, heap, cpu: (user + system) / 1e6, began, ended }));
  }
}
