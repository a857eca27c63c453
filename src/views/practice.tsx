import { type ReactNode, useMemo, useState } from 'react';
import { fill, inLanguage } from '../policy/present';
import type { Scope } from '../policy/scope';
import { practiceStrings } from '../strings/practice';
import { Button, PhaseBanner } from '../ui';
import { SidePanel } from '../ui/content/side-panel';
import { PolicyText } from './blocks';
import { MarkProvider } from './screen';

const { word, says } = practiceStrings;

/** The invented example of a policy. */
export const Example = ({ scope, level }: { readonly scope: Scope; readonly level: 2 | 3 }) => {
  const { practice } = scope.model.policy;
  return (
    practice && (
      <PolicyText blocks={practice.blocks} language="en" fill={(text) => fill(scope, text, 'en')} level={level} />
    )
  );
};

/** Screens that are all for practice. The example opens beside them, and stays open from one to the next. */
export const Practice = ({ scope, children }: { readonly scope: Scope; readonly children: ReactNode }) => {
  const [open, setOpen] = useState<number>();
  const { practice } = scope.model.policy;
  const mark = useMemo(
    () => ({
      word,
      says,
      banner: (
        <section className="app-practice" aria-label={word}>
          <PhaseBanner tag={word}>
            {says}{' '}
            {practice && (
              <Button
                look="link"
                type="button"
                aria-haspopup="dialog"
                onClick={({ currentTarget, timeStamp }) => {
                  currentTarget.focus(); // Safari does not, and the panel gives the focus back to what had it
                  setOpen(timeStamp);
                }}
              >
                {practiceStrings.read}
              </Button>
            )}
          </PhaseBanner>
        </section>
      ),
    }),
    [practice],
  );
  return (
    <MarkProvider value={mark}>
      {children}
      {practice && open !== undefined && (
        <SidePanel
          key={open}
          title={`${word}: ${inLanguage(practice.title, 'en')}`}
          close={practiceStrings.close}
          onClose={() => setOpen(undefined)}
        >
          <Example scope={scope} level={3} />
        </SidePanel>
      )}
    </MarkProvider>
  );
};
