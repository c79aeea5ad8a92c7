/**
 * The child side of the Lambda Runtime API: loads the bundle and runs its handler, one invocation
 * after another. Plain JavaScript, so that a cold start pays for nothing but the bundle.
 *
 * Two things differ from the service, both for the sake of the control clock: `Date` is replaced
 * before the bundle loads, and each invocation brings the clock's offset.
 */
import { pathToFileURL } from 'node:url';

// `import ... from 'node:http'` would load undici as well, a third of the start.
const http = process.getBuiltinModule('node:http');

// What V8 has compiled is kept beside the assembly: every further child of the function starts sooner.
const { enableCompileCache, flushCompileCache } = process.getBuiltinModule('node:module');
enableCompileCache(`${process.env.LAMBDA_TASK_ROOT}/../compiled`);

// The parent holds the other end: when it ends, in whatever way, so does this process.
process.stdin.on('close', () => process.exit(0)).on('error', () => process.exit(0));
process.stdin.resume();

const RealDate = Date;
let clockOffset = Number(process.env.LOCAL_CLOCK_OFFSET_MS ?? 0);

/** `new Date()`, `Date()` and `Date.now()` tell control time; every other use is unchanged. */
const ControlDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [controlNow()] : args, newTarget),
  apply: () => new RealDate(controlNow()).toString(),
  get: (target, key, receiver) => (key === 'now' ? controlNow : Reflect.get(target, key, receiver)),
});
// `value instanceof Date` and `value.constructor === Date` stay true.
RealDate.prototype.constructor = ControlDate;
globalThis.Date = ControlDate;

function controlNow() {
  return RealDate.now() + clockOffset;
}

const base = new URL(`http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** One call of the Runtime API. The parent answers `next` only when there is work. */
function call(method, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const request = http.request(
      {
        agent,
        method,
        host: base.hostname,
        port: base.port,
        path: base.pathname + path,
        headers: {
          ...headers,
          ...(payload && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(payload),
          }),
        },
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(payload);
  });
}

function describe(error) {
  const known = error instanceof Error;
  return {
    errorType: known ? error.name : typeof error,
    errorMessage: known ? error.message : String(error),
    trace: known ? String(error.stack).split('\n') : [],
  };
}

/** As the managed runtime does: the error in the function's log, then in the answer. */
async function report(path, error) {
  const description = describe(error);
  console.error(JSON.stringify({ level: 'ERROR', message: 'Invoke Error', ...description }));
  await call('POST', path, description, {
    'lambda-runtime-function-error-type': description.errorType,
  });
}

async function loadHandler() {
  const [, file, name] = /^(.*)\.([^.]+)$/.exec(process.env._HANDLER);
  for (const extension of ['.mjs', '.js', '.cjs']) {
    const path = `${process.env.LAMBDA_TASK_ROOT}/${file}${extension}`;
    if (!process.getBuiltinModule('node:fs').existsSync(path)) continue;
    const module = await import(pathToFileURL(path).href);
    const handler = module[name] ?? module.default?.[name];
    if (typeof handler === 'function') return handler;
    throw new Error(`${process.env._HANDLER} is not a function`);
  }
  throw new Error(`${process.env._HANDLER}: no such file in the bundle`);
}

let handler;
try {
  handler = await loadHandler();
} catch (error) {
  await report('/init/error', error);
  process.exit(1);
}

/** An error outside the handler's promise ends the process, as the service does. */
process.on('unhandledRejection', (error) => {
  console.error(JSON.stringify({ level: 'ERROR', message: 'Unhandled', ...describe(error) }));
  process.exit(129);
});

let invocations = 0;
for (;;) {
  const next = await call('GET', '/invocation/next');
  clockOffset = Number(next.headers['local-clock-offset-ms']);
  const id = next.headers['lambda-runtime-aws-request-id'];
  const deadline = Number(next.headers['lambda-runtime-deadline-ms']);
  process.env._X_AMZN_TRACE_ID = next.headers['lambda-runtime-trace-id'];
  const name = process.env.AWS_LAMBDA_FUNCTION_NAME;
  const context = {
    awsRequestId: id,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: next.headers['lambda-runtime-invoked-function-arn'],
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadline - controlNow(),
  };
  let answer;
  try {
    answer = (await handler(JSON.parse(next.body), context)) ?? null;
  } catch (error) {
    await report(`/invocation/${id}/error`, error);
    continue;
  }
  await call('POST', `/invocation/${id}/response`, answer);
  invocations += 1;
  // The first invocation compiles most of what its start did not.
  if (invocations === 1) flushCompileCache();
}
