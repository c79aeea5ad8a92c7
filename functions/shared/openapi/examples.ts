/** A JSON schema as the document has it; only what an example needs to know of it. */
type Schema = {
  $ref?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  examples?: readonly unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
};
export type Schemas = Readonly<Record<string, Schema>>;

/** The random part of every id in an example. */
const SOME_ID = '01kat5n8x0e4vv6h7w7b1q2r3s';

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** What a field of this name holds; by name, since a reader looks for sense and not for types. */
const BY_NAME: Readonly<Record<string, string | number>> = {
  ...{ name: 'Sofie Holm', email: 'sofie@elev.example', phone: '+4520123456' },
  ...{ currency: 'DKK', timeZone: 'Europe/Copenhagen', country: 'DK', category: 'B' },
  ...{ street: 'Søndergade 1', postalCode: '9000', city: 'Aalborg', ean: '5790000000012' },
  ...{ slug: 'nordby', schoolRef: 'nordby', plate: 'AB 12 345', termsVersion: '1' },
  ...{ title: 'Kryds', vatNumber: '12345678', description: 'Lovpakke', schoolName: 'Nordby' },
  ...{
    password: 'En-lang-adgangskode-7',
    token: 'Yk3v…',
    accessToken: 'eyJ…',
    refreshToken: 'eyJ…',
  },
  ...{ startsAt: '2026-12-01T09:00', startedAt: '2026-12-01T09:00', endedAt: '2026-12-01T09:45' },
  ...{ receivedAt: '2026-11-23T09:00', localAt: '2026-12-01T10:05:00+01:00', clock: '12:00' },
  ...{ expiresAt: '2026-12-01T09:30:00.000Z', from: '08:00', to: '16:00', month: '2026-11' },
  ...{ birthDate: '2006-05-04', date: '2026-12-01', lastTaughtOn: '2026-11-20' },
  ...{ resumeBy: '2027-02-19', days: '2026-12-01', vatExemption: 'education' },
  ...{ amount: 55_000, vatRate: 25, minutes: 45, version: 1, quantity: 1, capacity: 1, weekday: 1 },
  ...{ url: 'https://hooks.example.dk/just-driving', createdAt: '2026-11-23T08:00:00.000Z' },
  ...{ reason: 'Syg', text: 'Vi nåede også parkering.', status: 'active', language: 'da' },
  ...{ location: 'Banegården', address: 'Banegården', notes: 'Tag briller med', what: 'created' },
  ...{ hash: HASH, previousHash: HASH, head: HASH, salt: '8f1c…', content: '{…}' },
  ...{ subject: 'Om din køretime', html: '<p>Hej</p>', sms: 'Hej', body: 'Hej' },
  ...{ message: 'Mangler.', meaning: 'What it means.', code: 'road', part: 'html', test: 'teori' },
  ...{ method: 'cash', reference: 'Kvittering 17', displayNumber: '17', kind: 'road' },
  ...{ sessionId: 'cs_test_1', accountId: 'acct_1', externalId: 'pi_1', templateId: 'dk-b' },
  ...{
    providerId: '0100018f-1',
    lastError: 'ses_bounce_General',
    problem: 'hash',
    openapi: '3.1.0',
  },
  ...{ nextCursor: 'eyJ…', variables: 'name', prerequisites: 'road' },
};

/** What an id begins with: by the field that holds it, or by the things it is an id of. */
const PREFIXES: Readonly<Record<string, string>> = {
  ...{ studentId: 'per', teacherId: 'per', personId: 'per', by: 'per', taughtBy: 'per' },
  ...{ studentIds: 'per', teacherIds: 'per', studentRef: 'per', schoolId: 'sch', eventId: 'evt' },
  ...{ bookingId: 'bkg', bookingTypeId: 'bty', moduleId: 'mod', moduleIds: 'mod', runId: 'run' },
  ...{ departmentIds: 'dep', vehicleId: 'veh', answers: 'sig', creditNoteId: 'crn' },
  ...{ invoiceId: 'inv', claimedInvoiceId: 'inv', paymentId: 'pay', refundId: 'ref' },
  ...{ lessonPlanId: 'pln', serviceId: 'svc', notificationId: 'ntf', resendOf: 'ntf' },
  ...{ insteadOf: 'ntf', registrationId: 'reg', messageId: 'msg' },
  ...{ schools: 'sch', students: 'per', staff: 'per', departments: 'dep', services: 'svc' },
  ...{ vehicles: 'veh', bookings: 'bkg', modules: 'mod', signatures: 'sig', invoices: 'inv' },
  ...{ 'booking-types': 'bty', 'lesson-plans': 'pln', payments: 'pay', refunds: 'ref' },
  ...{ 'credit-notes': 'crn', suspense: 'sus', notifications: 'ntf', me: 'per' },
  ...{ 'webhook-endpoints': 'whk', deliveries: 'evt', corrections: 'sig', ledger: 'led' },
};

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: '2026-12-01',
  'date-time': '2026-12-01T09:00:00.000Z',
  uri: 'https://portal.just-driving.example/invoices',
  email: 'sofie@elev.example',
};

/** Where only the pattern says what is meant. */
const SAMPLES = ['DKK', 'DK', 'B', '12:00', 'nordby', '5790000000012', '1', 'a'];

/**
 * An example that its own schema takes: what must be there, with one item in each list, and of an
 * object that asks for nothing its first field. `of` says whose id an `id` is: `bookings`.
 */
export function exampleOf(schema: Schema, schemas: Schemas, name = '', of = name): unknown {
  const { $ref } = schema;
  if ($ref !== undefined) {
    return exampleOf(schemas[$ref.slice('#/components/schemas/'.length)] ?? {}, schemas, name, of);
  }
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum.find((value) => value !== null);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) {
    const [first = {}] = options.filter(({ type }) => type !== 'null');
    return exampleOf(first, schemas, name, of);
  }
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, schemas, name, of)));
  }
  const type = [schema.type].flat().find((one) => one !== 'null');
  switch (type) {
    case 'object':
      return objectOf(schema, schemas, PREFIXES[name] ? name : of);
    case 'array':
      return schema.items ? [exampleOf(schema.items, schemas, name, of)] : [];
    case 'integer':
    case 'number':
      return numberOf(schema, BY_NAME[name]);
    case 'boolean':
      return true;
    case 'string':
      return stringOf(schema, name, of);
    default:
      return {};
  }
}

function objectOf(
  { properties = {}, required = [] }: Schema,
  schemas: Schemas,
  of: string,
): object {
  const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1);
  return Object.fromEntries(
    names.map((name) => [name, exampleOf(properties[name] ?? {}, schemas, name, of)]),
  );
}

function numberOf({ minimum, maximum, exclusiveMinimum }: Schema, named: unknown): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const wanted = typeof named === 'number' ? named : Math.max(least, 1);
  return Math.min(Math.max(wanted, least), maximum ?? wanted + least);
}

function stringOf(
  { format, pattern, minLength = 0, maxLength }: Schema,
  name: string,
  of: string,
): string {
  if (format !== undefined) return BY_FORMAT[format] ?? '';
  const fits = (text: string) =>
    (pattern === undefined || new RegExp(pattern, 'u').test(text)) &&
    text.length >= minLength &&
    text.length <= (maxLength ?? text.length);
  const [, prefix] = /^\^(\w+)_\[/.exec(pattern ?? '') ?? [];
  const known = name === 'id' ? PREFIXES[of] : PREFIXES[name];
  const candidates = [
    ...(prefix ? [`${prefix}_${SOME_ID}`] : []),
    ...(known ? [`${known}_${SOME_ID}`] : []),
    ...(typeof BY_NAME[name] === 'string' ? [BY_NAME[name]] : []),
    ...SAMPLES,
  ];
  const found = pattern === undefined ? candidates.slice(0, -SAMPLES.length) : candidates;
  return found.find(fits) ?? 'x'.repeat(Math.max(minLength, 1)).slice(0, maxLength);
}
