import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Managed Workflows for Apache Airflow',
  types: {
    aws_mwaa_environment: {
      noun: 'Airflow environment',
      holdsData: true,
      publicAddress: {
        isWorkload: true,
        setting: {
          attribute: 'webserver_access_mode',
          is: ['PRIVATE_ONLY'],
          default: 'PRIVATE_ONLY',
          otherwise: 'the internet reaches the web server',
        },
        facts: 'The web server of Airflow is private by default; PUBLIC_ONLY leaves the sign-in as the only guard.',
        sources: ['https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html'],
      },
      logs: {
        what: 'its web server, scheduler, workers and parsed workflows',
        ways: [
          [
            { attribute: 'logging_configuration.webserver_logs.enabled', is: [true], default: false },
            { attribute: 'logging_configuration.scheduler_logs.enabled', is: [true], default: false },
            { attribute: 'logging_configuration.worker_logs.enabled', is: [true], default: false },
            { attribute: 'logging_configuration.dag_processing_logs.enabled', is: [true], default: false },
            { attribute: 'logging_configuration.task_logs.enabled', is: [true], default: true },
          ],
        ],
        otherwise: 'what people and workflows did leaves no log',
        facts:
          'Airflow sends five logs to CloudWatch Logs, each by a switch of its own. Only that of tasks is on by default.',
        sources: ['https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html'],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key',
        withoutKey: 'AWS encrypts with a key that it owns',
        facts:
          'Airflow keeps variables, connections with their passwords, and what tasks pass to one another in a database of the environment; tasks wait in a queue and write logs. Unless a key is named, AWS encrypts all this with a key that it owns.',
        note: 'The key is in the same region, its policy also lets CloudWatch Logs use it, and another key replaces the environment.',
        sources: [
          'https://docs.aws.amazon.com/mwaa/latest/userguide/encryption-at-rest.html',
          'https://docs.aws.amazon.com/mwaa/latest/userguide/custom-keys-certs.html',
        ],
      },
    },
  },
};
