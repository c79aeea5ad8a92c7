import type { Mail } from '../../../local/parts/mail.ts';
import { control } from './control.ts';

/** Every mail to an address once all is delivered, oldest first. */
export async function mailTo(address: string): Promise<Mail[]> {
  await control.idle();
  return control.mail(address);
}

/** The newest mail to an address. */
export async function lastMailTo(address: string): Promise<Mail> {
  const last = (await mailTo(address)).at(-1);
  if (!last) throw new Error(`no mail to ${address}`);
  return last;
}

/** The link of a mail, as its reader would open it. */
export function linkIn(mail: Mail): URL {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`no link in the mail "${mail.subject}"`);
  return new URL(link);
}

/** The token of the newest link in any mail to an address (an invoice's link has none). */
export async function lastTokenTo(address: string): Promise<string> {
  const mail = (await mailTo(address)).findLast(({ text }) => text.includes('?token='));
  if (!mail) throw new Error(`no mail with a token to ${address}`);
  return tokenIn(mail);
}

/** The token of a mail's link. */
export function tokenIn(mail: Mail): string {
  const token = linkIn(mail).searchParams.get('token');
  if (!token) throw new Error(`no token in the link of the mail "${mail.subject}"`);
  return token;
}

/** The one mail of a subject. */
export function withSubject(mails: Mail[], subject: string | RegExp): Mail {
  const found = mails.filter((mail) =>
    typeof subject === 'string' ? mail.subject === subject : subject.test(mail.subject),
  );
  if (found.length !== 1 || !found[0]) {
    throw new Error(
      `${found.length} mails with subject ${subject} among: ${mails.map((mail) => mail.subject).join('; ')}`,
    );
  }
  return found[0];
}
