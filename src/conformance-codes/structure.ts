/** What is said of files that break a standard in what `check/pdf/conformance/structure/` looks at. */
import { conformanceEntries } from './conformance-entries.js';

export const structureCodes = conformanceEntries({});
