import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Failure } from '../../base/result';
import { walkStrings } from '../../strings/walk';
import { WarningText } from '../../ui';
import { Sentence } from '../../views/sentence';
import { useSaving } from './draft-context';

const NotSaved = lazy<() => ReactNode>(() =>
  import('./not-saved').then(
    ({ NotSaved: shown }) => ({ default: shown }),
    () => ({ default: () => null }),
  ),
);

/** Whether everything given so far is on the disk: never "Saved" before it is. */
export const Saved = () => {
  const saving = useSaving();
  /** Why not, until it is: a button that goes while it is tried again could not be clicked. */
  const [told, setTold] = useState<Failure>();
  const failure = saving.state === 'failed' ? saving.failure : saving.state === 'saved' ? undefined : told;
  if (failure !== told) setTold(failure);
  return (
    <>
      {failure && (
        <>
          <WarningText>
            {walkStrings.notSaved}. <Sentence failure={failure} />
          </WarningText>
          <Suspense>
            <NotSaved />
          </Suspense>
        </>
      )}
      <p className="govuk-body-s" role="status" data-saving={saving.state}>
        {saving.state === 'saved'
          ? walkStrings.saved
          : saving.state === 'saving'
            ? walkStrings.saving
            : walkStrings.notSaved}
      </p>
    </>
  );
};
