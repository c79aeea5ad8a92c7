import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JwtAuthorizer } from '../../local/gateway/authorizer.ts';
import { corsHeaders, preflightHeaders } from '../../local/gateway/cors.ts';
import { type HttpRequest, toEvent } from '../../local/gateway/event.ts';
import { fromFunction } from '../../local/gateway/response.ts';
import { Router } from '../../local/gateway/router.ts';
import { Throttle } from '../../local/gateway/throttle.ts';

const NOW = Date.parse('2026-11-22T09:00:00.000Z');

function event(request: Partial<HttpRequest>) {
  return toEvent(
    {
      method: 'POST',
      target: '/schools/sch_1/students',
      rawHeaders: [],
      body: Buffer.alloc(0),
      remoteAddress: '127.0.0.1',
      ...request,
    },
    {
      routeKey: 'POST /schools/{schoolId}/students',
      pathParameters: { schoolId: 'sch_1' },
      stage: '$default',
      apiId: 'api',
      domainName: 'localhost:3000',
      requestId: 'req-1',
      now: NOW,
      jwt: null,
    },
  );
}

describe('the event of payload format 2.0', () => {
  it('tells path, route, stage and time', () => {
    const { version, routeKey, rawPath, rawQueryString, requestContext } = event({});

    expect({ version, routeKey, rawPath, rawQueryString }).toEqual({
      version: '2.0',
      routeKey: 'POST /schools/{schoolId}/students',
      rawPath: '/schools/sch_1/students',
      rawQueryString: '',
    });
    expect(requestContext).toMatchObject({
      stage: '$default',
      requestId: 'req-1',
      timeEpoch: NOW,
      time: '22/Nov/2026:09:00:00 +0000',
      http: { method: 'POST', path: '/schools/sch_1/students', protocol: 'HTTP/1.1' },
    });
    expect(requestContext).not.toHaveProperty('authorizer');
  });

  it('hands over a decoded path, but the query as it came', () => {
    const { rawPath, rawQueryString, queryStringParameters } = event({
      target: '/caf%C3%A9?q=%C3%A6&q=b&__proto__=1',
    });

    expect(rawPath).toBe('/café');
    expect(rawQueryString).toBe('q=%C3%A6&q=b&__proto__=1');
    expect(Object.entries(queryStringParameters ?? {})).toEqual([
      ['q', 'æ,b'],
      ['__proto__', '1'],
    ]);
  });

  it('lower-cases and joins headers, and takes cookies out', () => {
    const { headers, cookies } = event({
      rawHeaders: ['X-A', '1', 'x-a', '2', 'Cookie', 'a=1; b=2', 'Connection', 'close'],
    });

    expect(headers).toEqual({ 'x-a': '1,2' });
    expect(cookies).toEqual(['a=1', 'b=2']);
  });

  it('takes the address from the local header, which it does not pass on', () => {
    const { headers, requestContext } = event({ rawHeaders: ['X-Local-Source-Ip', '203.0.113.9'] });

    expect(requestContext.http.sourceIp).toBe('203.0.113.9');
    expect(headers).toEqual({});
    expect(event({}).requestContext.http.sourceIp).toBe('127.0.0.1');
  });

  it.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/plain', false],
    ['application/xml', false],
    ['application/problem+json', false],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    ['multipart/form-data; boundary=x', true],
  ])('%s: base64 is %s', (type, encoded) => {
    const { body, isBase64Encoded } = event({
      rawHeaders: ['content-type', type],
      body: Buffer.from('a=b'),
    });

    expect(isBase64Encoded).toBe(encoded);
    expect(body).toBe(encoded ? 'YT1i' : 'a=b');
  });

  it('has no body when there is none', () => {
    expect(event({})).not.toHaveProperty('body');
  });
});

describe('routes', () => {
  const router = new Router(
    [
      'GET /schools/{schoolId}',
      'GET /schools/mine',
      'POST /schools',
      'GET /files/{path+}',
      'ANY /any',
    ].map((key) => ({ key, value: key })),
  );

  it.each([
    ['GET', '/schools/mine', 'GET /schools/mine', {}],
    ['GET', '/schools/sch_1', 'GET /schools/{schoolId}', { schoolId: 'sch_1' }],
    ['GET', '/schools/a%2Fb', 'GET /schools/{schoolId}', { schoolId: 'a/b' }],
    ['GET', '/files/a/b', 'GET /files/{path+}', { path: 'a/b' }],
    ['PUT', '/any', 'ANY /any', {}],
  ])('%s %s', (method, path, routeKey, pathParameters) => {
    expect(router.match(method, path)).toMatchObject({ routeKey, pathParameters });
  });

  it.each([
    ['HEAD', '/schools/mine'],
    ['DELETE', '/schools'],
    ['GET', '/schools/'],
    ['GET', '/schools/a/b'],
    ['GET', '/'],
  ])('%s %s is nobody’s', (method, path) => {
    expect(router.match(method, path)).toBeNull();
  });
});

describe('what a function returned', () => {
  it('is an answer when it has a status', () => {
    const answer = fromFunction({
      statusCode: 201,
      headers: { Location: '/x', 'Content-Type': 'application/json' },
      cookies: ['a=1'],
      body: 'YQ==',
      isBase64Encoded: true,
    });

    expect(answer).toEqual({
      status: 201,
      headers: { location: '/x', 'content-type': 'application/json' },
      cookies: ['a=1'],
      body: Buffer.from('a'),
    });
  });

  it('is JSON with 200 when it has none', () => {
    expect(fromFunction({ ok: true })).toMatchObject({
      status: 200,
      body: Buffer.from('{"ok":true}'),
    });
  });

  it.each([[null], [{ statusCode: 'x' }], [{ statusCode: 200, body: { a: 1 } }]])(
    'is a fault: %j',
    (payload) => {
      expect(fromFunction(payload)).toBeNull();
    },
  );
});

describe('CORS', () => {
  const cors = { AllowOrigins: ['https://a.example'], AllowMethods: ['*'], MaxAge: 60 };

  it('names an allowed origin', () => {
    expect(corsHeaders(cors, 'https://a.example')).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
    });
    expect(preflightHeaders(cors, 'https://a.example')).toMatchObject({
      'access-control-allow-methods': '*',
      'access-control-max-age': '60',
    });
  });

  it('says nothing to another', () => {
    expect(corsHeaders(cors, 'https://b.example')).toEqual({});
    expect(preflightHeaders(cors, 'https://a.example.evil')).toEqual({});
    expect(corsHeaders(undefined, 'https://a.example')).toEqual({});
  });
});

describe('the throttle', () => {
  it('lets a burst through, then the rate', () => {
    let now = 0;
    const throttle = new Throttle(10, 2, () => now);

    expect([throttle.take(), throttle.take(), throttle.take()]).toEqual([true, true, false]);
    now += 100; // a tenth of a second: one more
    expect([throttle.take(), throttle.take()]).toEqual([true, false]);
  });
});

describe('the JWT authorizer', () => {
  const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256' }];
  const server = createServer((_request, response) => response.end(JSON.stringify({ keys })));
  const issuer = 'https://cognito-idp.eu-north-1.amazonaws.com/pool';
  let authorizer: JwtAuthorizer;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    authorizer = new JwtAuthorizer({ issuer, jwksUri, audience: ['app'], now: () => NOW });
  });
  afterAll(() => {
    server.close();
  });

  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  function token(claims: object = {}, header: object = {}, key = ours.privateKey): string {
    const iat = NOW / 1000 - 10;
    const head = encode({ alg: 'RS256', kid: 'k1', ...header });
    const body = encode({
      iss: issuer,
      client_id: 'app',
      sub: 's',
      iat,
      exp: iat + 900,
      ...claims,
    });
    return `${head}.${body}.${sign('RSA-SHA256', Buffer.from(`${head}.${body}`), key).toString('base64url')}`;
  }

  it('accepts an access token and tells its claims as text', async () => {
    const identity = await authorizer.authorize(
      `Bearer ${token({ 'cognito:groups': ['a', 'b'] })}`,
    );

    expect(identity?.claims).toMatchObject({
      sub: 's',
      client_id: 'app',
      exp: String(NOW / 1000 + 890),
      'cognito:groups': '[a b]',
    });
  });

  it('accepts an ID token by its audience: that it is one is the function’s to refuse', async () => {
    const idToken = token({ client_id: undefined, aud: 'app', token_use: 'id' });

    expect(await authorizer.authorize(`Bearer ${idToken}`)).not.toBeNull();
  });

  it.each<[string, () => string | undefined]>([
    ['none', () => undefined],
    ['an empty one', () => 'Bearer '],
    ['not a token', () => 'Bearer abc'],
    ["another issuer's", () => `Bearer ${token({ iss: `${issuer}2` })}`],
    ["another client's", () => `Bearer ${token({ client_id: 'other' })}`],
    ['an expired one', () => `Bearer ${token({ exp: NOW / 1000 })}`],
    ['one without expiry', () => `Bearer ${token({ exp: undefined })}`],
    ['one of the future', () => `Bearer ${token({ iat: NOW / 1000 + 60 })}`],
    ['one not yet valid', () => `Bearer ${token({ nbf: NOW / 1000 + 60 })}`],
    ['one signed by another key', () => `Bearer ${token({}, {}, theirs.privateKey)}`],
    ['one of an unknown key', () => `Bearer ${token({}, { kid: 'k2' })}`],
    ['an unsigned one', () => `Bearer ${token({}, { alg: 'none' }).replace(/[^.]+$/, '')}`],
    ['one that names another algorithm', () => `Bearer ${token({}, { alg: 'HS256' })}`],
  ])('refuses %s', async (_name, authorization) => {
    expect(await authorizer.authorize(authorization())).toBeNull();
  });
});
