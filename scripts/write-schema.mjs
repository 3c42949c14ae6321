/**
 * `schema/publication.schema.json`: the JSON Schema of `publication.yaml`, from the schema that the reader
 * checks with. Run it after a change there; a test compares the two.
 *
 *     npm run build && node scripts/write-schema.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchema } from '../dist/read/manifest/schema.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'schema');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'publication.schema.json'), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
