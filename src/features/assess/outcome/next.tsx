import { useEffect, useState } from 'react';
import { referenceOf } from '../../../base/ids';
import { writtenDate } from '../../../base/calendar';
import { tellBy } from '../../../assessment/dates';
import { fill, words } from '../../../policy/present';
import type { Outcome } from '../../../policy/schema';
import type { Walk } from '../../../policy/walk';
import { fileNameOf } from '../../../record/file-name';
import { useServices } from '../../../services';
import { recordsOf } from '../../../storage/records';
import { outcomeStrings } from '../../../strings/outcome';
import { sendStrings } from '../../../strings/send';
import { ButtonLink, Details, Heading } from '../../../ui';
import { SummaryList } from '../../../ui/content/summary-list';
import { PolicyText } from '../../../views/blocks';
import { attachments, CoveringEmail } from '../../../views/covering-email';
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
  return fileNameOf(referenceOf(draft.id), signed + 1, today, draft.kind === 'practice' ? 'practice' : 'record');
};

interface NextProps {
  readonly walk: Walk;
  readonly outcome: Outcome;
  readonly signAt: string;
}

/** What to do next: steps, whom to tell by when, what to send, and an email to send it with. */
export const Next = ({ walk, outcome, signAt }: NextProps) => {
  const services = useServices();
  const { draft } = useSession();
  const fileName = useFileName();
  const day = tellBy(walk);
  const mustSign = outcome.signature === 'required';
  const attach = [
    mustSign ? sendStrings.record(fileName) : sendStrings.ifKept(fileName),
    ...attachments(walk, outcome, language),
  ];
  return (
    <>
      <Heading level={2}>{outcomeStrings.next}</Heading>
      <PolicyText blocks={outcome.next} language={language} fill={(text) => fill(walk, text, language)} level={3} />
      {!mustSign && <p className="govuk-body">{outcomeStrings.noSignature}</p>}
      <SummaryList
        rows={[
          { key: outcomeStrings.tell, value: words(walk, outcome.tell, language) },
          { key: sendStrings.by, value: day === undefined ? sendStrings.noDay : writtenDate(day) },
          {
            key: sendStrings.attach,
            value: (
              <ul className="govuk-list govuk-list--bullet app-words">
                {attach.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ),
          },
          { key: outcomeStrings.register, value: words(walk, outcome.register, language) },
        ]}
      />
      <Details summary={sendStrings.title}>
        <CoveringEmail
          walk={walk}
          outcome={outcome}
          reference={referenceOf(draft.id)}
          practice={draft.kind === 'practice'}
          fileName={mustSign ? fileName : undefined}
          language={language}
          copy={services.copy}
        />
      </Details>
      <ButtonLink href={signAt} {...(!mustSign && { look: 'secondary' as const })}>
        {outcomeStrings.sign}
      </ButtonLink>
    </>
  );
};
