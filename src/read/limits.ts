/**
 * How much of anything is read: the one table of limits, each with its reason. What is over a limit is named
 * with it, and the rest goes on. Limits that belong to a package stand where it is called: markdown-it nests
 * 100 deep, `yaml` resolves an alias 100 times, and pictures have a limit in pixels (`photo-format.ts`).
 */
export const limits = {
  /** Bytes of a text: twice what the longest novels have. A pasted text of this size is read in half a minute. */
  source: 16 * 2 ** 20,
  /** Bytes of a picture's file, before it is opened: an uncompressed TIFF of A3 at 300 ppi has 100 MB. */
  picture: 256 * 2 ** 20,
  /** Files in a ZIP archive: a Word file with a thousand pictures has two thousand. */
  zipEntries: 10_000,
  /** Bytes of one XML file of an archive: a Word file has some ten times those of its words. */
  xml: 64 * 2 ** 20,
  /** Bytes that an archive may come to: all its pictures, and a text of many hundred pages in XML. */
  zipSize: 512 * 2 ** 20,
  /** So many times may a file of an archive grow: XML of empty cells grows a hundredfold, a bomb a thousandfold. */
  zipRatio: 250,
  /** Bytes that a file of an archive may have however much it grew. */
  zipSmall: 8 * 2 ** 20,
  /** Elements of HTML in each other: saved pages have fifty, browsers stop at 512. */
  htmlNesting: 200,
  /** Elements of HTML that format words (`b`, `font`), open at once: each is opened again in every block. */
  htmlFormats: 40,
} as const;

/** A number of bytes in MB, for messages. */
export function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}
