/**
 * A pool of worker processes: every test gets so much time and no more; a worker that does not answer,
 * or dies, is replaced, and its test has failed.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Verdict } from './judge.js';

export interface PoolConfig {
  /** Top of the checkout, absolute. */
  readonly root: string;
  /** Folder for pictures, '' for none. */
  readonly out: string;
  readonly jobs: number;
  /** For one test, milliseconds. */
  readonly time: number;
}

const workerFile = fileURLToPath(new URL('worker.js', import.meta.url));
/** A worker starts afresh after so many tests: stages may keep what they shaped. */
const testsPerWorker = 1500;

/** Judges all tests; verdicts come in the order of the paths. */
export async function judgeAll(
  paths: readonly string[],
  config: PoolConfig,
  onVerdict: (verdict: Verdict) => void,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    let worker: Worker | undefined;
    while (next < paths.length) {
      const at = next++;
      const path = paths[at] ?? '';
      if (!worker?.usable) {
        worker?.stop();
        worker = new Worker(config);
      }
      const verdict = await worker.judge(path);
      verdicts[at] = verdict;
      onVerdict(verdict);
    }
    worker?.stop();
  };
  await Promise.all(Array.from({ length: Math.max(1, config.jobs) }, work));
  return verdicts;
}

class Worker {
  readonly #process: ChildProcess;
  private readonly ready: Promise<void>;
  #left = testsPerWorker;
  #alive = true;

  constructor(private readonly config: PoolConfig) {
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
    this.#process = fork(workerFile, [config.root, config.out], { stdio: [...stdio] });
    this.#process.on('exit', () => (this.#alive = false));
    this.ready = new Promise((resolve) => {
      this.#process.once('message', () => resolve());
      this.#process.once('exit', () => resolve());
    });
  }

  get usable(): boolean {
    return this.#alive && this.#left > 0;
  }

  stop(): void {
    if (this.#alive) this.#process.kill('SIGKILL');
    this.#alive = false;
  }

  async judge(path: string): Promise<Verdict> {
    this.#left -= 1;
    await this.ready;
    const failed = (error: string): Verdict => {
      this.stop();
      const test = posix.relative(this.config.root, path);
      return { test, status: 'error', reasons: [], features: [], error };
    };
    return new Promise((resolve) => {
      const finish = (verdict: Verdict): void => {
        clearTimeout(timer);
        this.#process.off('message', onMessage);
        this.#process.off('exit', onExit);
        resolve(verdict);
      };
      const onMessage = (message: unknown): void => finish(message as Verdict);
      const onExit = (): void => finish(failed('the process died'));
      const timer = setTimeout(() => finish(failed('timeout')), this.config.time);
      this.#process.on('message', onMessage);
      this.#process.on('exit', onExit);
      if (!this.#alive || !this.#process.send(path)) onExit();
    });
  }
}
