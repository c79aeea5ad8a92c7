import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { configFor } from '../../infra/config.ts';
import { withStageFile } from '../../infra/stage-file.ts';
import { Deployment, fixtureOptions, removeScratch, scratchFolder } from './support/synth.ts';

afterAll(removeScratch);

function fileOf(content: unknown): string {
  const path = join(scratchFolder(), 'stage.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const ADDRESSES = {
  portalUrl: 'http://127.0.0.1:4569',
  messageAllowList: ['*'],
  twilioApiUrl: 'http://127.0.0.1:4571',
  stripe: { apiUrl: 'http://127.0.0.1:4572' },
  platformUrls: { 'e-teori': 'http://127.0.0.1:4573' },
};

describe('a stage file', () => {
  it('says where the providers are, and leaves the rest of the stage as it is', () => {
    const stage = configFor('dev');

    const config = withStageFile('dev', stage, fileOf(ADDRESSES));

    expect(config).toEqual({
      ...stage,
      ...ADDRESSES,
      stripe: { apiUrl: 'http://127.0.0.1:4572', livemode: false },
      platformUrls: { ...stage.platformUrls, 'e-teori': 'http://127.0.0.1:4573' },
    });
  });

  it('reaches the functions through the template, and changes nothing else of it', async () => {
    const [plain, told] = await Promise.all([
      Deployment.of(fixtureOptions),
      Deployment.of({ ...fixtureOptions, stageFile: fileOf(ADDRESSES) }),
    ]);
    const changed = told.resources.filter(
      (resource, at) => JSON.stringify(resource) !== JSON.stringify(plain.resources[at]),
    );

    expect(changed.map(({ Type }) => Type)).toContain('AWS::Lambda::Function');
    expect(new Set(changed.map(({ Type }) => Type))).toEqual(new Set(['AWS::Lambda::Function']));
    const values = changed.flatMap(({ Properties }) =>
      Object.values(Properties.Environment.Variables),
    );
    expect(values).toContain('http://127.0.0.1:4571');
  });

  it.each([
    ['an unknown key', { deletionProtection: false }, 'deletionProtection is not a key'],
    ['an unknown inner key', { stripe: { livemode: true } }, 'stripe.livemode is not a key'],
    ['no address', { twilioApiUrl: 'twilio' }, 'twilioApiUrl cannot be "twilio"'],
    ['no list', { messageAllowList: '*' }, 'messageAllowList cannot be "*"'],
  ])('with %s stops synth', (_name, content, sentence) => {
    const path = fileOf(content);

    expect(() => withStageFile('dev', configFor('dev'), path)).toThrow(sentence);
  });

  it('is refused for production', () => {
    const path = fileOf(ADDRESSES);

    expect(() => withStageFile('production', configFor('production'), path)).toThrow(
      'production is configured in infra/config.ts alone',
    );
  });
});
