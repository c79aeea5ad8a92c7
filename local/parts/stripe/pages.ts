import type { Answer } from '../http.ts';
import { CARDS, type Session } from './model.ts';

/** The page a payer sees: what is paid, a card with a fate, two buttons. */
export function payPage(session: Session): Answer {
  const total = price(session.amount_total, session.currency);
  const rows = session.items
    .map(
      ({ name, unit_amount, quantity, currency }) =>
        `<li>${escaped(name)} <b>${quantity} × ${price(unit_amount, currency)}</b></li>`,
    )
    .join('');
  const cards = Object.entries(CARDS)
    .map(([fate, number]) => `<option value="${number}">${number} (${fate})</option>`)
    .join('');
  const open = session.status === 'open' || session.payment_status === 'unpaid';
  const path = `/c/pay/${session.id}`;
  const buttons = `
    <form method="post" action="${path}/pay">
      <label>Test card <select name="card">${cards}</select></label>
      <label><input type="checkbox" name="delayed" value="true"> the bank takes its time</label>
      <button>Pay ${total}</button>
    </form>
    <form method="post" action="${path}/fail"><button>Let the payment fail</button></form>
    <p><a href="${escaped(session.cancel_url)}">Back without paying</a></p>`;
  const closed = `<p>This session is ${session.status} and ${session.payment_status}.</p>`;
  return page(
    'Payment',
    `<p>No money moves here: this page stands in for Stripe's.</p><ul>${rows}</ul>
     <p>Total <b>${total}</b></p>${open ? buttons : closed}`,
  );
}

/** The page a school's administrator meets when connecting its account. */
export function onboardingPage(account: string, done: boolean): Answer {
  const form = `<form method="post" action="/setup/s/${account}"><button>Finish onboarding</button></form>`;
  return page(
    'Onboarding',
    `<p>Account <code>${account}</code>: ${done ? 'it can take payments.' : 'nothing told yet.'}</p>${done ? '' : form}`,
  );
}

export function seeOther(location: string): Answer {
  return { status: 303, headers: { location } };
}

function page(title: string, body: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:16px/1.5 system-ui;max-width:34rem;margin:3rem auto;padding:0 1rem}
form{margin:1rem 0}label{display:block;margin:.5rem 0}button{font:inherit;padding:.5rem 1rem}</style>
<h1>${title}</h1>${body}</html>`,
  };
}

function price(amount: number, currency: string): string {
  return `${(amount / 100).toFixed(2)} ${currency.toUpperCase()}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
