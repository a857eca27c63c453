/** What either page of the bench offers, once it has loaded: everything but the work itself is done before. */
export interface Hands {
  /** Makes the file and hands it over; milliseconds until then, and how many pages and bytes it has. */
  readonly run: () => Promise<{ readonly ms: number; readonly pages: number; readonly bytes: number }>;
}

declare global {
  interface Window {
    hands: Promise<Hands>;
  }
}

/** Hands a file to the person as the app does, as a download. */
export const handOver = (blob: Blob): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'record.pdf';
  link.click();
};

export const bytesFrom = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fetch(path)).arrayBuffer());

export const jsonFrom = async (path: string): Promise<unknown> => (await fetch(path)).json();
