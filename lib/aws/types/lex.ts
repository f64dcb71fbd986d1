import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Lex',
  types: {
    aws_lex_bot_alias: {
      noun: 'bot alias',
      atRest: {
        data: 'personal',
        parts: [
          {
            blocks: 'conversation_logs.log_settings',
            only: { attribute: 'destination', is: 'S3' },
            key: 'kms_key_arn',
          },
        ],
        withoutKey: 'audio is encrypted as its bucket says',
        facts:
          'Lex writes recordings of what people say to a bucket, and encrypts them itself only under a key that is named.',
        sources: ['https://docs.aws.amazon.com/lex/latest/dg/API_LogSettingsRequest.html'],
      },
    },
  },
};
