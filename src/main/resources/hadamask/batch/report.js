
'use strict';
// Reads the data of the page, shows the cards that are in view, and one image at a time in detail. Everything that comes from
// an input is set as text, never as markup.

const $ = id => document.getElementById(id);
const run = JSON.parse($('run').textContent);
const entries = JSON.parse($('entries').textContent);
/** Whether objects are counted: always on a page for that; on one of cut-outs where the view is that of objects. */
let counts = run.kind.startsWith('objects');
/** Whether the page has cut-outs and the objects in them, each in a view of its own. */
const countsToo = run.kind === 'cut_outs' && entries.some(entry => entry.objects);
const proposes = run.kind === 'proposals';

// --- Words and numbers ---

const hidden = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
/** Text in which nothing is invisible: control characters and those that turn its direction are escapes. */
const plain = text => text.replace(hidden, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
const count = n => n.toLocaleString('en').replace(/,/g, '\u202f');
const percent = share => {
  const p = 100 * share;
  return (p === 0 || p === 100 ? p : p < 0.1 ? '< 0.1' : p > 99.9 ? '> 99.9' : p.toFixed(1)) + '\u202f%';
};
const plural = (n, word) => count(n) + ' ' + word + (n === 1 ? '' : 's');
const number = x => x === null || x === undefined ? 'none' : String(Number(x.toPrecision(5)));
const duration = s => s < 1 ? Math.round(1000 * s) + '\u202fms' : s < 120 ? s.toFixed(1) + '\u202fs'
  : Math.floor(s / 60) + '\u202fmin ' + Math.round(s % 60) + '\u202fs';

function element(name, properties, ...children) {
  const node = document.createElement(name);
  Object.assign(node, properties);
  node.append(...children);
  return node;
}
function pair(term, value, className = '') {
  return element('div', { className }, element('dt', { textContent: term }), element('dd', { textContent: value }));
}
function svg(name, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key in attributes) node.setAttribute(key, attributes[key]);
  node.append(...children);
  return node;
}

const short = name => name.slice(name.lastIndexOf('/') + 1) || name;
for (const [place, entry] of entries.entries()) {
  const s = entry.statistics;
  entry.place = place;
  entry.name = plain(entry.input);
  entry.short = short(proposes ? plain(entry.image) : entry.name);
  entry.key = entry.input.toLowerCase();
  entry.share = s ? s.foregroundFraction : null;
  entry.regions = s ? s.regions : null;
  entry.pixels = s ? s.width * s.height : null;
}

// --- The run ---

const states = { done: counts ? 'Measured' : proposes ? 'Proposed' : 'Cut out', skipped: 'Done before', failed: 'Failed' };
const marks = { keep: 'Kept', reject: 'Rejected' };
const having = state => entries.filter(entry => entry.state === state);
const shares = entries.filter(entry => entry.share !== null).map(entry => entry.share);

function showRun() {
  const images = new Set(entries.map(entry => entry.image)).size;
  const title = counts ? (images === 1 ? 'Objects in ' + entries[0].short : 'Objects') : proposes ? 'Ways to choose from' : 'Segmentation report';
  document.title = title;
  document.querySelector('h1').textContent = title;
  $('about').textContent = [run.program, run.started, duration(run.seconds)].filter(Boolean).join(' · ');
  const totals = counts && images === 1 ? [] : [pair('Images', count(images))];
  if (proposes) totals.push(pair('Proposals', count(having('done').length)));
  else if (!counts) totals.push(pair('Cut out', count(having('done').length)));
  if (having('skipped').length) totals.push(pair('Done before', count(having('skipped').length)));
  if (!counts || having('failed').length) {
    totals.push(pair('Failed', count(having('failed').length), having('failed').length ? 'bad' : ''));
  }
  if (shares.length && !proposes) totals.push(pair('Mean share', percent(shares.reduce((a, b) => a + b, 0) / shares.length)));
  if (countsToo) {
    const lines = entries.map(entry => entry.objects ? entry.objects.rows.split('\n').length - 1 : 0);
    totals.push(pair('Objects', count(lines.reduce((a, b) => a + b, 0))));
  }
  const pixels = entries.reduce((sum, entry) => sum + (entry.pixels || 0), 0);
  if (!counts && !proposes) totals.push(pair('Megapixels', (pixels / 1e6).toFixed(pixels < 1e8 ? 1 : 0)));
  $('totals').append(...totals);
  document.querySelector('.totals').hidden = !totals.length;
  for (const [name, value] of Object.entries(run.settings)) {
    $('settings').querySelector('dl').append(pair(name, plain(value)));
  }
  const failed = having('failed');
  if (failed.length) {
    $('failures').hidden = false;
    $('failures').open = failed.length <= 5;
    $('failures').querySelector('summary').textContent = plural(failed.length, 'failure');
    $('failures').querySelector('ol').append(
      ...failed.map(entry => element('li', {}, element('bdi', { textContent: plain(entry.message) }))));
  }
  if (shares.length > 1 && !proposes) showShares();
}

// --- Marks ---

/** Where the browser keeps the marks of this page; it may refuse to. */
const shelf = 'hadamask marks ' + location.pathname + ' ' + run.started;

/** Whether a later run can be given the image by its name: not what came by standard input, nor a folder. */
const markable = entry => run.kind === 'cut_outs' && entry.index > 0 && entry.input !== '-';
const havingMark = mark => entries.filter(entry => entry.mark === mark);

function recallMarks() {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(shelf)) || {};
  } catch { /* without storage the marks last as long as the page */ }
  for (const entry of entries) entry.mark = marks[kept[entry.index]] && markable(entry) ? kept[entry.index] : '';
}
function showMarks() {
  const [kept, rejected] = [havingMark('keep').length, havingMark('reject').length];
  $('marked').textContent = `${count(kept)} kept, ${count(rejected)} rejected`;
  $('save-keep').disabled = !kept;
  $('save-reject').disabled = !rejected;
  $('unmark').disabled = !(kept || rejected);
}
/** Marks an image, or takes the mark away that it has. */
function toggleMark(entry, mark) {
  if (!markable(entry)) return;
  entry.mark = entry.mark === mark ? '' : mark;
  marksChanged();
}
function marksChanged() {
  $('saved').textContent = '';
  try {
    localStorage.setItem(shelf, JSON.stringify(Object.fromEntries(
      entries.filter(entry => entry.mark).map(entry => [entry.index, entry.mark]))));
  } catch { /* as above */ }
  showMarks();
  for (const [place, item] of cards) showMark(item, shown[place]);
  if (current) showMarkOfDetail();
}
function showMark(item, entry) {
  item.dataset.mark = entry.mark;
  for (const button of item.querySelectorAll('.mark button')) button.setAttribute('aria-pressed', button.className === entry.mark);
  item.firstChild.setAttribute('aria-description', marks[entry.mark] || '');
}
function showMarkOfDetail() {
  for (const mark of Object.keys(marks)) $(mark).setAttribute('aria-pressed', current.mark === mark);
  $('marking').hidden = !markable(current);
}
function saveFile(name, text) {
  const link = element('a', { download: name, href: URL.createObjectURL(new Blob([text], { type: 'text/plain' })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
/** A cell of CSV, in the quotes that it needs. */
const quoted = text => /[",\n\r]/.test(text) || text.trim() !== text ? '"' + text.replace(/"/g, '""') + '"' : text;
/** Saves the names of the images with a mark as `--files-from` reads them, or `--files0-from` where a name holds a line's end. */
function saveMarks(mark) {
  const names = havingMark(mark).map(entry => entry.input);
  const lines = !names.some(name => /[\n\r]/.test(name));
  const file = (mark === 'keep' ? 'kept' : 'rejected') + (lines ? '.txt' : '.list0');
  saveFile(file, names.map(name => name + (lines ? '\n' : '\0')).join(''));
  $('saved').textContent = `${plural(names.length, 'name')} for segment ${lines ? '--files-from' : '--files0-from'} ${file}`
    + (names.every(name => name.startsWith('/')) ? '' : ', from the folder of this run');
}

/** How many images have which share, in 20 steps. */
function showShares() {
  const bins = new Array(20).fill(0);
  shares.forEach(share => bins[Math.min(19, Math.floor(20 * share))]++);
  const most = Math.max(...bins);
  const bars = bins.map((n, i) => svg('rect', { x: 13 * i + 1, width: 11, y: 30 - 30 * n / most, height: 30 * n / most },
    svg('title', {}, `${5 * i} to ${5 * i + 5} %: ${plural(n, 'image')}`)));
  const text = (x, anchor, words) => svg('text', { x, y: 42, 'text-anchor': anchor }, words);
  $('shares').prepend(svg('svg', { viewBox: '0 0 260 44', role: 'img', 'aria-label': 'Distribution of the foreground share' },
    ...bars, svg('line', { x1: 0, x2: 260, y1: 30.5, y2: 30.5 }),
    text(0, 'start', '0'), text(130, 'middle', '50'), text(260, 'end', '100 %')));
  $('shares').hidden = false;
}

// --- Pictures ---

const types = { jpg: 'image/jpeg', png: 'image/png' };

/** The address of a picture of an image, by the beginning of its name; null when there is none. */
function address(entry, kind) {
  const name = entry.pictures.find(picture => picture.startsWith(kind + '.'));
  if (!name) return null;
  if (run.folder) {
    const id = String(entry.index).padStart(5, '0');
    return `${encodeURIComponent(run.folder)}/${Math.floor(entry.index / 1000)}/${id}-${name}`;
  }
  const line = $('pictures-' + entry.index).textContent.split('\n').find(text => text.startsWith(name + ' '));
  return `data:${types[name.slice(name.lastIndexOf('.') + 1)]};base64,${line.slice(name.length + 1)}`;
}
async function picture(entry, kind) {
  const image = new Image();
  image.src = address(entry, kind);
  await image.decode();
  return image;
}
function fit(canvas, image) {
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  return canvas.getContext('2d');
}
/** The image where the mask lets it be seen; the mask may have another size. */
function drawCutout(canvas, image, mask) {
  const context = fit(canvas, image);
  context.drawImage(image, 0, 0);
  context.globalCompositeOperation = 'destination-in';
  context.drawImage(mask, 0, 0, canvas.width, canvas.height);
}
/** A line around the mask: the mask moved to all sides, without the mask. */
function drawOutline(canvas, mask) {
  const layer = (draw, color) => {
    const drawn = document.createElement('canvas');
    const context = fit(drawn, mask);
    draw(context);
    context.globalCompositeOperation = 'source-in';
    context.fillStyle = color;
    context.fillRect(0, 0, drawn.width, drawn.height);
    return drawn;
  };
  const grown = (radius, color) => layer(context => {
    for (let i = 0; i < 16; i++) {
      const angle = Math.PI * i / 8;
      context.drawImage(mask, radius * Math.cos(angle), radius * Math.sin(angle));
    }
  }, color);
  const context = fit(canvas, mask);
  // As thick on any screen: the view may be smaller than the picture.
  const width = Math.max(1, 1.2 * canvas.width / Math.max(1, $('view').clientWidth));
  context.drawImage(grown(2 * width, '#10141a'), 0, 0);
  context.drawImage(grown(1.4 * width, '#ffd23c'), 0, 0);
  context.globalCompositeOperation = 'destination-out';
  context.drawImage(mask, 0, 0);
}

// --- Cards ---

const grid = $('grid');
const cards = new Map(); // place in `shown` -> element
let shown = entries;
let active = 0;
let columns = 1;
let cell = { width: 0, height: 0, gap: 0 };

function numbersOf(entry) {
  const numbers = element('span', { className: 'numbers' });
  if (entry.share !== null) {
    numbers.append(element('span', { textContent: percent(entry.share) }), element('span', { textContent: plural(entry.regions, 'region') }));
  } else {
    numbers.append(states[entry.state]);
  }
  return numbers;
}
function card(entry, place) {
  const area = element('span', { className: 'picture' });
  if (entry.state === 'failed') {
    area.append(element('span', { className: 'message', textContent: plain(entry.message) }));
  } else if (!entry.pictures.length) {
    area.append(element('span', { className: 'absent', textContent: states[entry.state] }));
  } else {
    area.classList.add('checker');
    const canvas = element('canvas', { width: 1, height: 1 });
    area.append(canvas);
    Promise.all([picture(entry, 'card'), picture(entry, 'mask')])
      .then(([image, mask]) => drawCutout(canvas, image, mask))
      .catch(() => area.replaceChildren(element('span', { className: 'absent', textContent: 'Picture not found' })));
  }
  const name = element('bdi', { className: 'name', textContent: entry.short, title: entry.name });
  const label = element('span', { className: 'label' }, name);
  if (proposes && entry.options) label.append(element('code', { className: 'words', textContent: entry.options, title: entry.options }));
  label.append(numbersOf(entry));
  const button = element('button', { type: 'button', className: 'card ' + entry.state, tabIndex: place === active ? 0 : -1 },
    area, label);
  button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', () => open(place));
  button.addEventListener('focus', () => setActive(place));
  const item = element('li', {}, button);
  if (markable(entry)) {
    item.append(element('span', { className: 'mark' }, ...Object.keys(marks).map(mark => {
      const key = mark === 'keep' ? 'K' : 'X';
      const mine = element('button', { type: 'button', className: mark, tabIndex: -1, textContent: mark === 'keep' ? '✓' : '✕',
        title: `${mark === 'keep' ? 'Keep' : 'Reject'} (${key})` });
      mine.setAttribute('aria-label', `${mark === 'keep' ? 'Keep' : 'Reject'} ${entry.short}`);
      mine.addEventListener('click', () => toggleMark(entry, mark));
      return mine;
    })));
  }
  if (proposes && choosable(entry)) item.append(chooser(entry));
  showMark(item, entry);
  showChoice(item, entry);
  item.setAttribute('aria-setsize', shown.length);
  item.setAttribute('aria-posinset', place + 1);
  return item;
}

function measure() {
  const width = grid.clientWidth;
  cell.gap = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--gap'));
  const least = width < 520 ? 150 : 230;
  columns = Math.max(1, Math.floor((width + cell.gap) / (least + cell.gap)));
  cell.width = (width - (columns - 1) * cell.gap) / columns;
  cell.height = Math.round(cell.width * 0.72) + (proposes ? 88 : 66);
  const rows = Math.ceil(shown.length / columns);
  grid.style.height = Math.max(0, rows * (cell.height + cell.gap) - cell.gap) + 'px';
}

/** Makes the cards that are in view, or nearly, and removes the others; the active one stays, for it may have the focus. */
function showCards() {
  const top = grid.getBoundingClientRect().top;
  const row = cell.height + cell.gap;
  const first = columns * Math.max(0, Math.floor((-top - innerHeight / 2) / row));
  const end = Math.min(shown.length, columns * Math.ceil((-top + 1.5 * innerHeight) / row));
  for (const [place, item] of cards) {
    if ((place < first || place >= end) && place !== active) {
      item.remove();
      cards.delete(place);
    }
  }
  const wanted = [];
  for (let place = first; place < end; place++) wanted.push(place);
  if (active < shown.length && (active < first || active >= end)) wanted.push(active);
  for (const place of wanted) {
    let item = cards.get(place);
    if (!item) {
      item = card(shown[place], place);
      cards.set(place, item);
      // In the order of the images, for those who listen to the page.
      const after = [...grid.children].find(other => Number(other.getAttribute('aria-posinset')) > place + 1);
      grid.insertBefore(item, after || null);
    }
    item.style.width = cell.width + 'px';
    item.style.height = cell.height + 'px';
    item.style.transform = `translate(${(place % columns) * (cell.width + cell.gap)}px, ${Math.floor(place / columns) * row}px)`;
  }
}

function renew() {
  cards.forEach(item => item.remove());
  cards.clear();
  measure();
  showCards();
}

let waiting = false;
function soon(work) {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    work();
  });
}

function setActive(place) {
  cards.get(active)?.firstChild.setAttribute('tabindex', '-1');
  active = place;
  cards.get(active)?.firstChild.setAttribute('tabindex', '0');
}

/** Moves the focus to a card, and the card into view. */
function focusCard(place) {
  if (!shown.length) return;
  setActive(Math.min(Math.max(place, 0), shown.length - 1));
  const bar = getComputedStyle($('bar')).position === 'sticky' ? $('bar').offsetHeight : 0;
  const top = grid.getBoundingClientRect().top + Math.floor(active / columns) * (cell.height + cell.gap);
  if (top < bar + 8) scrollBy(0, top - bar - 8);
  else if (top + cell.height > innerHeight - 8) scrollBy(0, Math.min(top - bar - 8, top + cell.height - innerHeight + 8));
  showCards();
  cards.get(active).firstChild.focus({ preventScroll: true });
}

// --- Filter and sort ---

const orders = {
  index: entry => entry.place,
  name: entry => entry.key,
  share: entry => entry.share,
  regions: entry => entry.regions,
  pixels: entry => entry.pixels,
};
const collator = new Intl.Collator(undefined, { numeric: true });

function compare(a, b) {
  return typeof a === 'string' ? collator.compare(a, b) : a - b;
}
function apply() {
  const bound = (id, none, scale) => $(id).value === '' ? none : Number($(id).value) / scale;
  const [shareFrom, shareTo] = [bound('share-from', -Infinity, 100), bound('share-to', Infinity, 100)];
  const [regionsFrom, regionsTo] = [bound('regions-from', -Infinity, 1), bound('regions-to', Infinity, 1)];
  const byShare = $('share-from').value + $('share-to').value !== '';
  const byRegions = $('regions-from').value + $('regions-to').value !== '';
  const words = $('name').value.toLowerCase().split(/\s+/).filter(Boolean);
  const state = $('state').value;
  const mark = $('mark').value;
  shown = entries.filter(entry => (!state || entry.state === state)
    && (!mark || (entry.mark || 'none') === mark)
    && words.every(word => entry.key.includes(word))
    && (!byShare || entry.share !== null && entry.share >= shareFrom && entry.share <= shareTo)
    && (!byRegions || entry.regions !== null && entry.regions >= regionsFrom && entry.regions <= regionsTo));
  const of = orders[$('sort').value];
  const sign = $('direction').getAttribute('aria-pressed') === 'true' ? -1 : 1;
  // What is not known comes last in both directions; equals keep the order of the run.
  shown.sort((a, b) => {
    const [x, y] = [of(a), of(b)];
    if (x === null || y === null) return (x === null) - (y === null) || a.place - b.place;
    return sign * compare(x, y) || a.place - b.place;
  });
  active = 0;
  const things = plural(entries.length, proposes ? 'proposal' : 'image');
  $('count').textContent = shown.length === entries.length ? things : `${count(shown.length)} of ${things}`;
  $('none').hidden = shown.length > 0;
  $('clear').disabled = !(words.length || state || mark || byShare || byRegions);
  renew();
  if (grid.getBoundingClientRect().top < 0) grid.scrollIntoView();
}
function clear() {
  for (const id of ['name', 'share-from', 'share-to', 'regions-from', 'regions-to', 'state', 'mark']) $(id).value = '';
  apply();
}

// --- Detail ---

const detail = $('detail');
let current = null;
let opened = 0; // its place

function open(place) {
  setActive(place);
  opened = place;
  current = shown[place];
  $('detail-name').replaceChildren(element('bdi', { textContent: current.name }));
  $('detail-name').title = current.name;
  $('place').textContent = `${count(place + 1)} of ${count(shown.length)}`;
  $('previous').disabled = place === 0;
  $('next').disabled = place === shown.length - 1;
  const pictures = current.pictures.length > 0;
  for (const node of [$('view'), $('looking')]) node.hidden = !pictures;
  $('problem').hidden = pictures;
  $('problem').className = current.state === 'failed' ? 'bad' : '';
  $('problem').textContent = current.state === 'failed' ? plain(current.message)
    : 'An earlier run wrote the results of this image, and they still hold: it was not read again, so there are no pictures of it.';
  $('count-on').hidden = !current.objects;
  showFacts();
  showMarkOfDetail();
  beginHints();
  if (!detail.open) {
    detail.showModal();
    detail.focus();
  }
  detail.querySelector('.body').scrollTop = 0;
  if (pictures) {
    layOut();
    showPictures(current);
  }
  showStages();
}

/** The size of the view, known before its pictures are: as large as there is room, at most two pixels for one of small images. */
function layOut() {
  const s = current.statistics;
  const room = detail.querySelector('.pictures');
  const width = room.clientWidth - 2 * parseFloat(getComputedStyle(room).paddingLeft);
  const height = Math.max(220, detail.querySelector('.body').clientHeight - 110 - $('hinting').offsetHeight);
  const scale = Math.min(width / s.width, height / s.height, Math.max(1, Math.min(4, 600 / Math.max(s.width, s.height))));
  $('view').style.width = Math.max(40, Math.round(s.width * scale)) + 'px';
  $('view').style.aspectRatio = s.width + ' / ' + s.height; // on paper it is as wide as there is room
  $('view').style.height = Math.max(40, Math.round(s.height * scale)) + 'px';
  showHints();
}

async function showPictures(entry) {
  for (const id of ['original', 'result', 'outline']) $(id).width = 0;
  slide();
  try {
    const [image, mask] = await Promise.all([picture(entry, 'original'), picture(entry, 'mask')]);
    if (entry !== current) return;
    fit($('original'), image).drawImage(image, 0, 0);
    drawCutout($('result'), image, mask);
    drawOutline($('outline'), mask);
    showHints();
    $('original').setAttribute('aria-label', 'Original of ' + entry.name);
    $('result').setAttribute('aria-label', 'Cut-out of ' + entry.name);
  } catch {
    if (entry !== current) return;
    $('view').hidden = true;
    $('problem').hidden = false;
    $('problem').textContent = 'The pictures of this image were not found. They belong into the folder ' + plain(run.folder) + ' beside this page.';
  }
}
/** The original left of the edge, the result right of it. */
function slide() {
  const at = Number($('slider').value);
  $('original').style.clipPath = `inset(0 ${100 - at}% 0 0)`;
  $('result').style.clipPath = `inset(0 0 0 ${at}%)`;
  $('edge').style.left = at + '%';
}

function showFacts() {
  const s = current.statistics;
  const facts = [pair('State', states[current.state])];
  if (current.state !== 'failed' && current.output) facts.push(pair('Output', plain(current.output)));
  if (s) {
    const box = s.boundingBox;
    facts.push(
      pair('Size', `${count(s.width)} × ${count(s.height)}, ${s.bitDepth} bits`),
      pair('Foreground', percent(s.foregroundFraction) + ', ' + plural(s.foregroundPixels, 'pixel')),
      pair('Regions', count(s.regions)),
      pair('Box', box ? `${box[2]} × ${box[3]} at ${box[0]}, ${box[1]}` : 'none'));
    // What is known depends on the method.
    if (s.threshold !== undefined) {
      facts.push(pair('Threshold', [s.threshold].flat().map(cut => typeof cut === 'number' ? number(cut) : String(cut)).join(', ')));
    }
    facts.push(...(s.clusters || []).map((cluster, i) => pair('Cluster ' + (i + 1),
      `${cluster.color || number(cluster.centroid)}, ${percent(cluster.pixels / (s.width * s.height))}, ${cluster.foreground ? 'in' : 'out'}`)));
    if (typeof s.wcss === 'number') facts.push(pair('Sum of squares', number(s.wcss) + (s.globalOptimum ? ', optimal' : '')));
    if (typeof s.energy === 'number') {
      facts.push(pair('Saliency', `${number(s.objectSaliency)} in, ${number(s.groundSaliency)} out`),
        pair('Energy', number(s.energy) + '\u202fnats, ' + plural(s.rounds, 'round')));
      if (typeof s.confidence === 'number') facts.push(pair('Confidence', s.confidence.toFixed(2) + ', best of ' + plural(s.ways, 'cut')));
    }
    if (typeof s.network === 'string') {
      facts.push(pair('Network', `${s.network}, a map of ${s.map[0]} × ${s.map[1]}`),
        pair('Probability', `${number(s.objectProbability)} in, ${number(s.groundProbability)} out`));
    }
    const seconds = Object.entries(s.seconds || {});
    if (seconds.length) {
      facts.push(pair('Time', duration(seconds.reduce((sum, [, time]) => sum + time, 0))));
      facts.push(...seconds.filter(([, time]) => time >= 0.0005).map(([stage, time]) => pair('– ' + stage, duration(time))));
    }
  }
  $('facts').replaceChildren(...facts);
}

// --- Stages ---

function caption(title, ...more) {
  return element('figcaption', {}, title + ' ', element('span', {}, ...more));
}
function key(className) {
  return element('i', { className: 'key ' + className });
}
async function showStages() {
  const stages = $('stages');
  const entry = current;
  stages.replaceChildren();
  stages.hidden = $('stages-on').getAttribute('aria-expanded') !== 'true' || !entry.pictures.length;
  if (stages.hidden) return;
  try {
    const [gray, row] = await Promise.all([picture(entry, 'gray'), picture(entry, 'stages')]);
    if (entry !== current || stages.hidden) return;
    const width = gray.naturalWidth;
    const figure = (image, from, text) => {
      const canvas = element('canvas', {});
      canvas.width = width;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d').drawImage(image, -from, 0);
      return element('figure', {}, canvas, text);
    };
    const [clustered, filled, closed, kept] = entry.stagePixels;
    const change = n => (n > 0 ? '+' : n < 0 ? '−' : '') + plural(Math.abs(n), 'pixel');
    const changed = closed - filled;
    stages.replaceChildren(
      figure(gray, 0, caption(entry.statistics.clusters ? 'Grey plane' : entry.statistics.network ? 'Probability' : 'What stands out')),
      element('figure', {}, histogram(entry), caption('Histogram', entry.statistics.clusters ? 'with the thresholds' : '')),
      figure(row, 0, entry.statistics.clusters
        ? caption('Clusters', plural(entry.statistics.clusters.length, 'cluster') + ', ' + plural(clustered, 'pixel') + ' in')
        : caption(entry.statistics.network ? 'Above one half' : 'Cut', plural(clustered, 'pixel') + ' in')),
      figure(row, width, caption('Holes filled', key(filled === clustered ? '' : 'filled'), change(filled - clustered))),
      figure(row, 2 * width, caption('Closed', key(changed < 0 ? 'lost' : changed > 0 ? 'closed' : ''), change(changed))),
      element('figure', {}, result(entry), caption('Result', plural(kept, 'pixel'))));
  } catch {
    if (entry === current) stages.replaceChildren(element('p', { textContent: 'The pictures of the stages were not found.' }));
  }
}
function result(entry) {
  const canvas = element('canvas', { className: 'checker', width: 1, height: 1 });
  Promise.all([picture(entry, 'card'), picture(entry, 'mask')]).then(([image, mask]) => drawCutout(canvas, image, mask), () => {});
  return canvas;
}
function histogram(entry) {
  const most = Math.max(...entry.histogram, 1);
  const s = entry.statistics;
  const [width, height] = [192, Math.round(192 * Math.min(1, Math.max(0.4, s.height / s.width)))];
  const step = width / entry.histogram.length;
  // The square root: small levels beside a large background are still seen.
  const bars = entry.histogram.map((n, i) => {
    const high = (height - 8) * Math.sqrt(n / most);
    return svg('rect', { x: i * step, width: step - 0.4, y: height - high, height: high });
  });
  const cuts = (Array.isArray(s.threshold) ? s.threshold : [s.threshold]).filter(cut => typeof cut === 'number');
  const lines = cuts.map(cut => svg('line', { x1: cut * width, x2: cut * width, y1: 0, y2: height }));
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': 'Histogram of the greys, heights as square roots' }, ...bars, ...lines);
}

// --- On paper ---

/** A picture that can be set without waiting for it: the mask lets the image through where it is not transparent. */
function printedPicture(entry, place) {
  const s = entry.statistics;
  const part = (kind, more = {}) => svg('image', { href: address(entry, kind), width: s.width, height: s.height, preserveAspectRatio: 'none', ...more });
  const mask = svg('mask', { id: 'cut-' + place, 'mask-type': 'alpha', maskUnits: 'userSpaceOnUse', x: 0, y: 0, width: s.width, height: s.height },
    part('mask'));
  return svg('svg', { viewBox: `0 0 ${s.width} ${s.height}`, role: 'img', 'aria-label': 'Cut-out' }, mask, part('card', { mask: `url(#cut-${place})` }));
}
function printedCard(entry, place) {
  const area = element('span', { className: 'picture' });
  if (entry.state === 'failed') area.append(element('span', { className: 'message', textContent: plain(entry.message) }));
  else if (!entry.pictures.length) area.append(element('span', { className: 'absent', textContent: states[entry.state] }));
  else area.append(printedPicture(entry, place));
  const label = element('span', { className: 'label' }, element('bdi', { className: 'name', textContent: entry.short }), numbersOf(entry));
  if (entry.mark) label.append(element('span', { className: 'marked', textContent: marks[entry.mark] }));
  return element('li', { className: entry.state + ' ' + entry.mark }, area, label);
}
let opening = [];
/** Makes all cards that the filter lets through, also those that are not in view, and opens what is folded. */
function layOutSheet() {
  if (counts) counting.layOutAll();
  if (opening.length || $('sheet').childElementCount) return;
  if (!counts && !detail.open) $('sheet').append(...shown.map(printedCard));
  opening = [...document.querySelectorAll('body > details:not([open])')];
  for (const folded of opening) folded.open = true;
}
function clearSheet() {
  if (counts) counting.layOutView();
  $('sheet').replaceChildren();
  for (const folded of opening) folded.open = false;
  opening = [];
}
/** Prints when all pictures are there. */
async function printAll() {
  layOutSheet();
  const loaded = image => new Promise(done => {
    const probe = new Image();
    probe.onload = probe.onerror = done;
    probe.src = image.getAttribute('href');
  });
  await Promise.all([...$('sheet').querySelectorAll('image')].map(loaded));
  print();
}

// --- What is pressed ---

function toggleOutline() {
  const on = $('outline-on').getAttribute('aria-pressed') !== 'true';
  $('outline-on').setAttribute('aria-pressed', on);
  $('outline').hidden = !on;
}
function toggleStages() {
  $('stages-on').setAttribute('aria-expanded', $('stages-on').getAttribute('aria-expanded') !== 'true');
  showStages().then(() => $('stages').hidden || $('stages').scrollIntoView({ block: 'nearest' }));
}
function step(by) {
  const to = opened + by;
  if (to >= 0 && to < shown.length) open(to);
}

for (const id of ['name', 'share-from', 'share-to', 'regions-from', 'regions-to', 'state', 'mark', 'sort']) $(id).addEventListener('input', apply);
$('direction').addEventListener('click', () => {
  const down = $('direction').getAttribute('aria-pressed') !== 'true';
  $('direction').setAttribute('aria-pressed', down);
  $('direction').textContent = down ? '↓' : '↑';
  apply();
});
$('bar').addEventListener('submit', event => event.preventDefault());
$('bar').addEventListener('reset', event => {
  event.preventDefault(); // the order stays
  clear();
});
$('none').querySelector('button').addEventListener('click', clear);
$('slider').addEventListener('input', slide);
$('outline-on').addEventListener('click', toggleOutline);
$('stages-on').addEventListener('click', toggleStages);
for (const mark of Object.keys(marks)) {
  $(mark).addEventListener('click', () => toggleMark(current, mark));
  $('save-' + mark).addEventListener('click', () => saveMarks(mark));
}
$('unmark').addEventListener('click', () => {
  for (const entry of entries) entry.mark = '';
  marksChanged();
});
$('view-images').addEventListener('click', () => showView(false));
$('view-objects').addEventListener('click', () => showView(true));
$('count-on').addEventListener('click', () => {
  const entry = current;
  detail.close();
  showView(true);
  counting.showImage(entry);
});
$('print').addEventListener('click', printAll);
addEventListener('beforeprint', layOutSheet);
addEventListener('afterprint', clearSheet);
$('previous').addEventListener('click', () => step(-1));
$('next').addEventListener('click', () => step(1));
$('close').addEventListener('click', () => detail.close());
detail.addEventListener('click', event => {
  if (event.target === detail) detail.close(); // beside it
});
detail.addEventListener('close', () => {
  current = null;
  if (counts) return;
  focusCard(opened); // the browser has given the focus back to the card that was opened first
});
detail.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target === $('hint-words')) return;
  const sliding = event.target === $('slider');
  if (event.key === 'ArrowLeft' && !sliding) step(-1);
  else if (event.key === 'ArrowRight' && !sliding) step(1);
  else if (event.key === 'o' || event.key === 'O') { if (!$('view').hidden) toggleOutline(); }
  else if (event.key === 's' || event.key === 'S') { if (!$('view').hidden) toggleStages(); }
  else if (event.key === 'h' || event.key === 'H') toggleHints();
  else if (event.key === 'c' || event.key === 'C') toggleChoice(current);
  else if (keys[event.key.toLowerCase()]) toggleMark(current, keys[event.key.toLowerCase()]);
  else return;
  event.preventDefault();
});

const keys = { k: 'keep', x: 'reject' };
const moves = {
  ArrowLeft: () => -1, ArrowRight: () => 1, ArrowUp: () => -columns, ArrowDown: () => columns,
  PageUp: () => -columns * Math.max(1, Math.floor(innerHeight / cell.height) - 1),
  PageDown: () => columns * Math.max(1, Math.floor(innerHeight / cell.height) - 1),
  Home: () => -shown.length, End: () => shown.length,
};
document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'p') {
    event.preventDefault(); // the browser would not wait for the pictures
    printAll();
    return;
  }
  if (counts || detail.open || event.ctrlKey || event.metaKey || event.altKey) return;
  const inCards = grid.contains(document.activeElement);
  const nowhere = document.activeElement === document.body;
  if (event.key === '/' && !/^(INPUT|SELECT)$/.test(document.activeElement.tagName)) {
    $('name').focus();
    $('name').select();
  } else if (inCards && moves[event.key]) {
    const to = active + moves[event.key]();
    if (event.key === 'ArrowUp' && to < 0 || event.key === 'ArrowDown' && to >= shown.length) return;
    focusCard(to);
  } else if (inCards && keys[event.key.toLowerCase()]) {
    toggleMark(shown[active], keys[event.key.toLowerCase()]);
  } else if (inCards && event.key.toLowerCase() === 'c') {
    toggleChoice(shown[active]);
  } else if (nowhere && event.key.startsWith('Arrow') && event.key !== 'ArrowUp' || event.target === $('name') && event.key === 'ArrowDown') {
    focusCard(active);
  } else if (event.target === $('name') && event.key === 'Enter') {
    focusCard(0);
  } else {
    return;
  }
  event.preventDefault();
});

// --- Light and dark ---

const dark = matchMedia('(prefers-color-scheme: dark)');
function theme() {
  return document.documentElement.dataset.theme || (dark.matches ? 'dark' : 'light');
}
function showTheme() {
  $('theme').textContent = theme() === 'dark' ? 'Light' : 'Dark';
  $('theme').setAttribute('aria-label', theme() === 'dark' ? 'Use light colours' : 'Use dark colours');
}
$('theme').addEventListener('click', () => {
  document.documentElement.dataset.theme = theme() === 'dark' ? 'light' : 'dark';
  showTheme();
});
dark.addEventListener('change', showTheme);
