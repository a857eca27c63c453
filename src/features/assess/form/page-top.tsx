import { Suspense } from 'react';
import { inLanguage, recalled } from '../../../policy/present';
import type { Language } from '../../../policy/text';
import type { Step, Walk } from '../../../policy/walk';
import { walkStrings } from '../../../strings/walk';
import { Heading } from '../../../ui';
import { PolicyText } from '../../../views/blocks';
import { SummaryList } from './late-controls';

interface PageTopProps {
  readonly walk: Walk;
  readonly step: Step;
  readonly language: Language;
  readonly fill: (text: string) => string;
}

/** What stands between a page's heading and its first question: what it is about, how to answer, what was said before. */
export const PageTop = ({ walk, step: { page, row }, language, fill }: PageTopProps) => {
  const over = page.each?.over;
  const items = over && 'list' in over ? walk.model.lists.get(over.list)?.items : undefined;
  const item = items?.find((one) => one.id === row);
  const recall = recalled(walk, page.recall ?? [], language, row);
  return (
    <>
      {item?.hint && <p className="govuk-body">{inLanguage(item.hint, language)}</p>}
      {page.help && <PolicyText blocks={page.help} language={language} fill={fill} />}
      {item?.prompt && (
        <p className="govuk-body">
          <strong>{walkStrings.think}:</strong> {inLanguage(item.prompt, language)}
        </p>
      )}
      {recall.length > 0 && (
        <>
          <Heading level={2} size="s">
            {walkStrings.recall}
          </Heading>
          <Suspense>
            <SummaryList rows={recall} />
          </Suspense>
        </>
      )}
    </>
  );
};
