/**
 * The default lesson plan of Denmark for category B (passenger car), as data. A plan's version never
 * changes: a new law is a new version, and a student stays on the one they started.
 *
 * Numbers of the order on driver training (bekendtgørelse om kørekort, the curriculum for category B):
 */
export const CATEGORY_B = {
  templateId: 'dk-category-b',
  version: 1,
  country: 'DK',
  category: 'B',
  /** one lesson is 45 minutes */
  lessonMinutes: 45,
  minimums: {
    /** theory lessons */
    theory: 29,
    /** practical lessons, 24 in all: closed manoeuvring course, road, skid facility */
    manoeuvring: 4,
    road: 16,
    skid: 4,
    /** of the road lessons, this many in the dark */
    dark: 1,
    /** distinct days on which teaching took place */
    teachingDays: 14,
  },
} as const;
