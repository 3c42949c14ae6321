/**
 * Where links and bookmarks lead (ISO 32000-1, 12.3.2): a height on a page; in PDF 2.0 a structure element
 * too (ISO 32000-2, 12.3.2.3), as PDF/UA-2 asks, 8.8. Actions have both, so that a viewer that knows
 * pages alone finds the place. In: what layout found, and the pages and elements in the file; out: syntax.
 */
import type { Destination, StructureElement, StructureId } from '../document/page.js';
import type { PdfFile } from './pdf-file.js';
import { number, Raw, reference, textString } from './syntax.js';
import type { PageObject, WrittenElement } from './write-structure.js';
import { writeNameTree } from './write-trees.js';

/** A place on a page, in an element if layout knows it. */
type Place = Pick<Destination, 'page' | 'y' | 'structure'>;

/** What destinations are found by. */
export interface Landmarks {
  readonly pages: readonly PageObject[];
  /** In reading order. */
  readonly elements: readonly WrittenElement[];
  /** Those of layout, by number. */
  readonly structure: readonly StructureElement[];
}

export class Destinations {
  /** Indices of elements by number of layout. */
  private readonly places = new Map<StructureId, number>();
  /** The first element that begins on each page. */
  private readonly firstOn: (WrittenElement | undefined)[] = [];

  constructor(
    private readonly landmarks: Landmarks,
    /** Whether they name elements too. */
    private readonly structured: boolean,
  ) {
    landmarks.elements.forEach((written, index) => {
      const { element, page } = written;
      if (element !== undefined) this.places.set(element, index);
      if (page !== undefined) this.firstOn[page] ??= written;
    });
  }

  /** Object number of an element that was written. */
  objectOf(element: StructureId): number | undefined {
    return this.landmarks.elements[this.places.get(element) ?? -1]?.object;
  }

  /** Entries of a bookmark. */
  bookmark(place: Place): string {
    const page = this.page(place);
    return this.structured ? `/A <</S /GoTo /D ${page} /SD ${this.element(place)}>>` : `/Dest ${page}`;
  }

  /** Entries of a link to the destination with this name. */
  link(id: string, place: Place): string {
    const name = textString(destinationName(id));
    return this.structured ? `/A <</S /GoTo /D ${name} /SD ${this.element(place)}>>` : `/Dest ${name}`;
  }

  /** Writes destinations under ASCII names (`destinationName`). */
  write(file: PdfFile, destinations: ReadonlyMap<string, Destination>): void {
    if (destinations.size === 0) return;
    const entries = Array.from(destinations, ([id, place]) => ({
      key: destinationName(id),
      value: this.structured ? `<</D ${this.page(place)} /SD ${this.element(place)}>>` : this.page(place),
    }));
    file.names['Dests'] = new Raw(reference(writeNameTree(file, entries)));
  }

  /** An explicit destination: the page from the height of `y` on, at the reader's own zoom. */
  private page(place: Place): string {
    return `[${reference(this.pageOf(place).id)} ${this.view(place)}]`;
  }

  /** The same of a structure element. */
  private element(place: Place): string {
    const element = this.elementAt(place);
    const view = element?.page === place.page ? this.view(place) : '/XYZ null null null';
    return `[${reference(element?.object ?? 0)} ${view}]`;
  }

  private view(place: Place): string {
    return `/XYZ null ${number(this.pageOf(place).media.trim[3] - place.y)} null`;
  }

  private pageOf({ page }: Place): PageObject {
    const found = this.landmarks.pages[page];
    if (!found) throw new Error(`destination on page ${page}, which does not exist`);
    return found;
  }

  /**
   * The element of the place. A viewer shows the page on which an element begins, so one that begins
   * before gives way to what is in it on the right page; where layout names none (furniture), or one that
   * is not written, it is what stands around, or else the first of the page, or after it.
   */
  private elementAt({ page, structure }: Place): WrittenElement | undefined {
    const { elements } = this.landmarks;
    const index = this.standing(structure);
    const named = elements[index];
    if (!named || named.page === page) return named;
    // The Document stands around all.
    if (index === 0) return this.firstOn.find((first, at) => first !== undefined && at >= page) ?? named;
    return elements.slice(index, index + named.size + 1).find((element) => element.page === page) ?? named;
  }

  /** Index of the element, or of the nearest around it that was written; the Document stands around all. */
  private standing(structure: StructureId | undefined): number {
    for (let id = structure; id !== undefined; id = this.landmarks.structure[id]?.parent) {
      const index = this.places.get(id);
      if (index !== undefined) return index;
    }
    return 0;
  }
}

/** An element id in ASCII: other characters, and `_`, as `_` and their code point in hex and `_`. */
export function destinationName(id: string): string {
  return id.replace(/[^A-Za-z0-9.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
}
