/** The two Danish platforms that schools are connected to. */
export const PLATFORMS = ['e-teori', 'findkoreskole'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Every event that a platform may have to be told of. The subscription is this list. */
export const PLATFORM_EVENTS = [
  'StudentEnrolled',
  'MembershipActivated',
  'SchoolChanged',
  'SettingsChanged',
  'ServiceChanged',
  'BookingTypeChanged',
] as const;
