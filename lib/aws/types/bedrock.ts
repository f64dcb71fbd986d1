import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Bedrock',
  types: {
    aws_bedrock_custom_model: {
      noun: 'custom model',
      atRest: {
        data: 'personal',
        key: 'custom_model_kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'A custom model may repeat what it was trained with. Bedrock encrypts it, by default with a key that AWS manages.',
        sources: ['https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-custom-job.html'],
      },
    },
    aws_bedrock_guardrail: {
      noun: 'guardrail',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'Bedrock encrypts a guardrail, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-kms.html'],
      },
    },
    aws_bedrockagent_agent: {
      noun: 'agent',
      atRest: {
        data: 'personal',
        key: 'customer_encryption_key_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'Bedrock encrypts an agent and its sessions, by default with a key that AWS manages.',
        sources: ['https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html'],
      },
    },
    aws_bedrockagent_data_source: {
      noun: 'data source of a knowledge base',
      atRest: {
        data: 'personal',
        key: 'server_side_encryption_configuration.kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Bedrock encrypts the copies that it makes while it reads a data source, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-kb.html'],
      },
    },
    aws_bedrockagent_flow: {
      noun: 'flow of Bedrock',
      atRest: {
        data: 'personal',
        key: 'customer_encryption_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'Bedrock encrypts a flow, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-flows.html'],
      },
    },
    aws_bedrockagent_prompt: {
      noun: 'prompt',
      atRest: {
        data: 'personal',
        key: 'customer_encryption_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'Bedrock encrypts a prompt, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-prompts.html'],
      },
    },
  },
};
