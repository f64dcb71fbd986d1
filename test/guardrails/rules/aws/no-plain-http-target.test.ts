import { run } from '../../../../lib/guardrails/engine';
import { RULE as AWS_008 } from '../../../../lib/guardrails/rules/aws/no-plain-http-target';
import { JsonObject } from '../../../../lib/terraform/value';
import { resources } from '../../../support/models';

/** What the rule says of a function with some environment: its outcome and the messages. */
function judge(variables: JsonObject): { outcome: string; messages: string[] } {
  const report = run(resources({ aws_lambda_function: { it: { environment: { variables } } } }), [AWS_008]);
  const [found] = report.outcomes;
  return {
    outcome: (['met', 'violated', 'undetermined'] as const).filter((name) => found[name].length > 0).join(),
    messages: report.findings.map(({ message }) => message),
  };
}

test.each<[string, string]>([
  ['https://stock.internal', 'met'],
  ['http://stock.internal', 'violated'],
  ['HTTP://STOCK.INTERNAL', 'violated'],
  ['http://${var.open}', 'violated'],
  ['http://localhost', 'met'],
  ['http://localhost:2773/x', 'met'],
  ['http://localhost.example.com', 'violated'],
  ['http://127.0.0.1:8080', 'met'],
  ['http://127.0.0.1.example.com', 'violated'],
  ['http://169.254.169.254/latest', 'met'],
  ['http://169.254.169.254.example.com', 'violated'],
  ['http://[::1]:8080/', 'met'],
  ['http://10.0.0.8:9200', 'violated'],
  ['see http://stock.internal', 'met'],
  ['${var.open}', 'undetermined'],
  ['${var.open}://stock.internal', 'undetermined'],
  ['https://${var.open}', 'met'],
  ['${aws_lb.stock.dns_name}', 'met'],
])('the address %s: %s', (address, expected) => {
  expect(judge({ URL: address }).outcome).toBe(expected);
});

test.each(['HTTP_PROXY', 'https_proxy', 'ALL_PROXY'])('%s may be plain', (name) => {
  expect(judge({ [name]: 'http://proxy.internal:3128' }).outcome).toBe('met');
});

test('an address with a password stays out of the message', () => {
  expect(judge({ STOCK_URL: 'http://shop:hunter2@stock.internal', TABLE: 'orders' }).messages).toEqual([
    'an address that is called unencrypted stands in environment.variables.STOCK_URL',
  ]);
});
