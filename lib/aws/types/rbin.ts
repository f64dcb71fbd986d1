import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Recycle Bin',
  types: {
    aws_rbin_rule: {
      noun: 'recycle bin',
      retention: {
        attribute: 'retention_period.retention_period_value',
        unit: 'days',
        facts:
          'Recycle Bin keeps snapshots, images and volumes after somebody deleted them, for as many days as its rule sets, and nobody can empty it before. While the rule is locked, nobody can shorten it either. The data class is that of the rule: its tag, or the posture. Whether a rule covers a whole region or what carries a tag is not looked at.',
        sources: [
          'https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin.html',
          'https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin-create-rule.html',
          'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 17)',
        ],
      },
    },
  },
};
