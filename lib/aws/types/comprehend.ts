import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Comprehend',
  types: {
    aws_comprehend_entity_recognizer: {
      noun: 'entity recognizer',
      atRest: {
        data: 'personal',
        key: 'model_kms_key_id',
        parts: [{ key: 'volume_kms_key_id' }],
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Amazon Comprehend encrypts volumes, models and results, by default with keys that AWS owns. A model holds samples of the text that it was trained with.',
        sources: ['https://docs.aws.amazon.com/comprehend/latest/dg/kms-in-comprehend.html'],
      },
    },
    aws_comprehend_document_classifier: {
      noun: 'document classifier',
      atRest: {
        data: 'personal',
        key: 'model_kms_key_id',
        parts: [{ key: 'volume_kms_key_id' }, { blocks: 'output_data_config', key: 'kms_key_id' }],
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Amazon Comprehend encrypts volumes, models and results, by default with keys that AWS owns. A model holds samples of the text that it was trained with.',
        sources: ['https://docs.aws.amazon.com/comprehend/latest/dg/kms-in-comprehend.html'],
      },
    },
  },
};
