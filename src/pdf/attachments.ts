/**
 * Writes the files that a PDF carries (ISO 32000-1, 7.11.4; associated with the document as ISO 19005-3, 6.8
 * asks): each a stream with type, size, checksum and date, named in a tree and in the catalog's AF. Beside
 * them stands a list of their SHA-256 hashes, which `sha256sum -c` reads. In: files as they were given.
 */
import { createHash } from 'node:crypto';
import type { Attachment } from '../document/attachment.js';
import type { PdfFile } from './pdf-file.js';
import { name as nameSyntax, Raw, reference, textString } from './syntax.js';
import { destinationName } from './destinations.js';
import { writeNameTree } from './write-trees.js';

/** Media types (IANA) by the ending of a file's name. */
const mediaTypes: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  json: 'application/json',
  xml: 'application/xml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  toml: 'application/toml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  svg: 'image/svg+xml',
};

/** Name of the list of hashes. */
const hashList = 'SHA256SUMS.txt';

/** Writes the files and the list of their hashes; `modified` (`YYYY-MM-DDThh:mm:ssZ`) is the date of all. */
export function writeAttachments(file: PdfFile, attachments: readonly Attachment[], modified: string): void {
  if (attachments.length === 0) return;
  const entries = [...attachments, hashesOf(attachments)].map((attachment) => ({
    key: destinationName(attachment.name),
    value: reference(writeAttachment(file, attachment, modified)),
  }));
  file.names['EmbeddedFiles'] = new Raw(reference(writeNameTree(file, entries)));
  file.catalog['AF'] = new Raw(`[${entries.map(({ value }) => value).join(' ')}]`);
}

/** The object number of the file specification. */
function writeAttachment(file: PdfFile, attachment: Attachment, modified: string): number {
  const { name, bytes, relationship } = attachment;
  const checksum = createHash('md5').update(bytes).digest('hex');
  const date = `D:${modified.replace(/\D/g, '')}Z`;
  const type = nameSyntax(mediaTypes[name.replace(/^.*\./s, '').toLowerCase()] ?? 'application/octet-stream');
  const parameters = `<</Size ${bytes.length} /CheckSum <${checksum}> /ModDate ${textString(date)}>>`;
  const stream = file.addStream(
    { Type: 'EmbeddedFile', Subtype: new Raw(type), Params: new Raw(parameters) },
    bytes,
  );
  const id = file.reserve();
  file.put(
    id,
    `<</Type /Filespec /F ${textString(destinationName(name))} /UF ${textString(name)} ` +
      `/Desc ${textString(name)} /AFRelationship /${relationship} ` +
      `/EF <</F ${reference(stream.id)} /UF ${reference(stream.id)}>>>>`,
  );
  return id;
}

function hashesOf(attachments: readonly Attachment[]): Attachment {
  const lines = attachments.map(
    ({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`,
  );
  return { name: hashList, bytes: new TextEncoder().encode(lines.join('')), relationship: 'Data' };
}
