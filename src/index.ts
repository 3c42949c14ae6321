/** The public API of anpham. */
export { publish, type Artifact, type PublishOptions, type Result } from './publish.js';
export { nodeHost } from './host-node.js';
export type { Host, HostFailure, ReadResult } from './host.js';
export { describe, type Diagnostic, type MessageLanguage, type Severity, type Span } from './diagnostic.js';
export type { Edition } from './document/publication.js';
