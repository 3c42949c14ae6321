/**
 * Gathers objects that are no streams for object streams (ISO 32000-1, 7.5.7). In: the syntax of one object
 * after the other; out: each time enough have come, the data of one stream. Apart from `PdfFile`, so that
 * what runs for every structure element is on a small object of one shape.
 */
import { ContentBuffer } from './content-buffer.js';

/** Objects in one object stream: large enough to compress well, small enough to open a page quickly. */
const objectsPerStream = 200;

/** The data of an object stream. */
export interface PackedObjects {
  /** Their numbers. */
  readonly objects: readonly number[];
  readonly bytes: Uint8Array;
  /** Where the first object begins in them: before stand the numbers and places of all. */
  readonly first: number;
  /** Where each begins, counted from there; each ends with a line feed. */
  readonly starts: readonly number[];
}

export class ObjectPacker {
  /** The objects, one after the other. */
  private readonly out = new ContentBuffer();
  private objects: number[] = [];
  /** Where each begins. */
  private starts: number[] = [];

  constructor(
    /** One entry for each object number given out. */
    private readonly offsets: (number | null)[],
    private readonly write: (packed: PackedObjects) => void,
  ) {}

  /** A number for an object that is written later. */
  reserve(): number {
    return this.offsets.push(null);
  }

  /** Begins the object with a reserved number: its syntax goes into the buffer, then `end` is called. */
  begin(id: number): ContentBuffer {
    this.objects.push(id);
    this.starts.push(this.out.size);
    return this.out;
  }

  end(): void {
    this.out.byte(10);
    if (this.objects.length >= objectsPerStream) this.flush();
  }

  /** Writes what is gathered. */
  flush(): void {
    const { out, objects, starts } = this;
    if (objects.length === 0) return;
    this.objects = [];
    this.starts = [];
    const bodies = out.take();
    for (let i = 0; i < objects.length; i++) {
      if (i > 0) out.byte(32);
      out.integer(objects[i] ?? 0).byte(32);
      out.integer(starts[i] ?? 0);
    }
    const head = out.byte(10).take();
    const bytes = new Uint8Array(head.length + bodies.length);
    bytes.set(head);
    bytes.set(bodies, head.length);
    this.write({ objects, bytes, first: head.length, starts });
  }
}
