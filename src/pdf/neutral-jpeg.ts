/**
 * Whether a JPEG in colour may be a grey picture: its two colour components say nothing. In: the file; out: a
 * guess that costs little, because the first blocks of a coloured picture have colour, and there it ends. Of
 * a progressive file only the first scan is looked at. Clauses are those of ITU-T T.81.
 */

/** Colour this close to none, of 255, is left over from arithmetic or a scanner. */
const slack = 2;

interface Component {
  readonly id: number;
  readonly blocks: number;
  readonly quantiser: number;
  dc: HuffmanTable | undefined;
  ac: HuffmanTable | undefined;
  /** Sum of the differences so far (F.2.1.3.1). */
  level: number;
}

/** Codes by their lengths (C.2): the first code of each length, and where its values begin. */
interface HuffmanTable {
  readonly first: readonly number[];
  readonly counts: readonly number[];
  readonly starts: readonly number[];
  readonly values: Uint8Array;
}

interface Frame {
  readonly components: readonly Component[];
  readonly progressive: boolean;
  /** Blocks together (A.2.3): how many such groups there are. */
  readonly units: number;
}

/** False as soon as there is colour, and for what is no JPEG in light and two colour components. */
export function looksNeutral(file: Uint8Array): boolean {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<number, HuffmanTable>();
  const steps = new Map<number, number>();
  let frame: Frame | undefined;
  let restart = 0;
  try {
    for (let at = 2; at + 4 <= file.length;) {
      const marker = view.getUint16(at);
      const end = at + 2 + view.getUint16(at + 2);
      const body = file.subarray(at + 4, end);
      if (marker === 0xffdb) readQuantisers(body, steps);
      else if (marker === 0xffc4) readHuffman(body, tables);
      else if (marker === 0xffdd) restart = view.getUint16(at + 4);
      else if (marker === 0xffee && isRgb(body)) return false;
      else if (marker >= 0xffc0 && marker <= 0xffc2) frame = readFrame(body, marker === 0xffc2, steps);
      else if (marker === 0xffda)
        return frame !== undefined && scan(file, end, { frame, body, tables, restart });
      else if (marker < 0xff01) return false;
      at = end;
    }
    return false;
  } catch (error) {
    // Beyond the end, or a code that no table has.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Adobe's segment says that the components are red, green and blue. */
function isRgb(body: Uint8Array): boolean {
  return String.fromCharCode(...body.subarray(0, 5)) === 'Adobe' && body[11] === 0;
}

/** The step of the mean of a block, by table (B.2.4.1). */
function readQuantisers(body: Uint8Array, steps: Map<number, number>): void {
  for (let at = 0; at < body.length;) {
    const [head = 0, high = 0, low = 0] = body.subarray(at, at + 3);
    const wide = head >> 4 > 0;
    steps.set(head & 15, wide ? high * 256 + low : high);
    at += 1 + 64 * (wide ? 2 : 1);
  }
}

function readHuffman(body: Uint8Array, tables: Map<number, HuffmanTable>): void {
  for (let at = 0; at + 17 <= body.length;) {
    const counts = [0, ...body.subarray(at + 1, at + 17)];
    const first: number[] = [0];
    const starts: number[] = [0];
    let [code, start] = [0, 0];
    for (let length = 1; length <= 16; length++) {
      code <<= 1;
      first.push(code);
      starts.push(start);
      code += counts[length] ?? 0;
      start += counts[length] ?? 0;
    }
    tables.set(body[at] ?? 0, { first, counts, starts, values: body.subarray(at + 17, at + 17 + start) });
    at += 17 + start;
  }
}

/** Undefined where the components are not light and two colours, the light not coarser than they. */
function readFrame(body: Uint8Array, progressive: boolean, steps: Map<number, number>): Frame | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if (body[5] !== 3) return undefined;
  const parts = [0, 1, 2].map((i) => body.subarray(6 + 3 * i, 9 + 3 * i));
  // Letters for ids: red, green, blue.
  if (parts.map(([id]) => id).join() === '82,71,66') return undefined;
  const components = parts.map(([id = 0, sampling = 0, table = 0]): Component => {
    const blocks = (sampling >> 4) * (sampling & 15);
    return { id, blocks, quantiser: steps.get(table) ?? 1, dc: undefined, ac: undefined, level: 0 };
  });
  const across = Math.max(...parts.map(([, sampling = 0]) => sampling >> 4));
  const down = Math.max(...parts.map(([, sampling = 0]) => sampling & 15));
  const units = Math.ceil(view.getUint16(3) / (8 * across)) * Math.ceil(view.getUint16(1) / (8 * down));
  return { components, progressive, units };
}

interface Scan {
  readonly frame: Frame;
  readonly body: Uint8Array;
  readonly tables: ReadonlyMap<number, HuffmanTable>;
  readonly restart: number;
}

/** Goes through the first scan; true when it holds all three components and no colour. */
function scan(file: Uint8Array, start: number, { frame, body, tables, restart }: Scan): boolean {
  const { components, progressive, units } = frame;
  if (body[0] !== 3) return false;
  components.forEach((component, i) => {
    const chosen = body[2 + 2 * i] ?? 0;
    component.dc = tables.get(chosen >> 4);
    component.ac = tables.get(16 + (chosen & 15));
  });
  // The last byte of a progressive scan's head: how many bits are left for later.
  const shift = progressive ? (body[9] ?? 0) & 15 : 0;
  const bits = new BitReader(file, start);
  for (let unit = 0; unit < units; unit++) {
    if (restart > 0 && unit > 0 && unit % restart === 0) {
      bits.restart();
      for (const component of components) component.level = 0;
    }
    for (const [i, component] of components.entries()) {
      for (let block = 0; block < component.blocks; block++) {
        const flat = readBlock(bits, component, progressive);
        // The mean of a block is an eighth of its first coefficient.
        const colour = (Math.abs(component.level * 2 ** shift) * component.quantiser) / 8;
        if (i > 0 && (!flat || colour > slack)) return false;
      }
    }
  }
  return true;
}

/** Reads a block; whether it has nothing but its mean. */
function readBlock(bits: BitReader, component: Component, meanOnly: boolean): boolean {
  component.level += bits.signed(bits.symbol(component.dc));
  let flat = true;
  for (let k = 1; k < 64 && !meanOnly; k++) {
    const symbol = bits.symbol(component.ac);
    const size = symbol & 15;
    // End of block; sixteen zeros.
    if (size === 0 && symbol !== 0xf0) break;
    k += symbol >> 4;
    if (size > 0) {
      bits.signed(size);
      flat = false;
    }
  }
  return flat;
}

/** The bits of a scan: a stuffed zero behind each FF is none of them (B.1.1.5). */
class BitReader {
  private buffer = 0;
  private count = 0;

  constructor(
    private readonly file: Uint8Array,
    private at: number,
  ) {}

  /** A value by its code. */
  symbol(table: HuffmanTable | undefined): number {
    if (!table) throw new RangeError('no such table');
    let code = 0;
    for (let length = 1; length <= 16; length++) {
      code = code * 2 + this.bit();
      const place = code - (table.first[length] ?? 0);
      if (place < (table.counts[length] ?? 0)) return table.values[(table.starts[length] ?? 0) + place] ?? 0;
    }
    throw new RangeError('no such code');
  }

  /** A number of so many bits, negative where the first is 0 (F.2.2.1). */
  signed(size: number): number {
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 2 + this.bit();
    return size > 0 && value < 2 ** (size - 1) ? value - 2 ** size + 1 : value;
  }

  /** Goes on behind the next restart marker. */
  restart(): void {
    this.count = 0;
    while (!(this.file[this.at] === 0xff && ((this.file[this.at + 1] ?? 0) & 0xf8) === 0xd0)) {
      if (this.at >= this.file.length) throw new RangeError('the file ends');
      this.at += 1;
    }
    this.at += 2;
  }

  private bit(): number {
    if (this.count === 0) {
      if (this.at >= this.file.length) throw new RangeError('the file ends');
      this.buffer = this.file[this.at++] ?? 0;
      if (this.buffer === 0xff) {
        if (this.file[this.at] !== 0) throw new RangeError('the scan ends');
        this.at += 1;
      }
      this.count = 8;
    }
    this.count -= 1;
    return (this.buffer >> this.count) & 1;
  }
}
