import { undeclaredIn } from '../../../terraform/undeclared';
import { Stack } from '../../../terraform/stack';
import { Result, StackRule, undetermined } from '../../rule';

/** Configurations that declare what they refer to. */
export const RULE: StackRule = {
  id: 'AWS-025',
  name: 'every-reference-declared',
  title: 'Whatever a configuration refers to is declared in it',
  severity: 'medium',
  claims: ['9.2.a'],
  rationale:
    'A key, a log group or a web ACL that somebody removes leaves the references to it behind. What the resources that name it will do without it, no rule can tell; Terraform refuses the configuration, unless a file that was not read declares it. References to resources and data sources of the AWS provider are looked at, those of `depends_on` and of outputs included. In a plan Terraform has resolved all of them.',
  fix: 'Declare what is referred to, or remove what refers to it. Pass the directory where several files make up the configuration.',
  sources: ['https://developer.hashicorp.com/terraform/language/expressions/references'],
  checkStack: (stack) => {
    if (stack.kind !== 'configuration') return [];
    return [
      ...stack.resources.flatMap((resource) => resultOf(resource, undeclaredIn(stack, resource.body))),
      ...[...stack.outputs].flatMap(([name, { body }]) => resultOf(output(stack, name), undeclaredIn(stack, body))),
    ];
  },
};

function output(stack: Stack, name: string): Result['subject'] {
  return { stack, address: `output.${name}` };
}

function resultOf(subject: Result['subject'], missing: string | undefined): Result[] {
  if (missing === undefined) return [];
  const message = `it refers to ${missing}, which nothing that was read declares: what it does without that nobody can tell`;
  return [{ subject, verdict: undetermined(message) }];
}
