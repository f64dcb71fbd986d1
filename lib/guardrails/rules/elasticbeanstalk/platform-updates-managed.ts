import { configured } from '../../../terraform/configured';
import { Block } from '../../../terraform/block';
import { Value, describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const NAMESPACE = 'aws:elasticbeanstalk:managedactions';
const NAME = 'ManagedActionsEnabled';

/** Platforms of Elastic Beanstalk that stay patched. */
export const RULE: ResourceRule = {
  id: 'ELASTICBEANSTALK-001',
  name: 'platform-updates-managed',
  title: 'An environment of Elastic Beanstalk takes updates of its platform by itself',
  severity: 'medium',
  claims: ['5.1.2.c', '9.1.d'],
  rationale:
    'A platform of Elastic Beanstalk is an operating system with a runtime and a web server. AWS publishes patched versions of it, and an environment stays on the version that it was made with unless managed platform updates are on, which they are not by default when Terraform makes it. A template that the environment is made from may switch them on too, and then decides.',
  fix: `Add a \`setting\` with \`namespace\` ${NAMESPACE}, \`name\` ${NAME} and \`value\` true, and in the same way a PreferredStartTime, an UpdateLevel (in ${NAMESPACE}:platformupdate) and a ServiceRoleForManagedUpdates.`,
  sources: [
    'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html',
    'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
    'AWS Security Hub ElasticBeanstalk.2',
  ],
  types: ['aws_elastic_beanstalk_environment'],
  check: (environment) => {
    const settings = environment.blocks('setting');
    const whole = settings.length === 0 ? configured(environment, 'setting') : undefined;
    if (isUnknown(whole)) return unknownAttribute('setting', whole);
    const own = settings.filter((setting) => is(setting, 'namespace', NAMESPACE) && is(setting, 'name', NAME));
    const [one] = own;
    if (one !== undefined) return valueVerdict(one.get('value'));
    const open = settings.find((setting) => isUnknown(setting.get('namespace')) || isUnknown(setting.get('name')));
    if (open) return undetermined(`only a plan can tell what a setting of the environment is about`);
    const template = configured(environment, 'template_name');
    if (template !== undefined) return undetermined(`template_name is ${describe(template)}, which may say it`);
    return violated(`no setting has ${NAMESPACE} ${NAME}: the platform stays as it is`);
  },
};

function valueVerdict(value: Value): ReturnType<typeof violated> {
  if (isUnknown(value)) return unknownAttribute(`the value of ${NAME}`, value);
  const isOn = isTrue(value) || (typeof value === 'string' && value.toLowerCase() === 'true');
  return isOn ? MET : violated(`${NAME} is ${describe(value)}: the platform stays as it is`);
}

function is(setting: Block, attribute: string, text: string): boolean {
  return setting.get(attribute) === text;
}
