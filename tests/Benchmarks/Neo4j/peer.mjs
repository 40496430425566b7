// The peer of the benchmarks: hand-written Cypher through the official JavaScript client.
// One request a line on standard input, one answer a line on standard output, each a JSON object. Arguments: folder of the package neo4j-driver, address, user, password.
//   {"run": text}                                     runs one statement in a transaction of its own           {}
//   {"write": text, "rows": file, "batch": number}    writes the rows of a file of JSON lines, a batch a transaction; reading the file is not timed
//   {"ask": text, "roots": [id…], "answers": file?}   asks one question a root, one after the other; with a file the answers go there, a JSON line each
//   {"read": text}                                    reads all records of a query and takes every field of each
// The last three answer {"seconds", "busy": processor time of this process in seconds, "count"}.
import { createWriteStream, createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { once } from 'node:events';

const [module, uri, user, password] = process.argv.slice(2);
const neo4j = createRequire(import.meta.url)(module);
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
const database = 'neo4j';

async function timed(work) {
  const [cpu, started] = [process.cpuUsage(), process.hrtime.bigint()];
  const count = await work();
  const [seconds, used] = [Number(process.hrtime.bigint() - started) / 1e9, process.cpuUsage(cpu)];
  return { seconds, busy: (used.user + used.system) / 1e6, count };
}

// Whole numbers are integers of the database, which the client would send as floats.
function sent(value) {
  if (Number.isInteger(value)) return neo4j.int(value);
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sent(inner)]));
  return value;
}

async function rowsOf(file) {
  const rows = [];
  for await (const line of createInterface({ input: createReadStream(file) })) rows.push(sent(JSON.parse(line)));
  return rows;
}

async function write(text, file, batch) {
  const rows = await rowsOf(file);
  const session = driver.session({ database });
  try {
    return await timed(async () => {
      for (let first = 0; first < rows.length; first += batch)
        await session.executeWrite(tx => tx.run(text, { rows: rows.slice(first, first + batch) }));
      return rows.length;
    });
  } finally {
    await session.close();
  }
}

function told(value) {
  if (neo4j.isInt(value)) return value.toNumber();
  if (Array.isArray(value)) return value.map(told);
  if (neo4j.isDate(value)) return value.toString();
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return told(value.properties);
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, told(inner)]));
  return value;
}

async function ask(text, roots, file) {
  const answers = [];
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    const figures = await timed(async () => {
      for (const root of roots) answers.push((await session.executeRead(tx => tx.run(text, { root }))).records);
      return answers.length;
    });
    if (file) {
      const output = createWriteStream(file);
      for (const records of answers) output.write(JSON.stringify(records.map(record => told(record.toObject()))) + '\n');
      output.end();
      await once(output, 'finish');
    }
    return figures;
  } finally {
    await session.close();
  }
}

async function read(text) {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  let [count, fields] = [0, 0];
  try {
    return await timed(() => new Promise((resolve, reject) => session.run(text).subscribe({
      onNext(record) {
        count++;
        for (let i = 0; i < record.length; i++) if (record.get(i) !== null) fields++;
      },
      onCompleted: () => resolve(count),
      onError: reject,
    })));
  } finally {
    await session.close();
  }
}

async function run(text) {
  const session = driver.session({ database });
  try {
    await session.run(text);
    return {};
  } finally {
    await session.close();
  }
}

try {
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    const answer = request.run ? run(request.run)
      : request.write ? write(request.write, request.rows, request.batch)
      : request.ask ? ask(request.ask, request.roots, request.answers)
      : read(request.read);
    process.stdout.write(JSON.stringify(await answer.catch(error => ({ error: `${error.code}: ${error.message}` }))) + '\n');
  }
} finally {
  await driver.close();
}
