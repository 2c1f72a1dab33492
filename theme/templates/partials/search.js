// Searches the texts that stand in this page. What is typed stays in it: nothing is fetched, stored or put in an address.
(() => {
  const data = JSON.parse(document.getElementById("search-data").textContent);
  const form = document.getElementById("search-form");
  const all = document.getElementById("search-all");
  const hits = document.getElementById("search-hits");
  const status = document.getElementById("search-status");
  const box = form.querySelector("input");
  const texts = all.querySelectorAll("li.card");
  const known = Object.entries(data.words);
  const weights = [5, 2, 1]; // of a title, a heading, the rest
  const most = 30;
  let timer = 0;

  // As languages/search.py does; tests hold the two together.
  const mapped = (text) => Array.from(text, (c) => (c in data.letters ? data.letters[c] : c)).join("");
  const cut = (word) => {
    const prefix = data.prefixes.find((one) => word.startsWith(one) && word.length - one.length >= 3) || "";
    return word.slice(prefix.length);
  };
  const words = (text) => {
    const bare = mapped(mapped(text.normalize("NFKC").toLowerCase()).normalize("NFD").replace(/\p{M}/gu, ""));
    return (bare.match(/[\p{L}\p{N}]+/gu) || []).map(cut).filter((word) => word.length > 1 || /\d/.test(word));
  };

  // How near a word of the texts is to what was typed: the word itself, one that goes on, one with another ending.
  const nearness = (word, typed, stem) => {
    if (word === typed) return 1;
    if (typed.length > 1 && word.startsWith(typed)) return 0.7;
    return stem && word.startsWith(stem) && word.length <= typed.length + 3 ? 0.5 : 0;
  };
  const search = (query) => {
    const scores = new Map();
    for (const typed of new Set(words(query))) {
      const stem = typed.length > 4 ? typed.slice(0, Math.max(4, typed.length - 2)) : "";
      const best = new Map();
      for (const [word, places] of known) {
        const near = nearness(word, typed, stem);
        for (const place of near ? places : []) {
          const text = Math.floor(place / 3);
          best.set(text, Math.max(best.get(text) || 0, near * weights[place % 3]));
        }
      }
      const rare = Math.log(1 + (data.texts - best.size + 0.5) / (best.size + 0.5)); // as BM25 weighs a word
      for (const [text, value] of best) {
        const [told, score] = scores.get(text) || [0, 0];
        scores.set(text, [told + rare, score + value * rare]);
      }
    }
    // Of a long question, texts that answer less than a quarter as much of it as the fullest are left out.
    const fullest = Math.max(0, ...[...scores.values()].map(([told]) => told));
    const ranked = [...scores].filter(([, [told]]) => told * 4 >= fullest);
    return ranked.sort((a, b) => b[1][1] - a[1][1] || a[0] - b[0]).slice(0, most).map(([text]) => text);
  };

  const show = () => {
    const found = search(box.value);
    const asked = words(box.value).length > 0;
    hits.textContent = "";
    for (const text of found) hits.append(texts[text].cloneNode(true));
    document.getElementById("search-found").hidden = !found.length;
    all.hidden = found.length > 0;
    const said = found.length ? status.dataset.found.replace("{}", found.length) : asked ? status.dataset.none : "";
    clearTimeout(timer); // a screen reader hears the end of it, not every letter
    timer = setTimeout(() => { status.textContent = said; }, 400);
  };
  box.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  // Whoever comes back to this page, or finds it open, does not see what was looked for.
  addEventListener("pagehide", () => { box.value = ""; show(); });
  form.hidden = false;
})();
