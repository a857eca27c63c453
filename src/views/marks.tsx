import { useMemo } from 'react';
import { begun } from '../assessment/log';
import { reperformStrings } from '../strings/reperform';
import { Link, PhaseBanner } from '../ui';
import type { MarkedProps } from './marked';
import { Practice } from './practice';
import { MarkProvider } from './screen';

const { word, says } = reperformStrings;

/** Screens on which an auditor answers a record again: where its evidence is stands above each. */
const Reperforming = ({ draft, children }: { readonly draft: string } & Pick<MarkedProps, 'children'>) => {
  const mark = useMemo(
    () => ({
      word,
      says,
      banner: (
        <section className="app-practice" aria-label={word}>
          <PhaseBanner tag={word}>
            {says} <Link href={`/verify/reperform/${draft}`}>{reperformStrings.evidenceLink}</Link>
          </PhaseBanner>
        </section>
      ),
    }),
    [draft],
  );
  return <MarkProvider value={mark}>{children}</MarkProvider>;
};

/** Screens that say before anything else what they are for, where that is no assessment of the officer's own. */
export const Marks = ({ log, scope, children }: MarkedProps) => {
  const first = begun(log);
  return first?.reperforms ? (
    <Reperforming draft={first.draft}>{children}</Reperforming>
  ) : (
    <Practice scope={scope}>{children}</Practice>
  );
};
