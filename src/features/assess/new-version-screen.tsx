import { useEffect, useMemo, useState } from 'react';
import { newId } from '../../base/ids';
import type { Failure, Result } from '../../base/result';
import { receiptsFor } from '../../assessment/carry-over';
import { type Entry, type FieldEntry, type PolicyChange } from '../../assessment/log';
import { subjectOf } from '../../policy/present';
import { useServices } from '../../services';
import { carryOver, stayFrom } from '../../storage/carry-over';
import { newVersionStrings } from '../../strings/new-version';
import { Button, ButtonGroup, ButtonLink, Heading, InsetText, WarningText } from '../../ui';
import { Loading } from '../../views/problem';
import { Screen } from '../../views/screen';
import { Sentence } from '../../views/sentence';
import { assessmentAt, resumeAt } from './addresses';
import type { Navigate } from './assess';
import { useAssessment, useSession } from './draft-context';
import { type Newer, newerPolicy } from './newer-policy';
import { ReceiptsView } from './receipts-view';
import { useNaming } from './use-naming';

const aboutFields = (log: readonly Entry[]): readonly FieldEntry[] => log.filter((entry) => 'field' in entry);

/** What would become of every answer, and the choice. */
const Offer = ({ newer, navigate }: { readonly newer: Newer; readonly navigate: Navigate }) => {
  const services = useServices();
  const { draft, author, database } = useSession();
  const { model, log, walk } = useAssessment();
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const receipts = useMemo(() => receiptsFor(model, newer.model, log), [model, newer, log]);
  const [was, now] = [model.policy.version, newer.model.policy.version];
  const act = async (work: () => Promise<Result<void>>, then?: () => void): Promise<void> => {
    services.afterPaint.now();
    const done = await work();
    if (done.ok) then?.();
    else setFailures(done.failures);
  };
  const carry = (): Promise<Result<void>> => {
    const stamp = { id: newId(services.random), draft: draft.id, author, device: author, at: services.clock() };
    return carryOver(database, model, newer.model, stamp);
  };
  return (
    <Screen title={newVersionStrings.title} back={assessmentAt(draft.id)} wide>
      {failures.map((one) => (
        <WarningText key={one.code}>
          <Sentence failure={one} />
        </WarningText>
      ))}
      <Heading caption={subjectOf(walk)}>{newVersionStrings.title}</Heading>
      <p className="govuk-body-l">{was === now ? newVersionStrings.same(now) : newVersionStrings.lead(was, now)}</p>
      {newer.isDeclined && <InsetText>{newVersionStrings.stayed(was)}</InsetText>}
      <Heading level={2}>{newVersionStrings.next}</Heading>
      <ul className="govuk-list govuk-list--bullet">
        {newVersionStrings.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <ReceiptsView naming={() => walk} entries={aboutFields(log)} receipts={receipts} />
      <ButtonGroup>
        <Button type="button" once onClick={() => void act(carry)}>
          {newVersionStrings.carryOver(now)}
        </Button>
        <Button
          type="button"
          look="secondary"
          onClick={() =>
            void act(
              () => stayFrom(database, draft.id, newer.sha256),
              () => navigate(resumeAt(draft.id)),
            )
          }
        >
          {newVersionStrings.stay(was)}
        </Button>
      </ButtonGroup>
    </Screen>
  );
};

/** What became of every answer, once the assessment is carried over. */
const Done = ({ change }: { readonly change: PolicyChange }) => {
  const { draft } = useSession();
  const { model, log, walk } = useAssessment();
  const naming = useNaming();
  if (!naming) return <Loading />;
  return (
    <Screen title={newVersionStrings.doneTitle} back={assessmentAt(draft.id)} wide>
      <Heading caption={subjectOf(walk)}>{newVersionStrings.doneTitle}</Heading>
      <p className="govuk-body-l">{newVersionStrings.done(model.policy.version)}</p>
      <ReceiptsView naming={naming} entries={aboutFields(log)} receipts={change.receipts} />
      <ButtonLink href={resumeAt(draft.id)}>{newVersionStrings.carryOn}</ButtonLink>
    </Screen>
  );
};

/** The choice between two versions of the policy, or what came of it. */
export const NewVersionScreen = ({ navigate }: { readonly navigate: Navigate }) => {
  const services = useServices();
  const session = useSession();
  const { log } = useAssessment();
  const [found, setFound] = useState<{ readonly newer: Newer | undefined }>();
  useEffect(() => {
    void newerPolicy(services, session).then((newer) => setFound({ newer }));
  }, [services, session]);
  if (!found) return <Loading />;
  if (found.newer) return <Offer newer={found.newer} navigate={navigate} />;
  const change = log.findLast((entry) => entry.kind === 'policy-changed');
  if (change) return <Done change={change} />;
  return (
    <Screen title={newVersionStrings.title} back={assessmentAt(session.draft.id)}>
      <Heading>{newVersionStrings.title}</Heading>
      <p className="govuk-body">{newVersionStrings.newest}</p>
      <ButtonLink href={resumeAt(session.draft.id)}>{newVersionStrings.carryOn}</ButtonLink>
    </Screen>
  );
};
