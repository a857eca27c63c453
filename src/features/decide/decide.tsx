import { useCallback, useEffect, useState } from 'react';
import { useServices, type Verifying } from '../../services';
import { type Deciding, keepOpened, readDeciding, type TypedForm } from '../../storage/deciding';
import type { KeyRow } from '../../storage/database';
import { listKeys } from '../../storage/keys';
import { flowStrings } from '../../strings/decide';
import { refusalSentence } from '../../strings/verdict';
import type { Verdict } from '../../verify/verdict';
import { readPdf } from '../../views/read-pdf';
import { useLatest } from '../../views/use-latest';
import { Choose } from './choose';
import { judgeFile, type Judged } from './open-file';
import { Steps } from './steps';

interface DecideProps {
  readonly flow: Deciding;
  /** The document that is being decided on, where one has been opened. */
  readonly document: string | undefined;
  readonly navigate: (to: string) => void;
}

type State =
  | { readonly kind: 'idle' | 'working' }
  | { readonly kind: 'fault'; readonly text: string }
  | { readonly kind: 'refused'; readonly verdict: Verdict }
  | (Extract<Judged, { kind: 'ready' }> & { readonly form: TypedForm; readonly keys: readonly KeyRow[] });

/** Opens a signed document, which is checked first, and signs what comes after it: a decision, or what happened next. */
export const Decide = ({ flow, document, navigate }: DecideProps) => {
  const services = useServices();
  const [state, setState] = useState<State>({ kind: document === undefined ? 'idle' : 'working' });
  const [attempt, setAttempt] = useState(0);
  const { choose } = flowStrings[flow];
  const { run: runLatest, stop } = useLatest();
  const show = useCallback((next: State): void => {
    setAttempt((count) => count + 1);
    setState(next);
  }, []);
  const run = useCallback(
    (work: (running: (verifying: Verifying) => void) => Promise<State | undefined>): void =>
      runLatest(work, (found) => {
        if (found) show(found);
      }),
    [runLatest, show],
  );

  useEffect(() => {
    if (document !== undefined)
      run(async (running) => {
        const open = await services.database();
        const kept = open.ok ? await readDeciding(open.value, flow, document) : open;
        if (!open.ok || !kept.ok || !kept.value) return { kind: 'fault', text: choose.unknown };
        const { file, form } = kept.value;
        const judged = await judgeFile(services, file.name, file.pdf, running);
        if (judged.kind === 'refused') return judged;
        const keys = await listKeys(open.value);
        const known = keys.ok ? keys.value : [];
        const { name = '', job = '', service = '' } = known[0] ?? {};
        return { ...judged, keys: known, form: { name, job, service, ...form } };
      });
    return stop;
  }, [document, flow, services, choose, run, stop]);

  const onChosen = (file: File | undefined): void => {
    if (!file) return show({ kind: 'fault', text: choose.noFile });
    setState({ kind: 'working' });
    run(async (running) => {
      const pdf = await readPdf(file);
      if (!pdf.ok) return { kind: 'fault', text: pdf.failures.map((one) => refusalSentence(one)).join(' ') };
      const judged = await judgeFile(services, file.name, pdf.value, running);
      if (judged.kind === 'refused') return judged;
      const open = await services.database();
      const kept = open.ok ? await keepOpened(open.value, flow, judged.file) : open;
      if (!kept.ok) return { ...judged, keys: [], form: {} };
      navigate(`/${flow}/${judged.file.id}`);
      return undefined;
    });
  };
  if (state.kind === 'ready')
    return (
      <Steps
        flow={flow}
        file={state.file}
        about={state.about}
        keys={state.keys}
        first={state.form}
        navigate={navigate}
      />
    );
  return (
    <Choose
      flow={flow}
      working={state.kind === 'working'}
      fault={state.kind === 'fault' ? state.text : undefined}
      refused={state.kind === 'refused' ? state.verdict : undefined}
      attempt={attempt}
      onChosen={onChosen}
    />
  );
};
