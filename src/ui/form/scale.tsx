import { Radios, type RadiosProps } from './radios';

interface Step {
  readonly value: string;
  readonly label: string;
}

export interface ScaleProps extends Omit<RadiosProps, 'options' | 'layout' | 'className'> {
  /** The steps from lowest to highest, each with its number and what it means. */
  readonly steps: readonly Step[];
}

/** Steps of a scale side by side, each under its own radio; on narrow screens one below the other. */
export const Scale = ({ steps, ...radios }: ScaleProps) => (
  <Radios
    {...radios}
    className="app-scale"
    options={steps.map(({ value, label }) => ({
      value,
      text: (
        <>
          <strong className="app-scale__number">{value}</strong> <span className="app-scale__meaning">{label}</span>
        </>
      ),
    }))}
  />
);
