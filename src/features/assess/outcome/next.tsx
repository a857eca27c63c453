import { useEffect, useState } from 'react';
import { referenceOf } from '../../../base/ids';
import { fill } from '../../../policy/present';
import type { Outcome } from '../../../policy/schema';
import type { Walk } from '../../../policy/walk';
import { fileNameOf } from '../../../record/file-name';
import { useServices } from '../../../services';
import { recordsOf } from '../../../storage/records';
import { outcomeStrings } from '../../../strings/outcome';
import { ButtonLink, Heading } from '../../../ui';
import { PolicyText } from '../../../views/blocks';
import { Sending } from '../../../views/sending';
import { useSession } from '../draft-context';

const language = 'en';

/** What the file of a record would be called, if it were signed now. */
const useFileName = (): string => {
  const { database, draft } = useSession();
  const today = useServices().clock().slice(0, 10);
  const [signed, setSigned] = useState(0);
  useEffect(() => {
    void recordsOf(database, draft.id).then((earlier) => {
      if (earlier.ok) setSigned(earlier.value.length);
    });
  }, [database, draft.id]);
  return fileNameOf(referenceOf(draft.id), signed + 1, today, draft.kind);
};

interface NextProps {
  readonly walk: Walk;
  readonly outcome: Outcome;
  readonly signAt: string;
}

/** What to do next: steps, then who decides, who is told by when, and what is sent. */
export const Next = ({ walk, outcome, signAt }: NextProps) => {
  const services = useServices();
  const { draft } = useSession();
  const name = useFileName();
  const mustSign = outcome.signature === 'required';
  return (
    <>
      <Heading level={2}>{outcomeStrings.next}</Heading>
      <PolicyText blocks={outcome.next} language={language} fill={(text) => fill(walk, text, language)} level={3} />
      {!mustSign && <p className="govuk-body">{outcomeStrings.noSignature}</p>}
      <ButtonLink href={signAt} {...(!mustSign && { look: 'secondary' as const })}>
        {outcomeStrings.sign}
      </ButtonLink>
      <Sending
        walk={walk}
        outcome={outcome}
        reference={referenceOf(draft.id)}
        practice={draft.kind === 'practice'}
        file={{ name, is: mustSign ? 'due' : 'optional' }}
        language={language}
        copy={services.copy}
      />
    </>
  );
};
