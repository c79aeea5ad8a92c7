/**
 * What each `code` inside `errors` means, beside the problem code `invalid`. `GET /errors` publishes
 * it; a test holds it to the codes that schemas and use cases really give.
 */
export const FIELD_CODES: Readonly<Record<string, string>> = {
  // the schema library's own, as `functions/shared/input.ts` passes them on
  required: 'The field is missing.',
  unknown_field: 'No such field is known here.',
  invalid_type: 'Another type of JSON value is expected.',
  invalid_value: 'It is none of the values that are taken.',
  invalid_format: 'The text does not have the expected form.',
  invalid_union: 'It has none of the shapes that are taken.',
  invalid_key: 'A field has a name that is not taken.',
  invalid_element: 'An entry is not as expected.',
  not_multiple_of: 'It is no multiple of the step that is taken.',
  too_small: 'It is too small, too short or too few.',
  too_big: 'It is too large, too long or too many.',
  custom: 'It breaks a rule that `message` states.',
  // ours
  invalid: 'It does not have the expected form.',
  control_characters: 'The text must be one line without control characters.',
  invalid_email: 'It is no e-mail address that we can send to.',
  invalid_phone: 'It is no phone number, read the way the country of the school does.',
  invalid_birth_date: 'Nobody can have this birth date.',
  invalid_cursor: 'The cursor was altered, or belongs to another list.',
  weak_password: 'The password is too easy to guess.',
  guardian_required: 'A student under 18 needs a guardian.',
  terms_version: 'Another version of the terms is in force.',
  terms_not_granted: 'The terms must be accepted.',
  not_a_course: 'The service is no course.',
  wrong_currency: 'The school has another currency.',
  unknown_exemption: 'No such VAT exemption is known.',
  duplicate: 'The same thing is there twice.',
  whole_minute: 'Bookings begin on a whole minute.',
  incomplete: 'Something that must be there is missing.',
  invalid_time: 'It is no date and time, or none that the clocks of the school show just once.',
  not_after_from: 'It must come after the beginning.',
  overlap: 'Two windows of one day overlap.',
  too_long: 'The span is longer than what is taken.',
  invalid_policy: 'Give hoursBefore alone, or workingDaysBefore and clock.',
  template_syntax:
    'The text is no Liquid that is taken; `line` and `column` say where it goes wrong.',
  unknown_variable: 'The text uses a variable that this message does not have.',
  html_not_allowed: 'The HTML has a tag, an attribute or an address that mails may not have.',
  missing_link: 'The message is about its link, and the text does not use it.',
  no_sms: 'This message never goes by SMS.',
  too_many_segments: 'The text makes more SMS than the school pays for.',
  exempt: 'What is exempt from VAT has no VAT rate.',
};
