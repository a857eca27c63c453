import { type SubmitEvent, useState } from 'react';
import { deskStrings } from '../../../strings/desk';
import { Button, Heading } from '../../../ui';
import { Select } from '../../../ui/form/select';
import { TextInput } from '../../../ui/form/text-input';
import type { Linked } from './links';
import { drawSample, type Sampling, strataIn, type Stratified, type Stratum } from './sample';

/** What a part is called: an outcome by its title, which people know. */
const titleOf = ({ stratum, drawn: [first] }: Stratified, by: Stratum): string =>
  by === 'outcome' ? (first?.row.document?.record?.outcomeTitle ?? stratum) : stratum;

/** A sample of the records, drawn by a seed that stands beside it. */
export const Sample = ({ all }: { readonly all: readonly Linked[] }) => {
  const [seed, setSeed] = useState('1');
  const [each, setEach] = useState('3');
  const [by, setBy] = useState<Stratum>('outcome');
  const [drawn, setDrawn] = useState<Sampling>();
  const draw = (event: SubmitEvent): void => {
    event.preventDefault();
    setDrawn({ seed: seed.trim(), each: Math.max(1, Math.floor(Number(each)) || 1), by });
  };
  return (
    <form onSubmit={draw} noValidate>
      <p className="govuk-body">{deskStrings.sampleLead}</p>
      <TextInput name="seed" label={deskStrings.seed} value={seed} onChange={(event) => setSeed(event.target.value)} />
      <TextInput
        name="each"
        label={deskStrings.each}
        inputMode="numeric"
        value={each}
        onChange={(event) => setEach(event.target.value)}
      />
      <Select
        name="by"
        label={deskStrings.by}
        value={by}
        onChange={(event) => setBy(event.target.value as Stratum)}
        options={strataIn(all).map((value) => ({
          value,
          text: value === 'outcome' ? deskStrings.byOutcome : deskStrings.byRegister(value.slice('register:'.length)),
        }))}
      />
      <Button look="secondary">{deskStrings.draw}</Button>
      {drawn && (
        <>
          <Heading level={3}>{deskStrings.drawn(drawn.seed)}</Heading>
          {drawSample(all, drawn).map((part) => (
            <section key={part.stratum}>
              <Heading level={4}>{deskStrings.stratum(titleOf(part, drawn.by), part.drawn.length, part.of)}</Heading>
              <ul className="govuk-list govuk-list--bullet">
                {part.drawn.map(({ row }) => (
                  <li key={row.number} className="app-words">
                    {row.document?.reference}, {row.name}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </form>
  );
};
