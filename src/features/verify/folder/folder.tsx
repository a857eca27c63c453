import {
  type Dispatch,
  type DragEvent,
  type SetStateAction,
  type SubmitEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Chain } from '../../../record/chain';
import { useServices } from '../../../services';
import { deskStrings } from '../../../strings/desk';
import { sentenceFor } from '../../../strings/failures';
import { overviewStrings } from '../../../strings/overview';
import { verifyStrings } from '../../../strings/verify';
import { Button, ButtonGroup, ErrorSummary, Heading, Link, WarningText } from '../../../ui';
import { FileUpload } from '../../../ui/form/file-upload';
import { Screen } from '../../../views/screen';
import { useLatest } from '../../../views/use-latest';
import { readTrust } from '../check-file';
import { beginReperformance } from '../reperform/begin';
import { type Found, FoundView } from '../found-view';
import { TrustPicker } from '../trust-picker';
import { check, checkAll, type Named } from './check-all';
import { chainIn, Compare } from './compare-view';
import { type Chosen, droppedFiles, pdfsOf, pickedFiles } from './choose';
import { linked } from './links';
import { Results } from './results';
import type { Row } from './row';
import type { FolderWork } from './work';

/** So many rows come before the list is drawn again: with thousands of files, drawing it for each would take longer than checking. */
const batch = 25;
const mostWorkers = 4;
const none: readonly never[] = [];

const counts = (rows: readonly Row[], passedOver: number): string => {
  const of = (standing: Row['standing']): number => rows.filter((row) => row.standing === standing).length;
  return deskStrings.summary(of('accepted'), of('refused'), of('unknown'), passedOver);
};

interface Fault {
  readonly field: string;
  readonly text: string;
}

interface FolderProps {
  readonly work: FolderWork | undefined;
  readonly setWork: Dispatch<SetStateAction<FolderWork | undefined>>;
  readonly navigate: (to: string) => void;
}

/** Many files: choose or drop them, watch them being checked, and read, sort and save what was found. */
export const Folder = ({ work, setWork, navigate }: FolderProps) => {
  const services = useServices();
  const [picked, setPicked] = useState<readonly Named[]>([]);
  const [fromFolder, setFromFolder] = useState<Chosen>({ files: [], passedOver: 0 });
  const [dropped, setDropped] = useState(0);
  const [trust, setTrust] = useState<readonly File[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const rows = work?.rows ?? none;
  const [opened, setOpened] = useState<Found>();
  const ending = useRef(() => {});
  const { run } = useLatest();
  useEffect(() => () => ending.current(), []);

  const checkChosen = async (): Promise<void> => {
    ending.current();
    const files = [...picked, ...fromFolder.files];
    const lists = await readTrust(trust);
    const wrong: readonly Fault[] = [
      ...(files.length > 0
        ? []
        : [{ field: 'files', text: fromFolder.passedOver > 0 ? deskStrings.noPdfs : deskStrings.noFiles }]),
      ...('faults' in lists ? lists.faults : []),
    ];
    setFaults(wrong);
    if (wrong.length > 0 || 'faults' in lists) return;
    const found: Row[] = [];
    const begun = { all: files, passedOver: fromFolder.passedOver, trust: lists.pems };
    setOpened(undefined);
    setWork({ ...begun, running: true, rows: [] });
    const checking = checkAll(files, {
      trust: lists.pems,
      verify: services.verify,
      workers: Math.min(navigator.hardwareConcurrency, mostWorkers),
      onRow: (row) => {
        found.push(row);
        if (found.length % batch === 0) setWork({ ...begun, running: true, rows: [...found] });
      },
    });
    ending.current = checking.cancel;
    await checking.done;
    setWork({ ...begun, running: false, rows: [...found] });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void checkChosen();
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void droppedFiles(event.dataTransfer)
      .then(pdfsOf)
      .then((chosen) => {
        setFromFolder(chosen);
        setDropped(chosen.files.length + chosen.passedOver);
      });
  };
  const all = useMemo(() => linked(rows), [rows]);
  const show = (one: Named): void =>
    run((running) => check(one, { verify: services.verify, trust: work?.trust ?? none }, running), setOpened);
  const open = (number: number): void => {
    const one = work?.all[number];
    if (one) show(one);
  };
  const answerAgain = ({ number }: Row): void => {
    const one = work?.all[number];
    if (!one) return;
    run(
      async (running) => {
        const { name, pdf, verdict } = await check(
          one,
          { verify: services.verify, trust: work?.trust ?? none },
          running,
        );
        return verdict.record && beginReperformance(services, verdict.record, { name, pdf });
      },
      (begun) => {
        if (begun?.ok) navigate(`/verify/reperform/${begun.value}`);
        else
          setFaults([
            {
              field: 'files',
              text: begun ? begun.failures.map((failure) => sentenceFor(failure)).join(' ') : deskStrings.gone,
            },
          ]);
      },
    );
  };
  const readChain = async ({ number }: Row): Promise<Chain | undefined> => {
    const one = work?.all[number];
    const checking = { verify: services.verify, trust: work?.trust ?? none };
    return one && chainIn((await check(one, checking, () => undefined)).verdict);
  };
  const chain = opened && chainIn(opened.verdict);
  const faultOf = (field: string): string | undefined => faults.find((one) => one.field === field)?.text;
  if (opened)
    return (
      <Screen title={deskStrings.title} back="/verify" wide>
        <Button type="button" look="secondary" onClick={() => setOpened(undefined)}>
          {deskStrings.close}
        </Button>
        <FoundView found={opened} check={({ name, pdf }) => show({ name, file: new File([pdf], name) })}>
          {chain && (
            <Compare
              key={chain.record.id}
              chain={chain}
              others={rows.filter(({ name, document }) => document?.record && name !== opened.name)}
              read={readChain}
            />
          )}
        </FoundView>
      </Screen>
    );
  return (
    <Screen title={deskStrings.title} back="/verify" wide wrong={faults.length > 0}>
      <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        {faults.length > 0 && <ErrorSummary errors={faults} />}
        <Heading>{deskStrings.title}</Heading>
        <p className="govuk-body-l">{deskStrings.lead}</p>
        <p className="govuk-body">
          <Link href="/verify">{deskStrings.one}</Link>
        </p>
        {services.subtle === undefined && <WarningText>{verifyStrings.insecure}</WarningText>}
        <form onSubmit={submit} noValidate>
          <FileUpload
            name="files"
            label={deskStrings.files}
            size="s"
            accept=".pdf,application/pdf"
            multiple
            error={faultOf('files')}
            onChange={(event) => setPicked(pickedFiles(event.target.files ?? []))}
          />
          <FileUpload
            name="folder"
            label={deskStrings.folder}
            size="s"
            hint={deskStrings.folderHint}
            multiple
            {...{ webkitdirectory: '' }}
            onChange={(event) => {
              setDropped(0);
              void pdfsOf(pickedFiles(event.target.files ?? [])).then(setFromFolder);
            }}
          />
          <TrustPicker error={faultOf('trust')} onPick={setTrust} />
          {dropped > 0 && <p className="govuk-body">{deskStrings.dropped(dropped)}</p>}
          <ButtonGroup>
            <Button disabled={work?.running === true || services.subtle === undefined}>{deskStrings.submit}</Button>
            {work?.running && (
              <Button type="button" look="secondary" onClick={() => ending.current()}>
                {deskStrings.cancel}
              </Button>
            )}
          </ButtonGroup>
        </form>
        {work && (
          <>
            <Heading level={2}>{deskStrings.results}</Heading>
            <p className="govuk-body-l" role="status">
              {work.running
                ? deskStrings.progress(rows.length, work.all.length)
                : rows.length < work.all.length
                  ? deskStrings.stopped(rows.length, work.all.length)
                  : counts(rows, work.passedOver)}
            </p>
            {work.trust.length === 0 && <WarningText>{deskStrings.noTrust}</WarningText>}
            {rows.length > 0 && !work.running && (
              <p className="govuk-body">
                <Link href="/verify/overview">{overviewStrings.link}</Link>
              </p>
            )}
            {rows.length > 0 && (
              <Results all={all} open={({ row }) => open(row.number)} again={({ row }) => answerAgain(row)} />
            )}
          </>
        )}
      </div>
    </Screen>
  );
};
