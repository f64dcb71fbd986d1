import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Chime SDK',
  types: {
    aws_chime_voice_connector_logging: {
      noun: 'logging of a Voice Connector',
      logs: {
        what: 'its calls',
        ways: [[{ attribute: 'enable_sip_logs', is: [true], default: false }]],
        otherwise: 'no log says who called whom',
        facts: 'A Voice Connector logs the SIP messages of its calls where that is switched on, and none by default.',
        sources: ['https://docs.aws.amazon.com/chime-sdk/latest/ag/monitoring-cloudwatch.html'],
      },
    },
    aws_chimesdkvoice_voice_profile_domain: {
      noun: 'domain of voice profiles',
      atRest: {
        data: 'personal',
        key: 'server_side_encryption_configuration.kms_key_arn',
        withoutKey: 'no key encrypts the voices',
        facts:
          'A voice profile tells people apart by their voice, which makes it biometric data. Its domain names the key that encrypts the recordings.',
        sources: [
          'https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_CreateVoiceProfileDomain.html',
        ],
      },
    },
    aws_chimesdkmediapipelines_media_insights_pipeline_configuration: {
      noun: 'pipeline of media insights',
      atRest: {
        data: 'personal',
        parts: [
          {
            blocks: 'elements.amazon_transcribe_call_analytics_processor_configuration.post_call_analytics_settings',
            key: 'output_encryption_kms_key_id',
          },
        ],
        withoutKey: 'a key that S3 owns encrypts the transcripts',
        facts:
          'What a call was about is written to a bucket, under the key that the pipeline names, or a key that S3 owns.',
        sources: [
          'https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_media-pipelines-chime_PostCallAnalyticsSettings.html',
        ],
      },
    },
    aws_chime_voice_connector: {
      noun: 'voice connector',
      inTransit: {
        demand: 'takes only encrypted calls',
        settings: [{ attribute: 'require_encryption', is: [true], otherwise: 'calls may pass unencrypted' }],
        facts:
          'A voice connector that requires encryption takes SIP over TLS and media by SRTP only; otherwise it takes calls across the internet unencrypted as well.',
        sources: ['https://docs.aws.amazon.com/chime-sdk/latest/ag/edit-voicecon.html'],
      },
    },
  },
};
