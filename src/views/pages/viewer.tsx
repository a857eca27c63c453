import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { pagesStrings as strings } from '../../strings/pages';
import type { Pages, PagesAbout } from '../../verify/pages';
import { PageCanvas } from './page-canvas';
import { layOut, type Place, type Sight, sightOf, type Zoom } from './sight';
import { Tools } from './tools';

interface ViewerProps {
  readonly pages: Pages;
  readonly about: PagesAbout;
  /** Where to go, each time that it is another. */
  readonly to: Place | undefined;
}

/** What scrolls must be reached with the keyboard (WCAG 2.1.1). */
const reachable = { tabIndex: 0 };

/**
 * The pages in a column of their own that scrolls, with ways to a page and a section. Only what is in sight is drawn, and
 * one page on either side.
 */
export const Viewer = ({ pages, about, to }: ViewerProps) => {
  const { sizes } = about;
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [width, setWidth] = useState(0);
  const [sight, setSight] = useState<Sight>({ first: 0, last: 0, current: 0 });
  const laid = useMemo(() => (width > 0 ? layOut(sizes, zoom, width) : []), [sizes, zoom, width]);
  const look = useCallback(() => {
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
    setSight(sightOf(laid, scrollTop, clientHeight));
  }, [laid]);
  const go = useCallback(
    ({ page, down }: Place) => {
      const at = laid[page];
      if (at && scroller.current) scroller.current.scrollTop = at.top + down * at.height;
    },
    [laid],
  );
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // At another size the page that is being read stays where it is.
  const reading = useRef(0);
  useEffect(() => {
    reading.current = sight.current;
  }, [sight]);
  useLayoutEffect(() => {
    if (reading.current > 0) go({ page: reading.current, down: 0 });
    look();
  }, [go, look]);
  const reached = useRef<Place>(undefined);
  useEffect(() => {
    if (!to || to === reached.current || laid.length === 0) return;
    reached.current = to;
    go(to);
  }, [to, go, laid]);
  return (
    <>
      <Tools {...{ about, zoom, go }} current={sight.current} onZoom={setZoom} />
      <div
        ref={scroller}
        className="app-pages__scroller"
        role="region"
        aria-label={strings.scroll}
        onScroll={look}
        {...reachable}
      >
        {laid.map((page, index) => (
          <div key={index} className="app-pages__page" style={{ width: page.width, height: page.height }}>
            {index >= sight.first - 1 && index <= sight.last + 1 && (
              <PageCanvas pages={pages} page={index} of={sizes.length} scale={page.scale} />
            )}
          </div>
        ))}
      </div>
    </>
  );
};
