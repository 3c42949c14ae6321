/** A file that an archive edition carries inside of it. Types only. */
export interface Attachment {
  /** File name, unique in the edition; folders with `/` between. */
  readonly name: string;
  /** A text as it was given, a photo without place and camera. */
  readonly bytes: Uint8Array;
  /** What it is to the document (ISO 19005-3, table 2): what the text and pictures came from, or facts about it. */
  readonly relationship: 'Source' | 'Data';
}
