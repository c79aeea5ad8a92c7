import type { RecordMessage } from '../notification.ts';
import { type RecordWords, recordMail } from './record.ts';
import type { MessageTemplate } from './template.ts';

const WORDS: RecordWords = {
  hello: 'Hello{% if name %} {{ name }}{% endif %}',
  what: 'What',
  when: 'When',
  modules: 'Modules',
  teacher: 'Teacher',
  student: 'Student',
  head: 'Control code',
  keep: 'Keep this mail: the control code shows what the lesson record held ({{ entries }} entries) when it was sent.',
  otherwise: 'If the button does not work, use this link:',
};
const PAGE = 'Go to your page';
const LINK = 'The link works for {{ linkDays }} days. You sign in to sign the lesson.';
const SMS_LESSON = '{{ lesson | truncate: 30 }} {{ whenShort }}';
const ON_LESSON = '{{ lesson }} {{ whenShort }}';

export const RECORD_EN: Record<RecordMessage, MessageTemplate> = {
  signature_request: recordMail(WORDS, {
    subject: `Please sign: ${ON_LESSON}`,
    lead: 'Your teacher has signed for your lesson. Look it through, and sign it if it is right.',
    button: 'See and sign',
    after: LINK,
    sms: `{{ school }}: Please sign ${SMS_LESSON}: {{ link }}`,
  }),
  signature_reminder: recordMail(WORDS, {
    subject: `Remember to sign: ${ON_LESSON}`,
    lead: 'Your signature for your lesson is missing. The lesson counts once both of you have signed.',
    button: 'See and sign',
    after: LINK,
    sms: `{{ school }}: Remember to sign ${SMS_LESSON}: {{ link }}`,
  }),
  signature_receipt: recordMail(WORDS, {
    subject: `Signed: ${ON_LESSON}`,
    lead: 'The lesson has now been signed by both student and teacher.',
    button: PAGE,
  }),
  correction_raised: recordMail(WORDS, {
    subject: `Proposed correction: ${ON_LESSON}`,
    lead: 'A correction of the lesson has been proposed. It is in force only once you accept it.',
    button: 'See the correction',
  }),
  correction_accepted: recordMail(WORDS, {
    subject: `Correction accepted: ${ON_LESSON}`,
    lead: 'The correction of the lesson was accepted and is in force now. What stood there before can still be read.',
    button: PAGE,
  }),
  correction_rejected: recordMail(WORDS, {
    subject: `Correction rejected: ${ON_LESSON}`,
    lead: 'The correction of the lesson was rejected. The lesson stands as it did.',
    button: PAGE,
  }),
  dispute_raised: recordMail(WORDS, {
    subject: `Objection: ${ON_LESSON}`,
    lead: 'An objection to the lesson has been raised. Please read it and answer it.',
    button: 'See the objection',
  }),
  dispute_accepted: recordMail(WORDS, {
    subject: `Objection accepted: ${ON_LESSON}`,
    lead: 'The objection to the lesson was accepted.',
    button: PAGE,
  }),
  dispute_rejected: recordMail(WORDS, {
    subject: `Objection rejected: ${ON_LESSON}`,
    lead: 'The objection to the lesson was rejected.',
    button: PAGE,
  }),
};
