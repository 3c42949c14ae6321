/**
 * The pictures that a Markdown text refers to: tokens → each picture read once, in the order of the
 * text, with its sidecar. What may not be read is refused with the reason and the line.
 */
import { decodeAddress } from '../document/decode-address.js';
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import type { ImageAsset } from '../document/publication.js';
import type { Host } from '../host.js';
import { openImage, readImage } from './images.js';
import type { Picture } from './markdown-context.js';
import type { Token } from './markdown-parse.js';
import { sidecarAlt } from './photos.js';

/** Reads the pictures of one file, part by part. */
export class PictureReader {
  /** By the address as the Markdown gives it. */
  readonly bySource = new Map<string, Picture>();
  readonly images: ImageAsset[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #taken = new Set<string>();

  constructor(
    private readonly path: string,
    private readonly host: Host,
    /** What is said of a picture on another machine. */
    private readonly remote: 'IMG-REMOTE' | 'IMG-NOT-SAVED' = 'IMG-REMOTE',
  ) {}

  /** Reads every picture that the tokens refer to and that was not met before; `line`, from 1, is where they begin. */
  async read(tokens: readonly Token[], line: number): Promise<void> {
    const references: Reference[] = [];
    gatherReferences(tokens, line, references);
    await this.readAll(references);
  }

  /** Reads the pictures at these addresses that were not met before. */
  async readAll(references: readonly Reference[]): Promise<void> {
    for (const { source, line } of references) {
      if (!this.bySource.has(source)) this.bySource.set(source, await this.#picture(source, line));
    }
  }

  async #picture(source: string, line: number): Promise<Picture> {
    const { path, host } = this;
    const span = { file: path, line };
    const inside = pictureInside(source);
    if (inside) {
      // No file has this path, the text being none of the folders.
      const name = `${path}/anh.${inside.ending}`;
      const read = await openImage({ path: name, bytes: inside.bytes, span }, this.#taken);
      this.diagnostics.push(...read.diagnostics);
      if (read.value) this.images.push(read.value);
      return { image: read.value, sidecar: undefined };
    }
    const named = decodeAddress(source.replace(/[?#].*$/s, ''));
    const refused = refusal(named);
    if (refused) {
      const code = refused === 'IMG-REMOTE' ? this.remote : refused;
      this.diagnostics.push(diagnostic(code, { path: named.slice(0, 80) }, { span }));
      return { image: undefined, sidecar: undefined };
    }
    const file = host.resolve(path, named);
    const read = await readImage(file, host, span, this.#taken);
    this.diagnostics.push(...read.diagnostics);
    if (read.value) this.images.push(read.value);
    return { image: read.value, sidecar: await sidecarAlt(file, host) };
  }
}

/** An address and the line that it stands on, from 1. */
export interface Reference {
  readonly source: string;
  readonly line: number;
}

function gatherReferences(tokens: readonly Token[], line: number, found: Reference[]): void {
  let at = line;
  for (const token of tokens) {
    if (token.map) at = token.map[0] + 1;
    if (token.type === 'softbreak' || token.type === 'hardbreak') at++;
    const source = token.type === 'image' ? token.attrGet('src') : null;
    if (source !== null) found.push({ source: String(source), line: at });
    if (token.children && token.children.length > 0) gatherReferences(token.children, at, found);
  }
}

/** The bytes of a picture that is written into its address (RFC 2397); undefined for all other addresses. */
function pictureInside(address: string): { readonly bytes: Uint8Array; readonly ending: string } | undefined {
  const [, ending = '', base64, data = ''] =
    /^data:image\/([a-z]+)(?:\+xml)?(?:;[\w=-]+)*?(;base64)?,(.*)$/is.exec(address) ?? [];
  if (ending === '') return undefined;
  const bytes = base64 === undefined ? Buffer.from(decodeAddress(data)) : Buffer.from(data, 'base64');
  return { bytes: new Uint8Array(bytes), ending: ending === 'jpeg' ? 'jpg' : ending };
}

/**
 * Why a picture is not even looked for: it is on another machine or another drive. A path that leaves the
 * publication's folder in another way is refused by the host.
 */
function refusal(address: string): 'IMG-REMOTE' | 'IMG-OUTSIDE' | undefined {
  if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(address)) return 'IMG-REMOTE';
  return /^[a-z]:/i.test(address) ? 'IMG-OUTSIDE' : undefined;
}
