import { writtenTime } from '../../base/calendar';
import { replay } from '../../assessment/assessment';
import { requiredDecider } from '../../policy/deciding';
import { words } from '../../policy/present';
import { decideStrings as strings } from '../../strings/decide';
import { Details, Heading } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import { Answers } from '../../views/answers';
import { Conditions } from '../../views/conditions';
import type { About } from './read-form';

/** What was decided before, a line for each document that decides. */
const decidedBefore = ({ chain }: About): readonly string[] =>
  chain.sequels.flatMap(({ payload }) =>
    'decision' in payload
      ? [
          strings.decidedLine(
            strings.decidedAs[payload.decision],
            payload.kind === 'body-decision' ? payload.body : `${payload.signer.name}, ${payload.signer.job}`,
            writtenTime(payload.time.signedAt),
          ),
        ]
      : [],
  );

/** The verified record in short, and in full for whoever opens it. */
export const RecordSummary = ({ about }: { readonly about: About }) => {
  const { chain, walk } = about;
  const { payload } = chain.record;
  const { language, signer } = payload;
  const outcome = walk.model.outcomes.get(payload.result.outcome);
  const before = decidedBefore(about);
  const { facts } = strings;
  return (
    <section>
      <Heading level={2}>{strings.record}</Heading>
      <SummaryList
        rows={[
          { key: facts.title, value: payload.title },
          { key: facts.outcome, value: outcome ? words(walk, outcome.title, language) : payload.result.outcome },
          { key: facts.reference, value: payload.reference },
          { key: facts.officer, value: `${signer.name}, ${signer.job}, ${signer.service}` },
          { key: facts.signedAt, value: writtenTime(payload.time.signedAt) },
          { key: facts.required, value: requiredDecider(walk, language) ?? facts.nobody },
          {
            key: facts.decided,
            value: before.length === 0 ? facts.undecided : before.map((line) => <div key={line}>{line}</div>),
          },
        ]}
      />
      <p className="govuk-body-s">{strings.trust}</p>
      <Details summary={strings.read}>
        <FullRecord about={about} />
      </Details>
    </section>
  );
};

const FullRecord = ({ about: { chain, walk } }: { readonly about: About }) => {
  const { payload } = chain.record;
  const notes = replay(walk.model, payload.log)?.notes;
  return (
    <div lang={payload.language}>
      <Heading level={2}>{strings.conditions}</Heading>
      <Conditions walk={walk} language={payload.language} />
      {notes && <Answers walk={walk} notes={notes} language={payload.language} />}
    </div>
  );
};
