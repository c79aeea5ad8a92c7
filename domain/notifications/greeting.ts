import { cleanLine, greetingName } from './clean-text.ts';

/** What every message begins with: who writes, and to whom. */
export type Greeting = { school: string; name: string | null };

export const PLATFORM_NAME = 'Just Driving';

type Names = { schoolName: string | null; recipientName: string | null };

export function greeting({ schoolName, recipientName }: Names): Greeting {
  return {
    school: schoolName === null ? PLATFORM_NAME : cleanLine(schoolName, 100),
    name: greetingName(recipientName),
  };
}
