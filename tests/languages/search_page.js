// Runs the theme's search script on a page of stand-ins: reads {script, data, queries} and prints the hits of each query.
const { script, data, queries } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const listeners = {};
const element = (more) => Object.assign({ hidden: false, dataset: { found: "{}", none: "none" }, append() {} }, more);
const box = element({ value: "", addEventListener: (name, run) => { listeners[name] = run; } });
let hits = [];
const texts = Array.from({ length: data.texts }, (_, number) => ({ cloneNode: () => number }));
const elements = {
  "search-data": element({ textContent: JSON.stringify(data) }),
  "search-form": element({ querySelector: () => box, addEventListener: () => {} }),
  "search-all": element({ querySelectorAll: () => texts }),
  "search-hits": { set textContent(_) { hits = []; }, append: (number) => hits.push(number) },
  "search-found": element({}),
  "search-status": element({}),
};
globalThis.document = { getElementById: (id) => elements[id] };
globalThis.addEventListener = () => {};
globalThis.setTimeout = (run) => run();
new Function(script)();
console.log(JSON.stringify(queries.map((query) => {
  box.value = query;
  listeners.input();
  return hits;
})));
