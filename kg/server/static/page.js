"use strict";
// The page of `kg serve`: the named queries as forms that fill the editor.  It asks this server and no other.

const START = `SELECT ?incident ?label ?start ?status WHERE {
  ?incident a kg:Incident ; rdfs:label ?label ; kg:status ?status .
  OPTIONAL { ?incident kg:start ?start }
}
ORDER BY ?start ?label
LIMIT 100`;
const byId = (id) => document.getElementById(id);

function element(name, said = {}, ...inner) {
  const made = Object.assign(document.createElement(name), said);
  made.append(...inner);
  return made;
}

// The server knows the prefixes of the project; written out, the query can be taken elsewhere.
function declared(text, prefixes) {
  const used = Object.keys(prefixes).filter((name) => new RegExp(`(^|[^\\w<:/?$-])${name}:`, "m").test(text));
  const missing = used.filter((name) => !new RegExp(`PREFIX\\s+${name}:`, "i").test(text));
  return missing.map((name) => `PREFIX ${name}: <${prefixes[name]}>\n`).join("") + text;
}

function put(tab, text, prefixes) {
  tab.setQuery(declared(text, prefixes));
  tab.getYasqe().collapsePrefixes(true);
}

// A query that is stopped says so, in place of what the browser says of an abort.
function plainStops() {
  const abort = AbortController.prototype.abort;
  AbortController.prototype.abort = function (reason) {
    return abort.call(this, reason ?? new DOMException("the query was stopped", "AbortError"));
  };
}

// Tables show values as people write them: no types, no quotes.
function simple(Table) {
  const draw = Table.prototype.draw;
  Table.prototype.draw = function (kept) {
    return draw.call(this, { compact: true, isEllipsed: false, ...kept });
  };
}

async function editor(prefixes) {
  const endpoint = new URL("/sparql", location.href).href;
  const Yasqe = Yasgui.Yasqe;
  Object.keys(Yasqe.Autocompleters).filter((name) => name !== "variables").forEach((name) => delete Yasqe.Autocompleters[name]);
  Yasqe.defaults.autocompleters = ["variables"];
  Yasqe.defaults.value = declared(START, prefixes);
  Yasqe.defaults.collapsePrefixesOnLoad = true;
  Yasqe.defaults.editorHeight = "260px";
  Yasgui.Yasr.defaults.prefixes = prefixes;
  simple(Yasgui.Yasr.plugins.table);
  const made = new Yasgui(byId("yasgui"), {
    requestConfig: {
      endpoint,
      method: "POST",
      acceptHeaderGraph: "text/turtle",
      acceptHeaderSelect: "application/sparql-results+json",
    },
    persistenceId: "kg",
    autofocus: false,
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [], keys: [], renderItem: () => {} },
    yasr: { prefixes, maxPersistentResponseSize: 0 },
  });
  Object.values(made._tabs).forEach((tab) => tab?.setEndpoint?.(endpoint));
  made.on("tabAdd", (_, id) => setTimeout(() => made.getTab(id)?.setEndpoint(endpoint)));
  made.on("queryResponse", (_, tab) => setTimeout(() => watch(tab))); // the results are set right after the event
  made.on("tabSelect", (_, id) => watch(made.getTab(id)));
  byId("yasgui").addEventListener("click", (event) => follow(event, made, prefixes), true);
  return made;
}

// An IRI in an answer leads to what the graph says of it, not away from here.
function follow(event, yasgui, prefixes) {
  const link = event.target.closest("a.iri");
  if (!link) return;
  event.preventDefault();
  const text = `SELECT ?property ?value {\n  <${link.getAttribute("href")}> ?property ?value\n}\nORDER BY ?property ?value`;
  const known = { name: link.textContent.slice(0, 30), yasqe: { value: declared(text, prefixes) } };
  const tab = yasgui.addTab(true, known, { avoidDuplicateTabs: true });
  tab.query().catch(() => {});
}

function watch(tab) {
  const headers = tab?.getYasr()?.results?.res?.headers;
  const most = headers?.get?.("X-KG-Truncated");
  byId("notice").hidden = !most;
  if (most) byId("notice").textContent = `The answer ends here: this server gives at most ${Number(most).toLocaleString("en")} rows. Ask for less, or use LIMIT and OFFSET.`;
}

function examples(query) {
  const found = {};
  for (const [, name, quoted, plain] of query.example.matchAll(/-p (\w+)=(?:"([^"]*)"|(\S+))/g)) found[name] = quoted ?? plain;
  return found;
}

function field(parameter, example) {
  const input = element("input", { name: parameter.name, required: parameter.required, autocomplete: "off" });
  input.placeholder = parameter.default ?? (example ? `for example ${example}` : "");
  if (parameter.type === "limit" || parameter.type === "least") input.inputMode = "numeric";
  const help = element("small", { textContent: parameter.help + (parameter.required ? " (needed)" : "") });
  return element("label", {}, parameter.name, help, input);
}

function address(query, form) {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) given.set(name, value);
  given.set("format", "sparql");
  return `/queries/${encodeURIComponent(query.name)}?${given}`;
}

async function fill(yasgui, prefixes, query, form, run) {
  const wrong = form.querySelector(".wrong");
  const answer = await fetch(address(query, form));
  const text = await answer.text();
  wrong.hidden = answer.ok;
  wrong.textContent = answer.ok ? "" : text;
  if (!answer.ok) return wrong.scrollIntoView({ block: "nearest" });
  const tab = yasgui.getTab() ?? yasgui.addTab(true);
  put(tab, text.replace(/^# ?@.*\n/gm, "").replace(/^[ \t]*\n/gm, "").trimEnd(), prefixes);
  if (innerWidth <= 760) {
    byId("drawer").open = false;
    byId("ask").scrollIntoView();
  }
  if (run) tab.query().catch(() => {});
}

function entry(query, ask) {
  const known = examples(query);
  const form = element("form", { name: query.name }, ...query.parameters.map((each) => field(each, known[each.name])));
  const show = element("button", { type: "button", className: "show", textContent: "Edit it" });
  form.append(
    element("p", { className: "wrong", hidden: true, role: "alert" }),
    element("div", { className: "buttons" }, element("button", { className: "run", textContent: "Ask" }), show),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(query, form, true);
  });
  show.addEventListener("click", () => form.reportValidity() && ask(query, form, false));
  const name = element("b", { textContent: query.name.replaceAll("-", " ") });
  const summary = element("summary", {}, name, element("span", { textContent: query.description }));
  const details = element("details", {}, summary, form);
  details.setAttribute("name", "query");
  return element("li", {}, details);
}

function find() {
  const words = byId("find").value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const item of byId("queries").children) {
    const text = item.querySelector("summary").textContent.toLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
    shown += !item.hidden;
  }
  byId("none").hidden = shown > 0;
}

async function start() {
  if (innerWidth <= 760) byId("drawer").open = false;
  plainStops();
  const [prefixes, queries] = await Promise.all(["/prefixes", "/queries"].map(async (path) => (await fetch(path)).json()));
  const yasgui = await editor(prefixes);
  const ask = (query, form, run) => fill(yasgui, prefixes, query, form, run);
  byId("queries").append(...queries.map((query) => entry(query, ask)));
  byId("find").addEventListener("input", find);
  const wanted = new URLSearchParams(location.search).get("question");
  const form = wanted && document.forms.namedItem(wanted);
  if (form) {
    form.closest("details").open = true;
    ask(queries.find((query) => query.name === wanted), form, true);
    form.closest("li").scrollIntoView({ block: "nearest" });
  }
  document.body.dataset.ready = "yes";
}

start();
