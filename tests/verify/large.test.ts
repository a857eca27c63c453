import { describe, expect, it } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import type { Answer, Key } from '../../src/policy/answer';
import type { Policy } from '../../src/policy/schema';
import { parsePolicy } from '../../src/policy/parse';
import { modelOf } from '../../src/policy/model';
import { rendererSha256, renderRecord } from '../../src/pdf/render';
import { sealRecord } from '../../src/record/seal';
import { valueOf } from '../signing/material';
import { seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';
import { namedFiles, officer, resources, sign, startedAt, verify } from './made';

const rows = 500;
const known = knownPolicy('decision-trees/partnership', '1.0.0.json');

/** The shipped policy, whose list of partners takes 500 rows. */
const wide = (): Policy => {
  const policy = structuredClone(known.model.policy);
  const text = JSON.stringify(policy, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'id' in value && value.id === 'a5-partners'
      ? { ...value, max: rows }
      : value,
  );
  return valueOf(parsePolicy(JSON.parse(text)));
};

describe('a record with 500 rows', () => {
  it(
    'is walked, sealed, printed, signed and verified within the ten seconds that a file is given',
    { timeout: 120_000 },
    async () => {
      const model = modelOf(wide(), known.model.settings);
      const found = known.cases.find(({ answers }) => Array.isArray(answers['a5-partners']));
      if (!found) throw new Error('no worked case with partners');
      const answers = new Map<Key, Answer>(Object.entries(found.answers));
      const [first] = answers.get('a5-partners') as readonly string[];
      const own = [...answers].filter(([key]) => key.startsWith('a5-partner-') && key.endsWith(`/${first}`));
      const ids = Array.from({ length: rows }, (_, index) => `row-${index + 1}`);
      for (const key of answers.keys()) if (key.startsWith('a5-partner-')) answers.delete(key);
      answers.set('a5-partners', ids);
      for (const id of ids)
        for (const [key, value] of own)
          answers.set(
            key.replace(/\/.*/, `/${id}`),
            typeof value === 'string' && key.includes('name') ? `Partner ${id}` : value,
          );
      const log = logOf(model, answers, seeded(1), { startedAt });
      const assessment = replay(model, log);
      if (!assessment) throw new Error('no assessment');
      const { certificate } = officer;
      const sealed = valueOf(
        sealRecord(assessment, {
          rendererSha256: rendererSha256(resources),
          app: '0.1.0',
          partnership: '7'.repeat(26),
          revision: 1,
          signer: {
            name: certificate.commonName,
            job: 'Partnerships officer',
            service: 'Communities',
            role: 'officer',
            certificateSha256: certificate.sha256,
            authorities: [],
            keyOrigin: 'browser',
            identity: 'self-asserted',
          },
          algorithm: 'ES256',
          signedAt: log.at(-1)?.at ?? startedAt,
          evidence: [],
        }),
      );
      const printed = valueOf(renderRecord(sealed, namedFiles(sealed), resources));
      const pdf = await sign(printed);
      const before = process.cpuUsage();
      const { accepted, lines } = await verify(pdf, { now: '2026-12-31T00:00:00+00:00' });
      const { user, system } = process.cpuUsage(before);
      expect(lines.flatMap(({ failures }) => failures ?? [])).toEqual([]);
      expect(accepted).toBe(true);
      expect((user + system) / 1e6).toBeLessThan(10); // the processor’s seconds: other programs do not lengthen them much
    },
  );
});
