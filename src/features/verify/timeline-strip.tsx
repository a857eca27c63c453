import type { Moment } from '../../record/timeline';
import { recordViewStrings as strings } from '../../strings/record-view';

const height = 40;
const step = 4;
const gap = 1;

type Mark = keyof typeof strings.legend;

/** How each stands out from the others without its colour: by how tall it is. */
const marks: Readonly<Record<Mark, { readonly tall: number; readonly colour: string }>> = {
  first: { tall: 12, colour: '#858f94' },
  changed: { tall: 26, colour: '#d4351c' },
  outcome: { tall: height, colour: '#1d70b8' },
};

const markOf = ({ kind }: Moment): Mark | undefined => {
  if (kind === 'first') return 'first';
  if (kind === 'changed' || kind === 'cleared') return 'changed';
  return kind === 'outcome-shown' ? 'outcome' : undefined;
};

interface StripProps {
  readonly moments: readonly Moment[];
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

/** The entries in their order, from left to right: where in it answers were changed, and when the outcome was shown. */
export const TimelineStrip = ({ moments, label }: StripProps) => {
  const shown = moments.flatMap((moment) => markOf(moment) ?? []);
  return (
    <div className="govuk-!-margin-bottom-4">
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height={height}
        viewBox={`0 0 ${Math.max(1, shown.length) * step} ${height}`}
        preserveAspectRatio="none"
      >
        {shown.map((mark, index) => {
          const { tall, colour } = marks[mark];
          return <rect key={index} x={index * step} y={height - tall} width={step - gap} height={tall} fill={colour} />;
        })}
      </svg>
      <p className="govuk-body-s" aria-hidden="true">
        {(Object.keys(marks) as Mark[]).map((mark) => (
          <span key={mark} className="govuk-!-margin-right-4">
            <svg width="10" height="16" className="govuk-!-margin-right-1">
              <rect y={16 - (marks[mark].tall / height) * 16} width="8" height="16" fill={marks[mark].colour} />
            </svg>
            {strings.legend[mark]}
          </span>
        ))}
      </p>
    </div>
  );
};
