/** What is said of files that break a standard in what `check/pdf/conformance/graphics/` looks at. */
import { conformanceEntries } from './conformance-entries.js';

export const graphicsCodes = conformanceEntries({});
