// How a proof is printed, for people and as JSON.
import type { Claim, Finding } from '../src/policy/proof/claim';
import type { Example } from '../src/policy/proof/example';
import type { NoProof, Proof } from '../src/policy/proof/prove';
import type { Policy } from '../src/policy/schema';
import { claimTitles } from '../src/strings/proof';
import { sentenceOf, withSentence } from './report';

type Say = (text: string) => void;

const verdicts = { holds: 'yes', fails: 'NO', 'not-decided': 'NOT DECIDED' } as const;

const grouped = (number: number | bigint): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

const reportExample = (say: Say, { today, answers, settings, outcome, path }: Example, indent: string): void => {
  say(
    `${indent}On ${today}: ${outcome === undefined ? `stuck at ${path.at(-1) ?? 'the start'}` : `outcome ${outcome}`}`,
  );
  for (const [id, value] of Object.entries(settings)) say(`${indent}  setting ${id}: ${JSON.stringify(value)}`);
  for (const [key, answer] of answers) say(`${indent}  ${key}: ${JSON.stringify(answer)}`);
};

const reportFinding = (say: Say, finding: Finding): void => {
  say(`      ${finding.place}\n        ${sentenceOf(finding)} [${finding.code}]`);
  const [first, second] = finding.examples;
  if (first) reportExample(say, first, '        ');
  if (!first || !second) return;
  // the second differs in little: only that is worth reading
  const before = new Map(first.answers.map(([key, answer]) => [key, JSON.stringify(answer)]));
  const changed = second.answers.filter(([key, answer]) => before.get(key) !== JSON.stringify(answer));
  say('        and the same, but for:');
  reportExample(say, { ...second, settings: {}, answers: changed }, '        ');
};

const reportClaim = (say: Say, { id, verdict, cases, findings }: Claim): void => {
  say(`    ${verdicts[verdict].padEnd(5)} ${claimTitles[id] ?? id} (${grouped(cases)})`);
  for (const one of findings) reportFinding(say, one);
};

/** The figures of a proof in lines of even columns. */
const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
};

const reportFigures = (say: Say, policy: Policy, { paths, limits, outcomes, contradictions }: Proof): void => {
  say(
    `  ${paths.atMost ? 'At most ' : ''}${grouped(paths.paths)} ways through the pages, of ${paths.shortest} to ${paths.longest} pages`,
  );
  if (limits.length > 0) {
    const rows = limits.map(({ id, pages, typed }) => {
      const limit = policy.limits.find((one) => one.id === id);
      return [
        limit?.title.en ?? id,
        String(pages),
        String(limit?.pages ?? '–'),
        String(typed),
        String(limit?.typed ?? '–'),
      ];
    });
    say('  What it can cost an officer');
    for (const line of columns([['', 'pages', 'limit', 'typed', 'limit'], ...rows])) say(`    ${line}`);
  }
  const rows = outcomes.map(({ id, pages, typed, words, mostPages }) =>
    [id, pages, typed, words, mostPages].map(String),
  );
  say('  The shortest way to each outcome');
  for (const line of columns([['', 'pages', 'typed', 'words', 'most pages'], ...rows])) say(`    ${line}`);
  if (contradictions.length > 0) {
    say('  Contradictory answers that officers can give (they are told, and the record says so)');
    for (const { code, params, place } of contradictions)
      say(code === 'proof.not-decided' ? `    not decided (${place})` : `    ${String(params['id'])} (${place})`);
  }
};

/** Prints what was proved of a policy, under some settings or all. */
export const reportProof = (say: Say, policy: Policy, under: string, proof: Proof | NoProof): void => {
  say(`  Proved for ${under === '' ? 'all settings that the policy allows' : `the settings in ${under}`}`);
  if (!('claims' in proof)) {
    say(`    NOT DECIDED: the proof needs more than ${grouped(proof.room)} nodes. Make the policy simpler.`);
    return;
  }
  for (const one of proof.claims) reportClaim(say, one);
  reportFigures(say, policy, proof);
  say(`  ${grouped(proof.nodes)} of ${grouped(proof.room)} nodes`);
};

/** A proof as JSON holds it: claims with their evidence, and the figures. */
export const claimsAsJson = (proof: Proof | NoProof): object => {
  if (!('claims' in proof)) return { claims: [], notDecided: { room: proof.room } };
  const { paths, limits, outcomes, contradictions, nodes, room } = proof;
  return {
    claims: proof.claims.map((one) => ({ ...one, findings: one.findings.map(withSentence) })),
    contradictions: contradictions.map(withSentence),
    paths: { count: String(paths.paths), atMost: paths.atMost, shortest: paths.shortest, longest: paths.longest },
    cost: { limits, outcomes },
    nodes,
    room,
  };
};
