import { failure, type Failure, type Result } from '../base/result';
import { enclosedNames, familyOf, renderSequel } from '../pdf/render-sequel';
import type { Chain, ProvenSequel } from '../record/chain';
import { parseSequel } from '../record/sequel-parse';
import { sequelLimits } from '../record/sequel-payload';
import { sequelRules } from '../record/sequel-rules';
import { enclosedDocument } from './attachments';
import { decisionLines, numberedDecisions, standingLines } from './decided';
import { sizeLimit } from './form';
import { judgeSigning } from './judge-signing';
import type { Judging, Opened, VerifyOptions } from './judging';
import type { VerdictLine } from './verdict';
import { compareLayout } from './layout';
import { publishedLines } from './published';
import { textFailures } from './text';

/** What the rules made of an enclosed file. */
export interface InnerVerdict {
  /** Where nothing is refused. */
  readonly chain?: Chain | undefined;
  readonly failures: readonly Failure[];
  /** What was decided in it, a line each, the first decision first. */
  readonly decisions: readonly VerdictLine[];
}

/** Where in a chain a document lies: how many enclose it, and how many bytes all that is inside it may hold. */
export interface Depth {
  readonly above: number;
  readonly room: number;
}

export const outermost: Depth = { above: 0, room: sizeLimit };

/** What is proven of a document: itself, and what it encloses, which a receipt of a register does not. */
export interface ProvenDocument {
  readonly sequel: ProvenSequel;
  readonly chain: Chain | undefined;
}

type Encloses =
  | { readonly pdf: Uint8Array<ArrayBuffer>; readonly chain: Chain; readonly decisions: readonly VerdictLine[] }
  | undefined;

/** What a sequel says of itself beside a record in the sentences of its lines. */
const of = { of: 'document' };

/** Rule 6: the enclosed file by all the rules. Undefined where it is refused, and then a line says why. */
const judgeInside = async (
  pdf: Uint8Array<ArrayBuffer>,
  name: string,
  { above, room }: Depth,
  { refuse }: Judging,
  inner: (pdf: Uint8Array<ArrayBuffer>, depth: Depth) => Promise<InnerVerdict>,
): Promise<Encloses> => {
  if (above >= sequelLimits.depth)
    return refuse('inside', [failure('verify.depth', name, { most: sequelLimits.depth })]);
  const { chain, failures, decisions } = await inner(pdf, { above: above + 1, room: room - pdf.length });
  if (!chain) return refuse('inside', [failure('verify.inside', name, { name }), ...failures]);
  return { pdf, chain, decisions };
};

/**
 * A decision or a follow-up by the rules from its data on. The file that it encloses comes first: nothing of the document
 * is rendered before that has passed.
 */
export const judgeSequel = async (
  { places, signature, packed, payload: { bytes, family } }: Opened,
  options: VerifyOptions,
  judging: Judging,
  depth: Depth,
  inner: (pdf: Uint8Array<ArrayBuffer>, depth: Depth) => Promise<InnerVerdict>,
): Promise<ProvenDocument | undefined> => {
  const { resources } = options;
  const { lines, say, refuse, settle, take } = judging;
  const sequel = take('data', parseSequel(bytes));
  if (!sequel) return undefined;
  const { payload, id } = sequel;
  if (familyOf(payload) !== family) return refuse('data', [failure('verify.kind', 'kind')]);
  const unpacked: Result<Uint8Array<ArrayBuffer> | undefined> = enclosedDocument(packed, payload, depth.room);
  if (!unpacked.ok) return refuse('enclosed', unpacked.failures);
  const pdf = unpacked.value;
  say('enclosed', 'good', { ...of, count: pdf ? 1 : 0 });
  say('data', 'good', { ...of, id, kind: payload.kind });

  let inside: Encloses;
  if (pdf && 'encloses' in payload) {
    const name = enclosedNames[payload.encloses.kind];
    inside = await judgeInside(pdf, name, depth, judging, inner);
    if (!inside) return undefined;
    const rules = sequelRules(payload, inside.chain);
    const named = rules.filter(({ code }) => code === 'decision.encloses');
    settle('inside', named, { name });
    if (named.length > 0) return undefined;
    settle('rules', rules);
    if (rules.length > 0) return undefined;
  }

  settle('text', textFailures(payload));
  if (lines.at(-1)?.state !== 'good') return undefined;
  const layout = compareLayout(places, signature.size, renderSequel(sequel, inside, resources));
  settle('layout', layout.ok ? [] : layout.failures);
  await judgeSigning(judging, options, signature, sequel, { params: of });
  const own = decisionLines(
    sequel,
    lines.find(({ id: line }) => line === 'trust'),
  );
  if (inside) lines.push(...publishedLines(inside.chain.record, options.trust));
  lines.push(...numberedDecisions([...(inside?.decisions ?? []), ...own]), ...standingLines(sequel, inside?.chain));
  return { sequel: { payload, id }, chain: inside?.chain };
};
