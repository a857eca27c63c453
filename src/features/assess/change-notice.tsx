import { effectOf } from '../../assessment/change';
import { partsOfKey } from '../../policy/answer';
import { words } from '../../policy/present';
import type { Step, Walk } from '../../policy/walk';
import { changeStrings } from '../../strings/change';
import { Details, InsetText } from '../../ui';
import { Textarea } from '../../ui/form/textarea';

/** More than these are folded away, so that the button stays in sight. */
const few = 5;

interface ChangeNoticeProps {
  readonly before: Walk;
  readonly after: Walk;
  readonly step: Step;
}

/** Said before an answer is changed: which later answers would no longer count, and which would wait. */
export const ChangeNotice = ({ before, after, step }: ChangeNoticeProps) => {
  const { setAside, waiting } = effectOf(before, after, step);
  const labels = setAside.flatMap((key) => {
    const { field, row } = partsOfKey(key);
    const place = before.model.places.get(field);
    return place && place.field.kind !== 'group' ? [words(before, place.field.label, 'en', row)] : [];
  });
  const named = [...new Set(labels)];
  if (named.length + waiting.length === 0) return null;
  const list = (
    <ul className="govuk-list govuk-list--bullet">
      {named.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  );
  return (
    <InsetText>
      {named.length > 0 && (
        <>
          <p className="govuk-body">{changeStrings.setAside(named.length)}</p>
          {named.length > few ? <Details summary={changeStrings.which}>{list}</Details> : list}
        </>
      )}
      {waiting.length > 0 && <p className="govuk-body">{changeStrings.waiting(waiting.length)}</p>}
      <p className="govuk-body-s govuk-!-margin-bottom-0">{changeStrings.kept}</p>
    </InsetText>
  );
};

interface ChangeReasonProps {
  readonly value: string;
  /** Whether what is changed was not known before. */
  readonly wasUnsure: boolean;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** Asked for once the outcome has been seen: why an answer is changed since. */
export const ChangeReason = ({ value, wasUnsure, error, onChange }: ChangeReasonProps) => (
  <Textarea
    id="reason"
    name="reason"
    label={wasUnsure ? changeStrings.source : changeStrings.reason}
    hint={wasUnsure ? changeStrings.sourceHint : changeStrings.reasonHint}
    limit={4000}
    error={error}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
