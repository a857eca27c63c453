import type { Page } from 'playwright';
import type { routes } from '../../src/app/routes';
import type { DraftPlace } from '../../src/features/assess/addresses';
import type { DeskPlace } from '../../src/features/verify/desk-places';
import { toPem } from '../../src/signing/pem';
import { addDays, addMonths } from '../../src/base/calendar';
import { takeUp } from '../../src/assessment/take-up';
import { type Entry, withdrawn } from '../../src/assessment/log';
import type { Answer, Key } from '../../src/policy/answer';
import { addressOf, type Step, walk } from '../../src/policy/walk';
import type { Model } from '../../src/policy/model';
import { downloaded } from '../support/coming';
import { versionBefore } from '../support/next-version';
import { knownPolicy } from '../support/policies';
import { chooseKeyFile, signAndDownload, refuse } from '../support/person';
import { putRows, rowsOf } from '../support/kept';
import { asked, setLock, unlock } from '../support/lock';
import { giveAnswers, seedDraft, type Seeding } from '../support/seed';
import { logOfTakeUp } from '../support/take-up';
import { madeRecord, officer } from '../verify/made';
import { overviewFiles, overviewTrust } from './overview-folder';

/** What a screen can be shown in. */
export type State = 'empty' | 'partial' | 'error' | 'full' | 'dialog' | 'practice';

/** One screen in one state. */
export interface ScreenState {
  readonly state: State;
  /** What tells it apart from others of the same state. */
  readonly about?: string;
  /** Brings a new person, who stands on the start page, to it. */
  readonly open: (page: Page) => Promise<void>;
}

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
/** Yesterday: what is put into the database must not have been answered later than now. */
const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const startedAt = `${today}T09:00:00+00:00`;

const answersOf = (id: string): ReadonlyMap<Key, Answer> => {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no worked case ${id}`);
  return new Map(Object.entries(found.answers));
};

const proposal = answersOf('new-high-risk');
const review = answersOf('existing-improve');

/** The answers to all pages before one. */
const before = (answers: ReadonlyMap<Key, Answer>, address: string): ReadonlyMap<Key, Answer> => {
  const { path, counted } = walk(model, answers, today);
  const done = new Set<Step['page']>();
  for (const step of path) {
    if (addressOf(step) === address) break;
    done.add(step.page);
  }
  return new Map([...counted].filter(([key]) => done.has(model.places.get(key.split('/')[0] ?? '')?.page as never)));
};

/** Brings a person to a place of a draft that has some answers. */
const draftAt =
  (answers: ReadonlyMap<Key, Answer>, place: string, seeding: Seeding & { readonly under?: Model } = {}) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Start now' }).first().click();
    await page.getByRole('radio').first().waitFor();
    const { under = model, ...rest } = seeding;
    const id = await seedDraft(page, under, answers, { startedAt, title: 'A draft', ...rest });
    const address = page.url().replace(/#.*/, `#/a/${id}${place}`);
    await page.goto('about:blank'); // else it would go there without reading the database again
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };

/** The question of a page, with all that comes before it answered. */
const question = (answers: ReadonlyMap<Key, Answer>, address: string) =>
  draftAt(before(answers, address), `/q/${address}`);

const submit = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').waitFor();
};

const then =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page);
  };

/** Opens all that is folded away, and what is folded away in it. */
const unfold = async (page: Page): Promise<void> => {
  const closed = page.locator('main details:not([open]) > summary:visible');
  while ((await closed.count()) > 0) await closed.first().click();
};

const goto = (place: string) => async (page: Page) => {
  await page.goto(page.url().replace(/#.*|$/, `#${place}`));
  await page.getByRole('heading', { level: 1 }).waitFor();
};

/** Brings a person to a place of a draft that takes up the record of an assessment, with some answers given since. */
const takenUpAt = (answers: ReadonlyMap<Key, Answer>, place: string, given: readonly (readonly [Key, Answer])[] = []) =>
  draftAt(new Map(), place, {
    log: () => logOfTakeUp(model, takeUp(walk(model, answers, today), model), given, today),
  });

const notYet = answersOf('options-not-compared');

const again =
  (change: (bytes: Buffer) => Buffer, heading: string) =>
  async (page: Page): Promise<void> => {
    await draftAt(answersOf('existing-finished'), '/check')(page);
    const file = await signAndDownload(page, 'Sam Example');
    const { readFileSync } = await import('node:fs');
    await goto('/again')(page);
    await page
      .getByLabel('Signed record (PDF)')
      .setInputFiles({ name: 'record.pdf', mimeType: 'application/pdf', buffer: change(readFileSync(file)) });
    await page.getByRole('button', { name: 'Check the record and continue' }).click();
    await page.getByRole('heading', { name: heading }).waitFor({ timeout: 30_000 });
  };

const firstCard = walk(model, proposal, today).path.find((step) => step.row !== undefined);
const cardAddress = firstCard ? addressOf(firstCard) : '';
const [firstNote] = model.policy.guidance;

const signed = async (page: Page): Promise<void> => {
  await draftAt(answersOf('grant-exit'), '/check')(page);
  await signAndDownload(page, 'Sam Example');
};

/** A draft that was begun for practice. */
const practice: Seeding = {
  log: (log) => log.map((entry) => (entry.kind === 'started' ? { ...entry, practice: true } : entry)),
};

const practiceSigned = async (page: Page): Promise<void> => {
  await draftAt(answersOf('grant-exit'), '/check', practice)(page);
  await signAndDownload(page, 'Sam Example');
};

/** The list of drafts, with one in hand, one signed, one for practice, one archived and one in the bin. */
const manyDrafts = then(
  signed,
  goto('/'),
  draftAt(before(proposal, 'a5'), '', { seed: 2, title: 'Riverside Youth Project' }),
  goto('/'),
  draftAt(before(proposal, 'a5'), '', { seed: 3, title: 'Practice', ...practice }),
  goto('/'),
  draftAt(proposal, '', { seed: 4, title: 'Put away', row: { archivedAt: startedAt } }),
  goto('/drafts'),
  async (page) =>
    page
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click(),
  async (page) => page.getByRole('alert').waitFor(),
  async (page) =>
    page
      .getByText(/^Archived/)
      .first()
      .click(),
  async (page) => page.getByText(/^Deleted \(/).click(),
);

const monthsAgo = (months: number, days: number): string =>
  `${addDays(addMonths(today, -months), days)}T09:00:00+00:00`;

const withoutNames = (log: readonly Entry[]): readonly Entry[] =>
  log.map((entry) => ('field' in entry && entry.field === 'n1-lead-name' ? withdrawn(entry) : entry));

/** Two drafts near the end of the council's period, one named and one not, with the page that says so. */
const nearTheEnd = (address: string) =>
  then(
    draftAt(before(proposal, 'a5'), '', { title: 'Village hall repairs', row: { updatedAt: monthsAgo(12, 20) } }),
    goto('/'),
    draftAt(before(proposal, 'a5'), '', { seed: 2, title: '', row: { updatedAt: monthsAgo(14, 0) } }),
    goto(address),
    async (page) =>
      page
        .getByText(/ept until|within a month/)
        .first()
        .waitFor(),
  );

const ownLead = new Map<Key, Answer>([
  ...before(proposal, 'a5'),
  ['n1-lead', 'other'],
  ['n1-lead-name', 'Siân Example'],
]);

/** A draft from which names are gone. */
const namesGone = (place: string) =>
  draftAt(ownLead, place, {
    seed: 2,
    title: 'Riverside Youth Project',
    row: { updatedAt: monthsAgo(7, 0), namesWithdrawnOn: today },
    log: withoutNames,
  });

/** A draft from which names go soon, one from which they are gone, and an opened document, with the page that says so. */
const namesGo = (address: string) =>
  then(
    draftAt(ownLead, '', { title: 'Village hall repairs', row: { updatedAt: monthsAgo(6, 20) } }),
    async (page) =>
      putRows(page, 'meta', [
        {
          key: 'decide/file/a',
          value: { id: 'a', name: 'record.pdf', title: 'Riverside Youth Project', openedAt: monthsAgo(12, 9), pdf: [] },
        },
      ]),
    goto('/'),
    namesGone(''),
    goto(address),
    async (page) =>
      page
        .getByText(/kept until|within a month/)
        .first()
        .waitFor(),
  );

const renaming = then(
  draftAt(before(proposal, 'a5'), '', { title: 'Riverside Youth Project' }),
  goto('/drafts'),
  async (page) => page.getByRole('button', { name: /^Rename/ }).click(),
);

/** From the page after signing. */
const read = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Read it as a web page' }).click();
  await page.getByRole('article').waitFor({ timeout: 30_000 });
};

const verified =
  (change: (bytes: Buffer) => Buffer) =>
  async (page: Page): Promise<void> => {
    await draftAt(answersOf('grant-exit'), '/check')(page);
    const file = await signAndDownload(page, 'Sam Example');
    const { readFileSync } = await import('node:fs');
    await goto('/verify')(page);
    await page
      .getByLabel('Signed record (PDF)')
      .setInputFiles({ name: 'record.pdf', mimeType: 'application/pdf', buffer: change(readFileSync(file)) });
    await page.getByRole('button', { name: 'Check the record' }).click();
    await page.getByRole('heading', { name: 'What each check found' }).waitFor({ timeout: 30_000 });
  };

/** Some files that were checked, and the overview drawn from them. */
const overview =
  (names: readonly (keyof typeof overviewFiles)[], found: string) =>
  async (page: Page): Promise<void> => {
    await goto('/verify/folder')(page);
    const named = names.map(async (name) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(await overviewFiles[name]()),
    }));
    await page.getByLabel('Signed records (PDF)').setInputFiles(await Promise.all(named));
    await page
      .getByLabel('Certificates you trust')
      .setInputFiles({ name: 'trust.pem', mimeType: 'text/plain', buffer: Buffer.from(overviewTrust) });
    await page.getByRole('button', { name: 'Check the records' }).click();
    await page.getByText(found).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Draw an overview of these records' }).click();
    await page.getByRole('heading', { level: 3, name: 'Open conditions' }).first().waitFor();
  };

/** The first original page is there, whether they stood open or not. */
const pagesDrawn = async (page: Page): Promise<void> => {
  const details = page.locator('details', { hasText: 'Show the original pages' });
  if (!(await details.evaluate((one) => (one as HTMLDetailsElement).open))) await details.locator('summary').click();
  await page.locator('canvas[aria-busy=false]').first().waitFor({ timeout: 30_000 });
};

/** Gives a file to be decided on, or to be followed up. */
const chooseFor = async (page: Page, address: string, bytes: Uint8Array): Promise<void> => {
  await page.goto(page.url().replace(/#.*/, '').replace(/\/$/, '') + `/#${address}`);
  await page
    .getByLabel('Signed document (PDF)')
    .setInputFiles({ name: 'record.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
  await page.getByRole('button', { name: 'Check the file and continue' }).click();
};

const fromHalf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

const toDecide = async (page: Page): Promise<void> => {
  await chooseFor(page, '/decide', await madeRecord());
  await page.getByRole('group', { name: 'What do you decide?' }).waitFor({ timeout: 30_000 });
};

const toNext = async (page: Page): Promise<void> => {
  await chooseFor(page, '/next', await madeRecord());
  await page.getByRole('group', { name: 'What happened?' }).waitFor({ timeout: 30_000 });
};

const fillSigner =
  (labels: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const label of labels) await page.getByRole('textbox', { name: label }).fill('Sam Example');
    const declaration = page.getByRole('checkbox', { name: 'I make this declaration' });
    if ((await declaration.count()) > 0) await declaration.check();
  };

const keyMade = then(
  goto('/keys'),
  fillSigner(['Your full name', 'Your job title', 'Your service']),
  async (page) => page.getByRole('button', { name: 'Make a key' }).click(),
  async (page) => page.getByRole('button', { name: 'Download the certificate' }).waitFor(),
);

/** The page of what can be rescued, once it has looked. */
const settled = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: 'If there is no room left' }).waitFor();

/** A draft and a record, an entry and another draft's policy of which are damaged; on the page that rescues. */
const damaged = then(
  signed,
  goto('/'),
  draftAt(before(proposal, 'a5'), '', { seed: 2, title: 'Riverside Youth Project' }),
  async (page) => {
    const entry = (await rowsOf(page, 'entries')).find(({ kind }) => kind === 'answered');
    await putRows(page, 'entries', [{ ...entry, counter: -2 }]);
    await putRows(page, 'drafts', [{ id: 'x', title: 'Nothing else' }]);
  },
  goto('/rescue'),
);

const rescued = async (page: Page): Promise<void> => {
  for (const name of ['Download the backup', 'Download the other parts'])
    await downloaded(page, () => page.getByRole('button', { name }).click());
};

const emptied = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Empty the store' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('heading', { name: 'The store is empty' }).waitFor();
};

/** From now on the disk takes nothing, and something is typed. */
const notSaved = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  await page.locator('main form').getByRole('textbox').first().fill('Warm rooms');
  await page.getByRole('button', { name: 'Download this assessment as a file' }).click();
  await page.getByText('The file is in your downloads.').waitFor();
};

/** From now on the browser opens no database, as where its files are held by something else. */
const unopenable = (page: Page): Promise<void> =>
  page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    };
  });

/** A signed record of the proposal, chosen to be answered again. */
const reperform =
  (change: (bytes: Uint8Array) => Uint8Array, heading: string) =>
  async (page: Page): Promise<void> => {
    await draftAt(proposal, '/check')(page);
    const file = await signAndDownload(page, 'Sam Example');
    const { readFileSync } = await import('node:fs');
    await goto('/verify/reperform')(page);
    await page.getByLabel('Signed record (PDF)').setInputFiles({
      name: 'record.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(change(readFileSync(file))),
    });
    await page.getByRole('button', { name: 'Check the record and begin' }).click();
    await page.getByRole('heading', { name: heading }).waitFor({ timeout: 30_000 });
  };

const reperforming = reperform((bytes) => bytes, 'Your own answers to a record');

const startAnswering = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Start answering' }).click();
  await page.getByRole('radio').first().waitFor();
};

/** The proposal as another person might see it: more money, and the first risks rated otherwise. */
const otherwise = new Map<Key, Answer>(
  [...proposal].map(([key, value]) => {
    const kind = model.places.get(key.split('/')[0] ?? '')?.field.kind;
    if (typeof value !== 'number') return [key, value];
    return [key, kind === 'money' ? value + 100_000 : kind === 'scale' ? Math.max(1, value - 1) : value];
  }),
);

/** Gives the auditor's own answers, and opens a place of what they have answered, or the way to the comparison. */
const answeredAgain =
  (place?: string, answers: ReadonlyMap<Key, Answer> = proposal) =>
  async (page: Page): Promise<void> => {
    const id = page.url().split('/').at(-1) ?? '';
    await giveAnswers(page, model, id, answers);
    if (place) await page.goto(page.url().replace(/#.*/, `#/a/${id}${place}`));
    await page.reload();
    await page.getByText(place ? 'What your answers come to' : 'You have answered every question').waitFor();
  };

const compare = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Compare with the record' }).click();
  await page.getByRole('heading', { name: 'Your answers beside the record’s' }).waitFor();
};

const trustSomebody = async (page: Page): Promise<void> => {
  await page
    .getByLabel('Certificates and lists')
    .setInputFiles({ name: 'sian.pem', mimeType: 'text/plain', buffer: Buffer.from(toPem(officer.certificate.der)) });
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await page.getByText('1 certificate on the list').waitFor();
};

const locked = then(goto('/lock'), setLock);

const left = then(locked, async (page) => {
  await page.getByRole('contentinfo').getByRole('button', { name: 'Lock now' }).click();
  await asked(page);
});

/** Every screen of the app, by its route or its place in an assessment, in every state that it can be in. */
export const screens: Readonly<
  Record<
    | Exclude<keyof typeof routes, 'assess' | 'verify'>
    | `assess ${DraftPlace}`
    | 'verify'
    | `verify ${Exclude<DeskPlace, ''>}`,
    readonly ScreenState[]
  >
> = {
  start: [
    { state: 'empty', open: async () => undefined },
    {
      state: 'full',
      about: 'with drafts and a record',
      open: then(
        signed,
        goto('/'),
        draftAt(before(proposal, 'a5'), '', { seed: 2, title: 'Riverside Youth Project' }),
        goto('/'),
      ),
    },
    { state: 'partial', about: 'with drafts near the end of their period', open: nearTheEnd('/') },
    { state: 'partial', about: 'with names that go soon', open: namesGo('/') },
  ],
  begin: [{ state: 'error', about: 'no such policy', open: goto('/new/nothing') }],
  practise: [
    { state: 'full', open: goto(`/practise/${model.policy.id}`) },
    { state: 'error', about: 'no such policy', open: goto('/practise/nothing') },
  ],
  beginPractice: [{ state: 'error', about: 'no such policy', open: goto('/new/nothing/practice') }],
  drafts: [
    { state: 'empty', open: goto('/drafts') },
    { state: 'full', about: 'one just deleted', open: manyDrafts },
    { state: 'partial', about: 'near the end of their period', open: nearTheEnd('/drafts') },
    { state: 'partial', about: 'names that go soon and that are gone', open: namesGo('/drafts') },
    { state: 'dialog', about: 'renaming', open: renaming },
    {
      state: 'error',
      about: 'renaming',
      open: then(
        renaming,
        async (page) => page.getByRole('textbox', { name: 'Name in this list' }).fill('x'.repeat(101)),
        async (page) => page.getByRole('button', { name: 'Save the name' }).click(),
        async (page) => page.getByText(/characters or fewer/).waitFor(),
      ),
    },
    {
      state: 'dialog',
      about: 'for good',
      open: then(
        draftAt(before(proposal, 'a5'), '', { title: 'In the bin' }),
        goto('/drafts'),
        async (page) => page.getByRole('button', { name: 'Delete “In the bin”' }).click(),
        async (page) => page.getByText(/^Deleted \(/).click(),
        async (page) => page.getByRole('button', { name: /^Delete for good/ }).click(),
        async (page) => page.getByRole('region', { name: 'Important' }).waitFor(),
      ),
    },
  ],
  guidance: [
    { state: 'full', about: 'all notes', open: goto('/guidance') },
    { state: 'full', about: 'one note', open: goto(`/guidance/${model.policy.id}/${firstNote?.id}`) },
    { state: 'error', about: 'no such note', open: goto(`/guidance/${model.policy.id}/nothing`) },
  ],
  again: [
    { state: 'empty', open: goto('/again') },
    {
      state: 'error',
      about: 'no file',
      open: then(goto('/again'), async (page) =>
        page.getByRole('button', { name: 'Check the record and continue' }).click(),
      ),
    },
    {
      state: 'full',
      about: 'accepted',
      open: then(
        again((bytes) => bytes, 'Check that this is the right record'),
        async (page) => page.getByText(/not taken over/).click(),
      ),
    },
    {
      state: 'full',
      about: 'refused',
      open: again((bytes) => {
        const changed = Buffer.from(bytes);
        changed[2000] = (changed[2000] ?? 0) ^ 1;
        return changed;
      }, 'This record cannot be taken up'),
    },
  ],
  sign: [
    {
      state: 'empty',
      open: then(draftAt(proposal, '/outcome'), async (page) =>
        page.getByRole('button', { name: 'Sign the record' }).click(),
      ),
    },
    {
      state: 'error',
      open: then(
        draftAt(proposal, '/outcome'),
        async (page) => page.getByRole('button', { name: 'Sign the record' }).click(),
        async (page) => page.getByRole('button', { name: 'Continue' }).click(),
        async (page) => page.getByRole('alert').waitFor(),
      ),
    },
    {
      state: 'error',
      about: 'a key file that is none',
      open: then(
        draftAt(proposal, '/outcome'),
        async (page) => page.getByRole('button', { name: 'Sign the record' }).click(),
        chooseKeyFile,
        async (page) =>
          page
            .getByLabel('Key file', { exact: true })
            .setInputFiles({ name: 'key.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from('no key') }),
        fillSigner(['Your job title', 'Your service']),
        async (page) => page.getByRole('button', { name: 'Continue' }).click(),
        async (page) => page.getByRole('alert').waitFor(),
      ),
    },
    {
      state: 'full',
      about: 'what is signed',
      open: then(
        draftAt(proposal, '/outcome'),
        async (page) => page.getByRole('button', { name: 'Sign the record' }).click(),
        fillSigner(['Your full name', 'Your job title', 'Your service']),
        async (page) => page.getByRole('button', { name: 'Continue' }).click(),
        async (page) => page.getByRole('heading', { name: 'Check what you are about to sign' }).waitFor(),
      ),
    },
    { state: 'full', about: 'signed', open: signed },
    { state: 'practice', about: 'signed', open: practiceSigned },
  ],
  backup: [
    { state: 'empty', open: goto('/backup') },
    { state: 'partial', about: 'near the end of their period', open: nearTheEnd('/backup') },
    { state: 'partial', about: 'names that go soon', open: namesGo('/backup') },
    {
      state: 'full',
      open: then(draftAt(before(proposal, cardAddress), '/check'), goto('/backup'), async (page) => {
        await page.getByRole('button', { name: 'Download a backup' }).click();
        await page.getByRole('alert').waitFor();
      }),
    },
    {
      state: 'error',
      open: then(goto('/backup'), async (page) => {
        await page
          .getByLabel(/^Backup or assessment/)
          .setInputFiles({ name: 'other.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
        await page.getByRole('button', { name: 'Open the file' }).click();
        await page.getByText(/is not a backup or an assessment/).waitFor();
      }),
    },
  ],
  lock: [
    { state: 'empty', open: goto('/lock') },
    {
      state: 'error',
      open: then(goto('/lock'), async (page) => {
        await page.getByLabel('Passphrase', { exact: true }).fill('short');
        await page.getByRole('button', { name: 'Set the lock' }).click();
        await page.getByRole('alert').waitFor();
      }),
    },
    { state: 'full', about: 'set', open: locked },
    { state: 'dialog', about: 'asked for', open: left },
    {
      state: 'error',
      about: 'forgotten',
      open: then(left, async (page) => {
        await unlock(page, 'some other words');
        await page.getByRole('alert').waitFor();
        await page.getByText('I have forgotten the passphrase').click();
        await page.getByRole('button', { name: 'Delete everything and begin again' }).waitFor();
      }),
    },
  ],
  rescue: [
    { state: 'empty', open: then(goto('/rescue'), settled) },
    { state: 'full', about: 'sound', open: then(draftAt(before(proposal, 'a5'), ''), goto('/rescue'), settled) },
    { state: 'partial', about: 'damaged', open: then(damaged, settled) },
    { state: 'full', about: 'downloaded', open: then(damaged, settled, rescued) },
    {
      state: 'dialog',
      about: 'emptying',
      open: then(damaged, settled, rescued, async (page) =>
        page.getByRole('button', { name: 'Empty the store' }).click(),
      ),
    },
    { state: 'full', about: 'emptied', open: then(damaged, settled, rescued, emptied) },
    { state: 'error', about: 'cannot be opened', open: then(unopenable, goto('/rescue'), settled) },
  ],
  keys: [
    { state: 'empty', open: goto('/keys') },
    {
      state: 'error',
      open: then(
        goto('/keys'),
        async (page) => page.getByRole('button', { name: 'Make a key' }).click(),
        async (page) => page.getByRole('alert').waitFor(),
      ),
    },
    { state: 'full', open: then(keyMade, unfold) },
    {
      state: 'full',
      about: 'asked whether to delete',
      open: then(
        keyMade,
        async (page) => page.getByRole('button', { name: 'Delete this key' }).click(),
        async (page) => page.getByRole('heading', { name: /^Are you sure/ }).waitFor(),
      ),
    },
    {
      state: 'error',
      about: 'a certificate that is none',
      open: then(
        keyMade,
        async (page) => page.getByText('If your council has a certificate authority').click(),
        async (page) =>
          page
            .getByLabel('Certificate from your council')
            .setInputFiles({ name: 'x.pem', mimeType: 'text/plain', buffer: Buffer.from('no certificate') }),
        async (page) => page.getByRole('button', { name: 'Add the certificate' }).click(),
        async (page) => page.getByText(/^Error: There is no certificate/).waitFor(),
      ),
    },
  ],
  accessibility: [{ state: 'full', open: goto('/accessibility') }],
  thisApp: [
    {
      state: 'full',
      open: async (page) => {
        await page.getByRole('link', { name: 'This app' }).click();
        await page.getByText('Everything is kept in this browser').waitFor();
      },
    },
  ],
  verify: [
    { state: 'empty', open: goto('/verify') },
    {
      state: 'error',
      about: 'no file',
      open: then(goto('/verify'), async (page) => page.getByRole('button', { name: 'Check the record' }).click()),
    },
    {
      state: 'full',
      about: 'accepted',
      open: then(
        verified((bytes) => bytes),
        async (page) => page.getByText('The settings are the ones that hold on this site now').waitFor(),
        pagesDrawn,
      ),
    },
    {
      state: 'full',
      about: 'under other settings',
      open: then(goto('/verify'), async (page) => {
        await page
          .getByLabel('Signed record (PDF)')
          .setInputFiles({ name: 'record.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await madeRecord()) });
        await page.getByRole('button', { name: 'Check the record' }).click();
        await page.getByText('Differences in the settings').click({ timeout: 30_000 });
        await page.getByRole('table', { name: 'Differences in the settings' }).waitFor();
      }),
    },
    {
      state: 'partial',
      about: 'with its original out',
      open: then(
        verified((bytes) => Buffer.concat([bytes, Buffer.from('\n% scanned\n')])),
        pagesDrawn,
      ),
    },
    {
      state: 'full',
      about: 'refused',
      open: verified((bytes) => {
        const changed = Buffer.from(bytes);
        changed[2000] = (changed[2000] ?? 0) ^ 1;
        return changed;
      }),
    },
  ],
  'verify folder': [
    { state: 'empty', open: goto('/verify/folder') },
    {
      state: 'error',
      about: 'no files',
      open: then(goto('/verify/folder'), async (page) =>
        page.getByRole('button', { name: 'Check the records' }).click(),
      ),
    },
    {
      state: 'full',
      about: 'a good, a copied and a forged one',
      open: then(goto('/verify/folder'), async (page) => {
        const good = Buffer.from(await madeRecord());
        const forged = Buffer.from(good);
        forged[2000] = (forged[2000] ?? 0) ^ 1;
        const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
        await page
          .getByLabel('Signed records (PDF)')
          .setInputFiles([file('good.pdf', good), file('copy.pdf', good), file('forged.pdf', forged)]);
        await page.getByRole('button', { name: 'Check the records' }).click();
        await page.getByText('2 accepted, 1 refused').waitFor({ timeout: 60_000 });
        await page.getByRole('button', { name: 'Draw' }).click();
        await page.getByRole('heading', { name: /^Sample drawn/ }).waitFor();
      }),
    },
  ],
  'verify overview': [
    { state: 'empty', open: goto('/verify/overview') },
    {
      state: 'full',
      about: 'two policies',
      open: overview(
        ['sure-start-2.pdf', 'accountable-body-decided.pdf', 'forged.pdf', 'loan.pdf'],
        '3 accepted, 1 refused',
      ),
    },
    {
      state: 'error',
      about: 'no day',
      open: then(overview(['loan.pdf'], '1 accepted'), async (page) => {
        await page.getByLabel('Month').fill('13');
        await page.getByRole('button', { name: 'Draw for this day' }).click();
      }),
    },
  ],
  'verify reperform': [
    { state: 'empty', open: goto('/verify/reperform') },
    {
      state: 'error',
      about: 'no file',
      open: then(goto('/verify/reperform'), async (page) =>
        page.getByRole('button', { name: 'Check the record and begin' }).click(),
      ),
    },
    { state: 'error', about: 'refused', open: reperform(fromHalf, 'You cannot answer this file again') },
    { state: 'error', about: 'not kept here', open: goto('/verify/reperform/nothing') },
    { state: 'partial', about: 'begun', open: reperforming },
    { state: 'partial', about: 'a question', open: then(reperforming, startAnswering) },
    { state: 'full', about: 'own result', open: then(reperforming, answeredAgain('/outcome')) },
    { state: 'full', about: 'ready to compare', open: then(reperforming, answeredAgain()) },
    { state: 'full', about: 'compared, the same', open: then(reperforming, answeredAgain(), compare) },
    {
      state: 'full',
      about: 'compared, other answers',
      open: then(reperforming, answeredAgain(undefined, otherwise), compare, unfold),
    },
  ],
  'verify trust': [
    { state: 'empty', open: goto('/verify/trust') },
    {
      state: 'error',
      about: 'no file',
      open: then(goto('/verify/trust'), async (page) => page.getByRole('button', { name: 'Add to the list' }).click()),
    },
    { state: 'full', about: 'one key', open: then(goto('/verify/trust'), trustSomebody) },
    {
      state: 'error',
      about: 'a day that is none',
      open: then(goto('/verify/trust'), trustSomebody, async (page) => {
        await page.getByRole('textbox', { name: 'Withdrawn on' }).fill('tomorrow');
        await page.getByRole('button', { name: 'Save the list' }).click();
        await page.getByRole('alert').waitFor();
      }),
    },
  ],
  read: [
    { state: 'empty', about: 'not kept here', open: goto('/read/nothing') },
    { state: 'full', open: then(signed, read, unfold, pagesDrawn) },
    { state: 'practice', open: then(practiceSigned, read, pagesDrawn) },
  ],
  decide: [
    { state: 'empty', open: goto('/decide') },
    {
      state: 'error',
      about: 'no file',
      open: then(goto('/decide'), async (page) =>
        page.getByRole('button', { name: 'Check the file and continue' }).click(),
      ),
    },
    {
      state: 'error',
      about: 'refused',
      open: async (page) => {
        await chooseFor(page, '/decide', fromHalf(await madeRecord()));
        await page.getByRole('heading', { name: 'You cannot go on with this file' }).waitFor({ timeout: 30_000 });
      },
    },
    { state: 'error', about: 'not kept here', open: goto('/decide/nothing') },
    { state: 'empty', about: 'record opened', open: toDecide },
    {
      state: 'error',
      about: 'refused without a reason',
      open: then(
        toDecide,
        async (page) => page.getByRole('radio', { name: 'Refuse' }).check(),
        async (page) => page.getByRole('button', { name: 'Continue' }).click(),
      ),
    },
    {
      state: 'partial',
      about: 'changed conditions',
      open: then(
        toDecide,
        async (page) => page.getByRole('radio', { name: 'Approve, with changed conditions' }).check(),
        async (page) => page.getByRole('radio', { name: 'Waived' }).first().check(),
        async (page) => page.getByRole('radio', { name: 'Change the words' }).first().check(),
        async (page) => page.getByRole('button', { name: 'Add a condition' }).click(),
        async (page) => page.getByRole('radio', { name: 'Store manager' }).check(),
      ),
    },
    { state: 'full', about: 'asked to confirm', open: then(toDecide, refuse) },
    {
      state: 'full',
      about: 'signed',
      open: then(
        toDecide,
        refuse,
        async (page) => page.getByRole('button', { name: 'Sign and download' }).click(),
        async (page) => page.getByRole('heading', { name: 'Decision signed', level: 1 }).waitFor({ timeout: 30_000 }),
      ),
    },
    {
      state: 'partial',
      about: 'not finished',
      open: then(toDecide, async (page) => {
        await page.goto(page.url().replace(/#.*/, '#/decide'));
        await page.getByText('Not finished yet').waitFor();
      }),
    },
  ],
  next: [
    { state: 'empty', open: goto('/next') },
    { state: 'empty', about: 'record opened', open: toNext },
    ...(
      [
        ['a body', 'A body has decided'],
        ['conditions', 'Conditions have been met'],
        ['the register', 'It was entered in the register'],
      ] as const
    ).map(([about, name]): ScreenState => ({
      state: 'error',
      about,
      open: then(
        toNext,
        async (page) => page.getByRole('radio', { name }).check(),
        async (page) => {
          const box = page.getByRole('checkbox').first();
          if ((await box.count()) > 0) await box.check();
        },
        async (page) => page.getByRole('button', { name: 'Continue' }).click(),
      ),
    })),
  ],
  'assess ': [
    { state: 'partial', open: draftAt(before(proposal, 'a5'), '') },
    { state: 'full', open: draftAt(proposal, '') },
    { state: 'error', about: 'a page that is not asked', open: draftAt(before(proposal, 'a5'), '/q/e1') },
  ],
  'assess q': [
    { state: 'partial', about: 'names are gone', open: namesGone('/q/n1') },
    { state: 'empty', about: 'first', open: question(proposal, 's2') },
    { state: 'empty', about: 'now or later', open: question(proposal, 'n2') },
    {
      state: 'empty',
      about: 'many fields',
      open: then(question(proposal, 'n2'), async (page) => page.getByRole('radio', { name: 'Now' }).check()),
    },
    { state: 'empty', about: 'rows of one’s own', open: question(proposal, 'a5') },
    { state: 'empty', about: 'lines', open: question(proposal, 'b5') },
    { state: 'error', about: 'lines', open: then(question(review, 'b5'), submit) },
    { state: 'full', about: 'lines', open: draftAt(review, '/q/b5') },
    { state: 'empty', about: 'scales', open: question(proposal, 'a15') },
    { state: 'empty', about: 'grid', open: question(proposal, 'r1') },
    { state: 'empty', about: 'card', open: question(proposal, cardAddress) },
    { state: 'empty', about: 'existing', open: question(review, 'e1') },
    { state: 'empty', about: 'after the review', open: question(review, 'g1') },
    { state: 'empty', about: 'details', open: question(review, 'e2') },
    { state: 'full', about: 'rows of one’s own', open: draftAt(proposal, '/q/a5') },
    { state: 'error', about: 'choice', open: then(question(proposal, 's2'), submit) },
    { state: 'error', about: 'many fields', open: then(question(review, 'e1'), submit) },
    { state: 'error', about: 'grid', open: then(question(proposal, 'r1'), submit) },
    { state: 'error', about: 'not saved', open: then(question(proposal, 'n1'), notSaved) },
    { state: 'full', about: 'many fields', open: draftAt(review, '/q/e1') },
    { state: 'full', about: 'grid', open: draftAt(proposal, '/q/r1') },
    { state: 'practice', open: draftAt(before(proposal, 'a5'), '/q/a4', practice) },
    {
      state: 'practice',
      about: 'the example beside it',
      open: then(draftAt(before(proposal, 'a5'), '/q/a4', practice), async (page) => {
        await page.getByRole('button', { name: 'Read the example' }).click();
        await page.getByRole('dialog').waitFor();
      }),
    },
    {
      state: 'dialog',
      about: 'guidance beside it',
      open: then(question(proposal, 'a8'), async (page) => {
        await page.getByText('Why we ask, and guidance').click();
        await page
          .getByRole('button', { name: /^Guidance:/ })
          .first()
          .click();
        await page.getByRole('dialog').waitFor();
      }),
    },
  ],
  'assess ask': [
    { state: 'empty', open: draftAt(answersOf('join-another'), '/ask') },
    { state: 'partial', open: draftAt(new Map([['s2-arrangement', 'unsure']]), '/ask') },
    { state: 'full', open: then(draftAt(review, '/ask'), unfold) },
  ],
  'assess reply': [
    { state: 'partial', open: draftAt(review, '/reply/b5') },
    { state: 'error', about: 'a page that is not asked', open: draftAt(review, '/reply/a1') },
  ],
  'assess again': [
    { state: 'full', about: 'offered', open: takenUpAt(review, '/again/e1', [['s1-kind', 'existing']]) },
    { state: 'error', about: 'a page that is not asked', open: takenUpAt(review, '/again/a5') },
  ],
  'assess still-true': [
    { state: 'full', about: 'review', open: takenUpAt(review, '/still-true', [['s1-kind', 'existing']]) },
    {
      state: 'full',
      about: 'all else',
      open: takenUpAt(notYet, '/still-true', [
        ['a4-simpler', 'only'],
        ['a4-options', 'We compared three.'],
      ]),
    },
  ],
  'assess gaps': [
    { state: 'empty', open: draftAt(review, '/gaps') },
    { state: 'full', open: draftAt(notYet, '/gaps') },
  ],
  'assess change': [
    {
      state: 'partial',
      about: 'what goes, and why',
      open: then(draftAt(proposal, '/outcome'), async (page) => {
        await page.goto(page.url().replace('/outcome', '/change/s1'));
        await page.getByRole('radio', { name: /carries on as it is/ }).check();
        await page.getByRole('textbox', { name: 'Why are you changing this?' }).waitFor();
        await page.getByText(/will no longer count/).waitFor();
      }),
    },
  ],
  'assess check': [
    { state: 'partial', about: 'names are gone', open: namesGone('/check') },
    { state: 'partial', open: draftAt(before(proposal, 'a5'), '/check') },
    { state: 'full', open: draftAt(proposal, '/check') },
    {
      state: 'full',
      about: 'with answers set aside',
      open: draftAt(
        new Map<Key, Answer>([...answersOf('grant-exit'), ['a1-need', 'yes'], ['a1-evidence', 'Some']]),
        '/check',
      ),
    },
  ],
  'assess guidance': [{ state: 'full', open: draftAt(before(proposal, 'a5'), '/guidance') }],
  'assess history': [
    { state: 'full', open: draftAt(before(proposal, 'a5'), '/history', { changed: 2 }) },
    {
      state: 'dialog',
      open: then(draftAt(before(proposal, 'a5'), '/history'), async (page) =>
        page
          .getByRole('button', { name: /Withdraw the words/ })
          .first()
          .click(),
      ),
    },
  ],
  'assess new-version': [
    { state: 'empty', about: 'the newest already', open: draftAt(before(proposal, 'a5'), '/new-version') },
    {
      state: 'full',
      open: draftAt(before(proposal, 'a5'), '/new-version', { under: versionBefore(model) }),
    },
  ],
  'assess outcome': [
    { state: 'empty', about: 'not yet reached', open: draftAt(before(proposal, 'a5'), '/outcome') },
    { state: 'full', about: 'new', open: draftAt(proposal, '/outcome') },
    { state: 'full', about: 'existing', open: draftAt(review, '/outcome') },
    {
      state: 'full',
      about: 'what would change it',
      open: then(
        draftAt(proposal, '/outcome'),
        async (page) => page.getByText('What would change this?').click(),
        async (page) => page.getByRole('status').filter({ hasText: 'Done.' }).waitFor(),
        unfold,
      ),
    },
    { state: 'full', about: 'nothing to sign', open: draftAt(answersOf('grant-exit'), '/outcome') },
  ],
  'assess resume': [{ state: 'partial', open: draftAt(before(proposal, 'a5'), '/resume') }],
};
