import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The letters of printed documents: Noto Sans (SIL Open Font License 1.1), which has every Latin
 * letter there is, and Greek and Cyrillic. A PDF carries the few glyphs that it uses.
 *
 * The build evaluates this file and puts the fonts into the bundle (`infra/build/plugins.ts`).
 */
const require = createRequire(import.meta.url);

export const REGULAR: Buffer = font('400Regular');
export const BOLD: Buffer = font('600SemiBold');

function font(weight: string): Buffer {
  return readFileSync(
    require.resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`),
  );
}
