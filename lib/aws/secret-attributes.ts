/** An attribute whose value is a secret, and what keeps the secret out of the state instead. */
export interface SecretAttribute {
  /** `password`, or `user.password` within every block of the name. */
  readonly path: string;
  /** The attribute that says whether it holds a secret at all, and the values that say yes. */
  readonly only?: { readonly attribute: string; readonly is: readonly string[] };
  readonly instead: string;
}

const MANAGED = 'manage_master_user_password = true, or';

/** Where types keep secrets. What the provider only writes (`…_wo`) is in no state, and is not listed. */
export const SECRET_ATTRIBUTES: { readonly [type: string]: readonly SecretAttribute[] } = {
  aws_bedrockagentcore_api_key_credential_provider: [{ path: 'api_key', instead: 'api_key_wo' }],
  aws_codebuild_source_credential: [
    {
      path: 'token',
      only: { attribute: 'auth_type', is: ['BASIC_AUTH', 'PERSONAL_ACCESS_TOKEN'] },
      instead: 'auth_type CODECONNECTIONS or SECRETS_MANAGER',
    },
  ],
  aws_db_instance: [{ path: 'password', instead: `${MANAGED} password_wo` }],
  aws_dms_endpoint: [{ path: 'password', instead: 'secrets_manager_arn' }],
  aws_docdb_cluster: [{ path: 'master_password', instead: `${MANAGED} master_password_wo` }],
  aws_docdbelastic_cluster: [
    {
      path: 'admin_user_password',
      only: { attribute: 'auth_type', is: ['PLAIN_TEXT'] },
      instead: 'auth_type SECRET_ARN',
    },
  ],
  aws_elasticache_replication_group: [
    { path: 'auth_token', instead: 'user_group_ids with users that authenticate by IAM' },
  ],
  aws_elasticache_user: [
    { path: 'passwords', instead: 'authentication_mode of type iam' },
    { path: 'authentication_mode.passwords', instead: 'authentication_mode of type iam' },
  ],
  aws_kms_ciphertext: [{ path: 'plaintext', instead: 'plaintext_wo' }],
  aws_memorydb_user: [{ path: 'authentication_mode.passwords', instead: 'authentication_mode of type iam' }],
  aws_mq_broker: [
    { path: 'user.password', instead: 'a password that is changed outside Terraform, and a waiver' },
    {
      path: 'ldap_server_metadata.service_account_password',
      instead: 'a password that is changed outside Terraform, and a waiver',
    },
  ],
  aws_opensearch_domain: [
    {
      path: 'advanced_security_options.master_user_options.master_user_password',
      instead: 'master_user_arn',
    },
  ],
  aws_rds_cluster: [{ path: 'master_password', instead: `${MANAGED} master_password_wo` }],
  aws_redshift_cluster: [{ path: 'master_password', instead: 'manage_master_password = true, or master_password_wo' }],
  aws_redshiftserverless_namespace: [
    { path: 'admin_user_password', instead: 'manage_admin_password = true, or admin_user_password_wo' },
  ],
  aws_secretsmanager_secret_version: [
    { path: 'secret_string', instead: 'secret_string_wo' },
    { path: 'secret_binary', instead: 'secret_string_wo' },
  ],
  aws_ssm_parameter: [{ path: 'value', only: { attribute: 'type', is: ['SecureString'] }, instead: 'value_wo' }],
  aws_transfer_host_key: [{ path: 'host_key_body', instead: 'host_key_body_wo' }],
};
