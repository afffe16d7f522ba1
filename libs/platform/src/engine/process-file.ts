import { readFileSync } from 'node:fs';
import { codeOf } from './engine-problem.ts';

/** What a server writes about itself into postmaster.pid, one fact per line. */
export interface ProcessFile {
  readonly processId: number;
  readonly dataFolder: string;
  readonly port: number;
  /** Empty if the server listens on 127.0.0.1 only. */
  readonly socketFolder: string;
  /** "starting", "ready", "stopping"; empty while the first lines are all there is. */
  readonly status: string;
}

/** Null if there is none, or if it is being written this very moment. */
export function readProcessFile(path: string): ProcessFile | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  const [processId = '', dataFolder = '', , port = '', socketFolder = '', , , status = ''] = text.split('\n');
  if (dataFolder === '') return null;
  return {
    processId: Number.parseInt(processId, 10),
    dataFolder,
    port: Number.parseInt(port, 10),
    socketFolder,
    status: status.trim(),
  };
}
