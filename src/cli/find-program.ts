/** Looks for programs that may be installed, and for the jars of those that Java runs. */
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Environment } from './terminal.js';

/** A program and what goes before its own arguments. */
export interface Program {
  readonly program: string;
  readonly before: readonly string[];
}

/** The folders of the path, in order. */
export function pathFolders(env: Environment): readonly string[] {
  return (env['PATH'] ?? '').split(delimiter).filter(Boolean);
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The names in a folder; none where it cannot be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The Java in one of these folders. */
export function findJava(folders: readonly string[]): string | undefined {
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  return folders.map((folder) => join(folder, name)).find(isProgram);
}
