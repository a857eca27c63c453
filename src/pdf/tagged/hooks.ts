import type { Hooked, HookEvent, JsPdf } from './jspdf';

/** Hooks into jsPDF whose exceptions are not lost. */
export interface Hooks {
  readonly on: (event: HookEvent, hook: (event: Hooked) => void) => void;
  /** Throws the first exception that a hook threw. To be called once the file is made. */
  readonly rethrow: () => void;
}

/** jsPDF catches what a hook throws, prints it on the console, and gives out a broken file. */
export const guardedHooks = (doc: Pick<JsPdf, 'internal'>): Hooks => {
  const thrown: unknown[] = [];
  return {
    on: (event, hook) =>
      doc.internal.events.subscribe(event, (hooked) => {
        try {
          hook(hooked ?? {});
        } catch (error) {
          thrown.push(error);
        }
      }),
    rethrow: () => {
      if (thrown.length > 0) throw thrown[0];
    },
  };
};
