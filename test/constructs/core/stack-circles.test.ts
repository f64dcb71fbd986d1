import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { EncryptedQueue, Guardrails, Posture } from '../../../lib';
import { messageOf, temporaryApp } from '../../support/synth';

const WAY_OUT =
  "; make both ends of one of them in one stack, move what both refer to into a third stack, or write the value as text that refers to nothing, such as an ARN made of a name that you set: 'arn:aws:events:eu-central-1:111122223333:rule/orders'";

function stacksIn(app: App, ...ids: string[]): TerraformStack[] {
  Posture.set(app, { owner: 'tests', retentionDays: 400 });
  return ids.map((id) => {
    const stack = new TerraformStack(app, id);
    new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
    return stack;
  });
}

function parameter(stack: TerraformStack, id: string, value: string): SsmParameter {
  return new SsmParameter(stack, id, { name: id, type: 'String', value });
}

describe('a circle of stacks is refused with the constructs that make it', () => {
  test('by a queue that allows a service of a later stack', () => {
    const app = temporaryApp();
    const [data, service] = stacksIn(app, 'data', 'service');
    const jobs = new EncryptedQueue(data, 'Jobs');
    const rule = new CloudwatchEventRule(service, 'Nightly', { scheduleExpression: 'rate(1 day)' });
    jobs.allowService('events.amazonaws.com', rule.arn);
    parameter(service, 'Worker', jobs.queueUrl);
    expect(messageOf(() => app.synth())).toBe(
      `[service/Worker] 'references' must lead one way between stacks, since Terraform applies one after the other, got ["service/Worker refers to data/Jobs (aws_sqs_queue.Jobs_DF1CC2D4.url)", "data/Jobs/Policy refers to service/Nightly (aws_cloudwatch_event_rule.Nightly.arn)"]${WAY_OUT}`
    );
  });

  test('and goes through what the text of the ARN takes away', () => {
    const app = temporaryApp();
    const [data, service] = stacksIn(app, 'data', 'service');
    const jobs = new EncryptedQueue(data, 'Jobs');
    new CloudwatchEventRule(service, 'Nightly', { name: 'nightly', scheduleExpression: 'rate(1 day)' });
    jobs.allowService('events.amazonaws.com', 'arn:aws:events:eu-central-1:111122223333:rule/nightly');
    parameter(service, 'Worker', jobs.queueUrl);
    app.synth();
    expect(service.dependsOn(data)).toBe(true);
  });

  test('over three stacks, of which one comes after another by what the program says', () => {
    const app = temporaryApp();
    const [first, second, third] = stacksIn(app, 'first', 'second', 'third');
    new EncryptedQueue(first, 'Queue');
    second.addDependency(first);
    parameter(third, 'Two', parameter(second, 'One', 'text').arn);
    parameter(first, 'Three', parameter(third, 'Four', 'text').arn);
    expect(messageOf(() => app.synth())).toBe(
      `[third/Two] 'references' must lead one way between stacks, since Terraform applies one after the other, got ["third/Two refers to second/One (aws_ssm_parameter.One.arn)", "second comes after first by addDependency", "first/Three refers to third/Four (aws_ssm_parameter.Four.arn)"]${WAY_OUT}`
    );
  });

  test('in an app of raw resources that enforces the guardrails, by a variable', () => {
    const app = temporaryApp();
    const [first, second] = stacksIn(app, 'first', 'second');
    Guardrails.enforce(app);
    const name = new TerraformVariable(first, 'name', {});
    parameter(second, 'Two', name.stringValue);
    new SqsQueue(first, 'Queue', { name: parameter(second, 'One', 'text').name });
    expect(messageOf(() => app.synth())).toBe(
      `[second/Two] 'references' must lead one way between stacks, since Terraform applies one after the other, got ["second/Two refers to first/name (var.name)", "first/Queue refers to second/One (aws_ssm_parameter.One.name)"]${WAY_OUT}`
    );
  });

  test('and the trace of the error says the same', () => {
    const app = temporaryApp();
    const [first, second] = stacksIn(app, 'first', 'second');
    new EncryptedQueue(first, 'Queue');
    parameter(first, 'A', parameter(second, 'B', 'text').arn);
    parameter(second, 'C', parameter(first, 'D', 'text').arn);
    let error: unknown;
    try {
      app.synth();
    } catch (thrown) {
      error = thrown;
    }
    expect((error as Error).stack).toMatch(/^ValidationError: \[second\/C\] 'references' must lead one way/);
    expect((error as Error).stack).not.toContain('Resolution error');
  });
});
