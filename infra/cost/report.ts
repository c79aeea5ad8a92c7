import { PRICE_LIST, SCHOOL } from './assumptions.ts';
import { costOf, peakOf, totalOf, volumeOf } from './model.ts';

export const SIZES = [1, 100, 10_000] as const;

const dollars = (amount: number) =>
  amount < 10 ? amount.toFixed(2) : Math.round(amount).toLocaleString('en-US');
const count = (amount: number) =>
  amount < 10 ? Number(amount.toFixed(1)).toString() : Math.round(amount).toLocaleString('en-US');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** The tables of `infra/COST.md`, between its markers. */
export function report(): string {
  const volumes = SIZES.map(volumeOf);
  const costs = volumes.map(costOf);
  const peaks = volumes.map(peakOf);
  const head = (what: string) => [
    what,
    ...SIZES.map((n) => `${n.toLocaleString('en-US')} ${n === 1 ? 'school' : 'schools'}`),
  ];
  const bill = Object.keys(costs[0] ?? {}).map((what) => [
    what,
    ...costs.map((one) => dollars(one[what] ?? 0)),
  ]);
  const totals = costs.map(totalOf);
  const volumeRows = (
    [
      ['requests', 'requests'],
      ['function invocations', 'invocations'],
      ['write units', 'writeUnits'],
      ['read units', 'readUnits'],
      ['mails', 'mails'],
      ['SMS segments', 'smsSegments'],
      ['active users', 'activeUsers'],
      ['GB in the table', 'storedGb'],
    ] as const
  ).map(([what, key]) => [what, ...volumes.map((one) => count(one[key]))]);
  const peakRows = (
    [
      ['requests a second', 'requests'],
      ['functions at once', 'concurrency'],
      ['write units a second', 'writeUnits'],
      ['mails a second', 'mails'],
      ['SMS segments a second', 'smsSegments'],
      ['sign-ins a second', 'signIns'],
    ] as const
  ).map(([what, key]) => [what, ...peaks.map((one) => count(one[key]))]);
  const { activeStudents, staff, lessons } = SCHOOL;
  return [
    `US dollars a month, price list ${PRICE_LIST}; a school has ${activeStudents} active students, ${staff} staff and ${lessons} lessons.`,
    table(head('paid for'), [
      ...bill,
      ['**total**', ...totals.map((one) => `**${dollars(one)}**`)],
      ['a school', ...totals.map((one, i) => dollars(one / (SIZES[i] ?? 1)))],
      [
        'a school, SMS apart',
        ...totals.map((one, i) =>
          dollars((one - (costs[i]?.['SMS (Twilio)'] ?? 0)) / (SIZES[i] ?? 1)),
        ),
      ],
    ]),
    table(head('in a month'), volumeRows),
    table(head('in the busiest second'), peakRows),
  ].join('\n\n');
}

const [BEGIN, END] = ['<!-- npm run cost -->', '<!-- end -->'];

/** The document with today's tables between its markers. */
export function withReport(document: string): string {
  const [before = '', rest = ''] = document.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return `${before}${BEGIN}\n\n${report()}\n\n${END}${after}`;
}
