import type { MoneyMessage } from '../notification.ts';
import { type FactLine, type FactsWords, factsMail } from './facts-mail.ts';
import type { MessageTemplate } from './template.ts';

const WORDS: FactsWords = {
  hello: 'Hej{% if name %} {{ name }}{% endif %}',
  button: 'Se fakturaen',
  otherwise: 'Virker knappen ikke, så brug dette link:',
};
const PAGE: FactsWords = { ...WORDS, button: 'Gå til din side' };

const NUMBER: FactLine = ['Faktura', '{{ invoiceNumber }}', 'invoiceNumber'];
const TOTAL: FactLine = ['Beløb', '{{ total }}'];
const REST: FactLine = ['Mangler at blive betalt', '{{ rest }}', 'rest'];
const DUE: FactLine = ['Betales senest', '{{ dueDate }}', 'dueDate'];
const FEE: FactLine = ['Rykkergebyr', '{{ fee }}', 'fee'];

export const MONEY_DA: Record<MoneyMessage, MessageTemplate> = {
  invoice_issued: factsMail(
    WORDS,
    'Faktura {{ number }} fra {{ school }}',
    'Her er en faktura fra {{ school }}. Du kan se og betale den her.',
    [NUMBER, TOTAL, DUE],
    '{{ school }}: Faktura {{ number }} på {{ total }}{% if dueDate %}, betales senest {{ dueDate }}{% endif %}. {{ link }}',
  ),
  invoice_due: factsMail(
    WORDS,
    'Husk faktura {{ number }} fra {{ school }}',
    'Fakturaen skal snart være betalt. Har du betalt, skal du ikke gøre noget.',
    [NUMBER, REST, DUE],
  ),
  invoice_overdue: factsMail(
    WORDS,
    'Rykker {{ reminder }}: Faktura {{ number }} fra {{ school }}',
    'Vi har ikke modtaget hele betalingen for fakturaen. Betal den, eller svar på denne mail, hvis noget er galt.',
    [NUMBER, REST, DUE, FEE],
    '{{ school }}: Faktura {{ number }} er ikke betalt. Mangler {{ rest }}{% if fee %} + gebyr {{ fee }}{% endif %}. {{ link }}',
  ),
  credit_note_issued: factsMail(
    WORDS,
    'Kreditnota {{ number }} fra {{ school }}',
    '{{ school }} har krediteret en faktura.',
    [['Kreditnota', '{{ number }}'], NUMBER, ['Krediteret', '{{ total }}'], REST],
  ),
  payment_received: factsMail(
    PAGE,
    'Kvittering fra {{ school }}: {{ total }}',
    '{{ school }} har modtaget din betaling. Tak.',
    [
      NUMBER,
      ['Betalt', '{{ total }}'],
      REST,
      ['Til gode hos køreskolen', '{{ credit }}', 'credit'],
    ],
  ),
  payment_failed: factsMail(
    WORDS,
    'Betalingen af faktura {{ number }} lykkedes ikke',
    'Betalingen gik ikke igennem, og der er ikke trukket penge. Du kan prøve igen.',
    [NUMBER, REST, DUE],
    '{{ school }}: Betalingen af faktura {{ number }} lykkedes ikke. Prøv igen: {{ link }}',
  ),
  payment_refunded: factsMail(
    PAGE,
    '{{ school }} har betalt {{ total }} tilbage',
    '{{ school }} har betalt penge tilbage til dig. Ved kort går der nogle dage, før du kan se dem på din konto.',
    [['Tilbagebetalt', '{{ total }}']],
  ),
};
