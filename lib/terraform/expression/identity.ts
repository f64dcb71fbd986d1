/** Attributes that say which thing something is: whatever they will be, they are no setting of it. */
const IDENTITY = /(?:^|[_-])(?:ids?|arns?|names?|identifier|json|bucket|key)$/;
/** Attributes that say where something is, or belong to it: harmless unless somebody set them otherwise. */
const PLACE =
  /(?:^|_)(?:url|urls|uri|endpoints?|address|addresses|domain|zones?|suffix|partition|region|account|user|role|group|family|alias|version|host|revision|fingerprint|thumbprint|cluster|function|topic|queue|stream|ips?|cidr_blocks?)$/;
/** Elements of the language, and resources that hand on what somebody gave them. */
const GIVEN =
  /^(?:local|var|each|count|path|self|terraform|module|known_after_apply)\.|^(?:data\.)?(?:external|http|null_resource|null_data_source|random_\w+|template_file|terraform_data|terraform_remote_state|time_\w+)\./;
const CROSS_STACK = /^data\.terraform_remote_state\.cross-stack-reference-input-/;

/** Whether a reference names a resource or a data source. */
export function isReference(reference: string): boolean {
  return CROSS_STACK.test(reference) || !GIVEN.test(reference);
}

/** Whether a reference says which resource is meant: an id, an ARN, a name. */
export function isIdentity(reference: string): boolean {
  return matches(reference, IDENTITY);
}

/** Whether a reference is to a place, such as the range of a network, which nobody need fear where nobody set it. */
export function isPlace(reference: string): boolean {
  return matches(reference, PLACE);
}

function matches(reference: string, attributes: RegExp): boolean {
  if (CROSS_STACK.test(reference)) return true;
  if (GIVEN.test(reference)) return false;
  const names = reference.split('.');
  const shortest = names[0] === 'data' ? 3 : 2;
  // The resource as a whole.
  if (names.length <= shortest) return true;
  return attributes.test(names[names.length - 1]);
}
