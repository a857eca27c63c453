import type { JsPdf } from './jspdf';
import { binary } from './tokens';

/** Writes indirect objects into the file that jsPDF is building; only while it is (in a hook). */
export interface Objects {
  /** Sets a number aside for an object that others refer to before it is written. */
  readonly reserve: () => number;
  /** Writes the object of a reserved number. */
  readonly fill: (id: number, body: string) => void;
  readonly add: (body: string) => number;
  /** A stream with the entries of its dictionary, /Length excepted. Never empty. */
  readonly stream: (entries: string, data: Uint8Array) => number;
}

export const ref = (id: number): string => `${id} 0 R`;

export const objectsOf = ({ internal }: JsPdf): Objects => {
  const fill = (id: number, body: string): void => {
    internal.newObjectDeferredBegin(id, true);
    internal.write(body);
    internal.write('endobj');
  };
  const add = (body: string): number => {
    const id = internal.newObjectDeferred();
    fill(id, body);
    return id;
  };
  const stream = (entries: string, data: Uint8Array): number => {
    if (data.length === 0) throw new Error('an empty stream');
    return add(`<< ${entries} /Length ${data.length} >>\nstream\n${binary(data)}\nendstream`);
  };
  return { reserve: () => internal.newObjectDeferred(), fill, add, stream };
};
