/**
 * Writing whole files or nothing: a temporary file beside the target, renamed over it once all of it is on the
 * disk, removed when anything fails.
 */
import { renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Files of this process being written, so that two writes never share a temporary name. */
let writes = 0;

/** Writes a file into a folder that is there; throws what the system throws. */
export async function writeWhole(path: string, content: Uint8Array | Iterable<Uint8Array>): Promise<void> {
  writes += 1;
  const temporary = `${path}.${process.pid}-${writes}.tmp`;
  try {
    if (content instanceof Uint8Array) writeFileSync(temporary, content, { flush: true });
    else await writeParts(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Files whose writing lets others work at the moment. */
let pauses = 0;

/** Whether a file is being written whose next parts may stand in what they borrowed before. */
export function isPaused(): boolean {
  return pauses > 0;
}

/** Bytes that small parts are gathered to before they are written. */
const gathered = 2 ** 18;
/** Bytes after which the disk is set to work, while more is made: at the end it would be waited for. */
const flushed = 2 ** 23;

async function writeParts(path: string, parts: Iterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'w');
  let flushing: Promise<void> | undefined;
  let failure: unknown;
  try {
    const waiting = Buffer.allocUnsafeSlow(gathered);
    let length = 0;
    let unflushed = 0;
    for (const part of parts) {
      unflushed += part.length;
      if (length + part.length > gathered) {
        writeAll(file.fd, waiting.subarray(0, length));
        length = 0;
      }
      if (part.length > gathered) writeAll(file.fd, part);
      else {
        waiting.set(part, length);
        length += part.length;
      }
      if (unflushed < flushed) continue;
      unflushed = 0;
      // Only here is it heard that the disk is done.
      pauses += 1;
      await new Promise(setImmediate);
      pauses -= 1;
      flushing ??= file.datasync().then(
        () => {
          flushing = undefined;
        },
        (error: unknown) => {
          failure ??= error;
        },
      );
    }
    writeAll(file.fd, waiting.subarray(0, length));
    await flushing;
    if (failure !== undefined) throw failure;
    await file.sync();
  } finally {
    await flushing;
    await file.close();
  }
}

/** The system may take less than it is given. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
