
// --- Counting: a picture with numbered objects, the table of what was measured of them, and what was removed ---

const counting = (() => {
  const images = entries.filter(entry => entry.objects);
  const many = run.kind !== 'objects';
  const columns = images.length ? images[0].objects.columns : [];
  const shelf = 'hadamask removed ' + location.pathname + ' ' + run.started;
  /** Columns that are not of an object alone: who is removed counts in them until all is measured anew. */
  const ofOthers = columns.filter(name => /^(touching|nearest|gray_ground|gray_sum_above_ground)/.test(name));
  /** What is run again with the list of labels. */
  const command = countsToo ? 'segment' : 'measure';
  const objects = [];
  for (const image of images) {
    const lines = image.objects.rows.split('\n').filter(Boolean);
    image.first = objects.length;
    image.amount = lines.length;
    image.missing = image.objects.columns.join() === columns.join() ? null : columns.map(name => image.objects.columns.indexOf(name));
    lines.forEach((line, place) => objects.push({ image, place, line, label: line.slice(0, (line + ',').indexOf(',')), removed: false }));
  }
  const of = image => objects.slice(image.first, image.first + image.amount);

  /** The cells of an object in the order of the columns of the table, as they were written. */
  function cells(object) {
    if (!object.cells) {
      const own = object.line.split(',');
      object.cells = object.image.missing ? object.image.missing.map(from => from < 0 ? 'nan' : own[from]) : own;
    }
    return object.cells;
  }
  const value = (object, column) => cells(object)[column] === 'nan' ? NaN : Number(cells(object)[column]);

  // --- What is removed ---

  let past = [];
  let future = [];
  let removed = 0;
  function set(those, to) {
    for (const object of those) {
      if (object.removed !== to) removed += to ? 1 : -1;
      object.removed = to;
    }
  }
  function change(those, to) {
    const changed = those.filter(object => object.removed !== to);
    if (!changed.length) return;
    set(changed, to);
    past.push({ changed, to });
    future = [];
    objectsChanged();
  }
  const toggle = object => change([object], !object.removed);
  function undo() {
    const last = past.pop();
    if (!last) return;
    set(last.changed, !last.to);
    future.push(last);
    objectsChanged();
    select(last.changed[0]);
  }
  function redo() {
    const next = future.pop();
    if (!next) return;
    set(next.changed, next.to);
    past.push(next);
    objectsChanged();
    select(next.changed[0]);
  }
  function recall() {
    try {
      const kept = new Set(JSON.parse(localStorage.getItem(shelf)) || []);
      set(objects.filter(object => kept.has(object.image.index + ' ' + object.label)), true);
    } catch { /* without storage it lasts as long as the page */ }
  }
  function objectsChanged() {
    try {
      localStorage.setItem(shelf, JSON.stringify(objects.filter(object => object.removed).map(object => object.image.index + ' ' + object.label)));
    } catch { /* as above */ }
    $('count-saved').firstChild.textContent = '';
    showCount();
    listRows();
    showSpread();
    paint();
  }
  function showCount() {
    const kept = objects.length - removed;
    $('counted').replaceChildren(element('strong', { textContent: count(kept) }), (kept === 1 ? ' object' : ' objects')
      + (removed ? ` of ${count(objects.length)}, ${count(removed)} removed` : '')
      + (images.length > 1 ? `; ${count(of(image).filter(object => !object.removed).length)} in this image` : ''));
    $('undo').disabled = !past.length;
    $('redo').disabled = !future.length;
    $('stale').hidden = !(removed && ofOthers.length);
    $('stale').textContent = ofOthers.join(', ') + `: as measured with what is removed; ${command} --keep-labels measures without.`;
  }

  // --- What is saved ---

  const header = () => (many ? 'image,' : '') + columns.map(quoted).join(',') + '\n';
  const start = object => many ? quoted(plain(object.image.input)) + ',' : '';
  function saveTable() {
    saveFile('objects.csv', header() + objects.filter(object => !object.removed).map(object => start(object)
      + (object.image.missing ? cells(object).join(',') : object.line) + '\n').join(''));
    saved('objects.csv has the rows that are kept, as measure writes them');
  }
  function saveLabels() {
    saveFile('kept.csv', (many ? 'image,label\n' : 'label\n') + objects.filter(object => !object.removed)
      .map(object => start(object) + object.label + '\n').join(''));
    saved(`Run ${command} with the same options and --keep-labels kept.csv: the table, --labels and --overlay follow`);
  }
  function saved(words) {
    $('count-saved').firstChild.textContent = words;
  }

  // --- The picture ---

  const canvas = $('field');
  const layer = document.createElement('canvas');
  let image = images[0];
  let shape = null; // of the image that is shown: the number of the object of each pixel of the picture, and where they are
  let shownPicture = null;
  let selected = null;
  let view = { scale: 1, x: 0, y: 0, fits: true }; // pixels of the screen for one of the picture, and where its corner is

  function bytesOf(text) {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  }
  /** Reads the runs of all objects; places are in pixels of the picture. */
  function shapeOf(image) {
    const { width, height, side, shapes } = image.objects;
    const [w, h] = [Math.ceil(width / side), Math.ceil(height / side)];
    if (!shapes) { // of an earlier run no more is known than the table
      const [x, y] = ['centroid_x', 'centroid_y'].map(name => image.objects.columns.indexOf(name));
      return { w, h, at: new Int32Array(w * h), places: of(image).map(object => {
        const own = object.line.split(',');
        return { x: (Number(own[x]) + 0.5) / side, y: (Number(own[y]) + 0.5) / side, depth: 8 };
      }) };
    }
    const bytes = bytesOf(shapes);
    const at = new Int32Array(w * h);
    const places = [];
    let i = 0;
    const next = () => {
      let number = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[i++];
        number |= (byte & 127) << shift;
        if (byte < 128) return number;
      }
    };
    for (let object = 1; i < bytes.length; object++) {
      places.push({ x: (next() + 0.5) / side, y: (next() + 0.5) / side, depth: next() / side });
      let [x, y] = [0, 0];
      for (let runs = next(); runs > 0; runs--) {
        y += next();
        const turn = next();
        x += turn & 1 ? -(turn + 1 >> 1) : turn >> 1;
        at.fill(object, y * w + x, y * w + x + next());
      }
    }
    return { w, h, at, places };
  }

  async function show(next) {
    if (!next) return;
    image = next;
    shape = shapeOf(image);
    shownPicture = null;
    $('picture-of').value = String(images.indexOf(image));
    canvas.setAttribute('aria-label', `Picture of ${image.name} with ${plural(image.amount, 'numbered object')}`);
    fitView();
    showCount();
    const wanted = image;
    if (!wanted.pictures.length) {
      $('pointed').textContent = 'This image was done by an earlier run, and its picture is not made again: numbers stand where its objects are.';
      return paint();
    }
    try {
      const loaded = await picture(wanted, address(wanted, 'picture') ? 'picture' : 'original');
      if (wanted === image) shownPicture = loaded;
    } catch {
      if (wanted === image) $('pointed').textContent = 'The picture was not found. It belongs into the folder ' + plain(run.folder) + ' beside this page.';
    }
    paint();
  }

  const density = () => Math.min(2, devicePixelRatio || 1);
  function fitView() {
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const scale = Math.min(width / shape.w, height / shape.h);
    view = { scale, x: (width - scale * shape.w) / 2, y: (height - scale * shape.h) / 2, fits: true };
    paint();
  }
  function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
    const least = Math.min(canvas.clientWidth / shape.w, canvas.clientHeight / shape.h);
    const scale = Math.min(40, Math.max(least, view.scale * factor));
    if (scale === least) return fitView();
    const ratio = scale / view.scale;
    view = { scale, x: x - ratio * (x - view.x), y: y - ratio * (y - view.y), fits: false };
    hold();
    paint();
  }
  function move(x, y) {
    view.x += x;
    view.y += y;
    hold();
    paint();
  }
  /** The picture does not leave the view. */
  function hold() {
    const held = (at, size, room) => size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, at));
    view.x = held(view.x, view.scale * shape.w, canvas.clientWidth);
    view.y = held(view.y, view.scale * shape.h, canvas.clientHeight);
  }

  let painting = false;
  function paint() {
    if (painting) return;
    painting = true;
    requestAnimationFrame(() => {
      painting = false;
      if (shape && canvas.clientWidth) draw();
    });
  }
  const color = (r, g, b, a) => (a << 24 | b << 16 | g << 8 | r) >>> 0; // as bytes lie in memory
  const LINE = color(255, 210, 60, 255);
  const CASING = color(16, 20, 26, 200);
  const GONE = color(235, 80, 66, 255);
  const GONE_TINT = color(16, 20, 26, 150);
  const SELECTED = color(92, 193, 216, 255);
  const SELECTED_TINT = color(92, 193, 216, 90);

  function draw() {
    const dense = density();
    const [width, height] = [Math.round(canvas.clientWidth * dense), Math.round(canvas.clientHeight * dense)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const context = canvas.getContext('2d');
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    const [scale, x, y] = [view.scale * dense, view.x * dense, view.y * dense];
    if (shownPicture) {
      context.imageSmoothingEnabled = scale < 3;
      context.imageSmoothingQuality = 'high';
      context.drawImage(shownPicture, x, y, scale * shape.w, scale * shape.h);
    }
    drawLines(width, height, scale, x, y, Math.max(1, Math.round(1.6 * dense)));
    context.drawImage(layer, 0, 0);
    if ($('numbers-on').getAttribute('aria-pressed') === 'true') drawNumbers(context, width, height, scale, x, y, dense);
  }
  /** Lines of the same width at any size: each pixel of the screen asks which object is under it, and under its neighbours. */
  function drawLines(width, height, scale, left, top, line) {
    if (layer.width !== width) layer.width = width;
    if (layer.height !== height) layer.height = height;
    const context = layer.getContext('2d');
    const data = context.createImageData(width, height);
    const pixels = new Uint32Array(data.data.buffer);
    const { w, h, at } = shape;
    const state = new Uint8Array(image.amount + 1); // 1 kept, 2 removed, 3 selected
    for (let i = 0; i < image.amount; i++) state[i + 1] = objects[image.first + i].removed ? 2 : 1;
    const chosen = selected && selected.image === image ? selected.place + 1 : -1;
    const columns = new Int32Array(width + line);
    for (let i = 0; i < columns.length; i++) {
      const column = Math.floor((i + 0.5 - left) / scale);
      columns[i] = column >= 0 && column < w ? column : -1;
    }
    const rowOf = j => {
      const row = Math.floor((j + 0.5 - top) / scale);
      return row >= 0 && row < h ? row * w : -1;
    };
    const inks = [0, LINE, GONE];
    const tints = [0, 0, GONE_TINT];
    for (let j = 0; j < height; j++) {
      const here = rowOf(j);
      if (here < 0) continue;
      const above = rowOf(j - line);
      const below = rowOf(j + line);
      for (let i = 0; i < width; i++) {
        const column = columns[i];
        if (column < 0) continue;
        const object = at[here + column];
        const west = i >= line && columns[i - line] >= 0 ? at[here + columns[i - line]] : 0;
        const east = columns[i + line] >= 0 ? at[here + columns[i + line]] : 0;
        const north = above >= 0 ? at[above + column] : 0;
        const south = below >= 0 ? at[below + column] : 0;
        const edge = west !== object || east !== object || north !== object || south !== object;
        if (object) {
          pixels[j * width + i] = object === chosen ? (edge ? SELECTED : SELECTED_TINT) : edge ? inks[state[object]] : tints[state[object]];
        } else if (edge) {
          pixels[j * width + i] = west === chosen || east === chosen || north === chosen || south === chosen ? SELECTED : CASING;
        }
      }
    }
    context.putImageData(data, 0, 0);
  }
  /** Numbers where there is room for them; that of the selected object always. */
  function drawNumbers(context, width, height, scale, left, top, dense) {
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    const write = (object, place, size) => {
      const [x, y] = [left + scale * place.x, top + scale * place.y];
      if (x < 0 || y < 0 || x > width || y > height) return;
      context.font = `600 ${size}px system-ui, sans-serif`;
      context.lineWidth = Math.max(2 * dense, size / 4);
      context.strokeStyle = object.removed ? '#5c120a' : '#10141a';
      context.strokeText(object.label, x, y);
      context.fillStyle = object.removed ? '#ffb4a8' : '#fff';
      context.fillText(object.label, x, y);
    };
    for (let i = 0; i < image.amount; i++) {
      const place = shape.places[i];
      const object = objects[image.first + i];
      const room = scale * Math.max(place.depth, 0.5); // to the nearest edge
      const size = Math.min(20 * dense, 1.5 * room, 3.4 * room / object.label.length);
      if (object !== selected && size >= 9 * dense) write(object, place, size);
    }
    if (selected && selected.image === image) {
      const place = shape.places[selected.place];
      write(selected, place, Math.max(12 * dense, Math.min(20 * dense, 1.5 * scale * place.depth)));
    }
  }

  /** The object at a place of the view, or the one that is nearly there; null when none is. */
  function objectAt(x, y) {
    const { w, h, at } = shape;
    const reach = Math.ceil(4 / view.scale);
    const [column, row] = [Math.floor((x - view.x) / view.scale), Math.floor((y - view.y) / view.scale)];
    let best = null;
    let least = Infinity;
    for (let v = row - reach; v <= row + reach; v++) {
      for (let u = column - reach; u <= column + reach; u++) {
        const off = Math.hypot(u - column, v - row);
        if (u >= 0 && v >= 0 && u < w && v < h && at[v * w + u] && off < least) [best, least] = [at[v * w + u], off];
      }
    }
    return best === null || least > reach ? null : objects[image.first + best - 1];
  }

  /** Selects an object: it is seen in the picture and in the table. */
  function select(object, from = '') {
    selected = object;
    if (object && object.image !== image) {
      show(object.image);
      if ($('scope').value === 'one') listRows();
    }
    if (object && from !== 'picture') bringIntoView(object);
    if (from !== 'rows') scrollToRow();
    showPointed();
    renderRows();
    showSpread();
    paint();
  }
  function bringIntoView(object) {
    if (!shape || view.fits) return;
    const place = shape.places[object.place];
    const [x, y] = [view.x + view.scale * place.x, view.y + view.scale * place.y];
    const room = 30;
    if (x < room || y < room || x > canvas.clientWidth - room || y > canvas.clientHeight - room) {
      move(canvas.clientWidth / 2 - x, canvas.clientHeight / 2 - y);
    }
  }
  function showPointed() {
    if (!selected) {
      $('pointed').textContent = 'A click on an object shows its row; a click on a row shows the object.';
      return;
    }
    const area = columns.findIndex(name => name.startsWith('area'));
    const button = element('button', { type: 'button', className: 'quiet', textContent: selected.removed ? 'Bring it back' : 'Remove it' });
    button.addEventListener('click', () => {
      toggle(selected);
      showPointed();
      $('pointed').querySelector('button').focus();
    });
    $('pointed').replaceChildren(`Object ${selected.label}` + (images.length > 1 ? ' of ' + selected.image.short : '')
      + (area < 0 ? '' : `, ${columns[area].replace('_', ' ')} ${number(value(selected, area))}`)
      + (selected.removed ? ', removed ' : ' '), button);
  }

  // --- The table ---

  const ROW = 30;
  const box = $('rows');
  const table = element('table', {});
  table.setAttribute('role', 'grid');
  const head = element('thead', {});
  const body = element('tbody', {});
  let rows = [];
  let sorted = { column: -1, down: false }; // -1: in the order of the run
  let all = false; // on paper

  const inScope = () => $('scope').value === 'all' ? objects : image ? of(image) : [];
  function listRows() {
    const scope = inScope();
    rows = $('kept-only').checked ? scope.filter(object => !object.removed) : scope.slice();
    if (sorted.column >= 0) {
      const sign = sorted.down ? -1 : 1;
      const key = new Map(rows.map(object => [object, value(object, sorted.column)]));
      rows.sort((a, b) => { // what is no number comes last in both directions
        const [x, y] = [key.get(a), key.get(b)];
        if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y);
        return sign * (x - y);
      });
    } else if (sorted.down) {
      rows.reverse();
    }
    table.setAttribute('aria-rowcount', rows.length + 1);
    renderRows();
  }
  function makeHead() {
    const cell = (title, column) => {
      const button = element('button', { type: 'button', textContent: title.replaceAll('_', ' '), title: 'Sort by ' + title, tabIndex: -1 });
      button.addEventListener('click', () => {
        sorted = { column, down: sorted.column === column && !sorted.down };
        showSorted();
        listRows();
        box.scrollTop = 0;
        renderRows();
      });
      const th = element('th', { scope: 'col' }, button);
      th.dataset.column = column;
      return th;
    };
    const shown = many ? [cell('image', -1)] : [];
    head.replaceChildren(element('tr', {}, element('th', { className: 'act' }, element('span', { className: 'unseen', textContent: 'Remove' })),
      ...shown, ...columns.map(cell)));
    table.append(head, body);
    box.replaceChildren(table);
    table.classList.toggle('many', many);
    showSorted();
  }
  function showSorted() {
    for (const th of head.querySelectorAll('[data-column]')) {
      const mine = Number(th.dataset.column) === sorted.column;
      th.setAttribute('aria-sort', mine ? (sorted.down ? 'descending' : 'ascending') : 'none');
    }
  }
  const shownNumber = text => {
    const x = Number(text);
    return text === 'nan' ? '–' : Number.isInteger(x) ? String(x) : String(Number(x.toPrecision(5)));
  };
  function row(object, place) {
    const act = element('button', { type: 'button', tabIndex: -1, className: 'quiet', textContent: object.removed ? '↺' : '✕',
      title: object.removed ? 'Bring back' : 'Remove' });
    act.setAttribute('aria-label', `${act.title} ${object.label}`);
    act.addEventListener('click', event => {
      event.stopPropagation();
      toggle(object);
    });
    const tr = element('tr', { className: (object.removed ? 'removed ' : '') + (object === selected ? 'selected' : '') },
      element('td', { className: 'act' }, act));
    if (many) tr.append(element('td', { className: 'name', textContent: object.image.short, title: object.image.name }));
    for (const text of cells(object)) tr.append(element('td', { textContent: shownNumber(text) }));
    tr.setAttribute('aria-rowindex', place + 2);
    tr.setAttribute('aria-selected', object === selected);
    tr.addEventListener('click', () => select(object, 'rows'));
    return tr;
  }
  /** Makes the rows that are in view, or nearly. */
  function renderRows() {
    const first = all ? 0 : Math.max(0, Math.floor(box.scrollTop / ROW) - 8);
    const end = all ? Math.min(rows.length, 2000) : Math.min(rows.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + 8);
    const spacer = amount => {
      const tr = element('tr', { className: 'spacer' });
      tr.setAttribute('aria-hidden', 'true');
      tr.style.height = amount * ROW + 'px';
      return tr;
    };
    const made = [];
    for (let i = first; i < end; i++) made.push(row(rows[i], i));
    body.replaceChildren(spacer(first), ...made, spacer(all ? 0 : rows.length - end));
    if (!rows.length) {
      body.replaceChildren(element('tr', {}, element('td', { className: 'empty', colSpan: columns.length + 2,
        textContent: objects.length ? 'No object is kept here.' : 'There are no objects.' })));
    } else if (all && end < rows.length) {
      body.append(element('tr', {}, element('td', { className: 'empty', colSpan: columns.length + 2,
        textContent: `${count(rows.length - end)} more rows are in the saved table.` })));
    }
  }
  function scrollToRow() {
    const place = rows.indexOf(selected);
    if (place < 0) return;
    const room = box.clientHeight - head.offsetHeight;
    if (place * ROW < box.scrollTop) box.scrollTop = place * ROW;
    else if ((place + 1) * ROW > box.scrollTop + room) box.scrollTop = (place + 1) * ROW - room;
  }
  function step(by) {
    if (!rows.length) return;
    const from = rows.indexOf(selected);
    select(rows[from < 0 ? (by < 0 ? rows.length - 1 : 0) : Math.min(rows.length - 1, Math.max(0, from + by))]);
  }

  // --- The histogram ---

  function showSpread() {
    const column = Number($('measure-of').value);
    const values = inScope().filter(object => !object.removed).map(object => value(object, column)).filter(Number.isFinite).sort((a, b) => a - b);
    const plot = $('bars');
    const [width, height] = [plot.clientWidth || 480, 96];
    plot.setAttribute('viewBox', `0 0 ${width} ${height + 16}`);
    plot.replaceChildren();
    plot.setAttribute('aria-label', 'No numbers');
    $('moments').textContent = values.length ? '' : 'no numbers';
    if (!values.length) return;
    const [least, most] = [values[0], values.at(-1)];
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const quantile = share => values[Math.round(share * (values.length - 1))];
    // Freedman and Diaconis, within what can be seen; whole numbers that are few have a bar each.
    const whole = values.every(Number.isInteger) && most - least < 40;
    const wanted = 2 * (quantile(0.75) - quantile(0.25)) / Math.cbrt(values.length);
    const bins = whole ? most - least + 1 : most === least ? 1 : Math.min(40, Math.max(8, Math.ceil((most - least) / (wanted || Infinity)) || 8));
    const from = whole ? least - 0.5 : least;
    const size = whole ? 1 : (most - least) / bins || 1;
    const counted = new Array(bins).fill(0);
    for (const x of values) counted[Math.min(bins - 1, Math.floor((x - from) / size))]++;
    const tallest = Math.max(...counted);
    const bar = width / bins;
    counted.forEach((n, i) => {
      const high = n ? Math.max(1.5, (height - 4) * n / tallest) : 0;
      plot.append(svg('rect', { x: i * bar + 0.5, width: Math.max(1, bar - 1), y: height - high, height: high },
        svg('title', {}, (whole ? number(least + i) : `${number(from + i * size)} to ${number(from + (i + 1) * size)}`) + ': ' + plural(n, 'object'))));
    });
    plot.append(svg('line', { x1: 0, x2: width, y1: height + 0.5, y2: height + 0.5 }));
    const text = (x, anchor, words) => plot.append(svg('text', { x, y: height + 13, 'text-anchor': anchor }, words));
    text(0, 'start', number(least));
    text(width, 'end', number(most));
    text(width / 2, 'middle', 'up to ' + plural(tallest, 'object') + ' in a bar');
    if (selected && !selected.removed && inScope().includes(selected) && Number.isFinite(value(selected, column))) {
      const x = width * Math.min(1, Math.max(0, (value(selected, column) - from) / (bins * size)));
      plot.append(svg('line', { class: 'here', x1: x, x2: x, y1: 0, y2: height }));
    }
    const sd = values.length > 1 ? Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)) : NaN;
    $('moments').textContent = `mean ${number(mean)}, median ${number((values[(values.length - 1) >> 1] + values[values.length >> 1]) / 2)}`
      + (Number.isNaN(sd) ? '' : `, SD ${number(sd)}`);
    plot.setAttribute('aria-label', `Histogram of ${columns[column]}: ${plural(values.length, 'object')}, ${$('moments').textContent}, from ${number(least)} to ${number(most)}`);
  }

  // --- What is pressed ---

  const pressed = id => $(id).getAttribute('aria-pressed') === 'true';
  function toggleButton(id) {
    $(id).setAttribute('aria-pressed', !pressed(id));
    canvas.classList.toggle('removing', pressed('by-click'));
    paint();
  }
  let dragged = null;
  function listen() {
    canvas.addEventListener('pointerdown', event => {
      if (event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      dragged = { x: event.clientX, y: event.clientY, far: false };
    });
    canvas.addEventListener('pointermove', event => {
      if (!dragged) {
        const box = canvas.getBoundingClientRect();
        canvas.classList.toggle('over', Boolean(shape && objectAt(event.clientX - box.left, event.clientY - box.top)));
        return;
      }
      const [x, y] = [event.clientX - dragged.x, event.clientY - dragged.y];
      if (!dragged.far && Math.hypot(x, y) < 4) return;
      dragged = { x: event.clientX, y: event.clientY, far: true };
      if (!view.fits) move(x, y);
    });
    canvas.addEventListener('pointerup', event => {
      const moved = !dragged || dragged.far;
      dragged = null;
      if (moved || !shape) return;
      const box = canvas.getBoundingClientRect();
      const object = objectAt(event.clientX - box.left, event.clientY - box.top);
      if (object && pressed('by-click')) toggle(object);
      select(object, 'picture');
    });
    canvas.addEventListener('pointercancel', () => dragged = null);
    canvas.addEventListener('dblclick', event => {
      const box = canvas.getBoundingClientRect();
      zoom(2, event.clientX - box.left, event.clientY - box.top);
    });
    canvas.addEventListener('wheel', event => {
      if (!shape) return;
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.06 : 0.0018)), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    box.addEventListener('scroll', () => soon(renderRows), { passive: true });
    addEventListener('resize', () => soon(() => {
      if (!counts) return;
      if (shape && view.fits) fitView();
      else if (shape) hold();
      paint();
      renderRows();
      showSpread();
    }));
    $('picture-of').addEventListener('input', () => {
      select(null);
      show(images[Number($('picture-of').value)]);
      box.scrollTop = 0;
      listRows();
      showSpread();
    });
    $('scope').addEventListener('input', () => {
      box.scrollTop = 0;
      listRows();
      showSpread();
    });
    $('kept-only').addEventListener('input', listRows);
    $('measure-of').addEventListener('input', showSpread);
    $('by-click').addEventListener('click', () => toggleButton('by-click'));
    $('numbers-on').addEventListener('click', () => toggleButton('numbers-on'));
    $('undo').addEventListener('click', undo);
    $('redo').addEventListener('click', redo);
    $('zoom-in').addEventListener('click', () => zoom(1.5));
    $('zoom-out').addEventListener('click', () => zoom(1 / 1.5));
    $('zoom-fit').addEventListener('click', fitView);
    $('save-table').addEventListener('click', saveTable);
    $('save-labels').addEventListener('click', saveLabels);
    document.addEventListener('keydown', pressedKey);
  }
  function pressedKey(event) {
    if (!counts || detail.open) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox') return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (event.altKey || key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
      return;
    }
    if (event.altKey || !shape) return;
    const page = Math.max(1, Math.floor(box.clientHeight / ROW) - 2);
    const inPicture = event.target === canvas;
    const pan = 60;
    const rowKeys = { arrowup: () => step(-1), arrowdown: () => step(1), pageup: () => step(-page), pagedown: () => step(page),
      home: () => step(-rows.length), end: () => step(rows.length) };
    const pictureKeys = { arrowup: () => move(0, pan), arrowdown: () => move(0, -pan), arrowleft: () => move(pan, 0), arrowright: () => move(-pan, 0) };
    const anywhere = { x: () => selected && (toggle(selected), showPointed()), delete: () => selected && (toggle(selected), showPointed()), z: undo, y: redo,
      r: () => toggleButton('by-click'), n: () => toggleButton('numbers-on'), '+': () => zoom(1.5), '=': () => zoom(1.5), '-': () => zoom(1 / 1.5), 0: fitView };
    const work = (inPicture ? pictureKeys[key] : event.target === box || event.target === document.body ? rowKeys[key] : null) || anywhere[key];
    if (!work) return;
    event.preventDefault();
    work();
  }

  function begin() {
    recall();
    makeHead();
    images.forEach((image, i) => $('picture-of').append(element('option', { value: String(i), textContent: `${image.short} (${count(image.amount)})` })));
    $('which').hidden = $('scope-of').hidden = images.length < 2;
    const area = columns.findIndex(name => name.startsWith('area'));
    columns.forEach((name, i) => i > 0 && $('measure-of').append(element('option', { value: String(i), textContent: name.replaceAll('_', ' ') })));
    $('measure-of').value = String(Math.max(1, area));
    $('counting').classList.toggle('none', !images.length);
    listen();
    showPointed();
    if (image) show(image);
    listRows();
    showSpread();
    showCount();
  }
  let begun = false;
  return {
    /** Makes the view, or brings it up to date where it was made before. */
    begin() {
      if (!begun) {
        begun = true;
        begin();
        return;
      }
      if (shape && view.fits) fitView();
      renderRows();
      showSpread();
      paint();
    },
    showImage(wanted) {
      if (wanted === image || !images.includes(wanted)) return;
      select(null);
      show(wanted);
      box.scrollTop = 0;
      listRows();
      showSpread();
    },
    /** All rows, for paper. */
    layOutAll() {
      all = true;
      renderRows();
    },
    layOutView() {
      all = false;
      renderRows();
    },
    objects, // for those who look from outside
    get selected() { return selected; },
    get view() { return view; },
    get shape() { return shape; },
    get rows() { return rows; },
  };
})();
