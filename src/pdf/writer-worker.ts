/**
 * The writing thread: a `FileWriter` that takes its messages from the layout thread in the order they
 * come. Loading it (pdfkit above all) and compressing pages takes place while pages are laid out.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { FileWriter } from './file-writer.js';
import type { ThreadMessage, ThreadStart } from './writer-thread.js';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `writer-thread.ts` starts this and nothing else
const { job, ready } = workerData as ThreadStart;
const writer = new FileWriter(job);

// A picture may have to be decoded, which waits; what comes meanwhile must come after it.
let done = Promise.resolve();
parentPort?.on('message', (message: ThreadMessage) => {
  done = done.then(() => receive(message));
});
// From now on the layout thread may give pages away for good.
Atomics.store(ready, 0, 1);
parentPort?.postMessage('ready');

async function receive(message: ThreadMessage): Promise<void> {
  if (message.type === 'events') {
    await writer.take(message.events);
    return;
  }
  const written = writer.finish(message.end);
  const buffer = written.bytes?.buffer;
  parentPort?.postMessage(written, buffer instanceof ArrayBuffer ? [buffer] : []);
  parentPort?.close();
}
