/** A file as one; a part is copied before the next is asked for, which may take its place. */
export function joinParts(parts: Iterable<Uint8Array>): Uint8Array {
  // Not `slice`: that of a Buffer shows the same bytes.
  const copies = Array.from(parts, (part) => new Uint8Array(part));
  return new Uint8Array(Buffer.concat(copies));
}
