import { useMemo } from 'react';
import { writtenTime } from '../../base/calendar';
import { replay } from '../../assessment/assessment';
import { modelOf } from '../../policy/model';
import { inLanguage, words } from '../../policy/present';
import { verifyStrings } from '../../strings/verify';
import { outcomeStrings } from '../../strings/outcome';
import { Heading } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import type { ProvenRecord } from '../../verify/verdict';
import { Answers } from '../../views/answers';
import { Conditions } from '../../views/conditions';
import { Why } from '../../views/why';

/** An accepted record to read: the same as its pages say, for those who read screens better than PDFs. */
export const RecordView = ({ record }: { readonly record: ProvenRecord }) => {
  const { payload, policy, settings, id } = record;
  const { language, signer, time } = payload;
  const assessment = useMemo(() => replay(modelOf(policy, settings), payload.log), [policy, settings, payload]);
  if (!assessment) return null;
  const { walk, notes, model } = assessment;
  const outcome = walk.outcome === undefined ? undefined : model.outcomes.get(walk.outcome);
  const { facts } = verifyStrings;
  return (
    <section lang={language}>
      <Heading level={2} size="l" caption={verifyStrings.reading}>
        {payload.kind === 'practice' ? `${verifyStrings.practice}: ${payload.title}` : payload.title}
      </Heading>
      <SummaryList
        rows={[
          { key: facts.outcome, value: outcome ? words(walk, outcome.title, language) : walk.outcome },
          { key: facts.reference, value: payload.reference },
          { key: facts.signer, value: `${signer.name}, ${signer.job}, ${signer.service}` },
          { key: facts.startedAt, value: writtenTime(time.startedAt) },
          { key: facts.signedAt, value: writtenTime(time.signedAt) },
          { key: facts.declaration, value: payload.declaration },
          { key: facts.policy, value: verifyStrings.policy(inLanguage(policy.title, language), policy.version) },
          { key: facts.id, value: <code className="app-words">{id}</code> },
        ]}
      />
      <Why walk={walk} language={language} />
      <Heading level={2}>{outcomeStrings.conditions}</Heading>
      <Conditions walk={walk} language={language} />
      <Answers walk={walk} notes={notes} language={language} />
    </section>
  );
};
