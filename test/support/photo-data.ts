/**
 * What editors and cameras write into photographs, for tests: IPTC-IIM as Photoshop stores it in a JPEG,
 * an XMP packet, and EXIF with a place and a maker's note.
 */
import type { Exif } from 'sharp';

/** Datasets of record 2 by number, or of another record by `[record, number]`. */
export type Datasets = readonly (readonly [dataset: number | readonly [number, number], value: Uint8Array])[];

/** A JPEG with an APP13 segment behind its first marker. */
export function withIptc(jpeg: Uint8Array, datasets: Datasets): Uint8Array {
  const block = Buffer.concat(
    datasets.map(([dataset, value]) => {
      const [record, number] = typeof dataset === 'number' ? [2, dataset] : dataset;
      return Buffer.from([0x1c, record, number, value.length >> 8, value.length & 255, ...value]);
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32BE(block.length);
  // Another resource first, with a name; its data of odd length are padded.
  const other = Buffer.from('8BIM\x03\xed\x03abc\0\0\0\x03xyz\0', 'latin1');
  const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), size, block]);
  return withSegment(jpeg, 0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), other, resource]));
}

/** A JPEG with one more segment behind its first marker. */
export function withSegment(jpeg: Uint8Array, marker: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2;
  const head = Buffer.from([0xff, 0xd8, 0xff, marker, length >> 8, length & 255]);
  return new Uint8Array(Buffer.concat([head, body, jpeg.subarray(2)]));
}

/** An XMP packet; `attributes` and `children` of its description, with the prefixes of the IPTC standard. */
export function xmpPacket(attributes: string, children = ''): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" ${attributes}>${children}</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** A property in several languages. */
export function alternatives(property: string, byLanguage: Readonly<Record<string, string>>): string {
  const items = Object.entries(byLanguage).map(
    ([lang, text]) => `<rdf:li xml:lang="${lang}">${text}</rdf:li>`,
  );
  return `<${property}><rdf:Alt>${items.join('')}</rdf:Alt></${property}>`;
}

/** EXIF of a telephone: camera, place, texts; in ASCII, as sharp writes no other. */
export const telephone: Exif = {
  IFD0: {
    Make: 'Phonemaker',
    Model: 'SECRET-MODEL-77',
    ImageDescription: 'Cho phien Bac Ha',
    Artist: 'Tue Man',
    Copyright: 'Bao Lang Son',
  },
  IFD2: { DateTimeOriginal: '2020:01:13 08:30:00', BodySerialNumber: 'SERIAL-4711' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 51/1 0/1', GPSDateStamp: '2020:01:13' },
};

/** Texts of the above that no edition may hold. */
export const secrets = ['Phonemaker', 'SECRET-MODEL-77', 'SERIAL-4711', 'GPSLatitude', '2020:01:13'] as const;
