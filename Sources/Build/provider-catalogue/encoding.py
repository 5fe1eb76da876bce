"""The data file: printable ASCII, so that it can be a string literal, and can be read at any place of it.

Numbers are written in base 64 with the 64 characters from `0` on. A *fixed* number has a known count of digits, most
significant first. A *short* number has five bits a digit, least significant first; a digit of 32 or more says that
another follows.

The file is a first line `infragen provider catalogue 1 SOURCE`, then a line `NAME COUNT LENGTH` for each section, an
empty line, and the sections, each LENGTH bytes and a line feed. `Sources/ProviderCatalogue` reads it:

    versions     the versions, oldest first, with a space between them
    words        all names, without anything between them
    word-ends    for each word where it ends: 4 digits fixed
    types        for each type of a value: a letter and short numbers (see `_value_type`)
    type-ends    4 digits fixed
    lives        for each lifetime its first and last version: 2 + 2 digits fixed
    attributes   for each kind of attribute its type and flags: 3 + 2 digits fixed
    blocks       for each kind of block its nesting and flags, least and greatest count: 1 + 3 + 3 digits fixed
    bodies       for each body: is it open (0 or 1), count of attributes, for each its word, its kind times 2 and 1 if
                 a lifetime follows, the lifetime; count of blocks, for each its word, its kind likewise, the body
    body-ends    4 digits fixed
    resource, data, ephemeral, provider
                 for each type, sorted by name: word, body, lifetime, lifetime of doubt + 1, is deprecated:
                 3 + 3 + 2 + 2 + 1 digits fixed
"""
from collections import Counter

from history import _FLAGS, _NESTING

_LETTERS = {"string": "s", "number": "n", "bool": "b", "dynamic": "d", "list": "L", "set": "S", "map": "M",
            "object": "O", "tuple": "T"}


def fixed(number, digits):
    assert 0 <= number < 64 ** digits, (number, digits)
    return "".join(chr(0x30 + (number >> 6 * place & 63)) for place in reversed(range(digits)))


def short(number):
    text = ""
    while number > 31:
        text += chr(0x30 + 32 + (number & 31))
        number >>= 5
    return text + chr(0x30 + number)


class Table:
    """Values by number: the most frequent first, for small numbers are short."""

    def __init__(self, uses):
        self.values = [value for value, _ in sorted(Counter(uses).items(), key=lambda item: (-item[1], repr(item[0])))]
        self.numbers = {value: number for number, value in enumerate(self.values)}

    def __getitem__(self, value):
        return self.numbers[value]


def _all_bodies(types):
    """Every body once, those inside others first, in an order that depends on nothing but the types."""
    seen, order = set(), []

    def visit(body):
        if id(body) in seen:
            return
        seen.add(id(body))
        for block in body.blocks:
            visit(block[5])
        order.append(body)

    for _kind, _name, body, *_ in types:
        visit(body)
    return order


def _inner_types(kind):
    """The types that a type is made of, and itself last."""
    if isinstance(kind, str):
        return [kind]
    if kind[0] == "object":
        return [inner for _, value in kind[1] for inner in _inner_types(value)] + [kind]
    if kind[0] == "tuple":
        return [inner for value in kind[1] for inner in _inner_types(value)] + [kind]
    return _inner_types(kind[1]) + [kind]


class Encoder:
    """Takes all types: (kind, name, body, lifetime, lifetime of doubt or None, is deprecated), sorted."""

    def __init__(self, versions, types, source):
        self.versions, self.all, self.source = versions, types, source
        self.newest = len(versions) - 1
        self.bodies = _all_bodies(types)
        body_uses = [id(body) for _, _, body, *_ in types] + [id(b[5]) for body in self.bodies for b in body.blocks]
        place = {id(body): number for number, body in enumerate(self.bodies)}
        counts = Counter(body_uses)
        self.body_order = sorted(self.bodies, key=lambda body: (-counts[id(body)], place[id(body)]))
        self.body_numbers = {id(body): number for number, body in enumerate(self.body_order)}
        self.words = Table(self._words())
        self.types = Table(inner for body in self.bodies for a in body.attributes for inner in _inner_types(a[1]))
        self.attributes = Table((a[1], a[2]) for body in self.bodies for a in body.attributes)
        self.blocks = Table(b[1:5] for body in self.bodies for b in body.blocks)
        self.lives = Table(self._lives())

    def _words(self):
        for _kind, name, *_ in self.all:
            yield name
        for body in self.bodies:
            for attribute in body.attributes:
                yield attribute[0]
                for inner in _inner_types(attribute[1]):
                    if inner[0] == "object":
                        yield from (name for name, _ in inner[1])
            for block in body.blocks:
                yield block[0]

    def _life(self, first, last):
        return (0 if first is None else first, self.newest if last is None else last)

    def _lives(self):
        for _, _, _, life, doubt, _ in self.all:
            yield life
            if doubt:
                yield doubt
        for body in self.bodies:
            for entry in (*body.attributes, *body.blocks):
                if entry[-2:] != (None, None):
                    yield self._life(*entry[-2:])

    def _value_type(self, kind):
        if isinstance(kind, str):
            return _LETTERS[kind]
        if kind[0] == "object":
            members = "".join(short(self.words[name]) + short(self.types[value]) for name, value in kind[1])
            return "O" + short(len(kind[1])) + members
        if kind[0] == "tuple":
            return "T" + short(len(kind[1])) + "".join(short(self.types[value]) for value in kind[1])
        return _LETTERS[kind[0]] + short(self.types[kind[1]])

    def _entry(self, name, kind, life):
        if life == (None, None):
            return short(self.words[name]) + short(kind * 2)
        return short(self.words[name]) + short(kind * 2 + 1) + short(self.lives[self._life(*life)])

    def _body(self, body):
        text = short(int(body.is_open)) + short(len(body.attributes))
        for name, kind, flags, *life in body.attributes:
            text += self._entry(name, self.attributes[kind, flags], tuple(life))
        text += short(len(body.blocks))
        for name, nesting, least, most, deprecated, inner, *life in body.blocks:
            text += self._entry(name, self.blocks[nesting, least, most, deprecated], tuple(life))
            text += short(self.body_numbers[id(inner)])
        return text

    def _attribute(self, kind, flags):
        bits = sum(1 << _FLAGS.index(flag) for flag in flags)
        return fixed(self.types[kind], 3) + fixed(bits, 2)

    def _block(self, nesting, least, most, deprecated):
        return fixed(_NESTING.index(nesting) * 2 + int(deprecated), 1) + fixed(least, 3) + fixed(most, 3)

    def _type(self, name, body, life, doubt, deprecated):
        number = 0 if doubt is None else self.lives[doubt] + 1
        return (fixed(self.words[name], 3) + fixed(self.body_numbers[id(body)], 3) + fixed(self.lives[life], 2)
                + fixed(number, 2) + fixed(int(deprecated), 1))

    def sections(self):
        yield "versions", len(self.versions), " ".join(self.versions)
        yield from self._joined("word", self.words.values)
        yield from self._joined("type", [self._value_type(kind) for kind in self.types.values])
        yield "lives", len(self.lives.values), "".join(fixed(a, 2) + fixed(b, 2) for a, b in self.lives.values)
        yield "attributes", len(self.attributes.values), "".join(self._attribute(*a) for a in self.attributes.values)
        yield "blocks", len(self.blocks.values), "".join(self._block(*b) for b in self.blocks.values)
        yield from self._joined("bodie", [self._body(body) for body in self.body_order], end="body-ends")
        for kind in ("resource", "data", "ephemeral", "provider"):
            rows = [self._type(*entry[1:]) for entry in self.all if entry[0] == kind]
            yield kind, len(rows), "".join(rows)

    @staticmethod
    def _joined(name, texts, end=None):
        ends, at = [], 0
        for text in texts:
            at += len(text)
            ends.append(fixed(at, 4))
        yield name + "s", len(texts), "".join(texts)
        yield end or name + "-ends", len(texts), "".join(ends)

    def text(self):
        sections = list(self.sections())
        head = "infragen provider catalogue 1 %s\n" % self.source
        head += "".join("%s %d %d\n" % (name, count, len(text)) for name, count, text in sections)
        return head + "\n" + "".join(text + "\n" for _, _, text in sections)
