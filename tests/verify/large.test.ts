import { describe, expect, it } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import type { Answer, Key } from '../../src/policy/answer';
import type { Policy } from '../../src/policy/schema';
import { parsePolicy } from '../../src/policy/parse';
import { type Model, modelOf } from '../../src/policy/model';
import { rendererSha256, renderRecord } from '../../src/pdf/render';
import { sealRecord } from '../../src/record/seal';
import { valueOf } from '../signing/material';
import { seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';
import { namedFiles, officer, resources, sign, startedAt, verify } from './made';

const rows = 500;
const known = knownPolicy('decision-trees/partnership', '1.0.0.json');

/** A list of risks that officers make themselves, on the page that asks about those of the policy. */
const ownRisks = {
  id: 'own-risks',
  kind: 'group',
  label: { en: 'Risks of your own' },
  one: { en: 'risk' },
  min: 1,
  max: rows,
  fields: [
    { id: 'own-name', kind: 'text', label: { en: 'What could happen?' }, max: 200 },
    { id: 'own-likelihood', kind: 'scale', label: { en: 'Likelihood' }, levels: 'likelihood' },
    { id: 'own-impact', kind: 'scale', label: { en: 'Impact' }, levels: 'impact' },
    { id: 'own-controls', kind: 'text', label: { en: 'What is done about it' }, max: 300 },
  ],
};

/** As many as a list may hold. */
const listed = 100;

/** The shipped policy with a hundred risks of its own, and a list that takes 500 more. */
const wide = (): Policy => {
  const text = JSON.stringify(known.model.policy, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('id' in value)) return value;
    if (value.id === 'risks' && 'items' in value) {
      const items = value.items as readonly unknown[];
      const more = Array.from({ length: listed - items.length }, (_, index) => ({
        id: `more-${index + 1}`,
        label: { en: `Another risk, number ${index + 1}` },
      }));
      return { ...value, items: [...items, ...more] };
    }
    return value.id === 'r1' && 'fields' in value
      ? { ...value, fields: [...(value.fields as readonly unknown[]), ownRisks] }
      : value;
  });
  return valueOf(parsePolicy(JSON.parse(text)));
};

/** Answers about all of them; those of the policy's list all stand in one cell of its grids. */
const answered = (model: Model): ReadonlyMap<Key, Answer> => {
  const found = known.cases.find(({ answers }) => answers['r1-likelihood/c1'] !== undefined);
  if (!found) throw new Error('no worked case with risks');
  const answers = new Map<Key, Answer>(Object.entries(found.answers));
  for (const key of answers.keys()) if (key.startsWith('card-')) answers.delete(key);
  for (const { id } of model.lists.get('risks')?.items ?? []) {
    for (const key of answers.keys()) if (key.startsWith('r1-') && key.endsWith(`/${id}`)) answers.delete(key);
    answers.set(`r1-applies/${id}`, 'yes').set(`r1-likelihood/${id}`, 1).set(`r1-impact/${id}`, 1);
  }
  const ids = Array.from({ length: rows }, (_, index) => `row-${index + 1}`);
  answers.set('own-risks', ids);
  for (const [index, id] of ids.entries()) {
    answers.set(`own-name/${id}`, `Risk ${index + 1}: a partner leaves, and the council pays`);
    answers.set(`own-likelihood/${id}`, 1 + (index % 5)).set(`own-impact/${id}`, 1 + (index % 4));
    answers.set(`own-controls/${id}`, 'A deputy is named, and the figures are read each month');
  }
  return answers;
};

describe('a record with 500 risks of the officer’s, and 100 of the policy’s in one cell of its grid', () => {
  it(
    'is walked, sealed, printed, signed and verified within the ten seconds that a file is given',
    { timeout: 120_000 },
    async () => {
      const model = modelOf(wide(), known.model.settings);
      const answers = answered(model);
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
      expect(
        Buffer.from(printed.bytes)
          .toString('latin1')
          .match(/\/Type \/Page\b/g)?.length,
      ).toBeGreaterThan(100);
      const before = process.cpuUsage();
      const { accepted, lines } = await verify(pdf, { now: '2026-12-31T00:00:00+00:00' });
      const { user, system } = process.cpuUsage(before);
      expect(lines.flatMap(({ failures }) => failures ?? [])).toEqual([]);
      expect(accepted).toBe(true);
      expect((user + system) / 1e6).toBeLessThan(10); // the processor’s seconds: other programs do not lengthen them much
    },
  );
});
