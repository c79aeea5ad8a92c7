import type { Operation, Scope, Who } from '../operation.ts';

/** What the document says in sentences. */
export const INTRODUCTION = `The driving-school platform over HTTP. JSON in UTF-8, field names in camelCase.

**Sign in** with \`POST /sessions\` and send the access token as \`Authorization: Bearer <token>\`. It lives 15 minutes; \`POST /sessions/refresh\` gives the next one.

**Times** are ISO 8601; answers are UTC, such as \`2026-11-22T09:00:00.000Z\`. Dates are \`YYYY-MM-DD\` in the school's zone. **Money** is \`{ "amount": 54995, "currency": "DKK" }\` in integer minor units; prices include VAT. **Ids** begin with what they name: \`sch_\`, \`per_\`, \`inv_\`. A malformed id in a path is a 404, in a body a 422.

**Lists** take \`?limit=\` (1 to 100, default 25) and \`?cursor=\`, and answer \`{ items, nextCursor }\`; \`nextCursor\` is null on the last page.

**Changing**: PATCH is a JSON merge patch (RFC 7386): objects merge, arrays are replaced, \`null\` clears. A resource carries \`version\` and an \`ETag\`; with \`If-Match\` an older version is refused. Unknown fields are refused. An \`Idempotency-Key\` makes a POST safe to repeat.

**Refusals** are \`application/problem+json\` with a stable \`code\`; \`GET /errors\` lists them all. The gateway itself answers \`{ "message": ... }\`: 401 without a valid token, 404 for an unknown route, 413 over 10 MB, 429 and 503 under load, 500 when a function fails.`;

/** By area, as `functions/routes.ts` names them. */
export const TAGS: Readonly<Record<string, string>> = {
  meta: 'About this API.',
  schools: 'Schools, their settings, price list and departments.',
  people: 'Registration, sign-in, students and staff.',
  scheduling: 'Vehicles, booking types, availability, free times and bookings.',
  learning: 'Lesson plans, progress, and the signed record of what was taught.',
  finance: 'Invoices, ledger and balance.',
  integrations:
    'Webhooks to a school’s own systems, and what e-teori.dk and findkoreskole.dk send.',
};

type Role = keyof Extract<Who, object>;

const ROLES: Record<Role, string> = {
  school_admin: 'school administrators',
  office: 'the office',
  teacher: 'teachers',
  student: 'students',
};

const SCOPES: Record<Scope, string> = {
  school: 'the whole school',
  departments: 'their departments, or the whole school if they have none',
  own: 'what they teach and students assigned to them',
  self: 'themselves',
};

/** Who may call an operation and how much of the school they see in it, for a person to read. */
export function whoMay({ who, rateLimit, allowedWhileSuspended, byThemselves }: Operation): string {
  const limit = rateLimit ? ' Counted per caller address.' : '';
  const lifted = allowedWhileSuspended
    ? ' Platform administrators also while it is suspended.'
    : '';
  return `**Who:** ${nameThem(who, byThemselves)}.${lifted}${limit}`;
}

function nameThem(who: Who, byThemselves?: true): string {
  switch (who) {
    case 'public':
      return 'everybody, without a token';
    case 'signed-in':
      return 'anybody signed in';
    case 'platform':
      return 'platform administrators';
    default: {
      const roles = Object.entries(who).map(
        ([role, scope]) => `${ROLES[role as Role]} (${SCOPES[scope]})`,
      );
      return [...roles, ...(byThemselves ? [] : ['platform administrators'])].join(', ');
    }
  }
}
