import { button, heading, paragraph } from './layout.ts';
import { PARAGRAPHS_HTML, PARAGRAPHS_TEXT } from './staff.ts';
import type { MessageTemplate } from './template.ts';

const HELLO = 'Hello{% if name %} {{ name }}{% endif %}';
const BROKEN =
  'Your own text for the message {{ key }} ({{ language }}) no longer works: the part {{ part }} cannot be shown. Until it is put right our standard text goes out instead. No message was lost.';

export const STAFF_EN: Record<'staff_message' | 'template_broken', MessageTemplate> = {
  staff_message: {
    subject: "{% if subject == '' %}Message from {{ school }}{% else %}{{ subject }}{% endif %}",
    html: [heading(HELLO), PARAGRAPHS_HTML].join('\n'),
    text: `${HELLO}\n\n${PARAGRAPHS_TEXT}\n\n{{ school }}\n`,
    sms: '{{ school }}: {{ body }}',
  },
  template_broken: {
    subject: 'Your text for {{ key }} does not work',
    html: [
      heading(HELLO),
      paragraph(BROKEN),
      button('Correct the text', 'If the button does not work, use this link:'),
    ].join('\n'),
    text: `${HELLO}\n\n${BROKEN}\n\nCorrect the text:\n{{ link }}\n\n{{ school }}\n`,
  },
};
