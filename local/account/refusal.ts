/** A call is refused as AWS refuses it: an error code and a sentence. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
