import type { Ref, RefCallback } from 'react';

/** One ref that feeds several: a component's own, and the one it was given. */
export const mergeRefs =
  <Element>(...refs: readonly (Ref<Element> | undefined)[]): RefCallback<Element> =>
  (element) => {
    const undo = refs.map((ref) => {
      if (typeof ref === 'function') return ref(element) ?? (() => ref(null));
      if (ref) ref.current = element;
      return () => {
        if (ref) ref.current = null;
      };
    });
    return () => undo.forEach((call) => call());
  };
