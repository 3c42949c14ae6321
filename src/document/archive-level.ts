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

/** True where readers who cannot see are promised all that the file shows. */
export function isAccessible(level: ArchiveLevel): boolean {
  return archiveClaims[level].includes('PDF/UA');
}

/** True for the name of a level. */
export function isArchiveLevel(name: string): name is ArchiveLevel {
  return archiveLevels.some((level) => level === name);
}

/** The standards behind a claim, with the years of the editions that are meant. */
const parts: Readonly<Record<string, string>> = {
  '1': 'ISO 19005-1:2005',
  '2': 'ISO 19005-2:2011',
  '3': 'ISO 19005-3:2012',
  '4': 'ISO 19005-4:2020',
};
const accessible: Readonly<Record<string, string>> = {
  'PDF/UA-1': 'ISO 14289-1:2014',
  'PDF/UA-2': 'ISO 14289-2:2024',
};

const national = {
  same: { vi: 'tương ứng TCVN 14159-1:2024', en: 'TCVN 14159-1:2024 corresponds to it' },
  other: {
    vi: 'tiêu chuẩn quốc gia TCVN 14159-1:2024 ứng với PDF/A-1; tùy chọn --archive 1a tạo tệp như vậy',
    en: 'the Vietnamese standard TCVN 14159-1:2024 corresponds to PDF/A-1, which --archive 1a makes',
  },
} as const;

/**
 * What the file of a level claims, as a clerk has to name it, and where it stands to the national standard.
 * TCVN 14159-1:2024 is PDF/A-1; that other parts of ISO 19005 are national standards is not known for sure,
 * and not said.
 */
export function levelStandards(level: ArchiveLevel, language: 'vi' | 'en'): readonly string[] {
  return archiveClaims[level].split(', ').map((claim) => {
    if (accessible[claim] !== undefined) return `${claim}: ${accessible[claim]}`;
    const { same, other } = national;
    const standing = level.startsWith('1') ? same[language] : other[language];
    return `${claim}: ${parts[level.charAt(0)] ?? ''} (${standing})`;
  });
}
