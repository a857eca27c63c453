import { describe, expect, test } from 'vitest';
import type { Key, Answer } from '../../../src/policy/answer';
import type { Model } from '../../../src/policy/model';
import { parsePolicy } from '../../../src/policy/parse';
import type { Finding } from '../../../src/policy/proof/claim';
import { type Proof, prove } from '../../../src/policy/proof/prove';
import { walk } from '../../../src/policy/walk';
import { type Choose, seeded } from '../../support/answers';
import { knownPolicy, readJson } from '../../support/policies';
import { modelOf } from '../../../src/policy/model';
import { generic } from './brute';
import { editOf, edits } from './edits';
import { faultsOf, goOn, lighterIn, type Sample, sampleOf } from './sample';

/** Eight edits of each kind. `npm run test:edits` tries them all; `npm test` a few of them, spread over all. */
const all = 8 * Object.keys(edits).length;
const count = process.env.npm_lifecycle_event === 'test:edits' ? all : 10;
const numbers = Array.from({ length: count }, (_, index) => Math.floor((index * all) / count));
/** Where each edit is made is drawn from this and the edit's number. */
const seed = 20_261_122;

const shipped = knownPolicy('decision-trees/partnership', '1.0.0.json');
const { model } = shipped;
const raw = readJson('decision-trees/partnership/1.0.0.json');
const today = '2026-11-22';

/** Answers to the shipped policy: those of its worked cases, which come to every outcome, and as many ways to leave them. */
const poolOf = (size: number, choose: Choose): readonly ReadonlyMap<Key, Answer>[] => {
  const pool = shipped.cases.map(({ answers }) => new Map<Key, Answer>(Object.entries(answers)));
  while (pool.length < size) {
    const before = pool[choose(shipped.cases.length)] ?? new Map<Key, Answer>();
    const cut = new Map([...before].slice(0, choose(before.size + 1)));
    const ended = goOn(model, cut, today, choose, choose(2) * 100);
    if ('answers' in ended) pool.push(new Map(ended.answers));
  }
  return pool;
};

/** What a finding says, in the words of a sample; nothing for what only a proof can say. */
const told = ({ code, place, params }: Finding): string | undefined => {
  switch (code) {
    case 'proof.no-way-on':
      return `stuck ${params['id']}`;
    case 'proof.missing-in-register':
      return `missing ${params['id']}`;
    case 'proof.asked-twice':
      return `twice ${/\d+/.exec(place)?.[0]}`;
    case 'proof.too-many-pages':
      return `pages ${params['id']}`;
    case 'proof.too-many-typed':
      return `typed ${params['id']}`;
    case 'proof.unsure-lightens':
      return `unsure ${generic(String(params['id']))} ${params['what']}`;
    case 'lint.contradiction':
      return `contradiction ${params['id']}`;
    default:
      return undefined;
  }
};

/** What a finding says is never met, in the words of a sample. */
const neverSeen = ({ code, params }: Finding): string | undefined => {
  if (code === 'proof.page-not-reached') return `page ${params['id']}`;
  if (code === 'proof.field-not-asked') return `field ${params['id']}`;
  return code === 'proof.outcome-not-reached' ? `outcome ${params['id']}` : undefined;
};

/** Whether the examples of a finding, walked for real, show what it says. */
const isShown = (under: Model, one: Finding): boolean => {
  const fault = told(one) ?? '';
  const walks = one.examples.map(({ answers, today: day }) => walk(under, new Map(answers), day));
  const [first, second] = walks;
  if (!first) return true;
  if (one.code === 'proof.no-way-on') return first.outcome === undefined;
  return one.code === 'proof.unsure-lightens'
    ? second !== undefined && lighterIn(first, second).includes(fault)
    : faultsOf(first).includes(fault);
};

const findingsOf = (proof: Proof): readonly Finding[] => [
  ...proof.claims.flatMap(({ findings }) => findings),
  ...proof.contradictions,
];

/** Where a sample and a proof do not go together. */
const missed = (under: Model, proof: Proof, { faults, seen }: Sample) => {
  const findings = findingsOf(proof);
  const said = new Set(findings.map((one) => told(one)));
  const open = findings.filter(({ code }) => code === 'proof.not-decided');
  const isOpen = (fault: string): boolean => {
    const claims: Record<string, string> = {
      stuck: 'every-passage-ends',
      missing: 'register-is-filled',
      twice: 'nothing-is-asked-twice',
      pages: 'limits-are-kept',
      typed: 'limits-are-kept',
      unsure: 'unsure-never-lightens',
    };
    return open.some(({ params }) => params['claim'] === claims[fault.split(' ')[0] ?? '']);
  };
  return {
    unsaid: [...faults].filter((fault) => !said.has(fault) && !isOpen(fault)),
    unshown: findings.filter((one) => !isShown(under, one)).map((one) => told(one)),
    wrong: findings.map(neverSeen).filter((one) => one !== undefined && seen.has(one)),
    notDecided: open.map(({ place }) => place),
  };
};

const pool = poolOf(100, seeded(seed));

test('without an edit nothing is at fault', { timeout: 60_000 }, () => {
  const sample = sampleOf(model, pool, today, seeded(seed));
  const faults = [...sample.faults].filter((fault) => !fault.startsWith('contradiction'));
  expect(faults).toEqual([]);
  expect(new Set([...model.outcomes.keys()].filter((id) => !sample.seen.has(`outcome ${id}`)))).toEqual(new Set());
});

describe(`of edits drawn from the seed ${seed}, each fault that is met is told`, () => {
  test.each(numbers)('edit %i', { timeout: 240_000 }, (number) => {
    const { kind, what, policy } = editOf(raw, number, seeded(seed + number));
    const parsed = parsePolicy(policy);
    const report = (line: object): void => {
      process.stdout.write(`edit ${JSON.stringify({ number, kind, what, ...line })}\n`);
    };
    if (!parsed.ok) return report({ refused: parsed.failures[0]?.code });
    const spoilt = modelOf(parsed.value, model.settings);
    const sample = sampleOf(spoilt, pool, today, seeded(seed + number));
    const proof = prove(spoilt, false);
    if (!('claims' in proof)) return report({ room: proof.room, met: [...sample.faults] });
    const found = missed(spoilt, proof, sample);
    report({
      met: [...sample.faults].filter((one) => !one.startsWith('contradiction')),
      codes: [...new Set(findingsOf(proof).map(({ code }) => code))],
      ...found,
    });
    expect(found).toMatchObject({ unsaid: [], unshown: [], wrong: [] });
  });
});
