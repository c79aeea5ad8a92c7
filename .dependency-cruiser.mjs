/**
 * Who may import whom: the rooms of this house as rules, a sentence each.
 *
 * `npm run lint` holds the source to them, types included: a room that only names another room's
 * type depends on it all the same. `tests/unit/rooms.test.ts` plants a violation of every rule.
 */

/** Areas of `domain/`. `shared` and `store` are no areas: they are what areas stand on. */
const AREAS = [
  'schools',
  'people',
  'scheduling',
  'finance',
  'learning',
  'notifications',
  'integrations',
];

/**
 * What an area lets other areas import, beyond its pure types. Queries that read, planners that
 * return writes for the caller's transaction, and the rows that such a transaction must create
 * whole. Whoever needs more of an area adds a file here, where a reviewer looks.
 */
const EXPORTED = {
  schools: [
    'read-schools',
    'read-public-school',
    'change-departments',
    'change-address',
    'school',
    'school.entity',
    'school-rows.entity',
    'service',
    'settings',
  ],
  people: [
    'age',
    'read-people',
    'plan-lead',
    'issue-link',
    'invite-staff',
    'link-students',
    'membership',
    'membership.entity',
    'preferences',
    'scope',
  ],
  scheduling: [
    'booking-scope',
    'booking.entity',
    'booking-type',
    'booking-type.entity',
    'read-bookings',
    'views',
  ],
  finance: [
    'read-finance',
    'initial-invoice',
    'issue-invoice',
    'invoice.entity',
    'ledger.entity',
    'plan-billed',
  ],
  learning: [
    ...['lesson-plan.entity', 'new-plan', 'plans/templates', 'plan', 'plans-of', 'read-plans'],
    ...['plan-lessons', 'progress', 'lesson', 'read-lessons', 'read-record', 'read-warnings'],
    ...['lesson-to-sign', 'pause.entity', 'chain'],
  ],
  notifications: [],
  integrations: ['theory-result', 'theory-result.entity'],
};

const SDK =
  '(^|node_modules/)(@aws-sdk|@smithy|@aws-lambda-powertools|@middy|@types/aws-lambda|twilio|stripe|nodemailer)(/|$)';
const ELECTRODB = '(^|node_modules/)electrodb(/|$)';
const TYPES_ONLY = ['type-only'];

/** @returns {import('dependency-cruiser').IForbiddenRuleType} */
function forbid(name, comment, from, to) {
  return {
    name,
    comment,
    severity: 'error',
    from: typeof from === 'string' ? { path: from } : from,
    to: typeof to === 'string' ? { path: to } : to,
  };
}

/** Any file of the house that is outside `paths`. */
function roomsBut(...paths) {
  return {
    path: '^(bin|infra|functions|domain|events|local|tests|bench)/',
    pathNot: paths,
  };
}

const CONTRACT = '^functions/[^/]+/[^/]+\\.contract\\.ts$';
const HANDLER = { path: '^functions/[^/]+/[^/]+\\.ts$', pathNot: ['^functions/shared/', CONTRACT] };

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'no-circle',
      'Two files that need each other at run time cannot be loaded, tested or moved alone; types may name each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: TYPES_ONLY } },
    ),
    forbid(
      'import-what-exists',
      'An import that does not resolve fails at the worst time: the first cold start.',
      {},
      { couldNotResolve: true },
    ),
    forbid(
      'ship-no-tool',
      'What runs in the cloud imports no development dependency; types are erased and may be, and the OpenAPI document is written before it ships.',
      { path: '^(functions|domain|events)/', pathNot: '^functions/shared/openapi/document\\.ts$' },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: TYPES_ONLY,
      },
    ),

    // bin, infra
    forbid(
      'bin-starts-infra',
      'bin/app.ts is where a deploy starts: it hands over to infra and knows nothing else of the house.',
      '^bin/app\\.ts$',
      roomsBut('^bin/', '^infra/'),
    ),
    forbid(
      'commands-run-use-cases',
      'Any other file of bin is a command for the operator of a stage: it runs a use case with the adapters that functions have, or asks the auditor.',
      { path: '^bin/', pathNot: '^bin/app\\.ts$' },
      roomsBut(
        '^bin/',
        '^domain/',
        '^events/',
        '^functions/shared/',
        '^infra/(config|names|dead-letters)\\.ts$',
        '^infra/released/(losses|stateful)\\.ts$',
        '^infra/cost/report\\.ts$',
        '^tests/support/auditor\\.ts$',
      ),
    ),
    forbid(
      'infra-by-contract',
      'infra knows contracts, constants, names and events; a handler it names by its path, so that no synth runs product code.',
      '^infra/',
      roomsBut(
        '^infra/',
        '^events/',
        '^domain/store/names\\.ts$',
        '^functions/routes\\.ts$',
        '^functions/shared/(operation|worker|environment|queue-names)\\.ts$',
        CONTRACT,
      ),
    ),

    // functions
    forbid(
      'contract-stays-light',
      'A contract is read by infra, documents and tests alike: zod, pure domain files and the shared vocabulary are all it may import.',
      CONTRACT,
      roomsBut(
        '^domain/(?!store/)[^/]+/(?!.*\\.entity\\.ts$)',
        '^functions/shared/(operation|worker|[a-z-]*(bodies|schemas|resources))\\.ts$',
      ),
    ),
    forbid(
      'contract-reaches-no-sdk',
      'No path of imports leads from a contract to ElectroDB or an SDK: synth, documents and every other function would load it too.',
      CONTRACT,
      { path: [ELECTRODB, SDK], reachable: true },
    ),
    forbid(
      'handler-translates',
      'A handler stands between HTTP or a queue and one use case: domain, events and functions/shared are all it needs, and its own contract.',
      HANDLER,
      roomsBut('^domain/', '^events/', '^functions/shared/', CONTRACT),
    ),
    forbid(
      'handler-goes-through-the-door',
      'A handler never sends to DynamoDB or another service itself: the store and the adapters of functions/shared do.',
      HANDLER,
      '(^|node_modules/)(@aws-sdk|@smithy|electrodb|twilio|stripe|nodemailer)(/|$)',
    ),
    forbid(
      'only-collectors-read-routes',
      'routes.ts loads every contract there is: a function that imported it would pay for all of them at each cold start.',
      {
        path: '^(functions|domain|events)/',
        pathNot: '^functions/shared/(openapi|asyncapi)/write\\.ts$',
      },
      { path: '^functions/routes\\.ts$', reachable: true },
    ),
    forbid(
      'edge-is-shared-one-way',
      'functions/shared serves every area and so knows none of them.',
      { path: '^functions/shared/', pathNot: '^functions/shared/(openapi|asyncapi)/write\\.ts$' },
      roomsBut('^domain/', '^events/', '^functions/shared/'),
    ),

    // domain
    forbid(
      'domain-knows-no-edge',
      'The rules can be read, tested and moved without HTTP, Lambda or CDK.',
      '^domain/',
      roomsBut('^domain/', '^events/'),
    ),
    ...AREAS.map((area) =>
      forbid(
        `${area}-by-its-exports`,
        `Another area sees of ${area} its pure types, and of its code only what it exports: ${EXPORTED[area].join(', ') || 'nothing'}.`,
        { path: '^domain/', pathNot: `^domain/${area}/` },
        {
          path: `^domain/${area}/`,
          pathNot: EXPORTED[area].map((file) => `^domain/${area}/${file}\\.ts$`),
          dependencyTypesNot: TYPES_ONLY,
        },
      ),
    ),
    forbid(
      'nobody-asks-notifications',
      'Areas tell what happened by events; who hears of it, and how, is the business of notifications alone.',
      { path: '^domain/', pathNot: '^domain/notifications/' },
      '^domain/notifications/',
    ),
    forbid(
      'finance-does-not-steer',
      'finance is asked by people and schools and of them it reads rows and settings, and runs nothing of theirs.',
      '^domain/finance/',
      {
        path: '^domain/(people|schools|notifications)/',
        pathNot: [
          '^domain/schools/(school|service|settings|read-schools)\\.ts$',
          '^domain/people/(age|read-people|scope)\\.ts$',
        ],
        dependencyTypesNot: TYPES_ONLY,
      },
    ),
    forbid(
      'learning-only-looks-up',
      'learning is asked by people, schools and scheduling; of them it reads rows and settings, and runs nothing of theirs.',
      '^domain/learning/',
      {
        path: '^domain/(people|schools|scheduling)/',
        pathNot: [
          '^domain/people/membership\\.entity\\.ts$',
          '^domain/schools/(school|service|settings|school\\.entity|school-rows\\.entity|read-schools)\\.ts$',
          '^domain/scheduling/(booking|booking-type)(\\.entity)?\\.ts$',
          '^domain/scheduling/booking-scope\\.ts$',
        ],
        dependencyTypesNot: TYPES_ONLY,
      },
    ),
    forbid(
      'store-knows-no-area',
      'The one table, its keys and its door serve every area and name none.',
      '^domain/store/',
      roomsBut('^domain/(store|shared)/', '^events/'),
    ),
    forbid(
      'shared-stands-alone',
      'domain/shared is the ground floor: ids, money, time, errors. It imports nothing of the house.',
      '^domain/shared/',
      roomsBut('^domain/shared/'),
    ),
    forbid(
      'one-file-sends',
      'Only the port talks to DynamoDB: every write goes through the one door, or the outbox and the idempotency record are forgotten.',
      { path: '^(domain|events)/', pathNot: '^domain/store/dynamo-port\\.ts$' },
      SDK,
    ),
    forbid(
      'rules-reach-no-sdk',
      'Areas take the store as an argument; a rule that could reach an SDK could not be tested in a millisecond.',
      { path: '^domain/', pathNot: '^domain/store/' },
      { path: SDK, reachable: true },
    ),
    forbid(
      'rows-are-entities',
      'ElectroDB is named in the files that say what a row is (*.entity.ts) and in the store, nowhere else.',
      {
        path: '^(bin|infra|functions|domain|events|local|bench)/',
        pathNot: ['^domain/.+\\.entity\\.ts$', '^domain/store/'],
      },
      ELECTRODB,
    ),
    forbid(
      'one-file-knows-the-clock-library',
      'domain/shared/time.ts is the only file that knows which library does time zones, so it can be replaced there.',
      {
        path: '^(bin|infra|functions|domain|events|local|bench)/',
        pathNot: '^domain/shared/time\\.ts$',
      },
      '(^|node_modules/)(temporal-polyfill|temporal-spec|luxon|dayjs|date-fns|moment)(/|$)',
    ),

    // events
    forbid(
      'events-promise-alone',
      'An event is a promise between areas: a schema over ids and facts, with no area behind it.',
      '^events/',
      roomsBut('^events/', '^domain/shared/'),
    ),
    forbid(
      'events-name-only-zod',
      'Whoever reads the catalogue, in another language too, needs a schema and nothing else.',
      '^events/',
      { dependencyTypes: ['npm', 'npm-dev'], pathNot: '(^|node_modules/)zod/' },
    ),

    // local, tests, bench
    forbid(
      'nothing-needs-local',
      'The product knows no local mode: what runs on this machine is the template that deploys.',
      { path: '^(bin|infra|functions|domain|events)/' },
      '^local/',
    ),
    forbid(
      'nothing-needs-tests',
      'Code that only tests and figures need lives with the tests, and only they import it; the restore drill asks the auditor, since what tests believe of a sound table is what an operator needs to know of a restored one.',
      { pathNot: ['^(tests|bench)/', '^bin/drill-restore\\.ts$'] },
      '^tests/',
    ),
    forbid(
      'nothing-needs-bench',
      'The figures measure the house and are no part of it.',
      { pathNot: '^(bench|tests)/' },
      '^bench/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
