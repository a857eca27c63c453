import { sha256Hex } from '../../base/hash';
import { useServices } from '../../services';
import { type Deciding, keepOpened } from '../../storage/deciding';
import { keepReading } from '../../storage/reading';
import { readStrings } from '../../strings/read';
import { verifyStrings } from '../../strings/verify';
import { Button, ButtonGroup, Heading } from '../../ui';
import type { Verdict } from '../../verify/verdict';

interface GoOnProps {
  readonly name: string;
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly verdict: Verdict;
  readonly navigate: (to: string) => void;
}

/** What can be done with an accepted document. The file goes along, so that nobody chooses it twice. */
export const GoOn = ({ name, pdf, verdict, navigate }: GoOnProps) => {
  const services = useServices();
  const { record } = verdict;
  const flows: readonly Deciding[] = record?.payload.kind === 'record' ? ['decide', 'next'] : [];
  const go = async (flow: Deciding): Promise<void> => {
    const open = await services.database();
    const id = sha256Hex(pdf);
    const title = record?.payload.title ?? name;
    const file = { id, name, title, openedAt: services.clock(), pdf };
    const kept = open.ok ? await keepOpened(open.value, flow, file) : open;
    navigate(kept.ok ? `/${flow}/${id}` : `/${flow}`);
  };
  const read = async (): Promise<void> => {
    const open = await services.database();
    const kept = open.ok ? await keepReading(open.value, { name, pdf }) : open;
    navigate(`/read/${kept.ok ? kept.value : ''}`);
  };
  return (
    <section>
      <Heading level={2}>{verifyStrings.goOn}</Heading>
      <p className="govuk-body">
        <Button type="button" look="link" onClick={() => void read()}>
          {readStrings.open}
        </Button>
      </p>
      <ButtonGroup>
        {flows.map((flow) => (
          <Button key={flow} type="button" look="secondary" onClick={() => void go(flow)}>
            {verifyStrings[flow]}
          </Button>
        ))}
      </ButtonGroup>
    </section>
  );
};
