import { button, heading, paragraph } from './layout.ts';
import { PARAGRAPHS_HTML, PARAGRAPHS_TEXT } from './staff.ts';
import type { MessageTemplate } from './template.ts';

const HELLO = 'Hej{% if name %} {{ name }}{% endif %}';
const BROKEN =
  'Jeres egen tekst til beskeden {{ key }} ({{ language }}) virker ikke mere: delen {{ part }} kan ikke vises. Indtil den er rettet, sendes vores standardtekst i stedet. Ingen besked er gået tabt.';

export const STAFF_DA: Record<'staff_message' | 'template_broken', MessageTemplate> = {
  staff_message: {
    subject: "{% if subject == '' %}Besked fra {{ school }}{% else %}{{ subject }}{% endif %}",
    html: [heading(HELLO), PARAGRAPHS_HTML].join('\n'),
    text: `${HELLO}\n\n${PARAGRAPHS_TEXT}\n\n{{ school }}\n`,
    sms: '{{ school }}: {{ body }}',
  },
  template_broken: {
    subject: 'Jeres tekst til {{ key }} virker ikke',
    html: [
      heading(HELLO),
      paragraph(BROKEN),
      button('Ret teksten', 'Virker knappen ikke, så brug dette link:'),
    ].join('\n'),
    text: `${HELLO}\n\n${BROKEN}\n\nRet teksten:\n{{ link }}\n\n{{ school }}\n`,
  },
};
