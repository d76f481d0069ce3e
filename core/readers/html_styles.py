"""What the style sheets inside a web page hide: such elements are marked as hidden before the page is read.

Known are selectors by tag, class, id and attribute, of elements inside others, and media queries by type and width.
Source: Selectors 4; CSS Cascading and Inheritance 5, section 6; Media Queries 4.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_HIDING = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}(?:hidden|collapse)", re.IGNORECASE)
_STRING = re.compile(r"\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'")
_PART = re.compile(
    r"([a-z][\w-]{0,40})?((?:[.#][\w-]{1,80}|\[[\w-]{1,40}(?:=[\"']?[^\"'\[\]]{0,80}[\"']?)?\]){0,8})", re.IGNORECASE
)
_MARK = re.compile(r"([.#\[])([\w-]+)(?:=[\"']?([^\"'\]]*))?")
_QUERY = re.compile(r"(?:only\s+)?(\w+)?\s*(?:and)?\s*((?:\([^()]{1,60}\)(?:\s*and\s*)?)*)")
_WIDTH = re.compile(r"(min|max)-width\s*:\s*(\d{1,6}(?:\.\d{1,4})?)(px|r?em)")
_SCREEN = 1440  # pixels, the width of the screen that a page is shown on
_EM = 16  # pixels
_HIDDEN = frozenset((("display", "none"), ("visibility", "hidden"), ("visibility", "collapse")))
_NO_WORDS = frozenset(("script", "style", "noscript", "template", "head"))
_LONGEST, _MOST_PARTS = 300, 6  # of a selector: characters, elements
_MOST_RULES, _MOST_STEPS = 5_000, 300_000
_FEW_SENTENCES = 10  # no report has fewer beside hidden parts that are longer than it

# Of a property: whether it is important, how specific the selector is, its place in the page, the value.
_Said = tuple[bool, tuple[int, int, int], int, str]


@dataclass(frozen=True, slots=True)
class _Part:
    """One element of a selector; `is_child` when it stands right inside the part before it."""

    tag: str
    marks: tuple[tuple[str, str, str | None], ...]  # (".", "#" or "[", name, value of an attribute or None for any)
    is_child: bool

    def fits(self, node: etree._Element) -> bool:
        """Whether an element is such a one."""
        return (not self.tag or self.tag == node.tag) and all(_has(node, *mark) for mark in self.marks)

    def key(self) -> tuple[str, str]:
        """A mark that each such element has."""
        return next(((kind, name) for kind, name, _ in self.marks), ("", self.tag))


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector, the innermost element first, and what it says of `display` or `visibility`."""

    parts: tuple[_Part, ...]
    name: str
    said: _Said


def hide(root: etree._Element) -> None:
    """Mark the elements of a page that its own style sheets hide, as the attribute `hidden` does.

    Where they would hide nearly all that the page says, a script shows it, and nothing is marked.
    """
    sheets = "\n".join(style.text or "" for style in root.iter("style") if _counts(style))
    if not _HIDING.search(sheets):
        return
    rules: dict[tuple[str, str], list[_Rule]] = {}
    for rule in _rules(sheets):
        rules.setdefault(rule.parts[0].key(), []).append(rule)
    hidden: list[etree._Element] = []
    steps = 0
    for node in root.iter(etree.Element):
        asked = [rule for key in _keys(node) for rule in rules.get(key, ())]
        if any((rule.name, rule.said[-1]) in _HIDDEN for rule in asked):
            steps += len(asked) * (1 + sum(1 for _ in node.iterancestors()))
            if steps > _MOST_STEPS:
                return
            if _is_hidden(node, asked):
                hidden.append(node)
    if hidden and _leaves_a_page(root, frozenset(hidden)):
        for node in hidden:
            node.set("hidden", "")


def _counts(style: etree._Element) -> bool:
    return _is_for_screen(style.get("media", "")) and next(style.iterancestors("noscript"), None) is None


def _keys(node: etree._Element) -> Iterator[tuple[str, str]]:
    yield "", str(node.tag)
    for name, value in node.attrib.items():
        yield "[", str(name)
        if name == "id":
            yield "#", str(value).strip()
        elif name == "class":
            for one in set(value.split()):
                yield ".", str(one)


def _has(node: etree._Element, kind: str, name: str, value: str | None) -> bool:
    if kind == ".":
        return name in node.get("class", "").split()
    if kind == "#":
        return node.get("id", "").strip() == name
    found = node.get(name)
    return found is not None and value in (None, found)


def _is_hidden(node: etree._Element, asked: list[_Rule]) -> bool:
    """The strongest word on each property decides; the element's own style stands above all that is as important."""
    said: dict[str, _Said] = {}
    for rule in asked:
        if rule.said > said.get(rule.name, ()) and _fits(rule.parts, node):
            said[rule.name] = rule.said
    for name, _, is_important in _declared(node.get("style", "")):
        if name in said and is_important >= said[name][0]:
            del said[name]  # what it says itself is known where the page is read
    return any((name, word) in _HIDDEN for name, (*_, word) in said.items())


def _fits(parts: tuple[_Part, ...], node: etree._Element) -> bool:
    if not parts[0].fits(node):
        return False
    above, is_child = node, parts[0].is_child
    for part in parts[1:]:
        inside = above.iterancestors()
        found = next((a for a in inside if is_child or part.fits(a)), None)
        if found is None or not part.fits(found):
            return False
        above, is_child = found, part.is_child
    return True


def _leaves_a_page(root: etree._Element, hidden: frozenset[etree._Element]) -> bool:
    shown, whole = _words(root, hidden), _words(root, frozenset())
    return shown.count("。") >= _FEW_SENTENCES or 2 * len(shown) > len(whole)


def _words(root: etree._Element, without: frozenset[etree._Element]) -> str:
    found: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            found.append(node.tail or "")
        elif node in without or node.tag in _NO_WORDS:
            walk.skip_subtree()
        else:
            found.append(node.text or "")
    return "".join("".join(found).split())


# Style sheets ----------------------------------------------------------------------------------------------------


def _rules(sheets: str) -> Iterator[_Rule]:
    """What style sheets say of `display` and `visibility`, in their order."""
    place = 0
    for selectors, block in _blocks(sheets):
        for name, value, is_important in _declared(block):
            for selector in selectors.split(","):
                if parts := _selector(selector):
                    place += 1
                    if place > _MOST_RULES:
                        return
                    yield _Rule(parts, name, (is_important, _weight(parts), place, value))


def _blocks(sheets: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of the rules that hold on a screen; rules inside others are left out."""
    first, *rest = sheets.replace("<!--", "").replace("-->", "").split("/*")
    css = first + "".join(part.partition("*/")[2] for part in rest)
    css = _STRING.sub(lambda m: '""' if "{" in m[0] or "}" in m[0] else m[0], css)
    begun: list[tuple[str, int]] = []  # (prelude, where the block begins)
    last = 0
    for brace in re.finditer(r"[{}]", css):
        if brace[0] == "{":
            begun.append((css[last : brace.start()].rpartition(";")[2].strip(), brace.end()))
        elif begun:
            prelude, start = begun.pop()
            around = [name for name, _ in begun]
            if not prelude.startswith("@") and all(map(_holds, around)):
                yield prelude, css[start : brace.start()]
        last = brace.end()


def _holds(prelude: str) -> bool:
    return prelude.lower().startswith("@media") and _is_for_screen(prelude[6:])


def _is_for_screen(queries: str) -> bool:
    return not queries.strip() or any(_matches(query.strip().lower()) for query in queries.split(","))


def _matches(query: str) -> bool:
    found = _QUERY.fullmatch(query[:_LONGEST])
    if found is None or found[1] not in (None, "all", "screen"):
        return False
    asked = [part.strip("() ") for part in found[2].split("and")] if found[2] else []
    widths = [_WIDTH.fullmatch(part) for part in asked]
    return all(w is not None and _is_wide(w) for w in widths)


def _is_wide(asked: re.Match[str]) -> bool:
    pixels = float(asked[2]) * (1 if asked[3] == "px" else _EM)
    return pixels <= _SCREEN if asked[1] == "min" else pixels >= _SCREEN


def _declared(block: str) -> Iterator[tuple[str, str, bool]]:
    """(property, value, whether it is important) of `display` and `visibility`."""
    for part in block.split(";"):
        name, _, value = part.partition(":")
        if name.strip().lower() in ("display", "visibility"):
            word, mark, _ = value.partition("!")
            yield name.strip().lower(), word.strip().lower(), bool(mark)


def _selector(selector: str) -> tuple[_Part, ...]:
    """Its parts, the innermost first; () for one that is not known."""
    if len(selector) > _LONGEST:
        return ()
    parts: list[_Part] = []
    is_child = False
    for word in selector.replace(">", " > ").split():
        found = _PART.fullmatch(word)
        if word == ">":
            is_child = True
        elif found is None:
            return ()
        else:
            marks = tuple((kind, name, value or None) for kind, name, value in _MARK.findall(found[2]))
            parts.append(_Part((found[1] or "").lower(), marks, is_child))
            is_child = False
    return tuple(reversed(parts)) if len(parts) <= _MOST_PARTS else ()


def _weight(parts: tuple[_Part, ...]) -> tuple[int, int, int]:
    kinds = [kind for part in parts for kind, _, _ in part.marks]
    ids = kinds.count("#")
    return ids, len(kinds) - ids, sum(bool(part.tag) for part in parts)
