import { Model } from '../terraform/model';
import { Redaction } from '../terraform/redaction';
import { Distributions } from './distributions';
import { Draft } from './draft';
import { Endpoints } from './endpoints';
import { Flows } from './flows';
import { Gateways } from './gateways';
import { Graph } from './graph';
import { LoadBalancers } from './load-balancers';
import { Logs } from './logs';
import { Places } from './places';
import { ReferenceTracker } from './reference-tracker';
import { drawWebAcls } from './web-acls';
import { Workloads } from './workloads';

/** The picture of everything that a run looks at: several stacks are one. */
export function graphOf(model: Model): Graph {
  const draft = new Draft();
  const references = new ReferenceTracker(model);
  const places = new Places(draft, references);
  const workloads = new Workloads(draft, references, places);
  const balancers = new LoadBalancers(references, workloads);
  const endpoints = new Endpoints(references, places, workloads);
  const flows = new Flows(draft, references, places, workloads, balancers, endpoints);
  flows.draw();
  balancers.drawBare(draft);
  new Gateways(draft, references, places, workloads).draw();
  const webAcls = drawWebAcls(draft, references, places, workloads);
  new Distributions(draft, references, places, workloads, webAcls).draw();
  new Logs(draft, references, places, workloads, webAcls).draw();
  const redaction = new Redaction(model.stacks);
  return draft.finish(references.open, flows.unrouted.size, (text) => redaction.of(text));
}
