import { readSettings } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Language } from '../schools/school.ts';
import type { Context } from '../store/context.ts';
import { messageData } from './message-data.ts';
import type { NotificationKind } from './notification.ts';
import { sampleFacts } from './sample-facts.ts';

/** What a template is checked against and shown with. */
export type TemplateFrame = {
  key: NotificationKind;
  language: Language;
  schoolName: string;
  portalUrl: string;
  /** SMS that the school pays for at most */
  smsSegmentsMax: number;
};

/** Which message of which school. */
export type TemplateOf = {
  school: SchoolRow;
  portalUrl: string;
  key: NotificationKind;
  language: Language;
};

export async function frameOf(
  { store }: Context,
  { school, portalUrl, key, language }: TemplateOf,
): Promise<TemplateFrame> {
  const { smsSegmentsMax } = (await readSettings(store, school.schoolId)).settings.messages;
  return { key, language, schoolName: school.name, portalUrl, smsSegmentsMax };
}

/** The variables that texts of a kind may use. */
export function variablesOf(frame: Omit<TemplateFrame, 'smsSegmentsMax'>): string[] {
  return Object.keys(messageData(frame.key, sampleFacts(frame.key, frame)));
}
