/**
 * The publication's own identifier: a UUID of version 5 (RFC 9562, 5.5) named by the SHA-256 of its
 * content, so that the same words and pictures are the same publication on every machine.
 */
import { transcode } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Article } from '../document/publication.js';

/** The namespace of anpham's content names; drawn once, never changed. */
const namespace = '6d2f4c1e-6b0a-5f0e-9a53-0c7d3f1b8e42';

/** `urn:uuid:…` of the articles' sources and pictures; paths do not count. */
export function identifierOf(articles: readonly Article[]): string {
  const content = createHash('sha256');
  const add = (bytes: Uint8Array): void => {
    const own = createHash('sha256').update(bytes).digest();
    content.update(own);
  };
  for (const article of articles) {
    add(utf8Of(article.source));
    for (const image of article.images) {
      if (image.lent) content.update(image.lent.digest);
      else add(image.bytes);
    }
  }
  return `urn:uuid:${uuidOfName(content.digest('hex'))}`;
}

/** The identifier of something else made of a publication, such as its `fixed` pages: named by both. */
export function derivedIdentifier(identifier: string, name: string): string {
  return `urn:uuid:${uuidOfName(`${identifier} ${name}`)}`;
}

/** A text as UTF-8, by way of UTF-16: half the time of `Buffer.from`, which takes unpaired surrogates too. */
function utf8Of(text: string): Uint8Array {
  try {
    return transcode(Buffer.from(text, 'utf16le'), 'utf16le', 'utf8');
  } catch {
    return Buffer.from(text);
  }
}

function uuidOfName(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
