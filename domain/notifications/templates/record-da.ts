import type { RecordMessage } from '../notification.ts';
import { type RecordWords, recordMail } from './record.ts';
import type { MessageTemplate } from './template.ts';

const WORDS: RecordWords = {
  hello: 'Hej{% if name %} {{ name }}{% endif %}',
  what: 'Hvad',
  when: 'Hvornår',
  modules: 'Moduler',
  teacher: 'Underviser',
  student: 'Elev',
  head: 'Kontrolkode',
  keep: 'Gem denne mail: kontrolkoden viser, hvad lektionsjournalen indeholdt ({{ entries }} poster), da den blev sendt.',
  otherwise: 'Virker knappen ikke, så brug dette link:',
};
const PAGE = 'Gå til din side';
const LINK = 'Linket virker i {{ linkDays }} dage. Du logger ind for at underskrive.';
const SMS_LESSON = '{{ lesson | truncate: 30 }} {{ whenShort }}';
const ON_LESSON = '{{ lesson }} {{ whenShort }}';

export const RECORD_DA: Record<RecordMessage, MessageTemplate> = {
  signature_request: recordMail(WORDS, {
    subject: `Underskriv: ${ON_LESSON}`,
    lead: 'Din underviser har underskrevet for jeres lektion. Se den igennem, og underskriv, hvis den er rigtig.',
    button: 'Se og underskriv',
    after: LINK,
    sms: `{{ school }}: Underskriv ${SMS_LESSON}: {{ link }}`,
  }),
  signature_reminder: recordMail(WORDS, {
    subject: `Husk at underskrive: ${ON_LESSON}`,
    lead: 'Du mangler at underskrive for din lektion. Den tæller først, når I begge har underskrevet.',
    button: 'Se og underskriv',
    after: LINK,
    sms: `{{ school }}: Husk at underskrive ${SMS_LESSON}: {{ link }}`,
  }),
  signature_receipt: recordMail(WORDS, {
    subject: `Underskrevet: ${ON_LESSON}`,
    lead: 'Lektionen er nu underskrevet af både elev og underviser.',
    button: PAGE,
  }),
  correction_raised: recordMail(WORDS, {
    subject: `Forslag til rettelse: ${ON_LESSON}`,
    lead: 'Der er foreslået en rettelse af lektionen. Den gælder først, når du har accepteret den.',
    button: 'Se rettelsen',
  }),
  correction_accepted: recordMail(WORDS, {
    subject: `Rettelse accepteret: ${ON_LESSON}`,
    lead: 'Rettelsen af lektionen er accepteret og gælder nu. Det, der stod før, kan stadig læses.',
    button: PAGE,
  }),
  correction_rejected: recordMail(WORDS, {
    subject: `Rettelse afvist: ${ON_LESSON}`,
    lead: 'Rettelsen af lektionen er afvist. Lektionen står, som den gjorde.',
    button: PAGE,
  }),
  dispute_raised: recordMail(WORDS, {
    subject: `Indsigelse: ${ON_LESSON}`,
    lead: 'Der er gjort indsigelse mod lektionen. Læs den, og svar på den.',
    button: 'Se indsigelsen',
  }),
  dispute_accepted: recordMail(WORDS, {
    subject: `Indsigelse imødekommet: ${ON_LESSON}`,
    lead: 'Indsigelsen mod lektionen er imødekommet.',
    button: PAGE,
  }),
  dispute_rejected: recordMail(WORDS, {
    subject: `Indsigelse afvist: ${ON_LESSON}`,
    lead: 'Indsigelsen mod lektionen er afvist.',
    button: PAGE,
  }),
};
