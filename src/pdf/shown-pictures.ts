/**
 * The pictures that the pages of a file show: their resource names, the largest place of each, and what
 * follows from it. In: pictures and places as pages are painted; out: what is written, and what will look bad.
 */
import { diagnostic, type Diagnostic, type Span } from '../diagnostic.js';
import type { StructureElement } from '../document/page.js';
import { profileColours } from '../document/inspect-profile.js';
import type { ImageAsset } from '../document/publication.js';
import type { PicturePlace } from './images.js';
import type { PdfTarget } from './pdf-target.js';
import { profileFault } from './picture-profile.js';
import {
  effectiveResolution,
  fewerPixels,
  largerPlace,
  leastSpared,
  sparedBytes,
  wantedResolution,
  type PlacedSize,
} from './picture-resolution.js';

export class ShownPictures {
  private readonly names = new Map<ImageAsset, string>();
  /** The largest place of each picture, and the label of its page, by resource name. */
  private readonly places = new Map<string, { readonly size: PlacedSize; readonly page: string }>();

  /** Pixels an inch that pictures carry. */
  readonly wanted: number;

  constructor(private readonly target: PdfTarget) {
    this.wanted = wantedResolution(target);
  }

  /** How many pictures there are. */
  get count(): number {
    return this.names.size;
  }

  /** The resource name of a picture, given when it is first met. */
  name(asset: ImageAsset): string {
    let name = this.names.get(asset);
    if (name === undefined) this.names.set(asset, (name = `I${this.names.size}`));
    return name;
  }

  /** Notes a place of a picture on the page with this label. */
  place(name: string, place: PlacedSize, page: string): void {
    const known = this.places.get(name);
    const size = largerPlace(known?.size, place);
    this.places.set(name, { size, page: known && known.size.width >= place.width ? known.page : page });
  }

  /** What the file needs of each picture that pages show. */
  list(): readonly (readonly [asset: ImageAsset, name: string, place: PicturePlace])[] {
    const resample = this.isWorthResampling();
    return Array.from(this.names).flatMap(([asset, name]) => {
      const place = this.places.get(name);
      return place ? [[asset, name, { ...place, resample }] as const] : [];
    });
  }

  /** Pictures of the text that will show their pixels in print, decoration left out. */
  tellCoarse(structure: readonly StructureElement[]): readonly Diagnostic[] {
    const { target } = this;
    if (target.edition !== 'print') return [];
    const { least } = target.printer.photos;
    return Array.from(this.names).flatMap(([asset, name]) => {
      const place = this.places.get(name);
      if (!place || place.size.artifact || asset.format === 'svg') return [];
      const resolution = Math.round(effectiveResolution(asset, place.size));
      if (resolution >= least) return [];
      const width = Math.floor((asset.width / least) * 25.4);
      const values = { path: asset.path, resolution, page: place.page, least, width };
      const span = spanOf(place.size, structure);
      return [diagnostic('PDF-RESOLUTION', values, { edition: target.edition, span })];
    });
  }

  /** Pictures whose profiles are left out because they mean nothing, once each. */
  tellProfiles(structure: readonly StructureElement[]): readonly Diagnostic[] {
    const { edition } = this.target;
    return Array.from(this.names).flatMap(([asset, name]) => {
      const place = this.places.get(name);
      const code = profileFault(asset);
      if (!place || !code) return [];
      const space = profileColours(asset.icc ?? new Uint8Array()).trim();
      const values = { path: asset.path, page: place.page, ...(code === 'PDF-ICC-OTHER' && { space }) };
      return [diagnostic(code, values, { edition, span: spanOf(place.size, structure) })];
    });
  }

  /** Whether the file would be smaller by more than a little. */
  private isWorthResampling(): boolean {
    let spared = 0;
    for (const [asset, name] of this.names) {
      const place = this.places.get(name)?.size;
      const fewer = place && fewerPixels(asset, place, this.wanted);
      if (fewer && asset.format === 'jpeg') spared += sparedBytes(asset, fewer);
    }
    return spared >= leastSpared;
  }
}

/** Where the source shows a picture that stands in this place. */
export function spanOf({ element }: PlacedSize, structure: readonly StructureElement[]): Span | undefined {
  return element === undefined ? undefined : structure[element]?.span;
}
