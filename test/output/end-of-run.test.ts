/** The end of a run: whatever was said arrives whole, however slowly it is read, with the exit code of the run. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder, root, runCli } from '../support/run-cli.js';

const paragraph =
  'Chiều nay, Sở Nội vụ tổng kết công tác năm 2019 và triển khai nhiệm vụ năm 2020 tới các đơn vị.';
// Several times what a pipe takes before it is read (64 kB).
const folder = makeFolder({ 'dai.txt': `Nhan đề\n\n${`${paragraph}\n\n`.repeat(1500)}` });
const main = join(root, 'dist', 'cli', 'main.js');
let whole = '';

/** Runs a shell line in which `$ANPHAM` is the program; what it printed. */
function shell(line: string): string {
  return spawnSync('sh', ['-c', line], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', ANPHAM: `${process.execPath} ${main}` },
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  }).stdout;
}

beforeAll(() => {
  expect(runCli(['inspect', 'nothing.txt', '--json'], folder.path).code).toBe(1);
  shell('$ANPHAM inspect dai.txt --json > whole.json');
  whole = readFileSync(join(folder.path, 'whole.json'), 'utf8');
});
afterAll(folder.remove);

it('writes all into a pipe that is read late', () => {
  expect(whole.length).toBeGreaterThan(200_000);
  expect(shell('{ $ANPHAM inspect dai.txt --json; echo $? > code; } | { sleep 1; cat; }')).toBe(whole);
  expect(readFileSync(join(folder.path, 'code'), 'utf8')).toBe('0\n');
});

it('takes it for no fault when the reader has seen enough', () => {
  expect(shell('{ $ANPHAM inspect dai.txt --json; echo $? > code; } | head -c 10')).toBe(whole.slice(0, 10));
  expect(readFileSync(join(folder.path, 'code'), 'utf8')).toBe('0\n');
});

it('fails with what it has to say in a pipe', () => {
  const said = shell('{ $ANPHAM build nothing.txt 2>&1; echo $? > code; } | { sleep 1; cat; }');
  expect(said).toContain('nothing.txt');
  expect(readFileSync(join(folder.path, 'code'), 'utf8')).toBe('1\n');
});
