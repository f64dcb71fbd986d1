import { run } from '../../../../lib/guardrails/engine';
import { RULE as AWS_006 } from '../../../../lib/guardrails/rules/aws/no-secret-in-environment';
import { RULE as AWS_005 } from '../../../../lib/guardrails/rules/aws/no-secret-in-state';
import { Model } from '../../../../lib/terraform/model';
import { readStack } from '../../../../lib/terraform/read-stack';
import { JsonObject } from '../../../../lib/terraform/value';

const SECRET = 'hunter2.Pa55';

function messages(resource: JsonObject): string[] {
  const terraform = { resource, variable: { open: {} } };
  const { findings } = run(new Model([readStack('stack', 'stack.tf.json', terraform)]), [AWS_005, AWS_006]);
  return findings.map(({ message }) => message);
}

test('no message shows a secret, however it is written', () => {
  const found = messages({
    random_password: { db: {} },
    aws_db_instance: {
      literal: { password: SECRET },
      expression: { password: `\${format("%s", "${SECRET}")}` },
      either: { password: `\${var.open ? null : "${SECRET}"}` },
      joined: { password: `${SECRET}-\${random_password.db.id}` },
    },
    aws_secretsmanager_secret_version: { db: { secret_string: `\${jsonencode({ password = "${SECRET}" })}` } },
    aws_lambda_function: { db: { environment: { variables: { DB_PASSWORD: SECRET } } } },
    aws_instance: {
      plain: { user_data: `DB_PASSWORD=${SECRET}` },
      mixed: { user_data: `DB_PASSWORD=${SECRET}\n\${random_password.db.id}` },
      url: { user_data: `\${base64encode("postgres://app:${SECRET}@db/orders")}` },
    },
    aws_ecs_task_definition: {
      db: {
        container_definitions: JSON.stringify([{ environment: [{ name: 'DB_PASSWORD', value: SECRET }] }]),
      },
    },
  });
  expect(found).toHaveLength(10);
  expect(found.filter((message) => message.includes('hunter2') || message.includes('Pa55'))).toEqual([]);
});

test('a value is named by what it refers to', () => {
  expect(
    messages({ random_password: { db: {} }, aws_db_instance: { db: { password: '${random_password.db.result}' } } })
  ).toEqual([
    'password is set to what random_password.db.result holds, and stands in the state unencrypted: use manage_master_user_password = true, or password_wo',
  ]);
});
