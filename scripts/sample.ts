// `npm run sample -- --out DIR [--policy FILE] [--records N] [--decisions] [--extracts]`: signed sample records, one for each outcome of every policy in
// decision-trees, or as many as you say, with other notes and changes of mind each time round, through the same code as the browser, with a throwaway key whose certificate lies beside them as officer.pem.
// With --decisions, a decision on each lies in DIR/decisions, signed by another such key: approver.pem. With --extracts,
// the public extract of each lies in DIR/extracts, as PDF and as CSV.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { secondsOf, timeOf } from '../src/base/calendar';
import { newId } from '../src/base/ids';
import { type Result } from '../src/base/result';
import { replay } from '../src/assessment/assessment';
import { makeExtract } from '../src/pdf/extract';
import { renderRecord, rendererSha256 } from '../src/pdf/render';
import { sealRecord } from '../src/record/seal';
import { makeKeys } from '../src/signing/keys';
import { toPem } from '../src/signing/pem';
import { selfSigned } from '../src/signing/self-signed';
import { signPlaceholder } from '../src/signing/sign';
import { seeded } from '../tests/support/answers';
import { knownPolicies, knownPolicy } from '../tests/support/policies';
import { logOf, randomnessOf } from '../tests/support/records';
import { version } from '../package.json';
import { readPrintAssets } from './print-assets';
import { answersByOutcome, evidenceOf, startedAt } from './sample-answers';
import { openApprover } from './sample-decisions';

const person = { name: 'Siân Ó Briain', job: 'Partnerships officer', service: 'Communities' };

const must = <Value>(result: Result<Value>, what: string): Value => {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.failures.slice(0, 3))}`);
  return result.value;
};

const wrongUse = (text: string): never => {
  process.stderr.write(
    `${text}\n\nnpm run sample -- --out DIR [--policy FILE] [--records N] [--decisions] [--extracts]\n`,
  );
  process.exit(2);
};

const parsedArguments = () => {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string' },
        policy: { type: 'string' },
        records: { type: 'string' },
        decisions: { type: 'boolean' },
        extracts: { type: 'boolean' },
      },
    });
    const { policy, decisions = false, extracts = false } = values;
    const records = Number(values.records ?? 0);
    if (!Number.isSafeInteger(records) || records < 0) return wrongUse('Say how many records, in digits.');
    return { out: values.out ?? wrongUse('Say where the records should go.'), policy, records, decisions, extracts };
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error));
  }
};

const { out, policy, records, decisions, extracts } = parsedArguments();
if (policy !== undefined && !existsSync(policy)) wrongUse(`There is no file ${policy}.`);
mkdirSync(out, { recursive: true });
const { subtle } = globalThis.crypto;
const random = (length: number): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(length));
const keys = await makeKeys(subtle, 'ES256');
const certificate = must(
  await selfSigned(subtle, {
    keys,
    name: { organisation: 'Example council', service: person.service, person: person.name },
    now: startedAt,
    random: random(16),
  }),
  'certificate',
);
writeFileSync(join(out, 'officer.pem'), toPem(certificate.der));
const resources = readPrintAssets();
const approver = decisions ? await openApprover(subtle, resources, startedAt, random) : undefined;
if (approver) {
  mkdirSync(join(out, 'decisions'), { recursive: true });
  writeFileSync(join(out, 'approver.pem'), approver.pem);
}
if (extracts) mkdirSync(join(out, 'extracts'), { recursive: true });
const policies =
  policy === undefined ? knownPolicies(['decision-trees']) : [knownPolicy(dirname(policy), basename(policy))];
const outcomes = policies.flatMap(({ model, ...known }) =>
  [...answersByOutcome({ model, ...known })].map(([outcome, answers]) => ({ model, outcome, answers })),
);
let count = 0;
for (let round = 1; round === 1 || count < records; round++)
  for (const { model, outcome, answers } of outcomes) {
    if (records > 0 && count === records) break;
    const choose = seeded(count + 1);
    const log = logOf(model, answers, choose, { startedAt, notes: true, changed: count % 2 === 0 ? 5 : 0 });
    const assessment = replay(model, log);
    if (!assessment) throw new Error('an empty log');
    const sealed = must(
      sealRecord(assessment, {
        rendererSha256: rendererSha256(resources),
        app: version,
        partnership: newId(randomnessOf(choose)),
        revision: 1,
        signer: {
          ...person,
          role: 'officer',
          certificateSha256: certificate.sha256,
          authorities: [],
          keyOrigin: 'browser',
          identity: 'self-asserted',
        },
        algorithm: 'ES256',
        signedAt: timeOf(secondsOf(log.at(-1)?.at ?? startedAt) + 60),
        evidence: evidenceOf(model, answers),
      }),
      outcome,
    );
    const files = sealed.files.map(({ file, bytes }) => ({ name: file.name, bytes }));
    const printed = must(renderRecord(sealed, files, resources), outcome);
    const pdf = must(
      await signPlaceholder(subtle, printed, { privateKey: keys.privateKey, chain: [certificate.der] }),
      outcome,
    );
    const name = `${model.policy.id}-${outcome}${round > 1 ? `-${round}` : ''}.pdf`;
    writeFileSync(join(out, name), pdf);
    if (approver) writeFileSync(join(out, 'decisions', name), must(await approver.decide(pdf, count), name));
    if (extracts) {
      const { id, payload } = sealed;
      const record = { id, payload, policy: model.policy, settings: model.settings, earlier: new Map() };
      const extract = must(makeExtract(record, resources), name);
      writeFileSync(join(out, 'extracts', name), extract.pdf);
      writeFileSync(join(out, 'extracts', `${basename(name, '.pdf')}.csv`), extract.csv);
    }
    process.stdout.write(`${name} ${pdf.length} bytes\n`);
    count++;
  }
process.stdout.write(`${count} records and officer.pem in ${out}\n`);
if (approver) process.stdout.write(`a decision on each and approver.pem in ${join(out, 'decisions')}\n`);
if (extracts) process.stdout.write(`the public extract of each in ${join(out, 'extracts')}\n`);
