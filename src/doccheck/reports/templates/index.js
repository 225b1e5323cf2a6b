// Filters and sorts the table; without script it shows every row in the stack's order.
(() => {
  const body = document.querySelector("table.index tbody");
  const rows = [...body.rows];
  const input = document.getElementById("filter");
  const count = document.getElementById("count");
  const heads = [...document.querySelectorAll("table.index th")];
  function show() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdict = document.querySelector("input[name=verdict]:checked").value;
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const other = verdict === "sample" ? !("sampled" in row.dataset) : verdict && row.dataset.verdict !== verdict;
      row.hidden = !words.every(w => text.includes(w)) || Boolean(other);
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = count.dataset.words.replace("{0}", shown);
  }
  function value(row, column) {
    const cell = row.cells[column];
    const text = cell.dataset.sort ?? cell.textContent.trim();
    return text !== "" && !isNaN(text) ? Number(text) : text;
  }
  function sort(column) {
    const up = heads[column].getAttribute("aria-sort") !== "ascending";
    heads.forEach(h => h.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", up ? "ascending" : "descending");
    rows.sort((a, b) => {
      const x = value(a, column), y = value(b, column);
      const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "zh");
      return up ? order : -order;
    });
    body.append(...rows);
  }
  heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => sort(column)));
  input.addEventListener("input", show);
  document.querySelectorAll("input[name=verdict]").forEach(r => r.addEventListener("change", show));
  show();
})();
