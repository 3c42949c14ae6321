/** Everything that is said of ebooks, one table for each part of the rules. */
import { accessibilityCodes } from './accessibility.js';
import { accessibilityBookCodes } from './accessibility-book.js';
import { contentCodes } from './content.js';
import { ebookCodes } from './ebook.js';
import { factCodes } from './facts.js';
import { fileCodes } from './files.js';
import { ebookOptionCodes } from './options.js';
import { readingCodes } from './reading.js';
import { storeCodes } from './stores.js';
import { standardCodes } from './standard.js';

export const epubCodes = {
  ...ebookCodes,
  ...ebookOptionCodes,
  ...factCodes,
  ...fileCodes,
  ...readingCodes,
  ...standardCodes,
  ...contentCodes,
  ...accessibilityCodes,
  ...accessibilityBookCodes,
  ...storeCodes,
};
