import { RESOURCE_TYPES } from './types';
import { SecretAttribute } from './types/resource-type';

/** What the provider offers in the place of a secret: nothing, for most services. */
const ELSEWHERE = 'a secret that is set outside of Terraform: the provider has no argument that keeps it out';
const BY_ACM = 'a certificate that ACM issues';
const BY_SECRETS_MANAGER = 'secrets_manager_configuration';

/**
 * The attributes that take a secret, of the types that nothing else of the table is known of, or beside what it says of them. By the mark
 * `sensitive` of the provider's schema, without what is marked and is no secret: names of users, certificates, payloads.
 */
const OTHERS: { readonly [type: string]: { readonly [instead: string]: readonly string[] } } = {
  aws_acm_certificate: { [BY_ACM]: ['private_key'] },
  aws_alb_listener: { [ELSEWHERE]: ['default_action.authenticate_oidc.client_secret'] },
  aws_alb_listener_rule: { [ELSEWHERE]: ['action.authenticate_oidc.client_secret'] },
  aws_amplify_app: {
    'the GitHub app of Amplify': ['access_token', 'oauth_token'],
    [ELSEWHERE]: ['basic_auth_credentials', 'auto_branch_creation_config.basic_auth_credentials'],
  },
  aws_amplify_branch: { [ELSEWHERE]: ['basic_auth_credentials'] },
  aws_api_gateway_api_key: { 'a key that API Gateway makes, and no key to authenticate anyone': ['value'] },
  aws_api_gateway_domain_name: { [BY_ACM]: ['certificate_private_key'] },
  aws_appfabric_app_authorization: {
    [ELSEWHERE]: ['credential.api_key_credential.api_key', 'credential.oauth2_credential.client_secret'],
  },
  aws_appflow_connector_profile: {
    [ELSEWHERE]: [
      'amplitude.secret_key',
      'custom_connector.basic.password',
      'custom_connector.custom.credentials_map',
      'custom_connector.oauth2.access_token',
      'custom_connector.oauth2.client_secret',
      'google_analytics.access_token',
      'google_analytics.client_secret',
      'honeycode.access_token',
      'infor_nexus.secret_access_key',
      'marketo.access_token',
      'marketo.client_secret',
      'redshift.password',
      'salesforce.access_token',
      'sapo_data.basic_auth_credentials.password',
      'sapo_data.oauth_credentials.access_token',
      'service_now.password',
      'slack.access_token',
      'slack.client_secret',
      'snowflake.password',
      'trendmicro.api_secret_key',
      'veeva.password',
      'zendesk.access_token',
      'zendesk.client_secret',
    ].map((path) => `connector_profile_config.connector_profile_credentials.${path}`),
  },
  aws_appstream_directory_config: { [ELSEWHERE]: ['service_account_credentials.account_password'] },
  aws_chime_voice_connector_termination_credentials: { [ELSEWHERE]: ['credentials.password'] },
  aws_cloudwatch_event_connection: {
    [ELSEWHERE]: [
      'auth_parameters.api_key.value',
      'auth_parameters.basic.password',
      'auth_parameters.oauth.client_parameters.client_secret',
    ],
  },
  aws_codepipeline_webhook: { [ELSEWHERE]: ['authentication_configuration.secret_token'] },
  aws_cognito_user: { 'the invitation that Cognito sends': ['password', 'temporary_password'] },
  aws_connect_user: { [ELSEWHERE]: ['password'] },
  aws_datasync_location_fsx_ontap_file_system: { [ELSEWHERE]: ['protocol.smb.password'] },
  aws_datasync_location_fsx_windows_file_system: { [ELSEWHERE]: ['password'] },
  aws_datasync_location_object_storage: { [ELSEWHERE]: ['secret_key'] },
  aws_datasync_location_smb: { [ELSEWHERE]: ['password'] },
  aws_directory_service_directory: { [ELSEWHERE]: ['password'] },
  aws_directory_service_radius_settings: { [ELSEWHERE]: ['shared_secret'] },
  aws_dms_endpoint: {
    [ELSEWHERE]: [
      'kafka_settings.sasl_password',
      'kafka_settings.ssl_client_key_password',
      'redis_settings.auth_password',
    ],
  },
  aws_elasticsearch_domain: {
    master_user_arn: ['advanced_security_options.master_user_options.master_user_password'],
  },
  aws_emr_cluster: {
    [ELSEWHERE]: [
      'kerberos_attributes.ad_domain_join_password',
      'kerberos_attributes.cross_realm_trust_principal_password',
      'kerberos_attributes.kdc_admin_password',
    ],
  },
  aws_fsx_ontap_file_system: { [ELSEWHERE]: ['fsx_admin_password'] },
  aws_fsx_ontap_storage_virtual_machine: {
    [ELSEWHERE]: [
      'active_directory_configuration.self_managed_active_directory_configuration.password',
      'svm_admin_password',
    ],
  },
  aws_fsx_windows_file_system: { [ELSEWHERE]: ['self_managed_active_directory.password'] },
  aws_glue_job: { 'a connection of CodeConnections': ['source_control_details.auth_token'] },
  aws_iam_server_certificate: { [BY_ACM]: ['private_key'] },
  aws_kinesis_firehose_delivery_stream: {
    [BY_SECRETS_MANAGER]: [
      'http_endpoint_configuration.access_key',
      'redshift_configuration.password',
      'snowflake_configuration.key_passphrase',
      'snowflake_configuration.private_key',
    ],
  },
  aws_kms_external_key: { 'key material that is imported outside of Terraform': ['key_material_base64'] },
  aws_kms_replica_external_key: { 'key material that is imported outside of Terraform': ['key_material_base64'] },
  aws_lb_listener: { [ELSEWHERE]: ['default_action.authenticate_oidc.client_secret'] },
  aws_lb_listener_rule: { [ELSEWHERE]: ['action.authenticate_oidc.client_secret'] },
  aws_lightsail_database: { [ELSEWHERE]: ['master_password'] },
  aws_opsworks_application: {
    [ELSEWHERE]: ['app_source.password', 'app_source.ssh_key', 'ssl_configuration.private_key'],
  },
  aws_opsworks_rds_db_instance: { [ELSEWHERE]: ['db_password'] },
  aws_opsworks_stack: { [ELSEWHERE]: ['custom_cookbooks_source.password', 'custom_cookbooks_source.ssh_key'] },
  aws_pinpoint_adm_channel: { [ELSEWHERE]: ['client_secret'] },
  aws_pinpoint_apns_channel: { [ELSEWHERE]: ['private_key', 'token_key'] },
  aws_pinpoint_apns_sandbox_channel: { [ELSEWHERE]: ['private_key', 'token_key'] },
  aws_pinpoint_apns_voip_channel: { [ELSEWHERE]: ['private_key', 'token_key'] },
  aws_pinpoint_apns_voip_sandbox_channel: { [ELSEWHERE]: ['private_key', 'token_key'] },
  aws_pinpoint_baidu_channel: { [ELSEWHERE]: ['api_key', 'secret_key'] },
  aws_pinpoint_gcm_channel: { [ELSEWHERE]: ['api_key', 'service_json'] },
  aws_quicksight_data_source: { 'credentials.secret_arn': ['credentials.credential_pair.password'] },
  aws_redshift_hsm_configuration: { [ELSEWHERE]: ['hsm_partition_password'] },
  aws_s3_object_copy: { 'SSE-KMS, with a key that KMS keeps': ['customer_key', 'source_customer_key'] },
  aws_sagemaker_workforce: { [ELSEWHERE]: ['oidc_config.client_secret'] },
  aws_securitylake_subscriber_notification: {
    [ELSEWHERE]: ['configuration.https_notification_configuration.authorization_api_key_value'],
  },
  aws_sesv2_email_identity: { 'Easy DKIM': ['dkim_signing_attributes.domain_signing_private_key'] },
  aws_sns_platform_application: { [ELSEWHERE]: ['platform_credential'] },
  aws_storagegateway_file_system_association: { [ELSEWHERE]: ['password'] },
  aws_storagegateway_gateway: { [ELSEWHERE]: ['smb_active_directory_settings.password', 'smb_guest_password'] },
  aws_timestreaminfluxdb_db_instance: { [ELSEWHERE]: ['password'] },
  aws_transfer_certificate: { [ELSEWHERE]: ['private_key'] },
  aws_transfer_server: { 'the host key that Transfer Family makes': ['host_key'] },
  aws_verifiedaccess_trust_provider: {
    [ELSEWHERE]: ['native_application_oidc_options.client_secret', 'oidc_options.client_secret'],
  },
  aws_vpn_connection: {
    'preshared_key_storage = SecretsManager': ['tunnel1_preshared_key', 'tunnel2_preshared_key'],
  },
};

/** The attributes of a type whose value is a secret that ends up in the state. */
export function secretsOf(type: string): readonly SecretAttribute[] {
  return SECRETS.get(type) ?? [];
}

const SECRETS: ReadonlyMap<string, readonly SecretAttribute[]> = new Map(
  [...new Set([...Object.keys(RESOURCE_TYPES), ...Object.keys(OTHERS)])].flatMap((type) => {
    const others = Object.entries(OTHERS[type] ?? {}).flatMap(([instead, paths]) =>
      paths.map((path): SecretAttribute => ({ path, instead }))
    );
    const all = [...(RESOURCE_TYPES[type]?.secrets ?? []), ...others];
    return all.length > 0 ? [[type, all] as const] : [];
  })
);

/** The types that take secrets. */
export const TAKING_SECRETS: readonly string[] = [...SECRETS.keys()].sort();
