// An expression with a knob for each leaf. The JSON of the figure has the nodes with their names.

for (const figure of document.querySelectorAll(".live")) {
  const {prefix, nodes} = JSON.parse(figure.querySelector("script").textContent);
  const e = new Expression(nodes), drawing = new Drawing(prefix, nodes.length);
  const find = css => figure.querySelector(css);
  const all = nodes.map((_, i) => i);
  const parameters = all.filter(i => drawing.is(i, "parameter"))
    .sort((i, j) => nodes[i].name.localeCompare(nodes[j].name, "en", {numeric: true}));
  const leaves = [...parameters, ...all.filter(i => !nodes[i].op && !parameters.includes(i))];
  const root = nodes[e.root].name, rate = find(".rate"), again = find(".again");

  // The leaves that a nudge changes: the parameters or, if there are none, all leaves with a name.
  const moving = parameters.length > 0 ? parameters : leaves.filter(i => !drawing.is(i, "constant"));

  const start = leaves.map(i => e.data[i][0]);
  const knobs = leaves.map((leaf, k) => new Knob(nodes[leaf].name, start[k], number => {
    stop();
    e.set(leaf, number);
    history = [];
    compute();
  }));
  let held, history, timer = null;

  const data = i => e.data[i][0], grad = i => e.grads[i][0];

  function compute() {
    e.forward();
    e.backward();
    held ??= all.map(i => [data(i), grad(i)]);
    history.push(data(e.root));
    drawing.show(all.map(data), all.map(grad));
    leaves.forEach((leaf, k) => knobs[k].show(data(leaf)));
    tell();
    compare();
    draw();
  }

  function tell() {
    const now = data(e.root), before = held[e.root][0], change = now - before;
    find(".headline").textContent = `${root} = ${text(now)}`
      + (change ? `, held ${text(before)}: ${change > 0 ? "up" : "down"} by ${text(Math.abs(change))}` : "");
    find(".rule").textContent = `A nudge: p.data −= ${rate.value || 0} · p.grad for each p of ${names(moving)}`;
    if (!timer) find(".spoken").textContent = find(".headline").textContent;
  }

  function names(places) {
    const some = places.slice(0, 5).map(i => nodes[i].name).join(", ");
    return places.length > 5 ? `${some} and ${places.length - 5} more` : some;
  }

  // Fills the table with all values except constants, the last one first.
  function compare() {
    const body = find("tbody");
    if (!find(".held").open) return;
    body.textContent = "";
    for (const i of all.filter(i => !drawing.is(i, "constant")).reverse()) {
      const row = body.insertRow();
      const cells = [nodes[i].name, ...[held[i][0], data(i), held[i][1], grad(i)].map(text)];
      cells.forEach(cell => row.insertCell().textContent = cell);
      row.classList.toggle("moved", held[i][0] !== data(i) || held[i][1] !== grad(i));
    }
  }

  // Draws the chart of the root after each nudge.
  function draw() {
    const box = find(".history"), finite = history.filter(isFinite);
    box.hidden = history.length < 2 || finite.length === 0;
    if (box.hidden) return;
    const chart = new Chart(`${root} after each nudge`, "nudges", root, {height: 220, whole: true});
    chart.range([0, Math.max(10, history.length - 1)], Chart.around(finite, 0.08));
    chart.line(history.map((_, k) => k), history);
    chart.point(history.length - 1, history.at(-1));
    box.replaceChildren(chart.svg);
  }

  function nudge() {
    const steps = moving.map(i => Number(rate.value) * grad(i));
    moving.forEach((i, k) => e.set(i, data(i) - steps[k]));
    compute();
    if (!isFinite(data(e.root))) stop();
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    again.textContent = "Again and again";
  }

  function reset() {
    stop();
    leaves.forEach((leaf, k) => e.set(leaf, start[k]));
    history = [];
    held = null;
    compute();
  }

  again.onclick = () => {
    if (timer) {
      stop();
      tell();
    } else {
      timer = setInterval(nudge, calm.matches ? 1000 : 100);
      again.textContent = "Stop";
    }
  };
  find(".once").onclick = () => {
    stop();
    nudge();
  };
  find(".hold").onclick = () => {
    held = all.map(i => [data(i), grad(i)]);
    tell();
    compare();
  };
  find(".reset").onclick = reset;
  rate.oninput = tell;
  find(".held").ontoggle = compare;

  const groups = [...figure.querySelectorAll(".knobs details")];
  leaves.forEach((leaf, k) => {
    const group = groups[drawing.is(leaf, "parameter") ? 1 : drawing.is(leaf, "constant") ? 2 : 0];
    const knob = knobs[k].element;
    group.append(knob);
    knob.onpointerenter = () => drawing.mark("changed", [leaf]);
    knob.onpointerleave = () => drawing.mark("changed", []);
    knob.addEventListener("focusin", () => {
      drawing.mark("changed", [leaf]);
      drawing.center(leaf);
    });
    knob.addEventListener("focusout", () => drawing.mark("changed", []));
  });
  for (const group of groups) {
    const count = group.children.length - 1;
    group.hidden = count === 0;
    group.firstElementChild.textContent += ` (${count})`;
  }

  reset();
  figure.classList.add("ready");

  function text(x) {
    return String(Number(x.toPrecision(6))).replace("Infinity", "∞").replace("-", "−");
  }
}
