/** Compression of stream data (ISO 32000-1, 7.4.4), as every stream of ours is. */
import { deflateSync } from 'node:zlib';
import type { PaintedContent } from './painted.js';

/** zlib level: 5 is a quarter faster than 6 on page content and not larger (measured). */
const level = 5;

export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level });
}

/** The same content, its streams deflated. */
export function deflated<Content extends PaintedContent>(content: Content): Content {
  const forms = content.forms.map((form) => ({ ...form, content: deflate(form.content) }));
  return { ...content, content: deflate(content.content), forms };
}
