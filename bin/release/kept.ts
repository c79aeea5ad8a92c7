import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { losses } from '../../infra/released/losses.ts';
import { statefulIn } from '../../infra/released/stateful.ts';

/** A release that went out to a stage, or back to which the stage went. */
export type Deployment = { commit: string; at: string };

/**
 * The assemblies of a stage's releases, each whole in a folder of its own: templates, and the bundle
 * of every function. A pipeline keeps the folder as its artefact (`RELEASES_DIR` says where).
 */
export class KeptReleases {
  readonly #folder: string;

  constructor(root: string, stage: string) {
    this.#folder = join(root, stage);
  }

  /** Where a release's assembly lies, or will. */
  assembly(commit: string): string {
    return join(this.#folder, commit);
  }

  has(commit: string): boolean {
    return existsSync(join(this.assembly(commit), 'manifest.json'));
  }

  history(): Deployment[] {
    const file = join(this.#folder, 'history.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  }

  /** Notes that a release has been deployed. */
  deployed(deployment: Deployment): void {
    mkdirSync(this.#folder, { recursive: true });
    const history = [...this.history(), deployment];
    writeFileSync(join(this.#folder, 'history.json'), `${JSON.stringify(history, null, 2)}\n`);
  }

  /** The release that was there before the running one; throws when none is known. */
  before(running: string): string {
    const commits = this.history().map(({ commit }) => commit);
    const last = commits.lastIndexOf(running);
    const previous = commits.slice(0, Math.max(last, 0)).findLast((one) => one !== running);
    if (previous === undefined) {
      throw new Error(`no release is known before ${running}: name the commit to go back to`);
    }
    return previous;
  }

  /**
   * What going from one release to another would delete or make anew of what holds something. Throws
   * when one of the two is not kept, since nobody can tell then.
   */
  losses(from: string, to: string): string[] {
    for (const commit of [from, to]) {
      if (!this.has(commit)) throw new Error(`the release ${commit} is not kept here`);
    }
    return losses(statefulIn(this.assembly(from)), statefulIn(this.assembly(to)));
  }
}
