/**
 * Gives a TrueType font another name: its `name` table is written anew and the checksums with it.
 * The Open Font License (clause 3) forbids a modified font, and a subset is one, to bear a name that
 * its author reserved. Copyright, trademark and licence entries stay as they are.
 */

/** What stands for a reserved name. */
export const replacementName = 'Anpham';

/** Name ids that say what the font is called (OpenType 1.9, `name`): family, unique, full, PostScript, typographic, compatible, CID, WWS, variations. */
const namingIds = new Set([1, 2, 3, 4, 6, 16, 17, 18, 20, 21, 22, 25]);

interface NameRecord {
  readonly platform: number;
  readonly encoding: number;
  readonly language: number;
  readonly id: number;
  readonly text: string;
}

interface Table {
  readonly tag: string;
  readonly bytes: Buffer;
}

/** A name with the reserved words replaced: `Source Serif 4` and `SourceSerif4` lose `Source`. */
export function replaceReserved(text: string, reserved: readonly string[]): string {
  let result = text;
  for (const name of reserved) result = result.split(name).join(replacementName);
  return result;
}

/** The names reserved by a licence text or a copyright entry: `with Reserved Font Name 'Source'`, or several. */
export function reservedNames(licence: string): readonly string[] {
  const names: string[] = [];
  for (const clause of licence.matchAll(/with Reserved Font Names?:?\s+([^\n.]*)/gi)) {
    for (const [, name] of (clause[1] ?? '').matchAll(/["'‘“]([^"'’”]+)["'’”]/g)) {
      if (name && !names.includes(name)) names.push(name);
    }
  }
  return names;
}

/** All entries of the `name` table that are written in Unicode or Roman. */
export function readNames(font: Uint8Array): readonly { readonly id: number; readonly text: string }[] {
  const table = readTables(font).find(({ tag }) => tag === 'name');
  return table ? readNameTable(table.bytes) : [];
}

/** The same font, the reserved words replaced in every naming entry. */
export function renameFont(font: Uint8Array, reserved: readonly string[]): Uint8Array {
  const tables = readTables(font).map((table) => {
    if (table.tag !== 'name') return table;
    const names = readNameTable(table.bytes).map((record) =>
      namingIds.has(record.id) ? { ...record, text: replaceReserved(record.text, reserved) } : record,
    );
    return { tag: 'name', bytes: writeNameTable(names) };
  });
  return writeTables(Buffer.from(font).readUInt32BE(0), tables);
}

function readTables(font: Uint8Array): readonly Table[] {
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  return Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const offset = bytes.readUInt32BE(at + 8);
    return {
      tag: bytes.toString('latin1', at, at + 4),
      bytes: bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12)),
    };
  });
}

function readNameTable(table: Buffer): readonly NameRecord[] {
  const strings = table.readUInt16BE(4);
  return Array.from({ length: table.readUInt16BE(2) }, (_, index) => {
    const at = 6 + 12 * index;
    const platform = table.readUInt16BE(at);
    const start = strings + table.readUInt16BE(at + 10);
    const bytes = table.subarray(start, start + table.readUInt16BE(at + 8));
    return {
      platform,
      encoding: table.readUInt16BE(at + 2),
      language: table.readUInt16BE(at + 4),
      id: table.readUInt16BE(at + 6),
      text: platform === 1 ? bytes.toString('latin1') : swap(bytes).toString('utf16le'),
    };
  });
}

function writeNameTable(names: readonly NameRecord[]): Buffer {
  const header = Buffer.alloc(6 + 12 * names.length);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  const strings: Buffer[] = [];
  let offset = 0;
  names.forEach((record, index) => {
    const bytes =
      record.platform === 1 ? Buffer.from(record.text, 'latin1') : swap(Buffer.from(record.text, 'utf16le'));
    const { platform, encoding, language, id } = record;
    [platform, encoding, language, id, bytes.length, offset].forEach((value, field) =>
      header.writeUInt16BE(value, 6 + 12 * index + 2 * field),
    );
    strings.push(bytes);
    offset += bytes.length;
  });
  return Buffer.concat([header, ...strings]);
}

/** UTF-16 of the other byte order. */
function swap(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

/** Table directory and tables, checksums included (OpenType 1.9, “Calculating Checksums”). */
function writeTables(version: number, tables: readonly Table[]): Uint8Array {
  const directory = Buffer.alloc(12 + 16 * tables.length);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(version, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 * power, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE(16 * (tables.length - power), 10);
  const bodies: Buffer[] = [];
  let offset = directory.length;
  let head = -1;
  tables.forEach(({ tag, bytes }, index) => {
    const body = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    if (tag === 'head') {
      body.writeUInt32BE(0, 8);
      head = offset;
    }
    const at = 12 + 16 * index;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(body), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    bodies.push(body);
    offset += body.length;
  });
  const font = Buffer.concat([directory, ...bodies]);
  if (head >= 0) font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return new Uint8Array(font);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
