// Runs queries through the official JavaScript client and writes each result as JSON in which every value keeps its type.
// Standard input: {"module": folder of the package neo4j-driver, "uri", "user", "password", "queries": [{"text", "parameters"}]}.
// Standard output: one array per query, of records, each an object of its fields in order. Whole numbers among the parameters are sent as integers.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const work = JSON.parse(readFileSync(0, 'utf8'));
const neo4j = createRequire(import.meta.url)(work.module);

function sent(value) {
  if (Number.isInteger(value)) return neo4j.int(value);
  if (Array.isArray(value)) return value.map(sent);
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sent(inner)]));
  return value;
}

function bits(number) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

function members(object) {
  return Object.fromEntries(Object.keys(object).sort().map(name => [name, told(object[name])]));
}

const node = value => ({ node: value.elementId, labels: [...value.labels].sort(), properties: members(value.properties) });
const relation = value => ({ relation: value.elementId, type: value.type, from: value.startNodeElementId, to: value.endNodeElementId, properties: members(value.properties) });

function told(value) {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return { float: bits(value) };
  if (neo4j.isInt(value)) return { integer: value.toString() };
  if (Array.isArray(value)) return value.map(told);
  if (neo4j.isNode(value)) return node(value);
  if (neo4j.isRelationship(value)) return relation(value);
  if (neo4j.isPath(value)) return { path: [node(value.start), ...value.segments.flatMap(step => [relation(step.relationship), node(step.end)])] };
  if (neo4j.isDate(value)) return { date: value.toString() };
  if (Object.getPrototypeOf(value) === Object.prototype) return { map: members(value) };
  throw new Error(`a value of the kind ${value.constructor.name} is not written yet`);
}

const driver = neo4j.driver(work.uri, neo4j.auth.basic(work.user, work.password));
try {
  const results = [];
  for (const query of work.queries) {
    const { records } = await driver.executeQuery(query.text, sent(query.parameters ?? {}), { database: 'neo4j' });
    results.push(records.map(record => Object.fromEntries(record.keys.map(key => [key, told(record.get(key))]))));
  }
  process.stdout.write(JSON.stringify(results));
} finally {
  await driver.close();
}
