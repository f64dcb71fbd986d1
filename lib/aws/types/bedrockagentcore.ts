import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Bedrock AgentCore',
  types: {
    aws_bedrockagentcore_api_key_credential_provider: {
      noun: 'credential provider',
      secrets: [{ path: 'api_key', instead: 'api_key_wo' }],
    },
  },
};
