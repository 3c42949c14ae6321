/** Bytes in a buffer of their own: cloning a view clones the whole buffer that it looks at. */
export function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
