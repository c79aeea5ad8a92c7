import type { NotificationKind } from '../notification.ts';
import { BOOKING_DA } from './booking-da.ts';
import { button, heading, paragraph } from './layout.ts';
import { MONEY_DA } from './money-da.ts';
import { RECORD_DA } from './record-da.ts';
import { STAFF_DA } from './staff-da.ts';
import type { MessageTemplate } from './template.ts';

const HELLO = 'Hej{% if name %} {{ name }}{% endif %}';
const OTHERWISE = 'Virker knappen ikke, så brug dette link:';

/** A message whose point is one button. `after` says what to do when it was not meant for the reader. */
function action(subject: string, lead: string, label: string, after: string): MessageTemplate {
  return {
    subject,
    html: [heading(HELLO), paragraph(lead), button(label, OTHERWISE), paragraph(after)].join('\n'),
    text: `${HELLO}\n\n${lead}\n\n${label}:\n{{ link }}\n\n${after}\n\n{{ school }}\n`,
  };
}

const WEEK = 'Linket virker i {{ linkDays }} dage.';
const NOT_YOU = 'Har du ikke bedt om det, skal du ikke gøre noget.';

export const DA: Record<NotificationKind, MessageTemplate> = {
  welcome: action(
    'Velkommen til {{ school }}',
    'Du er ved at blive elev hos {{ school }}. Vælg en adgangskode, så er du i gang.',
    'Vælg adgangskode',
    `${WEEK} Er det ikke dig, der er tilmeldt, skal du ikke gøre noget.`,
  ),
  confirm_enrolment: action(
    'Bekræft din tilmelding hos {{ school }}',
    'Din e-mailadresse er brugt til en tilmelding hos {{ school }}. Bekræft, at det er dig. Du logger ind med den adgangskode, du allerede har.',
    'Bekræft tilmelding',
    `${WEEK} ${NOT_YOU}`,
  ),
  enrolled: action(
    'Du er tilmeldt hos {{ school }}',
    '{{ school }} har tilmeldt dig som elev. Du logger ind med den adgangskode, du allerede har.',
    'Gå til din side',
    'Er det en fejl, så skriv til køreskolen ved at svare på denne mail.',
  ),
  already_registered: action(
    'Du er allerede tilmeldt hos {{ school }}',
    'Nogen har brugt din e-mailadresse til en ny tilmelding hos {{ school }}. Du er allerede elev her, så der er intet ændret.',
    'Gå til din side',
    NOT_YOU,
  ),
  invitation: action(
    'Du er inviteret til {{ school }}',
    '{{ school }} har inviteret dig til at arbejde i Just Driving. Vælg en adgangskode for at komme i gang.',
    'Tag imod invitationen',
    `${WEEK} Kender du ikke køreskolen, skal du ikke gøre noget.`,
  ),
  confirm_staff: action(
    'Bekræft din adgang til {{ school }}',
    '{{ school }} har givet dig adgang som medarbejder. Bekræft, at det er dig. Du logger ind med den adgangskode, du allerede har.',
    'Bekræft adgang',
    `${WEEK} Kender du ikke køreskolen, skal du ikke gøre noget.`,
  ),
  password_reset: action(
    'Vælg en ny adgangskode',
    'Der er bedt om en ny adgangskode til din konto.',
    'Vælg ny adgangskode',
    `Linket virker i {% if linkHours == 1 %}en time{% else %}{{ linkHours }} timer{% endif %}. ${NOT_YOU} Din nuværende adgangskode virker stadig.`,
  ),
  password_changed: {
    subject: 'Din adgangskode er ændret',
    html: [
      heading(HELLO),
      paragraph('Adgangskoden til din konto er netop blevet ændret.'),
      paragraph(
        'Var det ikke dig, så vælg straks en ny på login-siden og giv din køreskole besked.',
      ),
    ].join('\n'),
    text: `${HELLO}\n\nAdgangskoden til din konto er netop blevet ændret.\n\nVar det ikke dig, så vælg straks en ny på login-siden og giv din køreskole besked.\n\n{{ school }}\n`,
    sms: '{{ school }}: Din adgangskode er ændret. Var det ikke dig, så vælg straks en ny.',
  },
  ...MONEY_DA,
  webhook_disabled: action(
    'Et webhook hos {{ school }} er slået fra',
    'Et af de systemer, som {{ school }} sender hændelser til, har ikke kunnet modtage dem. Det er slået fra, så intet mere sendes dertil, før det slås til igen. Hændelser fra de sidste 30 dage kan sendes igen.',
    'Se dine webhooks',
    'Du får denne mail, fordi du er administrator hos {{ school }}.',
  ),
  ...BOOKING_DA,
  ...RECORD_DA,
  pause_warning: {
    ...action(
      'Book en tid senest {{ resumeBy }}',
      'Du har ikke haft undervisning siden {{ lastTaughtOn }}. Din undervisning skal genoptages senest {{ resumeBy }}; går der længere tid, kan det, du har nået, ikke længere tælle med.',
      'Gå til din side',
      'Har du haft undervisning et andet sted, så sig det til køreskolen.',
    ),
    sms: '{{ school }}: Du har ikke haft undervisning siden {{ lastTaughtOn }}. Den skal genoptages senest {{ resumeBy }}.',
  },
  ...STAFF_DA,
};
