import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mergedStacks, stackOf } from './merged-stacks.mjs';

const require = createRequire(import.meta.url);
const ADDRESS = /(?:data\.)?aws_\w+\.[A-Za-z][\w-]*/g;
const REFERENCE = /\$\{((?:data\.)?aws_\w+\.[A-Za-z][\w-]*)\.([\w.]+)\}/g;
const PART = /^\$\{element\(split\(("[^"]*"), ([^()]+)\), (\d+)\)\}$/;
const POLICIES = ['policy', 'assume_role_policy', 'policy_document', 'container_definitions'];
/** Whose keys are written as they are: maps, and the statements of web ACLs, which have no type. */
const MAPS = ['tags', 'tags_all', 'statement'];

/**
 * Writes the program that makes the resources of a synthesized stack as one would by hand: an L1 each, attributes read where they are needed,
 * policies as objects. It exports `build(stack)`.
 */
export function writeRawProgram(stackFile, programFile) {
  const { resource = {}, data = {} } = JSON.parse(readFileSync(stackFile, 'utf8'));
  const elements = [...elementsOf('data.', data), ...elementsOf('', resource)];
  write(programFile, 'stack', elements, []);
}

/**
 * The same of several stacks that refer to each other, by their names, each with its provider and its backend in S3. A program takes a value of another stack as it
 * takes one of its own: cdktf makes the outputs and the remote states. It exports `build(app)`.
 */
export function writeRawProgramOfStacks(stackFiles, programFile) {
  const { stacks, resource, data } = mergedStacks(stackFiles);
  delete data.terraform_remote_state;
  const elements = [...elementsOf('data.', data), ...elementsOf('', resource)].map((element) => ({
    ...element,
    stack: `${stackOf(element.label)}Stack`,
  }));
  const opened = stacks.flatMap(({ name, terraform, provider }) => [
    `  const ${name}Stack = new TerraformStack(app, ${JSON.stringify(name)});`,
    `  new AwsProvider(${name}Stack, 'aws', ${literal(provider.aws[0], '', new Map())});`,
    `  new S3Backend(${name}Stack, ${literal(terraform.backend.s3, '', new Map())});`,
  ]);
  write(programFile, 'app', elements, opened);
}

function write(programFile, parameter, elements, opened) {
  const byAddress = new Map(elements.map((element) => [element.address, element]));
  const statements = inOrder(elements, byAddress).map((element) => statementOf(element, byAddress));
  const imports = new Set(elements.map((element) => element.import));
  if (opened.length > 0) imports.add("const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');");
  const lines = [
    "'use strict';",
    ...[...imports].sort(),
    "const { Fn, S3Backend, TerraformStack, Token, propertyAccess } = require('cdktf');",
    `exports.build = (${parameter}) => {`,
    ...opened,
    ...statements,
    '};',
  ];
  writeFileSync(programFile, `${lines.join('\n')}\n`);
}

function elementsOf(prefix, types) {
  return Object.entries(types).flatMap(([type, byName]) => {
    const folder = type.replace(/_/g, '-');
    const module = `@cdktf/provider-aws/lib/${prefix === '' ? folder.replace(/^aws-/, '') : `data-${folder}`}`;
    const [name] = Object.entries(require(module)).find(([, exported]) => exported.tfResourceType === type);
    return Object.entries(byName).map(([label, { '//': comment, ...body }]) => ({
      label,
      address: `${prefix}${type}.${label}`,
      variable: `${prefix === '' ? '' : 'data_'}${type}_${label}`.replace(/\W/g, '_'),
      id: comment.metadata.path.split('/').slice(1).join('-'),
      class: name,
      import: `const { ${name} } = require('${module}');`,
      body,
    }));
  });
}

/** What is referred to stands before what refers to it. */
function inOrder(elements, byAddress) {
  const done = new Set();
  const visit = (element) => {
    if (done.has(element)) return;
    const names = JSON.stringify(element.body).match(ADDRESS) ?? [];
    for (const name of names) if (name !== element.address && byAddress.has(name)) visit(byAddress.get(name));
    done.add(element);
  };
  elements.forEach(visit);
  return [...done];
}

function statementOf({ variable, class: name, id, body, stack = 'stack' }, byAddress) {
  const { depends_on: after, ...config } = body;
  const parts = partsOf(config, '', byAddress);
  if (after) parts.push(`dependsOn: [${after.map((address) => byAddress.get(address).variable).join(', ')}]`);
  return `  const ${variable} = new ${name}(${stack}, ${JSON.stringify(id)}, { ${parts.join(', ')} });`;
}

function literal(value, key, byAddress) {
  if (typeof value === 'string') {
    if (!POLICIES.includes(key)) return text(value, byAddress);
    return `JSON.stringify(${literal(JSON.parse(value), MAPS[0], byAddress)})`;
  }
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, key, byAddress)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${partsOf(value, key, byAddress).join(', ')} }`;
}

function partsOf(object, key, byAddress) {
  const isMap = MAPS.includes(key);
  return Object.entries(object).map(([name, item]) => {
    const property = JSON.stringify(isMap ? name : camelCase(name));
    return `${property}: ${literal(item, isMap ? key : name, byAddress)}`;
  });
}

/** References are read from what was made. Within an expression of Terraform the name of the element is all that is needed. */
function text(value, byAddress) {
  const part = PART.exec(value);
  if (part) return `Fn.element(Fn.split(${part[1]}, ${text(`\${${part[2]}}`, byAddress)}), ${part[3]})`;
  const isExpression = /^\$\{(?:\(|one\()/.test(value);
  const parts = [];
  let last = 0;
  for (const match of value.matchAll(isExpression ? ADDRESS : REFERENCE)) {
    const address = isExpression ? match[0] : match[1];
    const target = byAddress.get(address);
    if (!target) continue;
    if (match.index > last) parts.push(JSON.stringify(value.slice(last, match.index)));
    parts.push(isExpression ? nameOf(address, target) : attributeOf(match[2], target));
    last = match.index + match[0].length;
  }
  if (last < value.length || parts.length === 0) parts.push(JSON.stringify(value.slice(last)));
  return parts.join(' + ');
}

function nameOf(address, { variable }) {
  return `'${address.slice(0, address.lastIndexOf('.') + 1)}' + ${variable}.friendlyUniqueId`;
}

function attributeOf(path, { variable }) {
  const [attribute, index] = path.split('.');
  const read = `${variable}.${camelCase(attribute)}`;
  return index === undefined ? read : `Token.asString(propertyAccess(${read}, [${index}]))`;
}

function camelCase(name) {
  return name.replace(/_([a-z0-9])/g, (_all, letter) => letter.toUpperCase());
}
