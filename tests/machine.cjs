/**
 * Loaded before `tests/run.ts`, which an older Node could not even read: says by name what is
 * missing. `npm ci` brings Node 24 as an optional package, for Linux and macOS.
 */
const [major] = process.versions.node.split('.');
if (major !== '24') {
  console.error(
    `Node.js 24 is needed, this is ${process.versions.node}: "npm ci" brings it for Linux and macOS, ` +
      'elsewhere install it and run again.',
  );
  console.log('0 passed, 1 failed');
  process.exit(1);
}
