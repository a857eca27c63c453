import { useState } from 'react';
import { canonicalText } from '../../base/text';
import { type FieldEntry, wasSeen } from '../../assessment/log';
import { isAnswer, partsOfKey } from '../../policy/answer';
import type { Walk } from '../../policy/walk';
import { putBackStrings } from '../../strings/put-back';
import { Button } from '../../ui';
import { Textarea } from '../../ui/form/textarea';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { useAssessment, useSession } from './draft-context';
import { entryAbout, entrySays } from '../../views/entry-words';

/** An answer as it was given, which its question still takes. */
export type Earlier = Extract<FieldEntry, { kind: 'answered' }>;

/** Whether an entry is an answer that can be put back: one that was replaced, and that its question still takes. */
export const canPutBack = ({ model }: Walk, entry: FieldEntry, current: ReadonlySet<string>): entry is Earlier => {
  const field = model.places.get(partsOfKey(entry.field).field)?.field;
  return entry.kind === 'answered' && !current.has(entry.id) && !!field && isAnswer(model, field, entry.value);
};

interface PutBackProps {
  readonly entry: Earlier;
  readonly onDone: () => void;
}

/** Asks before an earlier answer is given again; for the reason too, where the answer that it replaces has led to an outcome that was seen. */
export const PutBack = ({ entry, onDone }: PutBackProps) => {
  const session = useSession();
  const assessment = useAssessment();
  const [reason, setReason] = useState('');
  const [isWrong, setWrong] = useState(false);
  const needsReason = wasSeen(assessment, entry.field);
  const said = canonicalText(reason, true);
  const give = (): void => {
    if (needsReason && said === '') return setWrong(true);
    void session.give([{ field: entry.field, value: entry.value, ...(needsReason && { reason: said }) }]);
    onDone();
  };
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading app-words">
        {putBackStrings.ask(entryAbout(assessment.walk, entry), entrySays(assessment.walk, entry))}
      </p>
      <p className="govuk-body">{putBackStrings.what}</p>
      {needsReason && (
        <Textarea
          name="reason"
          label={putBackStrings.reason}
          maxLength={4000}
          value={reason}
          error={isWrong ? putBackStrings.reasonNeeded : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div className="govuk-button-group">
        <Button type="button" once onClick={give}>
          {putBackStrings.button}
        </Button>
        <Button type="button" look="secondary" onClick={onDone}>
          {putBackStrings.keep}
        </Button>
      </div>
    </NotificationBanner>
  );
};
