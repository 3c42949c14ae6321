/** Folders of a test, removed after it, and programs in them that are made up: scripts of a shell. */
import { chmodSync, writeFileSync } from 'node:fs';
import { afterEach } from 'vitest';
import { makeFolder } from './run-cli.js';

let removing: (() => void)[] = [];
afterEach(() => {
  for (const remove of removing) remove();
  removing = [];
});

/** A folder with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const { path, remove } = makeFolder(files);
  removing.push(remove);
  return path;
}

/** A program that is this script. */
export function makeProgram(path: string, script: string): void {
  writeFileSync(path, Buffer.from(`#!/bin/sh\n${script}`));
  chmodSync(path, 0o755);
}
