import { createContext, type ReactNode, use, useEffect, useRef } from 'react';
import { en } from '../strings/en';
import { BackLink, Main } from '../ui';

/** What every screen inside says before anything else, such as that it is all for practice. */
export interface Mark {
  /** The first word of the browser's tab. */
  readonly word: string;
  readonly says: string;
  /** Stands above the content of each screen. */
  readonly banner: ReactNode;
}

const MarkContext = createContext<Mark | undefined>(undefined);

export const MarkProvider = MarkContext.Provider;

export const useMark = (): Mark | undefined => use(MarkContext);

interface ScreenProps {
  /** What the browser's tab says; also announced, since the heading takes the focus. */
  readonly title: string;
  readonly back?: string | undefined;
  readonly wide?: boolean | undefined;
  /** Whether the form on the screen has errors: said first in the title. */
  readonly wrong?: boolean | undefined;
  readonly children: ReactNode;
}

let first = true;

/** One screen: title, way back, and the focus on its heading when it replaces another. */
export const Screen = ({ title, back, wide, wrong = false, children }: ScreenProps) => {
  const root = useRef<HTMLDivElement>(null);
  const mark = useMark();
  const before = mark ? `${mark.word}: ` : '';
  useEffect(() => {
    document.title = `${before}${wrong ? `${en.error}: ` : ''}${title} – ${en.service}`;
  }, [before, title, wrong]);
  useEffect(() => {
    if (!first) {
      window.scrollTo(0, 0);
      const heading = root.current?.querySelector('h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    }
    first = false;
  }, []);
  return (
    <div ref={root}>
      {mark?.banner}
      <Main before={back === undefined ? undefined : <BackLink href={back} />} wide={wide}>
        {children}
      </Main>
    </div>
  );
};
