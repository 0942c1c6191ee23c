
// --- Choices: options of single images, for `segment --choices` ---

/** Whether the options of an image can be told to a later run. */
const choosable = entry => typeof entry.options === 'string' && entry.image !== '-' && entry.state !== 'failed';
const chosen = new Map(); // the name of an image -> its options
const choiceShelf = 'hadamask choices ' + location.pathname + ' ' + run.started;
const choosables = [...new Set(entries.filter(choosable).map(entry => entry.image))];
/** The proposal that was chosen, which may have got hints since. */
const chosenFrom = new Map(); // the name of an image -> the place of the entry

function recallChoices() {
  try {
    for (const [image, options, place] of JSON.parse(localStorage.getItem(choiceShelf)) || []) {
      if (!choosables.includes(image)) continue;
      chosen.set(image, options);
      chosenFrom.set(image, place);
    }
  } catch { /* without storage choices last as long as the page */ }
}
function choicesChanged() {
  $('choices-saved').textContent = '';
  try {
    localStorage.setItem(choiceShelf, JSON.stringify([...chosen].map(([image, options]) => [image, options, chosenFrom.get(image)])));
  } catch { /* as above */ }
  showChoices();
  for (const [place, item] of cards) showChoice(item, shown[place]);
  if (current) showChoiceOfDetail();
}
function showChoices() {
  $('choices').hidden = !(proposes ? choosables.length : chosen.size);
  const left = choosables.length - chosen.size;
  $('chosen').textContent = proposes
    ? `${count(chosen.size)} of ${plural(choosables.length, 'image')} chosen`
    : `${plural(chosen.size, 'image')} with options of ${chosen.size === 1 ? 'its' : 'their'} own`;
  $('save-choices').disabled = $('unchoose').disabled = !chosen.size;
  $('choose-rest').hidden = !proposes || !left || choosables.length < 2;
}
const isChosen = entry => chosen.has(entry.image) && chosenFrom.get(entry.image) === entry.place;
function showChoice(item, entry) {
  if (isChosen(entry)) item.dataset.chosen = '';
  else delete item.dataset.chosen;
  const button = item.querySelector('.choose');
  if (!button) return;
  item.querySelector('.words').textContent = isChosen(entry) ? chosen.get(entry.image) : entry.options;
  button.setAttribute('aria-pressed', isChosen(entry));
  button.textContent = isChosen(entry) ? '✓ Chosen' : 'Choose';
}
function showChoiceOfDetail() {
  $('choosing').hidden = !proposes || !choosable(current);
  $('choose').setAttribute('aria-pressed', isChosen(current));
  $('choose').firstChild.textContent = isChosen(current) ? 'Chosen ' : 'Choose ';
}
function chooser(entry) {
  const button = element('button', { type: 'button', className: 'choose', tabIndex: -1 });
  button.setAttribute('aria-label', `Choose ${entry.options} for ${entry.short}`);
  button.addEventListener('click', () => toggleChoice(entry));
  return button;
}
/** Chooses a proposal, or none for its image any more. */
function toggleChoice(entry) {
  if (!proposes || !choosable(entry)) return;
  if (isChosen(entry)) choose(entry, null);
  else choose(entry, entry.options);
  if (current) showHintWords();
}
/** @param options of the image; null for none of its own */
function choose(entry, options) {
  if (options === null) {
    chosen.delete(entry.image);
    chosenFrom.delete(entry.image);
  } else {
    chosen.set(entry.image, options);
    chosenFrom.set(entry.image, entry.place);
  }
  choicesChanged();
}
function saveChoices() {
  const rows = choosables.filter(image => chosen.has(image)).map(image => quoted(image) + ',' + quoted(chosen.get(image)) + '\n');
  saveFile('choices.csv', 'image,options\n' + rows.join(''));
  const left = choosables.length - chosen.size;
  $('choices-saved').textContent = 'segment --choices choices.csv -o cutouts/'
    + (choosables.every(image => image.startsWith('/')) ? '' : ', from the folder of this run')
    + (proposes && left ? `; ${plural(left, 'image')} without a choice ${left === 1 ? 'is' : 'are'} left out` : '');
}
$('save-choices').addEventListener('click', saveChoices);
$('choose').addEventListener('click', () => toggleChoice(current));
$('unchoose').addEventListener('click', () => {
  chosen.clear();
  chosenFrom.clear();
  choicesChanged();
  if (current) showHintWords();
});
$('choose-rest').addEventListener('click', () => {
  for (const entry of entries) {
    if (choosable(entry) && !chosen.has(entry.image)) {
      chosen.set(entry.image, entry.options);
      chosenFrom.set(entry.image, entry.place);
    }
  }
  choicesChanged();
});

// --- Hints: a box, and points to keep and to drop, in pixels of the image from 0 at the top left ---

const hintPattern = /(?:^|\s)--(box|keep|drop)(?:=|\s+)(\S+)/g;
let hintBegun = null; // the corner at which a box began
let hintCursor = null; // where the keys are

/** What a line of options says of box and points, and the rest of it. */
function hintsOf(words) {
  const hints = { box: null, points: [], rest: words.replace(hintPattern, '').trim() };
  for (const [, kind, value] of words.matchAll(hintPattern)) {
    const numbers = value.split(',').map(Number);
    if (!numbers.every(Number.isInteger)) continue;
    if (kind === 'box' && numbers.length === 4) hints.box = numbers;
    else if (kind !== 'box' && numbers.length === 2) hints.points.push({ kind, x: numbers[0], y: numbers[1] });
  }
  return hints;
}
function wordsOf(hints) {
  return [hints.rest, hints.box && '--box ' + hints.box.join(','), ...hints.points.map(p => `--${p.kind} ${p.x},${p.y}`)]
    .filter(Boolean).join(' ');
}
const ownWords = () => isChosen(current) || !proposes && chosen.has(current.image) ? chosen.get(current.image) : current.options;
const hinting = () => $('hints-on').getAttribute('aria-expanded') === 'true' && !$('hints-on').hidden;

/** Called when an image is opened. */
function beginHints() {
  hintBegun = hintCursor = null;
  $('hints-on').hidden = !choosable(current) || !current.pictures.length;
  $('hint-note').textContent = '';
  showChoiceOfDetail();
  showHintWords();
}
function showHintWords() {
  if (choosable(current) && document.activeElement !== $('hint-words')) $('hint-words').value = ownWords();
  showHints();
}
function toggleHints() {
  if ($('hints-on').hidden) return;
  $('hints-on').setAttribute('aria-expanded', !hinting());
  showHints();
  layOut(); // there is room for the form now, or for a larger picture
  if (hinting()) $('hints').focus({ preventScroll: true });
}
/** Shows the box and the points on the original, or the slider again. */
function showHints() {
  if (!current) return;
  const on = hinting() && !$('view').hidden;
  $('view').classList.toggle('hinting', on);
  $('hinting').hidden = !on;
  $('hints').toggleAttribute('hidden', !on); // SVG has no such property
  if (!on) return;
  const s = current.statistics;
  const hints = hintsOf($('hint-words').value);
  const unit = s.width / Math.max(1, $('view').clientWidth); // a pixel of the screen
  $('hints').setAttribute('viewBox', `0 0 ${s.width} ${s.height}`);
  $('hints').replaceChildren();
  const box = hintBegun?.to ? boxBetween(hintBegun.from, hintBegun.to) : hints.box;
  if (box) {
    const [x, y, width, height] = box;
    $('hints').append(svg('path', { class: 'shade', 'fill-rule': 'evenodd',
      d: `M0 0H${s.width}V${s.height}H0ZM${x} ${y}h${width}v${height}h${-width}Z` }),
      svg('rect', { class: 'casing', x, y, width, height }), svg('rect', { class: 'box', x, y, width, height }));
  }
  for (const point of hints.points) {
    const [x, y, r] = [point.x + 0.5, point.y + 0.5, 8 * unit];
    $('hints').append(svg('circle', { class: point.kind, cx: x, cy: y, r }),
      svg('path', { class: 'sign', d: `M${x - r / 2} ${y}h${r}` + (point.kind === 'keep' ? `M${x} ${y - r / 2}v${r}` : '') }));
  }
  if (hintCursor) {
    const [x, y, r] = [hintCursor[0] + 0.5, hintCursor[1] + 0.5, 14 * unit];
    for (const kind of ['casing', 'cursor']) $('hints').append(svg('path', { class: kind, d: `M${x - r} ${y}h${2 * r}M${x} ${y - r}v${2 * r}` }));
  }
  $('hint-undo').disabled = !(hints.box || hints.points.length);
  $('hint-clear').disabled = $('hint-undo').disabled;
}
function boxBetween(from, to) {
  const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  return [left, top, right - left + 1, bottom - top + 1];
}
/** Takes other hints; those of an image that was not cut by a graph cut begin one. */
function setHints(hints) {
  const some = hints.box || hints.points.length;
  $('hint-note').textContent = '';
  if (some && typeof current.statistics.energy !== 'number' && !/--model[= ]|--method[= ]graphcut|--preset[= ](photo|portrait)/.test(hints.rest)) {
    $('hint-note').textContent = 'Box and points are hints to a graph cut: the options of this image begin with --preset photo now.';
    hints.rest = '--preset photo';
  }
  $('hint-words').value = wordsOf(hints);
  takeWords();
}
/** The line of options is what counts; an image that has those of the run has none of its own. */
function takeWords() {
  const words = $('hint-words').value.trim();
  if (proposes) choose(current, words);
  else choose(current, words === current.options ? null : words);
  showHints();
}
function setHint(kind, at) {
  const hints = hintsOf($('hint-words').value);
  const unit = current.statistics.width / Math.max(1, $('view').clientWidth);
  const there = hints.points.findIndex(p => Math.hypot(p.x - at[0], p.y - at[1]) < 8 * unit);
  if (there >= 0) hints.points.splice(there, 1);
  else hints.points.push({ kind, x: at[0], y: at[1] });
  setHints(hints);
}
const hintKind = () => $('hinting').elements.hint.value;
function pixelAt(event) {
  const s = current.statistics;
  const box = $('hints').getBoundingClientRect();
  const pixel = (at, size, pixels) => Math.min(pixels - 1, Math.max(0, Math.floor(at / size * pixels)));
  return [pixel(event.clientX - box.left, box.width, s.width), pixel(event.clientY - box.top, box.height, s.height)];
}
$('hints').addEventListener('pointerdown', event => {
  if (event.button !== 0) return;
  event.preventDefault();
  $('hints').focus({ preventScroll: true });
  hintCursor = null;
  if (hintKind() !== 'box') {
    setHint(event.shiftKey ? 'drop' : hintKind(), pixelAt(event));
    return;
  }
  $('hints').setPointerCapture(event.pointerId);
  hintBegun = { from: pixelAt(event) };
});
$('hints').addEventListener('pointermove', event => {
  if (!hintBegun || !event.buttons) return;
  hintBegun.to = pixelAt(event);
  showHints();
});
$('hints').addEventListener('pointerup', endBox);
$('hints').addEventListener('pointercancel', () => {
  hintBegun = null;
  showHints();
});
function endBox() {
  const drawn = hintBegun;
  hintBegun = null;
  if (!drawn?.to) return showHints();
  const box = boxBetween(drawn.from, drawn.to);
  if (box[2] < 3 || box[3] < 3) return showHints(); // a click
  setHints({ ...hintsOf($('hint-words').value), box });
}
const cursorMoves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
$('hints').addEventListener('keydown', event => {
  const s = current.statistics;
  const move = cursorMoves[event.key];
  if (!move && event.key !== 'Enter') return;
  event.preventDefault();
  event.stopPropagation();
  hintCursor ||= [s.width >> 1, s.height >> 1];
  if (move) {
    const step = event.shiftKey ? 1 : Math.max(1, Math.round(Math.max(s.width, s.height) / 60));
    hintCursor = [Math.min(s.width - 1, Math.max(0, hintCursor[0] + step * move[0])), Math.min(s.height - 1, Math.max(0, hintCursor[1] + step * move[1]))];
    if (hintBegun) hintBegun.to = hintCursor;
  } else if (hintKind() !== 'box') {
    setHint(hintKind(), hintCursor);
  } else if (hintBegun) {
    endBox();
  } else {
    hintBegun = { from: hintCursor };
  }
  showHints();
});
$('hinting').addEventListener('submit', event => event.preventDefault());
$('hints-on').addEventListener('click', toggleHints);
$('hint-words').addEventListener('input', takeWords);
$('hint-undo').addEventListener('click', () => {
  const hints = hintsOf($('hint-words').value);
  if (hints.points.length) hints.points.pop();
  else hints.box = null;
  setHints(hints);
});
$('hint-clear').addEventListener('click', () => setHints({ ...hintsOf($('hint-words').value), box: null, points: [] }));
