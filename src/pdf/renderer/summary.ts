import { writtenDate } from '../../base/calendar';
import { roleName, words as wordsOf } from '../../policy/present';
import { partsOfKey } from '../../policy/answer';
import { validityOn } from '../../policy/validity';
import { ruleThatDecided } from '../../assessment/why';
import type { Block } from '../document';
import { one, pairs, said, type Sheet, shownPairs, textBlocks, worded } from './context';
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
    { label: words.reference, value: payload.reference },
    { label: words.revision, value: String(payload.revision) },
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
    { label: words.signedBy, value: `${payload.signer.name}, ${payload.signer.job}, ${payload.signer.service}` },
  ];
};

/** The conditions as the record states them. */
export const conditions = (sheet: Sheet): readonly Block[] => {
  const { payload, assessment, language } = sheet;
  const { model, walk } = assessment;
  const raised = payload.result.conditions;
  if (raised.length === 0) return [{ kind: 'paragraph', text: words.noConditions }];
  const rows = raised.map((condition) => {
    const rule = model.conditions.get(condition.id);
    const point = model.policy.duePoints.find((candidate) => candidate.id === condition.point);
    const due = point ? said(sheet, point.label) : condition.point;
    return [
      rule ? worded(sheet, rule.text) : condition.id,
      one(roleName(walk, condition.owner, language)),
      condition.date === undefined ? due : `${due} (${writtenDate(condition.date)})`,
    ];
  });
  const unsure = payload.result.unsure.map((key) => {
    const { field, row } = partsOfKey(key);
    const place = model.places.get(field);
    return place ? worded(sheet, place.field.label, row) : key;
  });
  return [
    {
      kind: 'table',
      columns: [
        { heading: words.condition, share: 56 },
        { heading: words.owner, share: 22 },
        { heading: words.due, share: 22 },
      ],
      rows,
    },
    ...(unsure.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: words.findOut } as const,
          { kind: 'list', style: 'bullet', items: unsure } as const,
        ]),
  ];
};

/** The first page: what is recommended and why, when, on which conditions, who decides. */
export const summary = (sheet: Sheet): readonly Block[] => {
  const { payload, assessment, language } = sheet;
  const { model, walk } = assessment;
  const { policy } = model;
  const outcome = model.outcomes.get(payload.result.outcome);
  const because = ruleThatDecided(walk, language);
  const contradictions = policy.contradictions.filter((rule) => payload.result.contradictions.includes(rule.id));
  return [
    { kind: 'heading', level: 1, text: payload.title },
    ...(payload.kind === 'practice'
      ? [{ kind: 'paragraph', text: [{ text: words.practice, bold: true }] } as const]
      : []),
    ...warnings(sheet).map((text): Block => ({ kind: 'paragraph', text, small: true })),
    {
      kind: 'panel',
      title: outcome ? one(wordsOf(walk, outcome.title, language)) : payload.result.outcome,
      lines: [
        ...(outcome ? [worded(sheet, outcome.reason)] : []),
        ...(because === undefined ? [] : [one(because)]),
        words.notApproval,
      ].filter((line) => line !== ''),
    },
    { kind: 'heading', level: 2, text: words.atAGlance },
    ...pairs([...shownPairs(sheet, policy.headlines), ...about(sheet)]),
    { kind: 'heading', level: 2, text: words.conditions },
    ...conditions(sheet),
    ...(contradictions.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: words.contradictions } as const,
          { kind: 'list', style: 'bullet', items: contradictions.map((rule) => said(sheet, rule.text)) } as const,
        ]),
    ...(outcome
      ? [
          { kind: 'heading', level: 2, text: words.next } as const,
          ...textBlocks(sheet, outcome.next, 3),
          ...pairs([
            { label: words.tell, value: worded(sheet, outcome.tell) },
            { label: words.register, value: worded(sheet, outcome.register) },
          ]),
        ]
      : []),
  ];
};

/** The headings under which a committee reads what follows from the answers. */
export const implications = (sheet: Sheet): readonly Block[] => {
  const { policy } = sheet.assessment.model;
  const empty = policy.implications.every(
    (heading) =>
      shownPairs(sheet, heading.show).length === 0 &&
      !sheet.payload.result.conditions.some((condition) => heading.conditions.includes(condition.id)),
  );
  if (empty) return [];
  return [
    { kind: 'heading', level: 2, text: words.implications },
    ...policy.implications.flatMap((heading): readonly Block[] => {
      const raised = sheet.payload.result.conditions.filter((condition) => heading.conditions.includes(condition.id));
      const shown = shownPairs(sheet, heading.show);
      const items = raised.flatMap((condition) => {
        const rule = sheet.assessment.model.conditions.get(condition.id);
        return rule ? [worded(sheet, rule.text)] : [];
      });
      return [
        { kind: 'heading', level: 3, text: said(sheet, heading.title) },
        ...(shown.length === 0 && items.length === 0 ? [{ kind: 'paragraph', text: words.nothing } as const] : []),
        ...pairs(shown),
        ...(items.length === 0 ? [] : [{ kind: 'list', style: 'bullet', items } as const]),
      ];
    }),
  ];
};
