/** The rules by which the texts of AWS managed policies were judged. */
export const MANAGED_POLICY_RULES: readonly string[] = ['IAM-001', 'IAM-002', 'IAM-005', 'IAM-006'];

/** The day on which the texts were as they were judged. AWS changes and adds policies at any time. */
export function managedPoliciesAsOf(): string {
  return judged().asOf;
}

let byName: ReadonlyMap<string, readonly string[]> | undefined;

/** The rules that refuse the text of an AWS managed policy. `undefined` of a policy that is not in the list. */
export function refusedBy(policy: string): readonly string[] | undefined {
  byName ??= new Map(
    Object.entries(judged().byRules).flatMap(([rules, names]) => {
      const refusing = rules === '' ? [] : rules.split(' ');
      return names.split(' ').map((name) => [name, refusing] as const);
    })
  );
  return byName.get(policy);
}

/** The list is long, and most runs never ask for it. */
function judged(): (typeof import('./managed-policies.generated'))['JUDGED_POLICIES'] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./managed-policies.generated') as typeof import('./managed-policies.generated')).JUDGED_POLICIES;
}
