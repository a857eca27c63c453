import { walkStrings } from '../../strings/walk';
import { sentenceFor } from '../../strings/failures';
import { WarningText } from '../../ui';
import { useSaving } from './draft-context';

/** Whether everything given so far is on the disk: never "Saved" before it is. */
export const Saved = () => {
  const saving = useSaving();
  return (
    <>
      {saving.state === 'failed' && (
        <WarningText>
          {walkStrings.notSaved}. {sentenceFor(saving.failure)}
        </WarningText>
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
