/**
 * The command: a checkout of the Web Platform Tests in, the report out. See README.md. The exit code
 * tells only whether it ran: how many tests pass is for the reader to judge.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { partsOf } from './causes.js';
import { isTestFile, type Verdict } from './judge.js';
import { judgeAll, type PoolConfig } from './pool.js';
import { report } from './report.js';

const ofCss2 = ['floats', 'floats-clear', 'tables', 'margin-padding-clear', 'lists', 'generated-content'];
const modules = ['css-break', 'css-multicol', 'css-page', 'css-text'];
const folders = modules.concat(ofCss2.map((name) => `CSS2/${name}`));

/** For one test with its references, milliseconds. */
const timePerTest = 5000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true },
    filter: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    json: { type: 'string' },
    out: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});

const [folder] = positionals;
if (folder === undefined || !existsSync(join(folder, 'css'))) {
  console.error(
    'usage: run.js CHECKOUT [--only FOLDER] [--filter TEXT] [--jobs N] [--json FILE] [--out DIR] [--list]',
  );
  console.error('CHECKOUT is a folder with the Web Platform Tests; see test/wpt/README.md');
  process.exitCode = 2;
} else await run(resolve(folder));

async function run(root: string): Promise<void> {
  const paths = (values.only ?? folders).flatMap((name) => testsIn(root, name));
  const chosen = paths.filter((path) => path.includes(values.filter ?? ''));
  const config = {
    root,
    out: values.out === undefined ? '' : resolve(values.out),
    jobs: Number(values.jobs),
    time: timePerTest,
  };
  let done = 0;
  const verdicts = [
    ...(await judgeAll(chosen, config, (verdict) => {
      done += 1;
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${chosen.length}`);
      if (values.list && (verdict.status === 'failed' || verdict.status === 'error')) {
        const { channel = 0, pixels = 0 } = verdict.difference ?? {};
        const what = verdict.error ?? `${pixels} px, ${channel}`;
        console.log(`${verdict.status} ${verdict.test} (${what}): ${partsOf(verdict).join('; ')}`);
      }
    })),
  ];
  if (process.stderr.isTTY) process.stderr.write('\n');
  await tryAgain(verdicts, config);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(verdicts, undefined, 1)}\n`);
  console.log(report(verdicts));
}

/** A machine that is busy with other things makes tests late: those get a second chance, one at a time. */
async function tryAgain(verdicts: Verdict[], config: PoolConfig): Promise<void> {
  const late = verdicts.flatMap(({ test, error }, i) => (error === 'timeout' ? [{ i, test }] : []));
  const paths = late.map(({ test }) => join(config.root, test));
  const again = await judgeAll(paths, { ...config, jobs: 1 }, () => undefined);
  late.forEach(({ i }, at) => {
    const found = again[at];
    if (found) verdicts[i] = found;
  });
}

/** The tests below a folder of `css`, in order. */
function testsIn(root: string, name: string): readonly string[] {
  const base = join(root, name.startsWith('css/') ? name : join('css', name));
  if (!existsSync(base)) {
    console.error(`no folder ${base}`);
    return [];
  }
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .map((file) => join(base, file))
    .filter(isTestFile)
    .toSorted();
}
