/** The public API of anpham. */
export { publish } from './publish.js';
export type { Artifact, PublishOptions, Result } from './document/result.js';
export { nodeHost } from './host-node.js';
export type { Host, HostFailure, ReadResult } from './host.js';
export { describe, type Diagnostic, type MessageLanguage, type Severity, type Span } from './diagnostic.js';
export type { ArchiveLevel } from './document/archive-level.js';
export type { EncodingName } from './document/encoding.js';
export type { Edition } from './document/publication.js';
