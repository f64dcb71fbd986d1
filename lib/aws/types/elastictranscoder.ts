import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Elastic Transcoder',
  types: {
    aws_elastictranscoder_pipeline: {
      noun: 'transcoding pipeline',
      atRest: {
        data: 'personal',
        key: 'aws_kms_key_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'Elastic Transcoder encrypts and decrypts with a key that AWS manages unless one is named.',
        sources: ['https://docs.aws.amazon.com/elastictranscoder/latest/developerguide/create-pipeline.html'],
      },
    },
  },
};
