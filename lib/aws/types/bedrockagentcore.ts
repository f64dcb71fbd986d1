import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Bedrock AgentCore',
  types: {
    aws_bedrockagentcore_api_key_credential_provider: {
      noun: 'credential provider',
      secrets: [{ path: 'api_key', instead: 'api_key_wo' }],
    },
    aws_bedrockagentcore_memory: {
      noun: 'memory of agents',
      atRest: {
        data: 'personal',
        key: 'encryption_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'A memory keeps what people told an agent. AgentCore encrypts it, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_CreateMemory.html'],
      },
    },
    aws_bedrockagentcore_gateway: {
      noun: 'gateway of agents',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'AgentCore encrypts the configuration of a gateway, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_CreateGateway.html'],
      },
    },
    aws_bedrockagentcore_token_vault_cmk: {
      noun: 'key of the token vault',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'kms_configuration.key_type',
            is: ['CustomerManagedKey'],
            otherwise: 'tokens are encrypted with a key that AWS owns',
          },
        ],
        key: 'kms_configuration.kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'The token vault keeps the tokens and keys with which agents sign in elsewhere.',
        sources: [
          'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_SetTokenVaultCMK.html',
        ],
      },
    },
  },
};
