/**
 * Where a file is written: a channel from the layout thread to a `FileWriter`, in a thread of its own or
 * in this one. In: events in order, then the end; out: the written file. What the channel is shows in
 * time and memory only.
 */
import { Worker } from 'node:worker_threads';
import type { DocumentEnd, WriterEvent, WriterJob, WrittenFile } from './writer-messages.js';

/** A writer somewhere. */
export interface WriterChannel {
  /** Hands events over; what they hold is not the caller's any more. */
  send(events: readonly WriterEvent[]): void;
  finish(end: DocumentEnd): Promise<WrittenFile>;
  /** Gives up the file. */
  close(): void;
}

/** What a writing thread is started with. */
export interface ThreadStart {
  readonly job: WriterJob;
  /** One element, 1 when the thread takes messages: it can be seen without waiting. */
  readonly ready: Int32Array;
}

export type ThreadMessage =
  | { readonly type: 'events'; readonly events: readonly WriterEvent[] }
  | { readonly type: 'end'; readonly end: DocumentEnd };

/** Opens a channel. Sources that were not compiled have no file to start a thread from. */
export function openChannel(job: WriterJob, thread: 'own' | 'same'): WriterChannel {
  const compiled = !import.meta.url.endsWith('.ts');
  return thread === 'own' && compiled ? new ThreadChannel(job) : new LocalChannel(job);
}

/** Writes in this thread, when all pages are painted. */
class LocalChannel implements WriterChannel {
  private events: WriterEvent[] = [];

  constructor(private readonly job: WriterJob) {}

  send(events: readonly WriterEvent[]): void {
    this.events.push(...events);
  }

  async finish(end: DocumentEnd): Promise<WrittenFile> {
    // Loaded here and not above: with a thread for writing, this one never needs pdfkit.
    const { FileWriter } = await import('./file-writer.js');
    const writer = new FileWriter(this.job);
    await writer.take(this.events);
    this.events = [];
    return writer.finish(end);
  }

  close(): void {
    this.events = [];
  }
}

/** MB. The writer keeps little: with V8's own limit it holds 25 MB of garbage, and is no faster (measured). */
const youngGeneration = 2;

/** Writes in a thread that works while pages are painted; in this one if no thread can be had. */
class ThreadChannel implements WriterChannel {
  private readonly ready = new Int32Array(new SharedArrayBuffer(4));
  private readonly worker: Worker;
  private readonly local: LocalChannel;
  /** Events that wait for the thread to be there: until then it may still turn out that there is none. */
  private waiting: WriterEvent[] = [];
  private readonly started: Promise<boolean>;
  private readonly lost: Promise<never>;

  constructor(job: WriterJob) {
    this.local = new LocalChannel(job);
    const start: ThreadStart = { job, ready: this.ready };
    this.worker = new Worker(new URL('./writer-worker.js', import.meta.url), {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
    this.lost = new Promise((_, reject) => this.worker.once('error', reject));
    this.started = Promise.race([
      new Promise<boolean>((resolve) => this.worker.once('message', () => resolve(true))),
      this.lost.catch(() => false),
    ]);
    // A file that nobody waits for must not keep the program.
    this.worker.unref();
  }

  send(events: readonly WriterEvent[]): void {
    this.waiting.push(...events);
    if (Atomics.load(this.ready, 0) === 1) this.flush();
  }

  async finish(end: DocumentEnd): Promise<WrittenFile> {
    this.worker.ref();
    if (!(await this.started)) {
      this.local.send(this.waiting);
      return this.local.finish(end);
    }
    const written = new Promise<WrittenFile>((resolve) => this.worker.once('message', resolve));
    this.flush();
    this.post({ type: 'end', end }, []);
    return Promise.race([written, this.lost]);
  }

  close(): void {
    this.waiting = [];
    void this.worker.terminate();
  }

  private flush(): void {
    const events = this.waiting;
    if (events.length === 0) return;
    this.waiting = [];
    this.post({ type: 'events', events }, events.flatMap(contentBuffers));
  }

  private post(message: ThreadMessage, transfer: readonly ArrayBuffer[]): void {
    this.worker.postMessage(message, transfer);
  }
}

/** Buffers that change hands instead of being copied. */
function contentBuffers(event: WriterEvent): ArrayBuffer[] {
  if (event.type === 'image' || event.type === 'pattern') return [];
  const painted = event.type === 'page' ? event.page : event.content;
  const streams = [painted, ...painted.forms].map(({ content }) => content);
  if (event.type === 'page' && event.page.taken) streams.push(event.page.taken.below);
  return streams.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
