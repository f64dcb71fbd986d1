import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  Alarms,
  ContainerCluster,
  ContainerImage,
  ContainerService,
  CpuArchitecture,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  HttpsLoadBalancer,
  ManagedCertificate,
  Peer,
  Port,
  QueueWorker,
  ScheduledTask,
  TaskSchedule,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';
import { DataStack } from './data-stack';
import { Settings } from './environments';
import { NetworkStack, loginPrefix } from './network-stack';

/** What is released: the API behind its load balancer, the worker, and what runs every night. All three are one image. */
export class ApplicationStack extends TerraformStack {
  public readonly front: HttpsLoadBalancer;

  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly state: EncryptedStateBackendProps;
      readonly settings: Settings;
      readonly network: NetworkStack;
      readonly data: DataStack;
      readonly imageDigest: string;
    }
  ) {
    super(scope, id);
    const { settings, network, data, imageDigest } = props;
    const { vpc, zone } = network;
    const { database, uploads, jobs, onCall } = data;
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);

    // CloudFront passes on the host that the viewer named, so that the certificate is for the same name.
    const certificate = new ManagedCertificate(this, 'Certificate', { domainName: settings.domainName, zone });
    this.front = new HttpsLoadBalancer(this, 'Front', { vpc, certificates: [certificate.certificate] });

    const common = {
      image: ContainerImage.fromRepository(data.images, imageDigest),
      vpc,
      cluster: new ContainerCluster(this, 'Cluster'),
      architecture: CpuArchitecture.ARM64,
      writablePaths: ['/tmp'],
    };
    const environment = {
      DATABASE_HOST: database.endpointAddress,
      DATABASE_NAME: 'app',
      UPLOADS_BUCKET: uploads.bucketName,
    };

    const api = new ContainerService(this, 'Api', {
      ...common,
      command: ['api'],
      loadBalancer: this.front,
      healthCheckPath: '/api/health',
      cpuUnits: 512,
      maxTasks: settings.maxTasks,
      environment: {
        ...environment,
        JOBS_URL: jobs.queueUrl,
        LOGIN_URL: `https://${loginPrefix(settings)}.auth.eu-central-1.amazoncognito.com`,
        LOGIN_CLIENT: data.login.clientId,
        USER_POOL: data.users.userPoolId,
      },
      alarmTopic: onCall,
    });
    const worker = new QueueWorker(this, 'Worker', {
      ...common,
      command: ['work'],
      queue: jobs,
      workSeconds: 120,
      maxTasks: settings.maxTasks,
      environment: { ...environment, JOBS_URL: jobs.queueUrl },
      alarmTopic: onCall,
    });
    const erasure = new ScheduledTask(this, 'Erasure', {
      ...common,
      command: ['erase', 'lapsed-accounts'],
      schedule: TaskSchedule.cron('0 3 * * ? *', 'Europe/Berlin'),
      environment: { ...environment, USER_POOL: data.users.userPoolId },
    });

    // Each has a user of its own in the database, and the rights that its work takes.
    for (const [user, task] of Object.entries({ api, worker, erasure })) {
      database.grantConnect(task.role, user);
      task.connections.allowTo(database, database.port);
    }
    jobs.grantSend(api.role);
    uploads.grantReadWrite(api.role);
    uploads.grantRead(worker.role);
    uploads.grantWrite(erasure.role);
    data.users.grantManage(erasure.role);
    data.login.grantReadSecret(api.role);
    // The API exchanges the codes of logins, and the erasure ends users: Cognito is reached from the internet only.
    for (const task of [api, erasure])
      task.connections.allowTo(Peer.ipv4('0.0.0.0/0', 'Internet'), Port.HTTPS, 'Cognito, through NAT');

    const alarms = new Alarms(this, 'Alarms', { topic: onCall });
    alarms.watchLoadBalancer(this.front);
  }
}
