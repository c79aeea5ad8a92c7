/** The parts of a CloudFormation template that the runner reads. */
export type Resource = {
  Type: string;
  Condition?: string;
  Properties?: Record<string, unknown>;
};

export type Template = {
  Resources: Record<string, Resource>;
  Parameters?: Record<string, { Type: string; Default?: unknown }>;
  Conditions?: Record<string, unknown>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown }; Condition?: string }>;
};

/** One stack of the assembly: its template and where its uploaded files lie on this disk. */
export type StackTemplate = {
  stackName: string;
  template: Template;
  /** asset hash -> folder or file, from the stack's `*.assets.json` */
  assets: Map<string, string>;
};

/** The template holds something the runner does not know. Printed as one line, without a stack trace. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}
