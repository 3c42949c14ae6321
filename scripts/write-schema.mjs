/**
 * `schema/`: the JSON Schemas of `publication.yaml` and of a printer's file, from the schemas that the readers
 * check with. Run it after a change there; tests compare the two.
 *
 *     npm run build && node scripts/write-schema.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printerSchema } from '../dist/printer/schema.js';
import { jsonSchema } from '../dist/read/manifest/schema.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'schema');
const schemas = { 'publication.schema.json': jsonSchema(), 'printer.schema.json': printerSchema() };
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas))
  writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
