import type { MoneyMessage } from '../notification.ts';
import { type FactLine, type FactsWords, factsMail } from './facts-mail.ts';
import type { MessageTemplate } from './template.ts';

const WORDS: FactsWords = {
  hello: 'Hello{% if name %} {{ name }}{% endif %}',
  button: 'See the invoice',
  otherwise: 'If the button does not work, use this link:',
};
const PAGE: FactsWords = { ...WORDS, button: 'Go to your page' };

const NUMBER: FactLine = ['Invoice', '{{ invoiceNumber }}', 'invoiceNumber'];
const TOTAL: FactLine = ['Amount', '{{ total }}'];
const REST: FactLine = ['Still to be paid', '{{ rest }}', 'rest'];
const DUE: FactLine = ['Due', '{{ dueDate }}', 'dueDate'];
const FEE: FactLine = ['Reminder fee', '{{ fee }}', 'fee'];

export const MONEY_EN: Record<MoneyMessage, MessageTemplate> = {
  invoice_issued: factsMail(
    WORDS,
    'Invoice {{ number }} from {{ school }}',
    'Here is an invoice from {{ school }}. You can see and pay it here.',
    [NUMBER, TOTAL, DUE],
    '{{ school }}: Invoice {{ number }} of {{ total }}{% if dueDate %}, due {{ dueDate }}{% endif %}. {{ link }}',
  ),
  invoice_due: factsMail(
    WORDS,
    'Remember invoice {{ number }} from {{ school }}',
    'The invoice is due soon. If you have paid, you need not do anything.',
    [NUMBER, REST, DUE],
  ),
  invoice_overdue: factsMail(
    WORDS,
    'Reminder {{ reminder }}: invoice {{ number }} from {{ school }}',
    'We have not received the whole payment of the invoice. Please pay it, or answer this mail if something is wrong.',
    [NUMBER, REST, DUE, FEE],
    '{{ school }}: Invoice {{ number }} is not paid. Still owed: {{ rest }}{% if fee %} + fee {{ fee }}{% endif %}. {{ link }}',
  ),
  credit_note_issued: factsMail(
    WORDS,
    'Credit note {{ number }} from {{ school }}',
    '{{ school }} has credited an invoice.',
    [['Credit note', '{{ number }}'], NUMBER, ['Credited', '{{ total }}'], REST],
  ),
  payment_received: factsMail(
    PAGE,
    'Receipt from {{ school }}: {{ total }}',
    '{{ school }} has received your payment. Thank you.',
    [
      NUMBER,
      ['Paid', '{{ total }}'],
      REST,
      ['Your credit with the school', '{{ credit }}', 'credit'],
    ],
  ),
  payment_failed: factsMail(
    WORDS,
    'The payment of invoice {{ number }} failed',
    'The payment did not go through, and no money was taken. You can try again.',
    [NUMBER, REST, DUE],
    '{{ school }}: The payment of invoice {{ number }} failed. Try again: {{ link }}',
  ),
  payment_refunded: factsMail(
    PAGE,
    '{{ school }} has paid {{ total }} back',
    '{{ school }} has paid money back to you. By card it takes some days until you see it on your account.',
    [['Paid back', '{{ total }}']],
  ),
};
