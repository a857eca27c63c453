import { type SubmitEvent, useState } from 'react';
import { type IsoDate, isIsoDate, isoDate } from '../../../base/calendar';
import { overviewStrings as strings } from '../../../strings/overview';
import { Button, ErrorSummary } from '../../../ui';
import { DateInput } from '../../../ui/form/date-input';
import { useWrong } from '../../../views/wrong';

/** The day on which the overview is drawn, which can be changed. */
export const DayForm = ({ today, draw }: { readonly today: IsoDate; readonly draw: (day: IsoDate) => void }) => {
  const [year = '', month = '', day = ''] = today.split('-').map((part) => String(Number(part)));
  const [parts, setParts] = useState({ day, month, year });
  const [wrong, setWrong] = useState(0);
  useWrong(wrong > 0);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const numbers = Object.values(parts).map((part) => (/^\d{1,4}$/.test(part.trim()) ? Number(part) : 0));
    const date = isoDate(numbers[2] ?? 0, numbers[1] ?? 0, numbers[0] ?? 0);
    const fits = isIsoDate(date);
    setWrong(fits ? 0 : wrong + 1);
    if (fits) draw(date);
  };
  const box = (part: keyof typeof parts) => ({
    name: `day-${part}`,
    value: parts[part],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setParts({ ...parts, [part]: event.target.value }),
  });
  return (
    <form className="app-no-print" onSubmit={submit} noValidate>
      {wrong > 0 && <ErrorSummary key={wrong} errors={[{ field: 'day', text: strings.dayWrong }]} />}
      <DateInput
        id="day"
        label={strings.day}
        size="s"
        hint={strings.dayHint}
        error={wrong > 0 ? strings.dayWrong : undefined}
        day={box('day')}
        month={box('month')}
        year={box('year')}
      />
      <Button look="secondary">{strings.draw}</Button>
    </form>
  );
};
