import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CodeGuru Reviewer',
  types: {
    aws_codegurureviewer_repository_association: {
      noun: 'association of a repository',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'kms_key_details.encryption_option',
            is: ['CUSTOMER_MANAGED_CMK'],
            default: 'AWS_OWNED_CMK',
            otherwise: 'a key that AWS owns encrypts the code',
          },
        ],
        key: 'kms_key_details.kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'CodeGuru Reviewer copies code, and encrypts the copy, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/codeguru/latest/reviewer-api/API_AssociateRepository.html'],
      },
    },
  },
};
