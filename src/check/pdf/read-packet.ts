/**
 * An XMP packet (ISO 16684-1, 7.3): the bytes of a metadata stream in; out, its encoding, what its header
 * says, and the XML in it. It never throws.
 */
import { readXml, type XmlElement } from '../../document/read-xml.js';

export interface XmpPacket {
  readonly encoding: 'UTF-8' | 'UTF-16' | 'UTF-32';
  /** Attributes of `<?xpacket begin=… id=…?>`; none where there is no header. */
  readonly header: ReadonlyMap<string, string>;
  /** Undefined when the XML is not well-formed: then `broken` says at which line and column. */
  readonly root: XmlElement | undefined;
  readonly broken?: string;
}

/** Reads a packet. Characters that XML forbids count as spaces: writers leave some behind. */
export function readPacket(bytes: Uint8Array): XmpPacket {
  const { encoding, text } = decode(bytes);
  const xml = readXml(text.replace(/[^\t\n\r\x20-\ufffd]/g, ' ').trim());
  const header = headerOf(text);
  if (xml.ok) return { encoding, header, root: xml.root };
  return { encoding, header, root: undefined, broken: `${xml.line}:${xml.column}` };
}

function headerOf(text: string): ReadonlyMap<string, string> {
  const start = text.indexOf('<?xpacket');
  const header = start < 0 ? '' : text.slice(start, text.indexOf('?>', start));
  const attributes = header.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...attributes].map(([, name = '', double, single]) => [name, double ?? single ?? '']));
}

/** By the mark at the start, or by where the zeros of the first character (`<`, white space) stand. */
function decode(bytes: Uint8Array): { encoding: XmpPacket['encoding']; text: string } {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if (a === 0 && b === 0) return { encoding: 'UTF-32', text: utf32(bytes, false) };
  if ((b === 0 || (a === 0xff && b === 0xfe)) && c === 0 && d === 0) {
    return { encoding: 'UTF-32', text: utf32(bytes, true) };
  }
  if (a === 0 || (a === 0xfe && b === 0xff)) {
    return { encoding: 'UTF-16', text: new TextDecoder('utf-16be').decode(bytes) };
  }
  if (b === 0 || (a === 0xff && b === 0xfe)) {
    return { encoding: 'UTF-16', text: new TextDecoder('utf-16le').decode(bytes) };
  }
  return { encoding: 'UTF-8', text: new TextDecoder('utf-8').decode(bytes) };
}

function utf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian);
    out.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
  }
  return out.join('').replace(/^\ufeff/, '');
}
