import { useEffect, useRef, useState } from 'react';
import { pagesStrings } from '../../strings/pages';
import type { Pages } from '../../verify/pages';

interface PageCanvasProps {
  readonly pages: Pages;
  /** Counted from 0. */
  readonly page: number;
  readonly of: number;
  /** CSS pixels in a point. */
  readonly scale: number;
}

/** One page as it is printed. It is drawn when it is shown, and its memory is given back when it no longer is. */
export const PageCanvas = ({ pages, page, of, scale }: PageCanvasProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  useEffect(() => {
    let gone = false;
    const element = canvas.current;
    void pages.draw(page, scale * window.devicePixelRatio).then((drawn) => {
      if (gone || !element) return drawn?.close();
      if (drawn) {
        element.width = drawn.width;
        element.height = drawn.height;
        element.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn);
      }
      setState(drawn ? 'drawn' : 'failed');
    });
    return () => {
      gone = true;
    };
  }, [pages, page, scale]);
  useEffect(() => {
    const element = canvas.current;
    return () => {
      if (element) element.width = element.height = 0;
    };
  }, []);
  return (
    <>
      <canvas
        ref={canvas}
        className="app-pages__canvas"
        role="img"
        aria-label={pagesStrings.drawing(page + 1, of)}
        aria-busy={state === 'drawing'}
        hidden={state === 'failed'}
      />
      {state === 'failed' && <p className="govuk-body govuk-!-padding-3">{pagesStrings.pageFailed(page + 1)}</p>}
    </>
  );
};
