/** The parts of a CloudFormation template that the runner reads. */
export type Resource = {
  Type: string;
  Condition?: string;
  Properties?: Record<string, unknown>;
  DeletionPolicy?: string;
};

export type Output = {
  Value: unknown;
  Description?: string;
  Export?: { Name: unknown };
  Condition?: string;
};

export type Template = {
  Description?: string;
  Resources: Record<string, Resource>;
  Parameters?: Record<string, { Type: string; Default?: unknown; NoEcho?: unknown }>;
  Rules?: Record<string, { Assertions?: { Assert: unknown; AssertDescription?: string }[] }>;
  Conditions?: Record<string, unknown>;
  Outputs?: Record<string, Output>;
};

/** One stack of the assembly: its template and where its uploaded files lie on this disk. */
export type StackTemplate = {
  stackName: string;
  template: Template;
  /** asset hash -> folder or file, from the stack's `*.assets.json` */
  assets: Map<string, string>;
  /** what a deploy gave the template's parameters; their defaults where it gave nothing */
  parameters?: Readonly<Record<string, unknown>>;
  stackId?: string;
};

/** The template holds something the runner does not know. Printed as one line, without a stack trace. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}
