import { AclRule, rulesOf } from '../../aws/waf/acl-rules';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { MET, Verdict, undetermined, violated } from '../rule';

/**
 * The verdict on a web ACL that must refuse something by a kind of rule.
 *
 * @param name what a message calls such a rule
 */
export function aclVerdict(model: Model, acl: Resource, does: AclRule['does'], name: string): Verdict {
  const rules = rulesOf(model, acl);
  if (rules.some((rule) => rule.does === does && rule.acts === 'acts')) return MET;
  if (rules.some((rule) => rule.acts !== 'counts' && (rule.does === does || rule.does === 'open'))) {
    return undetermined(`only a plan can tell whether the web ACL refuses anything by a ${name}`);
  }
  const isThere = rules.some((rule) => rule.does === does);
  return violated(
    `the web ACL has no ${name} that refuses anything${isThere ? ': what is there only counts or allows' : ''}`
  );
}
