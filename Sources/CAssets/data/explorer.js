// What makes the page answer. It reads the data that stand in the page, changes classes of the picture's parts, and writes
// text as text alone. It is written into the page without comments, indentation and line ends: a comment has lines of its
// own, and a line ends, or the next begins, with a mark that needs no space.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const {nodes, edges, sources} = JSON.parse($('[type="application/json"]').textContent), items = [...nodes, ...edges];
const stage = $('.stage'), svg = $('svg'), form = $('form'), article = $('article'), rows = $$('tbody tr'), heads = $$('th');
const {q, from, to, sign, least, since, until} = form.elements;
const fields = [...form.elements].filter(field => field.name);

// An element with its content; strings become text, never markup.
const make = (tag, ...content) => {
  const element = document.createElement(tag);
  element.append(...content.filter(Boolean));
  return element;
};
const button = (onclick, ...content) => Object.assign(make('button', ...content), {type: 'button', onclick});
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

// Nodes and edges know each other, what they are found by, and the parts of the picture that are theirs.
for (const item of items) {
  item.parts = [];
  item.ties = [];
  item.words = fold([item.title, ...item.aliases || [], ...(item.quotes || []).map(quote => quote.text)].join('\n'));
}
edges.forEach((edge, i) => {
  edge.ends = edge.ends.map(end => nodes[end]);
  for (const end of edge.ends) end.ties.push(edge);
  edge.row = rows[i];
  const cell = edge.row.cells[1];
  cell.replaceChildren(button(() => pick(edge), cell.textContent));
});
const index = key => new Map(items.map(item => [item[key], item])), byID = index('id'), byPart = index('part');
const fresh = svg.cloneNode(true);
for (const part of $$('g', svg)) {
  const item = byPart.get(part.dataset.of || part.id.slice(svg.id.length + 1));
  if (!item) continue;
  item.parts.push(part);
  part.item = item;
  part.classList.add('p');
  // What has a title is the thing itself; the rest are signs and words beside it.
  if (!$(':scope>title', part)) continue;
  item.face ||= part;
  part.role = 'button';
  part.ariaLabel = item.title;
  // A thin line is hard to hit: a broad one that does not show lies over it.
  const hit = item.ends && part.id && $('path', part)?.cloneNode();
  if (!hit) continue;
  hit.classList = 'hit';
  part.append(hit);
}

// View: what of the picture is seen. The head is left out, for the page has its own.
const {width, height} = svg.viewBox.baseVal;
const y = +$('[data-part=head]')?.dataset.height || 0, home = {x: 0, y, w: width, h: height - y};
let box, picked, path, timer, isDragged;
const look = next => {
  box = next;
  svg.setAttribute('viewBox', Object.values(box).join(' '));
  svg.style.touchAction = box == home ? 'pan-y' : 'none';
  remember();
};
const pointAt = (x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
const zoom = (factor, at = {x: box.x + box.w / 2, y: box.y + box.h / 2}) => {
  const k = Math.min(Math.max(box.w * factor, home.w / 40), home.w * 1.5) / box.w;
  look({x: at.x - (at.x - box.x) * k, y: at.y - (at.y - box.y) * k, w: box.w * k, h: box.h * k});
};
const pan = (dx, dy, {a} = svg.getScreenCTM()) => look({...box, x: box.x - dx / a, y: box.y - dy / a});

// Filters mean what they mean to the engine (EdgeFilter): facts have no sign, and stay whichever is asked for.
const apply = () => {
  const asked = new FormData(form), kinds = asked.getAll('kind'), actors = asked.getAll('actor');
  for (const node of nodes) {
    node.on = actors.includes(node.kind);
    node.lone = node.ties.length > 0;
  }
  for (const edge of edges) {
    edge.on = edge.ends.every(end => end.on) && kinds.includes(edge.kind) && Math.abs(edge.weight) >= least.value
      && (!sign.value || !edge.signed || edge.weight * sign.value > 0)
      && (!since.value && !until.value || edge.days.some(days => days[0] <= (until.value || '~') && days[1] >= since.value));
    edge.row.hidden = !edge.on;
    if (edge.on) edge.ends[0].lone = edge.ends[1].lone = false;
  }
  $('b').textContent = least.value;
  search();
  show();
};

// The strongest path, as the engine finds it (PathFinder): an edge costs whole units of −ln |weight|, and of equally good
// paths the first by the order of the edges is taken.
const strongest = (start, end) => {
  const left = new Map([[end, 0]]), open = new Set([end]), steps = [];
  const ways = node => node.ties.filter(tie => tie.on && tie.cost).map(tie => [tie, tie.ends[+(tie.ends[0] == node)]]);
  while (open.size) {
    const near = [...open].reduce((a, b) => left.get(b) < left.get(a) ? b : a);
    open.delete(near);
    for (const [tie, next] of ways(near)) {
      const cost = left.get(near) + tie.cost;
      if (!(left.get(next) <= cost)) left.set(next, cost), open.add(next);
    }
  }
  for (let node = start; left.has(start) && node != end;) {
    const [tie, next] = ways(node).filter(([tie, next]) => left.get(next) == left.get(node) - tie.cost)
      .reduce((a, b) => b[0].order < a[0].order ? b : a);
    steps.push(tie);
    node = next;
  }
  return steps;
};

// What is looked at stays, the rest fades.
const show = () => {
  const ends = [from, to].map(field => byID.get(field.value));
  path = ends[0] && ends[1] && ends;
  const ties = path ? strongest(...path) : !picked ? [] : picked.ends ? [picked] : picked.ties.filter(tie => tie.on);
  const lit = new Set([path || picked || [], ties, ties.map(tie => tie.ends)].flat(2));
  svg.classList.toggle('lit', lit.size);
  for (const item of items) {
    const isLit = lit.has(item);
    for (const {classList} of item.parts) {
      classList.toggle('off', !item.on);
      classList.toggle('lone', !!item.lone);
      classList.toggle('on', isLit);
    }
    item.row?.classList.toggle('on', item == picked);
    if (!item.face) continue;
    // Where there are more lines than one can tab through, only those looked at are stops.
    item.face.tabIndex = item.ends && edges.length > 200 && !isLit ? -1 : 0;
    item.face.ariaPressed = item == picked;
  }
  article.replaceChildren(...path ? pathCard(ties) : !picked ? [] : picked.ends ? edgeCard(picked) : nodeCard(picked, ties));
  remember();
};
const pick = item => {
  // Where a path waits for its end, a node is that.
  if (from.value && !to.value && item && !item.ends) to.value = item.id;
  else picked = item, from.value = to.value = '';
  show();
  if (item) article.scrollIntoView({block: 'nearest'});
};
const leave = node => {
  from.value = node.id;
  to.value = '';
  $('.path').open = true;
  to.focus();
};

// Cards: what was picked, in words
const line = (item, more) => make('li', button(() => pick(item), item.title, make('small', item.short ?? item.facts), more && make('q', more)));
const card = (title, facts, content, ...actions) => [make('h2', title), make('small', facts), ...content,
  make('div', ...actions, picked?.link && Object.assign(make('a', 'More'), {href: picked.link}), button(() => pick(), 'Close'))];
const quotation = ({text, cue, source, read}) => {
  // A text has no line feed.
  const [before, ...after] = text.split(cue || '\n');
  return make('blockquote', make('p', before, after.length && make('mark', cue), after.join(cue)), make('cite', sources[source]), make('small', read));
};
const edgeCard = edge => card(edge.title, edge.facts, [...edge.quotes.map(quotation), make('small', edge.more)],
  ...edge.ends.map(end => button(() => pick(end), end.title)));
const nodeCard = (node, ties) => card(node.title, node.facts,
  [make('ul', ...ties.map(tie => line(tie)))],
  button(() => leave(node), 'Path from here'));
const pathCard = steps => {
  const product = steps.reduce((product, tie) => product * tie.weight, 1), isSigned = steps.some(tie => tie.signed);
  return card(path.map(end => end.title).join(' → '), !steps.length ? 'Nothing shown connects them.'
    : `Strength ${Math.abs(product).toPrecision(2)}` + (isSigned ? `, ${product < 0 ? 'hostile' : 'friendly'} on the whole` : ''),
    [make('ul', ...steps.map(tie => line(tie, tie.quotes[0]?.text)))]);
};

// Search: names, other names, sentences
const search = () => {
  const words = fold(q.value.trim()), hits = items.filter(item => words && item.on && item.words.includes(words));
  $('.found').replaceChildren(...hits.slice(0, 99).map(item => line(item)));
  $('[role=status]').textContent = words ? `${hits.length || 'Nothing'} found` : `${edges.filter(edge => edge.on).length} of ${edges.length} ties shown`;
};

// Table
heads.forEach((head, i) => head.replaceChildren(button(() => {
  const down = head.ariaSort == 'ascending';
  for (const other of heads) other.ariaSort = null;
  head.ariaSort = down ? 'descending' : 'ascending';
  const key = ({cells: {[i]: cell}}) => cell.dataset.key ? +cell.dataset.key : cell.textContent;
  const keyed = rows.map(row => [key(row), row]).sort(([a], [b]) => a < b ? -1 : +(a > b));
  $('tbody').append(...(down ? keyed.reverse() : keyed).map(([, row]) => row));
}, head.textContent)));
const turn = view => {
  $('main').className = view;
  for (const one of $$('header button')) one.ariaPressed = one.dataset.do == view;
  remember();
};

// What is shown, as a file of its own.
const save = () => {
  const copy = fresh.cloneNode(true), parts = $$('g', svg);
  $$('g', copy).forEach((part, i) => {
    if (parts[i].item?.on) part.setAttribute('opacity', getComputedStyle(parts[i]).opacity);
    else if (parts[i].item) part.remove();
  });
  if (box != home) copy.setAttribute('viewBox', svg.getAttribute('viewBox'));
  const file = new Blob([new XMLSerializer().serializeToString(copy)], {type: 'image/svg+xml'});
  Object.assign(make('a'), {download: 'entente.svg', href: URL.createObjectURL(file)}).click();
};

// The address holds what differs from the page as it was written; of boxes those that are not ticked.
const remember = () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const state = new URLSearchParams();
    for (const {name, type, value, checked} of fields) {
      if (type == 'checkbox' ? !checked : value && value != 0) state.append(name, value);
    }
    if (picked && !path) state.set('pick', picked.id);
    if ($('.listed')) state.set('view', 'table');
    if (box != home) state.set('at', [box.x, box.y, box.w].map(Math.round));
    if (location.hash.slice(1) != state) history.replaceState(null, '', '#' + state);
  }, 50);
};
const restore = () => {
  const state = new URLSearchParams(location.hash.slice(1)), [x, y, w] = (state.get('at') || '').split(',').map(Number);
  for (const field of fields) {
    if (field.type == 'checkbox') field.checked = !state.getAll(field.name).includes(field.value);
    else field.value = state.get(field.name) || (field == least ? 0 : '');
  }
  picked = byID.get(state.get('pick'));
  look(w > 0 && Math.abs(x + y + w) < 1e5 ? {x, y, w, h: w * home.h / home.w} : home);
  turn(state.get('view') ? 'listed' : 'picture');
  $('.path').open = from.value || to.value;
  apply();
};

// Hands: wheel, drag, pinch
const fingers = new Map(), itemAt = event => event.target.closest('.p')?.item;
stage.addEventListener('wheel', event => {
  event.preventDefault();
  zoom(Math.exp(Math.max(-100, Math.min(event.deltaY, 100)) / 400), pointAt(event.clientX, event.clientY));
}, {passive: false});
svg.onpointerdown = now => {
  isDragged &&= fingers.size;
  fingers.set(now.pointerId, now);
};
svg.onpointermove = now => {
  const last = fingers.get(now.pointerId), other = [...fingers.values()].find(finger => finger != last);
  const apart = (a, b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  if (!last || !isDragged && apart(now, last) < 5) return;
  isDragged = true;
  svg.setPointerCapture(now.pointerId);
  fingers.set(now.pointerId, now);
  if (other) zoom(apart(last, other) / apart(now, other), pointAt(other.clientX, other.clientY));
  else if (now.pointerType != 'touch' || box != home) pan(now.clientX - last.clientX, now.clientY - last.clientY);
};
svg.onpointerup = svg.onpointercancel = ({pointerId}) => fingers.delete(pointerId);
svg.onclick = event => {
  event.preventDefault();
  if (!isDragged) pick(itemAt(event));
};

// Keys
const middle = item => {
  const {x, y, width, height} = item.face.getBoundingClientRect();
  return pointAt(x + width / 2, y + height / 2);
};
const arrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
svg.onkeydown = event => {
  const item = itemAt(event), [right, down] = arrows[event.key] || [];
  if (event.key == 'Enter' || event.key == ' ') pick(item);
  else if (right != null) {
    // The nearest of its kind that way; what lies aside counts double.
    const here = middle(item), [near] = (item.ends ? edges : nodes).filter(one => one.on && one.face).map(one => {
      const {x, y} = middle(one), [dx, dy] = [x - here.x, y - here.y], along = dx * right + dy * down;
      return [along > 2 ? along + 2 * Math.abs(dx * down + dy * right) : 1e9, one.face];
    }).sort(([a], [b]) => a - b);
    if (near[0] < 1e9) near[1].focus();
  } else return;
  event.preventDefault();
};
stage.addEventListener('focusin', event => {
  const item = itemAt(event);
  if (!item) return;
  const {x, y} = middle(item), {w, h} = box;
  if (Math.abs(x - box.x - w / 2) > w / 2 || Math.abs(y - box.y - h / 2) > h / 2) look({x: x - w / 2, y: y - h / 2, w, h});
});
const actions = {'+': () => zoom(.8), '-': () => zoom(1.25), 0: () => look(home), '/': () => q.focus(), save,
  picture: () => turn('picture'), listed: () => turn('listed')};
for (const one of $$('[data-do]')) one.onclick = actions[one.dataset.do];
onkeydown = event => {
  if (event.key == 'Escape') q.value = '', search(), pick();
  else if (event.target == q && event.key == 'Enter') $('.found button')?.click();
  else if (event.key.length > 1 || !actions[event.key] || event.ctrlKey || event.metaKey || event.target.name) return;
  else actions[event.key]();
  event.preventDefault();
};
form.oninput = apply;
form.onreset = () => setTimeout(apply);
onhashchange = restore;
for (const field of [from, to]) field.append(...nodes.map(node => new Option(node.title, node.id)));
document.documentElement.className = 'js';
restore();
