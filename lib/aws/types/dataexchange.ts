import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Data Exchange',
  types: {
    aws_dataexchange_event_action: {
      noun: 'export of revisions',
      atRest: {
        data: 'personal',
        parts: [
          {
            blocks: 'action.export_revision_to_s3',
            settings: [
              { attribute: 'encryption.type', is: ['aws:kms'], otherwise: 'a key that S3 owns encrypts the copies' },
            ],
            key: 'encryption.kms_key_arn',
          },
        ],
        withoutKey: 'a key that S3 owns encrypts the copies',
        facts: 'Data Exchange copies each new revision to a bucket, encrypted as the action says.',
        sources: ['https://docs.aws.amazon.com/data-exchange/latest/apireference/API_ExportServerSideEncryption.html'],
      },
    },
  },
};
