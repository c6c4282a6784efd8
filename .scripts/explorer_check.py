#!/usr/bin/env python3
"""Uses pages of `entente render --format html` as a reader would, in a real browser, and tells what does not answer.

usage: explorer_check.py PAGE.html… [--engine ENTENTE GRAPH] [--pictures FOLDER]

Mouse, wheel, fingers and keys are the browser's own input events. What is expected of filters and paths is worked out here
from the page's data; with --engine, paths are compared with those of `entente path` too. With --pictures, pages are
photographed at desktop and phone width, light and dark. Exit status: 0 all well, 1 not, 3 no Chromium.
"""

import heapq
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

import chromium

PART = """
const point = part => {
  const frame = document.querySelector('.stage').getBoundingClientRect();
  const line = part.querySelector('path');
  const isEdge = !!part.item.ends && line && line.getPointAtLength;
  const places = isEdge ? Array.from({length: 39}, (_, i) => (i + 1) / 40) : [0];
  for (const share of places) {
    let x, y;
    if (isEdge) {
      const at = line.getPointAtLength(line.getTotalLength() * share).matrixTransform(line.getScreenCTM());
      [x, y] = [at.x, at.y];
    } else {
      const box = part.getBoundingClientRect();
      [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    }
    if (x > frame.x && x < frame.right && y > frame.y && y < frame.bottom
      && document.elementFromPoint(x, y)?.closest('.p') == part) return [x, y];
  }
};
"""


class Page:
    """A page in the browser, with its data."""

    def __init__(self, browser, path):
        self.browser = browser
        self.path = os.path.abspath(path)
        self.url = "file://" + self.path
        with open(path, encoding="utf-8") as file:
            self.text = file.read()
        data = re.search(r'<script type="application/json">(.*?)</script>', self.text, re.S).group(1)
        self.data = json.loads(data)
        self.nodes, self.edges = self.data["nodes"], self.data["edges"]
        self.failures = 0

    def check(self, name, isTrue, told=""):
        if not isTrue:
            self.failures += 1
        print(("ok      " if isTrue else "FAILED  ") + name + ("" if isTrue or told == "" else f": {told}"), flush=True)

    def equal(self, name, found, expected):
        self.check(name, found == expected, f"{found!r} rather than {expected!r}")

    def js(self, expression):
        return self.browser.evaluate(expression)

    def visible(self):
        """Ids of the edges that are drawn."""
        return self.js(
            "[...document.querySelectorAll('.stage .p')].filter(p => p.item.ends && p.item.face == p && "
            "getComputedStyle(p).display != 'none').map(p => p.item.id)")

    def place(self, item):
        """Where a part can be clicked; None where all of it lies under others."""
        return self.js(
            f"(() => {{{PART} const part = [...document.querySelectorAll('.p')].find(p => p.item.id == "
            f"{json.dumps(item['id'])} && p.item.face == p); return part && point(part); }})()")

    def card(self):
        return self.js("document.querySelector('article').innerText")

    def title(self):
        return self.js("document.querySelector('article h2')?.textContent || ''")

    def push(self, selector):
        """Clicks on an element where it is."""
        x, y = self.js(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
            " const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()")
        self.browser.click(x, y)

    def enter(self, name, value):
        """Gives a field of the form another value, as its own control would."""
        self.js(
            f"(() => {{ const f = document.forms[0].elements[{json.dumps(name)}]; f.value = {json.dumps(value)};"
            " f.dispatchEvent(new Event('input', {bubbles: true})); })()")
        self.browser.settle()

    def reset(self):
        self.js("document.querySelector('details').open = true")
        self.push("[type=reset]")
        self.browser.settle(0.2)

    def viewbox(self):
        return [float(n) for n in self.js("document.querySelector('svg').getAttribute('viewBox')").split()]

    def hash(self):
        self.browser.settle(0.2)
        return self.js("location.hash")


def strongest(page, start, end, edges):
    """The strongest path by the data: costs add up, and of equal paths the first by the order of its edges."""
    ties = {}
    for edge in edges:
        if edge["cost"]:
            a, b = edge["ends"]
            ties.setdefault(a, []).append((edge, b))
            ties.setdefault(b, []).append((edge, a))
    left, heap = {end: 0}, [(0, end)]
    while heap:
        cost, node = heapq.heappop(heap)
        if cost > left[node]:
            continue
        for edge, other in ties.get(node, []):
            if cost + edge["cost"] < left.get(other, float("inf")):
                left[other] = cost + edge["cost"]
                heapq.heappush(heap, (left[other], other))
    if start not in left:
        return None
    steps, node = [], start
    while node != end:
        edge, node = min(
            ((e, o) for e, o in ties[node] if left.get(o, -1) == left[node] - e["cost"]), key=lambda way: way[0]["order"])
        steps.append(edge["id"])
    return steps


def contrast(first, second):
    def luminance(colour):
        parts = [int(float(part)) / 255 for part in re.findall(r"[\d.]+", colour)[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    a, b = sorted([luminance(first), luminance(second)])
    return (b + 0.05) / (a + 0.05)


COLOURS = """[...document.querySelectorAll('header *,aside *,.table *')].filter(e => e.checkVisibility()
  && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim())).map(e => {
    let under = e, ground;
    while (under && (ground = getComputedStyle(under).backgroundColor) == 'rgba(0, 0, 0, 0)') under = under.parentElement;
    return [e.tagName + '.' + e.className, getComputedStyle(e).color, ground];
  })"""


def checkStill(page):
    """What must hold of any page, before anything is touched."""
    browser = page.browser
    browser.open(page.url)
    page.equal("nothing complained of, nothing asked for", browser.troubles(), [])
    page.equal(
        "no id twice",
        page.js("(ids => ids.filter((id, i) => ids.indexOf(id) != i))([...document.querySelectorAll('[id]')].map(e => e.id))"),
        [])
    page.equal("every edge has a row", page.js("document.querySelectorAll('tbody tr').length"), len(page.edges))
    page.equal(
        "scripts are the page's own",
        page.js("[...document.scripts].map(s => s.type + ' ' + s.src)"), ["application/json ", "module "])
    page.equal("no handler in an attribute", page.js(
        "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => /^on|^style$/.test(a.name) "
        "&& !(a.name == 'style' && a.ownerElement.tagName == 'svg')).map(a => a.name)"), [])
    page.check("every part of the data is drawn or has a row", page.js(
        "[...document.querySelectorAll('.p')].every(p => p.item)"))
    # The policy holds: what is put in does not run.
    page.js(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.broken = 1'; document.body.append(s);"
        " const i = document.createElement('img'); i.src = 'https://example.org/x.png'; document.body.append(i); })()")
    browser.settle(0.2)
    page.equal("the policy holds", page.js("typeof broken"), "undefined")
    browser.open(page.url)
    # Names and roles, as a screen reader gets them.
    tree = browser.send("Accessibility.getFullAXTree")["nodes"]
    asking = {
        "button", "link", "checkbox", "combobox", "searchbox", "slider", "textbox", "Date", "DisclosureTriangle", "MenuListPopup",
        "region", "status"}
    unnamed = [
        node["role"]["value"] for node in tree
        if not node.get("ignored") and node["role"]["value"] in asking - {"MenuListPopup", "status"}
        and not node.get("name", {}).get("value", "").strip()]
    page.equal("all that can be used has a name", unnamed, [])
    buttons = sum(node["role"]["value"] == "button" for node in tree if not node.get("ignored"))
    page.check("parts of the picture are buttons", buttons >= min(len(page.nodes), 5), buttons)
    page.equal("what takes the focus has a role", page.js(
        "[...document.querySelectorAll('[tabindex=\"0\"]')].filter(e => !e.role && e.tagName != 'SECTION').length"), 0)
    for scheme in ["light", "dark"]:
        for view in ["", "#view=table"]:
            browser.open(page.url + view, scheme=scheme)
            poor = [(what, round(contrast(ink, ground), 2)) for what, ink, ground in page.js(COLOURS)
                if contrast(ink, ground) < 4.5]
            page.equal(f"contrast, {scheme}{view}", poor[:3], [])
    page.equal("dark is dark", page.js("getComputedStyle(document.body).backgroundColor"), "rgb(18, 22, 27)")
    browser.open(page.url, 390, 844, True)
    page.equal("no scrolling sideways on a phone", page.js("document.documentElement.scrollWidth"), 390)
    small = page.js(
        "[...document.querySelectorAll('button,select,summary,fieldset label,input:not([type=checkbox])')].filter(e => "
        "e.checkVisibility()).filter(e => { const b = e.getBoundingClientRect(); return b.height < 43.9 || b.width < 43.9; })"
        ".map(e => e.outerHTML.slice(0, 60))")
    page.equal("room for a finger", small[:3], [])
    browser.open(page.url)
    browser.emulate(media="print")
    page.equal("print: no panel, picture and table", page.js(
        "['aside', '.tools', '.stage', '.table'].map(s => getComputedStyle(document.querySelector(s)).display != 'none')"),
        [False, False, True, True])
    page.check("print: a document", len(browser.send("Page.printToPDF")["data"]) > 1000)
    browser.emulate()
    # Without a script.
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    browser.go(page.url)
    tree = browser.send("DOM.getDocument", depth=-1)
    shown = browser.send("Accessibility.getFullAXTree")["nodes"]
    rows = sum(node["role"]["value"] == "row" for node in shown if not node.get("ignored"))
    page.equal("without a script the table is there", rows, len(page.edges) + 1)
    page.check("and no control that does nothing", not any(
        node["role"]["value"] in {"searchbox", "checkbox", "combobox"} for node in shown if not node.get("ignored")))
    browser.send("Emulation.setScriptExecutionDisabled", value=False)
    del tree


def checkHands(page):
    """Click, search, filters, paths, view, address, file."""
    browser = page.browser
    browser.open(page.url)
    everything = page.visible()
    byID = {edge["id"]: edge for edge in page.edges}

    # Click
    node = next((n for n in page.nodes if page.place(n)), None)
    if node:
        browser.click(*page.place(node))
        page.equal("click on a node", page.title(), node["title"])
        ties = [e for e in page.edges if page.nodes.index(node) in e["ends"]]
        page.equal("its ties are listed", page.js("document.querySelectorAll('article li').length"), len(ties))
        lit = page.js("[...new Set([...document.querySelectorAll('.p.on')].map(p => p.item.id))].sort()")
        near = {node["id"]} | {e["id"] for e in ties} | {page.nodes[end]["id"] for e in ties for end in e["ends"]}
        drawn = set(page.js("[...document.querySelectorAll('.p')].map(p => p.item.id)"))
        page.equal("neighbours stay lit", lit, sorted(near & drawn))
    edge = next((e for e in page.edges if e["quotes"] and page.place(e)), None)
    if edge:
        browser.click(*page.place(edge))
        page.equal("click on an edge", page.title(), edge["title"])
        page.equal(
            "its sentences, word for word", page.js("[...document.querySelectorAll('blockquote p')].map(p => p.textContent)"),
            [quote["text"] for quote in edge["quotes"]])
        page.equal(
            "where they stand", page.js("[...document.querySelectorAll('cite')].filter(c => c.closest('article'))"
            ".map(c => c.textContent)"), [page.data["sources"][quote["source"]] for quote in edge["quotes"]])
        page.check("the address tells", "pick=" in page.hash(), page.hash())
    browser.key("Escape")
    page.equal("Escape closes", page.title(), "")
    page.check("and the address is bare", page.hash() in ("", "#"), page.hash())

    # Search
    named = max(page.nodes, key=lambda n: len(n["title"]))
    browser.key("/")
    page.equal("/ leads to the search", page.js("document.activeElement.name"), "q")
    browser.write(named["title"].upper())
    found = page.js("[...document.querySelectorAll('.found button')].map(b => b.firstChild.data)")
    page.check("search finds a name", named["title"] in found, found[:3])
    browser.key("Enter")
    page.check("Enter picks the first", page.title() == found[0] if found else False, page.title())
    browser.key("Escape")
    page.equal("Escape empties the search", page.js("document.forms[0].elements.q.value"), "")
    quoted = next((e for e in page.edges if e["quotes"] and len(e["quotes"][0]["text"]) > 8), None)
    if quoted:
        browser.write(quoted["quotes"][0]["text"][:40])
        titles = page.js("[...document.querySelectorAll('.found button')].map(b => b.firstChild.data)")
        page.check("search finds a sentence", quoted["title"] in titles, titles[:3])
        browser.key("Escape")

    # Filters
    def shown(admits):
        return [e["id"] for e in page.edges if e["id"] in drawn and admits(e)]

    drawn = set(everything)
    kinds = sorted({e["kind"] for e in page.edges})
    for kind in kinds:
        page.push(f"[name=kind][value={kind}]")
        page.equal(f"without {kind}", sorted(page.visible()), sorted(shown(lambda e: e["kind"] != kind)))
        if kind == kinds[0]:
            page.check("the address tells of the filter", "kind=" + kind in page.hash(), page.hash())
        page.push(f"[name=kind][value={kind}]")
    for kind in sorted({n["kind"] for n in page.nodes}):
        page.push(f"[name=actor][value={kind}]")
        page.equal(f"without {kind}", sorted(page.visible()), sorted(shown(
            lambda e: all(page.nodes[end]["kind"] != kind for end in e["ends"]))))
        page.push(f"[name=actor][value={kind}]")
    for value in ["1", "-1"]:
        page.enter("sign", value)
        page.equal(f"sign {value}", sorted(page.visible()), sorted(shown(
            lambda e: not e["signed"] or e["weight"] * int(value) > 0)))
    page.enter("sign", "")
    page.js("document.forms[0].elements.least.focus()")
    for _ in range(4):
        browser.key("ArrowRight")
    page.equal("the slider by keys", page.js("document.forms[0].elements.least.value"), "0.2")
    page.equal("weight", sorted(page.visible()), sorted(shown(lambda e: abs(e["weight"]) >= 0.2)))
    page.reset()
    days = sorted({day[0] for e in page.edges for day in e["days"] if day[0]})
    if days:
        middle = days[len(days) // 2]
        page.enter("since", middle)
        page.equal("since", sorted(page.visible()), sorted(shown(lambda e: any(d[1] >= middle for d in e["days"]))))
        page.enter("until", middle)
        page.equal("on one day", sorted(page.visible()), sorted(shown(
            lambda e: any(d[0] <= middle <= d[1] for d in e["days"]))))
        page.equal("rows follow", page.js(
            "[...document.querySelectorAll('tbody tr')].filter(r => !r.hidden).length"),
            sum(any(d[0] <= middle <= d[1] for d in e["days"]) for e in page.edges))
    page.reset()
    page.equal("all is back", sorted(page.visible()), sorted(everything))

    # Paths
    wrong = []
    count = len(page.nodes)
    pairs = [((7 * i) % count, (11 * i + 3) % count) for i in range(1, 13)]
    for start, end in [(a, b) for a, b in pairs if a != b]:
        page.js(
            f"(() => {{ const f = document.forms[0].elements; f.from.value = {json.dumps(page.nodes[start]['id'])};"
            f" f.to.value = {json.dumps(page.nodes[end]['id'])}; f.to.dispatchEvent(new Event('input', {{bubbles: true}})); }})()")
        found = page.js("[...document.querySelectorAll('article li button')].map(b => b.firstChild.data)")
        expected = strongest(page, start, end, page.edges)
        if found != [byID[step]["title"] for step in expected or []]:
            wrong.append((page.nodes[start]["title"], page.nodes[end]["title"], found, expected))
    page.equal("strongest paths", wrong[:1], [])
    browser.key("Escape")
    if node:
        browser.click(*page.place(node))
        browser.settle()
        page.js("[...document.querySelectorAll('article button')].find(b => b.textContent == 'Path from here').click()")
        page.equal("a path waits for its end", page.js("document.activeElement.name"), "to")
        other = next((n for n in page.nodes if n is not node and page.place(n)
            and strongest(page, page.nodes.index(node), page.nodes.index(n), page.edges)), None)
        if other:
            browser.click(*page.place(other))
            page.equal("a path between two that were picked", page.title(), f"{node['title']} → {other['title']}")
            lit = set(page.js("[...document.querySelectorAll('.p.on')].map(p => p.item.id)"))
            steps = strongest(page, page.nodes.index(node), page.nodes.index(other), page.edges)
            page.check("it is lit", set(steps) <= lit and len(lit) == 2 * len(steps) + 1, sorted(lit))
            address = page.hash()
            browser.open("about:blank")
            browser.open(page.url + address)
            page.equal("the address brings it back", page.title(), f"{node['title']} → {other['title']}")
        browser.key("Escape")

    # View
    home = page.viewbox()
    frame = page.js("(b => [b.x, b.y, b.width, b.height])(document.querySelector('.stage').getBoundingClientRect())")
    x, y = frame[0] + frame[2] / 3, frame[1] + frame[3] / 3
    at = f"(p => [p.x, p.y])(new DOMPoint({x}, {y}).matrixTransform(document.querySelector('svg').getScreenCTM().inverse()))"
    before = page.js(at)
    browser.wheel(x, y, -200)
    after = page.js(at)
    page.check("the wheel comes nearer", page.viewbox()[2] < home[2] * 0.9, page.viewbox())
    page.check("about the pointer", max(abs(a - b) for a, b in zip(before, after)) < home[2] / 400, (before, after))
    near = page.viewbox()
    empty = page.js(
        "(() => { const f = document.querySelector('.stage').getBoundingClientRect(); for (let x = f.x + 20; x < f.right - 140;"
        " x += 15) for (let y = f.y + 20; y < f.bottom - 140; y += 15) if (!document.elementFromPoint(x, y).closest('.p,.tools'))"
        " return [x, y]; })()")
    browser.drag(empty[0], empty[1], 80, 40)
    page.check("a drag moves it", page.viewbox()[0] < near[0] and page.viewbox()[1] < near[1], page.viewbox())
    page.equal("and picks nothing", page.title(), "")
    there, address = page.viewbox(), page.hash()
    browser.open("about:blank")
    browser.open(page.url + address)
    page.check("the address brings the view back", max(abs(a - b) for a, b in zip(there, page.viewbox())) < 1.5, address)
    browser.key("0")
    page.equal("0 shows all", page.viewbox(), home)
    browser.key("+")
    page.check("+ comes nearer", page.viewbox()[2] < home[2])
    page.push("[data-do='0']")
    page.equal("a button shows all", page.viewbox(), home)
    page.push("[data-do='-']")
    page.check("a button goes off", page.viewbox()[2] > home[2])
    browser.key("0")

    # Keys
    if node:
        page.js("document.querySelector('[data-do=listed]').focus()")
        for _ in range(3):
            browser.key("Tab")
            if page.js("!!document.activeElement.closest('svg')"):
                break
        page.check("Tab leads into the picture", page.js("!!document.activeElement.item"))
        page.js(f"[...document.querySelectorAll('.p')].find(p => p.item.id == {json.dumps(node['id'])} && p.role).focus()")
        moved = set()
        for key in ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]:
            browser.key(key)
            moved.add(page.js("document.activeElement.item.id"))
        page.check("arrows lead from node to node", len(moved) > 1, moved)
        focused = page.js("document.activeElement.item.title")
        browser.key("Enter")
        page.equal("Enter picks", page.title(), focused)
        browser.key("Escape")

    # File
    with tempfile.TemporaryDirectory() as folder:
        browser.send("Browser.setDownloadBehavior", whole=True, behavior="allow", downloadPath=folder)
        page.push(f"[name=kind][value={kinds[0]}]")
        page.push("[data-do=save]")
        path = os.path.join(folder, "entente.svg")
        for _ in range(50):
            if os.path.exists(path) and os.path.getsize(path):
                break
            browser.settle(0.1)
        try:
            root = ElementTree.parse(path).getroot()
            drawn_kinds = {e.get("data-kind") for e in root.iter() if e.get("data-kind")}
            page.check("the file is SVG, without what is filtered out", root.tag.endswith("svg") and kinds[0] not in drawn_kinds
                and len(drawn_kinds) > 0, drawn_kinds)
            page.check("and plain", not any(
                e.get("tabindex") or e.get("class", "").endswith("hit") or e.tag.endswith("script") for e in root.iter()))
        except (OSError, ElementTree.ParseError) as error:
            page.check("the file is SVG", False, error)
        page.push(f"[name=kind][value={kinds[0]}]")

    # Table
    page.push("[data-do=listed]")
    page.check("the table is shown", page.js(
        "getComputedStyle(document.querySelector('.stage')).display == 'none' && document.querySelector('table').checkVisibility()"))
    page.push("th:first-child button")
    names = page.js("[...document.querySelectorAll('tbody tr')].map(r => r.cells[0].textContent)")
    page.check("sorted by name", names == sorted(names, key=lambda n: n.encode("utf-16-be")), names[:4])
    page.push("th:nth-child(4) button")
    page.push("th:nth-child(4) button")
    weights = page.js("[...document.querySelectorAll('tbody tr')].map(r => +r.cells[3].dataset.key)")
    page.check("sorted by weight, the greatest first", weights == sorted(weights, reverse=True), weights[:4])
    page.equal("the head says so", page.js("document.querySelectorAll('th')[3].ariaSort"), "descending")
    page.push("tbody tr:first-child button")
    page.check("a row leads to its sentences", page.title() != "" and "view=table" in page.hash(), page.hash())
    page.equal("nothing complained of meanwhile", browser.troubles(), [])

    # Fingers
    browser.open(page.url, 390, 844, True)
    home = page.viewbox()
    frame = page.js("(b => [b.x, b.y, b.width, b.height])(document.querySelector('svg').getBoundingClientRect())")
    browser.pinch(frame[0] + frame[2] / 2, frame[1] + frame[3] / 2, 80, 200)
    page.check("two fingers come nearer", page.viewbox()[2] < home[2] * 0.7, page.viewbox())
    page.equal("nothing complained of on a phone", browser.troubles(), [])


def checkSpeed(page):
    page.browser.open(page.url)
    times = page.js(
        "[...'.2 .5 0 .4 .1'.split(' ')].map(v => { const f = document.forms[0].elements.least; f.value = v; "
        "const t = performance.now(); f.dispatchEvent(new Event('input', {bubbles: true})); return performance.now() - t; })")
    print(f"        filtering {len(page.nodes)} nodes, {len(page.edges)} edges: {sorted(times)[2]:.1f} ms of script (median of 5)")


def checkEngine(page, entente, graph):
    """The page's paths are the engine's."""
    page.browser.open(page.url)
    wrong, asked = [], 0
    count = len(page.nodes)
    for i in range(1, 25):
        a, b = page.nodes[(5 * i) % count], page.nodes[(13 * i + 1) % count]
        if a is b:
            continue
        names = [n["title"] for n in page.nodes]
        if names.count(a["title"]) > 1 or names.count(b["title"]) > 1:
            continue
        run = subprocess.run(
            [entente, "path", "--graph", graph, "--by", "strength", "--json", a["title"], b["title"]],
            capture_output=True, text=True, check=False)
        if run.returncode not in (0, 1):
            continue
        asked += 1
        paths = json.loads(run.stdout).get("paths", []) if run.returncode == 0 else []
        expected = [(step["kind"], step["source"], step["target"]) for step in paths[0]["edges"]] if paths else []
        found = page.js(
            f"(() => {{ const f = document.forms[0].elements; f.from.value = {json.dumps(a['id'])};"
            f" f.to.value = {json.dumps(b['id'])}; f.to.dispatchEvent(new Event('input', {{bubbles: true}}));"
            " return [...document.querySelectorAll('article li button')].map(b => b.firstChild.data); })()")
        titles = {(e["kind"], *(names[end] for end in e["ends"])): e["title"] for e in page.edges}
        if found != [titles.get(step) for step in expected]:
            wrong.append((a["title"], b["title"], found, expected))
    page.check(f"{asked} paths are the engine's", asked > 0 and not wrong, wrong[:1])


def photograph(page, folder):
    name = os.path.splitext(os.path.basename(page.path))[0]
    edge = next((e for e in page.edges if len(e["quotes"]) > 1), page.edges[0] if page.edges else None)
    views = {"": "", "-tie": "#pick=" + edge["id"] if edge else "", "-table": "#view=table"}
    for suffix, view in views.items():
        for width, height, phone in [(1280, 800, False), (390, 844, True)]:
            for scheme in ["light", "dark"]:
                page.browser.open(page.url + view, width, height, phone, scheme)
                page.browser.screenshot(os.path.join(folder, f"{name}{suffix}-{width}-{scheme}.png"))


def main(arguments):
    engine = pictures = None
    if "--engine" in arguments:
        at = arguments.index("--engine")
        engine = arguments[at + 1:at + 3]
        del arguments[at:at + 3]
    if "--pictures" in arguments:
        at = arguments.index("--pictures")
        pictures = arguments[at + 1]
        del arguments[at:at + 2]
    if not arguments:
        print(__doc__)
        return 2
    if chromium.program() is None:
        print("Chromium is not installed (Debian: apt-get install chromium)")
        return 3
    failures = 0
    with chromium.Browser() as browser:
        for path in arguments:
            page = Page(browser, path)
            print(f"{path}: {len(page.nodes)} nodes, {len(page.edges)} edges")
            began = time.monotonic()
            try:
                checkStill(page)
                if page.edges:
                    checkHands(page)
                checkSpeed(page)
                if engine:
                    checkEngine(page, *engine)
                if pictures:
                    os.makedirs(pictures, exist_ok=True)
                    photograph(page, pictures)
            except chromium.Failure as failure:
                page.check("the check itself", False, failure)
            failures += page.failures
            print(f"        {page.failures} failed, {time.monotonic() - began:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
