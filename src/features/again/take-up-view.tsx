import { useMemo, useState } from 'react';
import { writtenTime } from '../../base/calendar';
import type { Failure } from '../../base/result';
import { replay } from '../../assessment/assessment';
import { takeUp } from '../../assessment/take-up';
import { modelOf } from '../../policy/model';
import { inLanguage, words } from '../../policy/present';
import { sealedForm } from '../../policy/parse';
import { type Site, useServices, useSite } from '../../services';
import { againStrings } from '../../strings/again';
import { Button, Heading, InsetText, WarningText } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import type { ProvenRecord } from '../../verify/verdict';
import { Loading, Problem } from '../../views/problem';
import { Screen } from '../../views/screen';
import { NotTaken } from './not-taken';
import { takeUpDraft } from './take-up-draft';

interface TakeUpViewProps {
  readonly record: ProvenRecord;
  readonly navigate: (to: string) => void;
}

/** What has changed since the record was made: its policy's version, or else its text or the settings. */
const changedSince = ({ payload }: ProvenRecord, { policies, settings }: Site): string | undefined => {
  const policy = policies.find((one) => one.id === payload.policy.id);
  if (!policy) return undefined;
  if (policy.version !== payload.policy.version) return againStrings.newPolicy(payload.policy.version, policy.version);
  const same =
    sealedForm(policy).sha256 === payload.policy.sha256 && sealedForm(settings).sha256 === payload.settings.sha256;
  return same ? undefined : againStrings.changedPolicy(policy.version);
};

/** A proven record: what it is, what is taken over, and the way on. */
export const TakeUpView = ({ record, navigate }: TakeUpViewProps) => {
  const services = useServices();
  const site = useSite();
  const [failures, setFailures] = useState<readonly Failure[]>();
  const [starting, setStarting] = useState(false);
  const { payload } = record;
  const { language } = payload;
  const earlier = useMemo(() => replay(modelOf(record.policy, record.settings), payload.log)?.walk, [record, payload]);
  const policy = site?.ok ? site.value.policies.find((one) => one.id === payload.policy.id) : undefined;
  const model = useMemo(() => (site?.ok && policy ? modelOf(policy, site.value.settings) : undefined), [site, policy]);
  const taken = useMemo(() => (earlier && model ? takeUp(earlier, model) : undefined), [earlier, model]);
  if (!site || !earlier) return <Loading />;
  const stopped = failures ?? (site.ok ? undefined : site.failures);
  if (stopped)
    return (
      <Screen title={againStrings.title} back="/">
        <Problem failures={stopped} />
      </Screen>
    );
  const begin = async (): Promise<void> => {
    if (!model || !taken) return;
    setStarting(true);
    const made = await takeUpDraft(services, model, record, taken.offers);
    if (made.ok) navigate(`/a/${made.value}/still-true`);
    else setFailures(made.failures);
  };
  const outcome = earlier.outcome === undefined ? undefined : earlier.model.outcomes.get(earlier.outcome);
  const changed = site.ok ? changedSince(record, site.value) : undefined;
  const { facts } = againStrings;
  const gaps = taken?.offers.filter(({ gap }) => gap).length ?? 0;
  const steps = taken?.reopens ? againStrings.nextGaps(gaps) : againStrings.next;
  return (
    <Screen title={againStrings.accepted} back="/">
      <Heading caption={againStrings.title}>{againStrings.accepted}</Heading>
      <SummaryList
        rows={[
          { key: facts.title, value: payload.title },
          { key: facts.reference, value: payload.reference },
          { key: facts.outcome, value: outcome ? words(earlier, outcome.title, language) : earlier.outcome },
          { key: facts.signed, value: writtenTime(payload.time.signedAt) },
          { key: facts.signer, value: `${payload.signer.name}, ${payload.signer.job}, ${payload.signer.service}` },
        ]}
      />
      <p className="govuk-body">{againStrings.trust}</p>
      {payload.kind === 'practice' && <WarningText>{againStrings.practice}</WarningText>}
      {changed !== undefined && <WarningText>{changed}</WarningText>}
      {taken && policy ? (
        <>
          <Heading level={2}>{againStrings.nextTitle}</Heading>
          {policy.welcome.again && !taken.reopens && (
            <InsetText>{words(earlier, policy.welcome.again, language)}</InsetText>
          )}
          <ul className="govuk-list govuk-list--bullet">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
          <NotTaken earlier={earlier} left={taken.left} />
          <Button type="button" disabled={starting} once onClick={() => void begin()}>
            {taken.reopens ? againStrings.startGaps : againStrings.start}
          </Button>
        </>
      ) : (
        <WarningText>{againStrings.otherPolicy(inLanguage(record.policy.title, language))}</WarningText>
      )}
    </Screen>
  );
};
