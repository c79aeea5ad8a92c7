import type { Id } from '../../shared/ids.ts';
import type { PlanContent } from '../plan.ts';
import type { PlanTemplate } from './template.ts';

/**
 * The default lesson plan of Denmark for category B (passenger car), as data. A template never
 * changes: a new law is a new version of it, and a student stays on the one they started.
 *
 * Sources: the Danish order on driving licences (kørekortbekendtgørelsen) with its annexes on the use
 * of curricula and on pauses, and the curriculum for category B (undervisningsplan for køreuddannelsen
 * til kategori B), whose sections 1 to 9 are taught in order.
 */
const id = (text: string) => text as Id<'mod'>;
const CAR = id('mod_32dam73zgbdm10d7jmy2n7qyb0');
const COURSE = id('mod_1p63aq36sbzsxhsrdtmybdaq5s');
const HANDLING = id('mod_5gngdy80h3qzdsev1tfpwjr404');
const PEOPLE = id('mod_0r7fgmrkg6zm36e3jqwwfssf1d');
const ROADS = id('mod_3sp0yttrjrvmx2433bkacqhzpn');
const RULES = id('mod_3y3jwb7144zjzs66rsk8ea27km');
const DRIVING = id('mod_3gb8sydfvt9ct65xtd5sjw7bva');
const FIRST_ROAD = id('mod_27dt2djmwnk6e1dgsm983m3371');
const JUNCTIONS = id('mod_4js1nyajddfe35jxdyxs13desr');
const OVERTAKING = id('mod_648mt2xg9kx6ekm5jj4pe22cwa');
const MOTORWAY = id('mod_3zy5cx8fwjq4wfd9vfhk3ze3j2');
const ON_ONES_OWN = id('mod_54hpbnya804vkmnyemtn30b8d7');
const DARK = id('mod_360h7nedjfshkxffdx43wb6jgc');
const RISKS = id('mod_51p3rbzsac6ag9grs30qncrzas');
const SKID_THEORY = id('mod_1c0z0g84e8156nzph8mkbad11b');
const SKID = id('mod_5cxvk90vvj8pzhfh5kgdqq02e4');

/** [id, section, kind, title, required, prerequisites]; practice follows the theory it rests on. */
type Line = [
  Id<'mod'>,
  number,
  PlanContent['modules'][number]['kind'],
  string,
  number,
  Id<'mod'>[],
];
const LINES: readonly Line[] = [
  [CAR, 1, 'theory', 'Bilens indretning, udstyr, betjening og dokumenter', 1, []],
  // The closed course comes before any road (curriculum, section 2).
  [COURSE, 2, 'manoeuvring', 'Manøvrer på lukket øvelsesplads', 1, [CAR]],
  [HANDLING, 3, 'theory', 'Køretøjers manøvreegenskaber', 1, []],
  [PEOPLE, 4, 'theory', 'Trafikantadfærd', 1, []],
  [ROADS, 5, 'theory', 'Vejforhold', 1, []],
  [RULES, 6, 'theory', 'Grundregler for bilkørsel', 1, []],
  [DRIVING, 7, 'theory', 'Manøvrer på vej', 1, []],
  [FIRST_ROAD, 7, 'road', 'Igangsætning, standsning og placering på vejen', 1, [COURSE, RULES]],
  [JUNCTIONS, 7, 'road', 'Kryds, svingning og vognbaneskift', 2, [FIRST_ROAD]],
  [OVERTAKING, 7, 'road', 'Overhaling, vending og baglænskørsel', 1, [FIRST_ROAD]],
  [MOTORWAY, 7, 'road', 'Kørsel på landevej og motorvej', 1, [FIRST_ROAD]],
  [ON_ONES_OWN, 7, 'road', 'Sammensat kørsel på egen hånd', 2, [JUNCTIONS]],
  // Section 7.19.
  [DARK, 7, 'road', 'Kørsel i mørke og lygtetændingstiden', 1, [FIRST_ROAD]],
  [RISKS, 8, 'theory', 'Særlige risikoforhold i trafikken', 1, []],
  [SKID_THEORY, 9, 'theory', 'Forberedelse til køreteknisk anlæg', 1, []],
  // The skid facility is for who has learnt to drive on roads (curriculum, section 9).
  [SKID, 9, 'skid', 'Manøvrer på køreteknisk anlæg', 1, [FIRST_ROAD, RISKS]],
];

const CONTENT: PlanContent = {
  // Curriculum: one lesson is 45 minutes.
  lessonMinutes: 45,
  // Curriculum, table of contents: its chapters 1 to 9.
  sections: [
    { order: 1, title: 'Bilens indretning, udstyr, betjening og dokumenter' },
    { order: 2, title: 'Manøvrer på lukket øvelsesplads' },
    { order: 3, title: 'Køretøjers manøvreegenskaber' },
    { order: 4, title: 'Trafikantadfærd' },
    { order: 5, title: 'Vejforhold' },
    { order: 6, title: 'Grundregler for bilkørsel' },
    { order: 7, title: 'Manøvrer på vej' },
    { order: 8, title: 'Særlige risikoforhold i trafikken' },
    { order: 9, title: 'Manøvrer på køreteknisk anlæg' },
  ],
  modules: LINES.map(([moduleId, section, kind, title, required, prerequisites], i) => ({
    ...{ id: moduleId, title, section, kind, minutes: 45, order: i + 1, required, prerequisites },
    dark: moduleId === DARK,
  })),
  minimums: {
    // Order on driving licences, annex on curricula: at least 29 lessons of theory ...
    theory: 29,
    // ... and 24 of practice: 4 on a closed course,
    manoeuvring: 4,
    // 16 on roads,
    road: 16,
    // of which 1 in the dark (curriculum 7.19),
    dark: 1,
    // and 4 on a skid facility,
    skid: 4,
    // over at least 14 days of teaching.
    teachingDays: 14,
  },
  // Order on driving licences, annex on pauses: teaching resumes within three months. The days of the
  // warnings before that are no law: a school's settings say them.
  pause: { months: 3, warnDays: null },
};

export const DK_CATEGORY_B: PlanTemplate = {
  id: 'dk-category-b',
  version: 1,
  name: 'Kategori B',
  country: 'DK',
  category: 'B',
  content: CONTENT,
};
