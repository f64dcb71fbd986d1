import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import {
  AlarmSubscriber,
  AlarmTopic,
  Alarms,
  BackupProgramme,
  BackupSource,
  ContainerRepository,
  DeployIdentity,
  DeployRole,
  EncryptedBucket,
  EncryptedDatabase,
  EncryptedQueue,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  IDirectoryClient,
  RecoveryObjectives,
  UserDirectory,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';
import { Settings } from './environments';
import { NetworkStack, loginPrefix } from './network-stack';

/** What outlives every release: the data, the users, the images, and the role by which the pipeline brings new ones. */
export class DataStack extends TerraformStack {
  public readonly database: EncryptedDatabase;
  public readonly uploads: EncryptedBucket;
  public readonly jobs: EncryptedQueue;
  public readonly users: UserDirectory;
  public readonly login: IDirectoryClient;
  public readonly images: ContainerRepository;
  public readonly deploy: DeployRole;
  public readonly onCall: AlarmTopic;

  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly state: EncryptedStateBackendProps;
      readonly settings: Settings;
      readonly network: NetworkStack;
      readonly permissionsBoundaryArn: string;
    }
  ) {
    super(scope, id);
    const { settings, network, permissionsBoundaryArn } = props;
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);

    this.database = new EncryptedDatabase(this, 'Database', {
      vpc: network.vpc,
      databaseName: 'app',
      serverlessV2MinCapacity: 1,
      serverlessV2MaxCapacity: settings.maxDatabaseCapacity,
    });
    this.uploads = new EncryptedBucket(this, 'Uploads');
    this.jobs = new EncryptedQueue(this, 'Jobs', { visibilityTimeoutSeconds: 300 });

    this.users = new UserDirectory(this, 'Users', { selfSignUp: true });
    this.users.addDomain('Pages', { prefix: loginPrefix(settings) });
    this.login = this.users.addClient('Login', {
      callbackUrls: [`https://${settings.domainName}/api/login`],
      logoutUrls: [`https://${settings.domainName}/`],
    });

    this.images = new ContainerRepository(this, 'Images', { maxImageCount: 100 });
    this.deploy = new DeployRole(this, 'Deploy', {
      identity: DeployIdentity.github({ repository: 'acme/app', environment: settings.githubEnvironment }),
      permissionsBoundaryArn,
    });
    this.images.grantPush(this.deploy);

    this.onCall = new AlarmTopic(this, 'OnCall', {
      subscribers: [AlarmSubscriber.email('on-call@example.com')],
    });
    const alarms = new Alarms(this, 'Alarms', { topic: this.onCall });
    alarms.watchDatabase(this.database);

    // Beside what each store keeps of itself: backups that nobody deletes by mistake, and a copy of each in a second region.
    const backups = new BackupProgramme(this, 'Backups', { topic: this.onCall, copyRegion: 'eu-west-1' });
    backups.addPlan('App', {
      objectives: new RecoveryObjectives({ service: 'app', rpoHours: 24, rtoHours: 8 }),
      sources: [BackupSource.database(this.database), BackupSource.bucket(this.uploads)],
    });

    new TerraformOutput(this, 'images', { value: this.images.repositoryUrl });
    new TerraformOutput(this, 'deploy_role', { value: this.deploy.arn });
  }
}
