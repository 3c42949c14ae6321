/** Everything that is said of ebooks, one table for each part of the rules. */
import { accessibilityCodes } from './accessibility.js';
import { ebookCodes } from './ebook.js';
import { standardCodes } from './standard.js';

export const epubCodes = { ...ebookCodes, ...standardCodes, ...accessibilityCodes };
