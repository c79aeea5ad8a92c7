import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './parts/json-file.ts';

export type SeededSchool = { id: string; slug: string };
export type SeededUser = {
  role: string;
  email: string;
  password: string;
  personId: string;
  schoolId: string | null;
};

export type Seeded = {
  school: SeededSchool | null;
  secondSchool: SeededSchool | null;
  users: SeededUser[];
};

/** What other programs may rely on: `.local/state.json`, complete before `ready` is printed. */
export type State = {
  /** of the runner; the file is its own, and goes with it */
  process: number;
  api: string;
  docs: string;
  mail: string;
  control: string;
  portal: string;
  aws: {
    endpoints: Record<string, string>;
    region: string;
    /** any credentials are accepted at the endpoints */
    table: string;
    userPoolId: string;
    clientId: string;
  };
  secrets: {
    stripeWebhook: string | null;
    stripeConnectAccount: string | null;
    twilioAuthToken: string | null;
    findkoreskole: string | null;
    eTeori: string | null;
  };
} & Seeded;

/** What the seed is given to write its rows and users with. */
export type SeedInput = {
  /** only a platform administrator */
  empty: boolean;
  /** milliseconds by the control clock */
  now: () => number;
  region: string;
  endpoints: Record<string, string>;
  credentials: { accessKeyId: string; secretAccessKey: string };
  table: string;
  userPoolId: string;
  clientId: string;
  /** every variable that any function of the template gets, `AWS_*` ones included */
  environment: Record<string, string>;
  /** a connected account that can take payments, for the first school */
  stripeAccount: string;
  /** names of the portal and API as they answer here */
  api: string;
  portal: string;
};

const statePath = (localDir: string) => join(localDir, 'state.json');

export function readState(localDir: string): State | null {
  return readJson<State>(statePath(localDir));
}

export function writeState(localDir: string, state: State): void {
  writeJson(statePath(localDir), state);
}

/** A state file stands only while the stack that it describes runs. */
export function removeState(localDir: string): void {
  rmSync(statePath(localDir), { force: true });
}
