/** Attributes that say which thing something is: whatever they will be, they are no setting of it. */
const IDENTITY = /(?:^|[_-])(?:ids?|arns?|names?|identifier|json|bucket|key)$/;
/** Attributes that say where something is, or belong to it: harmless unless somebody set them otherwise. */
const PLACE =
  /(?:^|_)(?:url|urls|uri|endpoints?|address|addresses|domain|zones?|suffix|partition|region|account|user|role|group|family|alias|version|host|revision|fingerprint|thumbprint|cluster|function|topic|queue|stream|ips?|cidr_blocks?)$/;
/** Elements of the language, and resources that hand on what somebody gave them. */
const GIVEN =
  /^(?:local|var|each|count|path|self|terraform|module|known_after_apply)\.|^(?:data\.)?(?:external|http|null_resource|null_data_source|random_\w+|template_file|terraform_data|terraform_remote_state|time_\w+)\./;
/** Maps whose keys somebody chose: what is called `arn` in there may be anything. */
const MAPS = /^(?:tags|tags_all|outputs|data|results?|parameters|variables|var|environment|secret)$/;
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
  const names = attributesOf(reference);
  const last = names.pop();
  // The resource as a whole.
  return last === undefined || (attributes.test(last) && !names.some((name) => MAPS.test(name)));
}

/** Whether a reference to a resource of a type says which one it is, and is no id of something else: of its zone, its key, its owner. */
export function isOwnIdentity(type: string, reference: string): boolean {
  if (CROSS_STACK.test(reference)) return true;
  const [attribute = 'id', ...others] = attributesOf(reference);
  if (others.length > 0) return false;
  const what = attribute.replace(/_?(?:ids?|arns?|names?|identifier|url)$/, '');
  const words = type.split('_');
  return what === '' || what.split('_').every((word) => words.includes(word)) || OF_NETWORK.test(attribute);
}

/** What comes with a network, and is configured through it. */
const OF_NETWORK = /^(?:main|default)_\w+_id$/;

/** The attributes behind the resource that a reference names. */
export function attributesOf(reference: string): string[] {
  let at = reference.indexOf('|') + 1;
  for (let labels = reference.startsWith('data.', at) ? 3 : 2; labels > 0; labels--) {
    const end = reference.indexOf('.', at);
    if (end < 0) return [];
    at = end + 1;
  }
  return reference.slice(at).split('.');
}
