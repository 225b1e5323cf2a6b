// Three orders of the same findings. Without script the page shows the one it was written in.
(function () {
  var home = document.getElementById("open");
  var choice = document.getElementById("views");
  if (home && choice) {
    var cards = Array.from(home.querySelectorAll("article"));
    var show = function (view) {
      var groups = new Map();
      cards.sort(function (a, b) { return a.dataset[view + "Order"] - b.dataset[view + "Order"]; });
      cards.forEach(function (card) {
        var title = card.dataset[view + "Title"];
        if (!groups.has(title)) { groups.set(title, []); }
        groups.get(title).push(card);
      });
      home.replaceChildren();
      groups.forEach(function (members, title) {
        var section = document.createElement("section");
        var head = document.createElement("h2");
        head.textContent = title;
        section.append(head);
        var about = members[0].dataset[view + "About"];
        if (about) {
          var said = document.createElement("p");
          said.className = "about";
          said.textContent = about;
          section.append(said);
        }
        section.append.apply(section, members);
        home.append(section);
      });
    };
    choice.hidden = false;
    choice.addEventListener("change", function (event) { show(event.target.value); });
  }
  // On a telephone a strip is wider than the screen: its middle is seen first.
  addEventListener("load", function () {
    document.querySelectorAll(".page").forEach(function (p) {
      p.scrollLeft = (p.scrollWidth - p.clientWidth) / 2;
    });
  });
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details[data-print]").forEach(function (d) { d.open = true; });
  });
})();
