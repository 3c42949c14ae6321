/** A file as one; a part is copied before the next is asked for, which may take its place. */
export function joinParts(parts: Iterable<Uint8Array>): Uint8Array {
  const copies = Array.from(parts, (part) => part.slice());
  return new Uint8Array(Buffer.concat(copies));
}
