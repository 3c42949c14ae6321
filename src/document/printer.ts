/**
 * What a print edition is printed on, as `printers/*.yaml` say it: the printing condition that its colours
 * mean, how much ink the paper takes, how fine photos are, what stands beside the trimmed page.
 * Types, and what is taken where no printer is named.
 */
import type { Span } from '../diagnostic.js';

/** The printing condition that device colours mean, as the output intent says it (ISO 32000-1, 14.11.5). */
export interface PrintingCondition {
  /** Path of the ICC profile of the condition. */
  readonly profile: string;
  /** Where the profile is named. */
  readonly span: Span;
  /** OutputConditionIdentifier: a name of the registry, or `Custom`. */
  readonly condition: string;
  /** RegistryName: where the name is explained. */
  readonly registry?: string;
  /** Info, for people. */
  readonly info: string;
  /** OutputCondition: the paper and the process, for people. */
  readonly paper?: string;
}

/** What becomes of photographs. */
export interface PhotoHandling {
  /** Their own profiles are kept for the printing house, or they are turned into its inks. */
  readonly colours: 'keep' | 'convert';
  /** How: gamut as a whole made smaller, or colours kept where they can be and blacks fitted. */
  readonly rendering: 'perceptual' | 'relative';
  /** Pixels an inch: under `least` they show; more than `wanted` nobody sees. */
  readonly least: number;
  readonly wanted: number;
}

/** Marks beside the page, by what they are for. */
export interface PrinterMarks {
  /** Where to cut. */
  readonly crop: boolean;
  /** Whether all plates lie on each other. */
  readonly cross: boolean;
  /** What page of what this is, and which inks there are. */
  readonly info: boolean;
}

export interface Printer {
  /** Its name, or its file as the user named it. */
  readonly name: string;
  readonly label: Readonly<Record<'vi' | 'en', string>>;
  readonly intent: PrintingCondition;
  readonly ink: {
    /** All inks on one spot, percent. */
    readonly limit: number;
    /** Under this size, pt, text and rules in black and other inks at once come out blurred. */
    readonly richFrom: number;
  };
  readonly photos: PhotoHandling;
  /** How far colour goes on beyond the cut, pt. */
  readonly bleed: number;
  readonly marks: PrinterMarks;
  /** The edge of the sheet that stays white, pt; 0 where the sheet is trimmed. */
  readonly margin: number;
}

/** The printer of whoever names none. */
export const defaultPrinter = 'coated';

/** Pixels an inch under which photos show on the default printer: as its file says, for whoever cannot open it. */
export const defaultLeast = 150;
