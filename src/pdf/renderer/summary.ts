import { writtenDate } from '../../base/calendar';
import { present, roleName } from '../../policy/present';
import type { Policy } from '../../policy/schema';
import { validityOn } from '../../policy/validity';
import { tellBy } from '../../assessment/dates';
import { reasonsFor } from '../../assessment/why';
import type { Block, Text } from '../document';
import { conditions, numbered } from './conditions';
import { one, pairs, said, type Sheet, shownPairs, textBlocks, worded } from './context';
import { why } from './why';
import { words } from './words';

/** What must be said first, after practice: an invented council, an old policy. */
const warnings = (sheet: Sheet): readonly string[] => {
  const { payload, assessment } = sheet;
  const { policy, settings } = assessment.model;
  const { validFrom, validTo } = policy.about;
  const validity = validityOn(policy.about, payload.time.signedAt.slice(0, 10));
  return [
    ...(settings.example ? [words.example] : []),
    ...(validity === 'early' ? [words.early(writtenDate(validFrom))] : []),
    ...(validity === 'late' && validTo !== undefined ? [words.late(writtenDate(validTo))] : []),
    words.preRelease,
  ];
};

const about = (sheet: Sheet): readonly { readonly label: string; readonly value: string }[] => {
  const { payload, assessment } = sheet;
  const { policy, settings } = assessment.model;
  const { about: adoption } = policy;
  const adopted = words.adopted(
    adoption.adoptedBy ? said(sheet, adoption.adoptedBy) : '',
    adoption.adoptedOn === undefined ? '' : writtenDate(adoption.adoptedOn),
    adoption.minute ? said(sheet, adoption.minute) : '',
  );
  return [
    { label: words.reference, value: words.revisionOf(payload.reference, payload.revision) },
    ...(payload.replaces === undefined ? [] : [{ label: words.replaces, value: payload.replaces }]),
    { label: words.council, value: one(settings.app.council) },
    { label: words.policy, value: words.version(said(sheet, policy.title), payload.policy.version) },
    ...(adopted === '' ? [] : [{ label: words.policy, value: adopted }]),
    {
      label: words.validity,
      value: words.from(
        writtenDate(adoption.validFrom),
        adoption.validTo === undefined ? undefined : writtenDate(adoption.validTo),
      ),
    },
    ...(adoption.equality
      ? [
          {
            label: words.equality,
            value: words.assessed(
              said(sheet, adoption.equality.text),
              adoption.equality.on === undefined ? '' : writtenDate(adoption.equality.on),
            ),
          },
        ]
      : []),
  ];
};

/** The recommendation and its timing, before anything else. */
const recommendation = (sheet: Sheet): Block => {
  const { payload, assessment } = sheet;
  const outcome = assessment.model.outcomes.get(payload.result.outcome);
  const reason = outcome ? worded(sheet, outcome.reason) : '';
  const lead = shownPairs(
    sheet,
    assessment.model.policy.headlines.filter((line) => line.lead),
  );
  const raised = numbered(sheet).length;
  return {
    kind: 'panel',
    title: outcome ? worded(sheet, outcome.title) : payload.result.outcome,
    lines: [
      ...(reason === '' ? [] : [reason]),
      ...lead.map(({ label, value }): Text => [{ text: `${label}: `, bold: true }, { text: value }]),
      ...(raised === 0 ? [] : [words.conditionsCount(raised)]),
      words.notApproval,
    ],
  };
};

/** Answers that cannot both be true. */
const contradictions = (sheet: Sheet): readonly Block[] => {
  const found = sheet.assessment.model.policy.contradictions.filter(({ id }) =>
    sheet.payload.result.contradictions.includes(id),
  );
  return found.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: words.contradictions },
        { kind: 'list', style: 'bullet', items: found.map(({ text }) => worded(sheet, text)) },
      ];
};

/** Who decides, where anybody has to, and why they. */
const decides = (sheet: Sheet): readonly Block[] => {
  const { walk, model } = sheet.assessment;
  const { approver, separation } = model.policy.approval;
  const [name] = present(walk, approver, sheet.language);
  if (name === undefined) return [];
  const reasons = reasonsFor(walk, approver, sheet.language);
  const who = `${one(roleName(walk, name, sheet.language))}.`;
  return [
    { kind: 'heading', level: 2, text: words.decides },
    { kind: 'paragraph', text: [{ text: who, bold: true }, ...(separation ? [{ text: ` ${words.separation}` }] : [])] },
    ...(reasons.length === 0 ? [] : [{ kind: 'paragraph', text: words.because(one(reasons.join(' '))) } as const]),
  ];
};

const next = (sheet: Sheet): readonly Block[] => {
  const outcome = sheet.assessment.model.outcomes.get(sheet.payload.result.outcome);
  const day = tellBy(sheet.assessment.walk);
  return outcome === undefined
    ? []
    : [
        { kind: 'heading', level: 2, text: words.next },
        ...textBlocks(sheet, outcome.next, 3),
        ...pairs([
          { label: words.tell, value: worded(sheet, outcome.tell) },
          ...(day === undefined ? [] : [{ label: words.by, value: writtenDate(day) }]),
          { label: words.register, value: worded(sheet, outcome.register) },
        ]),
      ];
};

/** The first pages: what is recommended for what, who decides, what is next, and why. */
export const summary = (sheet: Sheet): readonly Block[] => {
  const { payload, assessment } = sheet;
  const { headlines, approval } = assessment.model.policy;
  const approver = JSON.stringify(approval.approver);
  const isRest = (line: Policy['headlines'][number]): boolean => !line.lead && JSON.stringify(line.from) !== approver;
  const glance = shownPairs(sheet, headlines.filter(isRest));
  const { name, job, service } = payload.signer;
  return [
    { kind: 'heading', level: 1, text: payload.title },
    ...(payload.kind === 'practice'
      ? [{ kind: 'paragraph', text: [{ text: words.practice, bold: true }] } as const]
      : []),
    {
      kind: 'paragraph',
      text: words.signedRecord(
        payload.reference,
        `${name}, ${job}, ${service}`,
        writtenDate(payload.time.signedAt.slice(0, 10)),
      ),
    },
    ...warnings(sheet).map((text): Block => ({ kind: 'paragraph', text, small: true })),
    recommendation(sheet),
    ...contradictions(sheet),
    ...decides(sheet),
    ...(glance.length === 0 ? [] : [{ kind: 'heading', level: 2, text: words.atAGlance } as const]),
    ...pairs(glance),
    ...next(sheet),
    ...conditions(sheet),
    { kind: 'contents', title: words.contents },
    ...why(sheet),
    { kind: 'heading', level: 2, text: words.thisRecord },
    ...pairs(about(sheet)),
  ];
};
