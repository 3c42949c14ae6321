/** What is said of how an ebook is read. */
import type { CodeEntry } from '../code-entry.js';

export const readingCodes = {
  'EPUB-FORMULA': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.3.1; WCAG 2.2, 1.1.1',
    en: 'the formula {words} has no text that could be read out in its place',
    vi: 'công thức {words} chưa có văn bản để đọc lên thay cho nó',
    hint: {
      en: 'Write how it is said into alttext, as in <math alttext="x squared">.',
      vi: 'Hãy ghi cách đọc vào alttext, như <math alttext="x bình phương">.',
    },
  },
} as const satisfies Record<string, CodeEntry>;
