import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import {
  AlarmSubscriber,
  AlarmTopic,
  Alarms,
  ApiAuthorizer,
  ApiTarget,
  ContainerRepository,
  EncryptedQueue,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  EncryptedTable,
  EventBus,
  EventTarget,
  FunctionCode,
  HttpApi,
  ManagedSecret,
  SecureFunction,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';

const HANDLERS = join(__dirname, 'handlers');

// Who issues the tokens of customers, as `iss` of each of them says it.
const ISSUER = 'https://login.acme.example';

/** Orders: an API takes them, one function accepts them into a queue, another one writes them into a table and tells a bus of it. */
export class OrdersStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    props: { readonly state: EncryptedStateBackendProps; readonly shippingSecretArn: string }
  ) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);

    const table = new EncryptedTable(this, 'Orders', {
      partitionKey: { name: 'customer' },
      sortKey: { name: 'order' },
      timeToLiveAttribute: 'expires',
    });
    const queue = new EncryptedQueue(this, 'Accepted', { visibilityTimeoutSeconds: 180 });
    // What the shipping company wants to be called with: the function fetches it, and no variable holds it.
    const shipping = ManagedSecret.fromSecretArn(this, 'Shipping', props.shippingSecretArn);

    const accept = new SecureFunction(this, 'Accept', {
      code: FunctionCode.fromAsset(join(HANDLERS, 'accept')),
      handler: 'index.handler',
      runtime: 'nodejs22.x',
      environment: { QUEUE_URL: queue.queueUrl },
    });
    queue.grantSend(accept.role);

    // Customers call it with the token of their login. Under a name of yours, it takes domainName and a certificate.
    const api = new HttpApi(this, 'Api', {
      authorizer: ApiAuthorizer.jwt('Customers', { issuer: ISSUER, audiences: ['shop'] }),
      maxRequestsPerSecond: 50,
    });
    api.addRoute('Accept', 'POST /orders', ApiTarget.secureFunction(accept), { scopes: ['orders/write'] });

    // What others need to know of orders. They lie there by their ids, and for a week can be sent again.
    const bus = new EventBus(this, 'Events');
    const fulfilled = { sources: ['acme.orders'], detailTypes: ['Order fulfilled'] };
    const invoices = new EncryptedQueue(this, 'Invoices');
    bus.addRule('Invoice', fulfilled, EventTarget.queue(invoices));
    bus.addArchive('Replayable', fulfilled, { retentionDays: 7 });

    const fulfil = new SecureFunction(this, 'Fulfil', {
      code: FunctionCode.fromAsset(join(HANDLERS, 'fulfil')),
      handler: 'index.handler',
      runtime: 'nodejs22.x',
      environment: { TABLE_NAME: table.tableName, BUS_NAME: bus.eventBusName },
      secrets: { SHIPPING_ACCESS: shipping },
      reservedConcurrentExecutions: 20,
    });
    table.grantWriteData(fulfil.role);
    bus.grantPutEvents(fulfil.role);
    fulfil.addQueueSource(queue, { maxConcurrency: 20 });

    // An order that waits for a quarter of an hour, or that nobody could fulfil, is for the people on call.
    const topic = new AlarmTopic(this, 'OnCall', {
      subscribers: [AlarmSubscriber.email('orders-on-call@acme.example')],
    });
    const alarms = new Alarms(this, 'Alarms', { topic });
    alarms.watchQueue(queue, { maxAgeSeconds: 900 });
    alarms.watchQueue(invoices);
    alarms.watchTable(table);
    alarms.watchEventBus(bus);
    alarms.watchHttpApi(api);
    alarms.watchFunction(accept);
    alarms.watchFunction(fulfil);

    // The images of the reports that another team runs.
    const images = new ContainerRepository(this, 'Reports', { maxImageCount: 100 });

    new TerraformOutput(this, 'api', { value: api.url });
    new TerraformOutput(this, 'reports', { value: images.repositoryUrl });
  }
}
