/**
 * The levels of the archive standard that an archive edition can be made to, by the names that a user
 * gives: the part of ISO 19005 and its level.
 */
export const archiveLevels = ['1a', '1b', '2a', '2b', '2u', '3a', '4', '4f'] as const;

export type ArchiveLevel = (typeof archiveLevels)[number];

/** The level of an archive edition unless one is asked for. */
export const defaultLevel: ArchiveLevel = '2a';

/** What the file of each level claims. */
export const archiveClaims: Readonly<Record<ArchiveLevel, string>> = {
  '1a': 'PDF/A-1a, PDF/UA-1',
  '1b': 'PDF/A-1b',
  '2a': 'PDF/A-2a, PDF/UA-1',
  '2b': 'PDF/A-2b',
  '2u': 'PDF/A-2u',
  '3a': 'PDF/A-3a, PDF/UA-1',
  '4': 'PDF/A-4, PDF/UA-2',
  '4f': 'PDF/A-4f, PDF/UA-2',
};

/** True for the name of a level. */
export function isArchiveLevel(name: string): name is ArchiveLevel {
  return archiveLevels.some((level) => level === name);
}
