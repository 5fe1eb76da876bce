"""One schema out of those of all versions: every entry with the versions in which it is so.

An entry is an attribute or block with one meaning (type, flags, limits). Where the meaning changes from one version
to the next, the name has several entries. The lifetime of an entry is (first, last), indices into the list of
versions; an end that is also an end of what it stands in is None: "as long as there is the block around it".
"""
from sources import UNKNOWN

_FLAGS = ("required", "optional", "computed", "sensitive", "deprecated", "write_only")
_NESTING = ("single", "list", "set", "map", "group")


def attribute_type(attribute):
    """A type in the form of the schema; a nested attribute type is an object like any other."""
    nested = attribute.get("nested_type")
    if not nested:
        return attribute["type"]
    members = {name: attribute_type(value) for name, value in nested.get("attributes", {}).items()}
    kind = ["object", members]
    return kind if nested["nesting_mode"] == "single" else [nested["nesting_mode"], kind]


def frozen(kind):
    if isinstance(kind, str):
        return kind
    if kind[0] == "object":
        return ("object", tuple(sorted((name, frozen(value)) for name, value in kind[1].items())))
    if kind[0] == "tuple":
        return ("tuple", tuple(frozen(value) for value in kind[1]))
    return (kind[0], frozen(kind[1]))


class Body:
    """What a block can hold: entries by name, equal bodies being one object (`Bodies`)."""

    def __init__(self, attributes, blocks, is_open):
        self.attributes = attributes  # (name, frozen type, flags, first, last)
        self.blocks = blocks  # (name, nesting, min, max, is deprecated, Body, first, last)
        self.is_open = is_open


class Bodies:
    def __init__(self, open_blocks):
        self.open_blocks = open_blocks
        self.known = {}

    def merged(self, versions, life, path):
        """The body of the blocks in `versions` (index -> block); `life` is where the block around exists."""
        names, attributes, blocks = {}, [], []
        for index in sorted(versions):
            block = versions[index]
            for name, value in block.get("attributes", {}).items():
                meaning = (frozen(attribute_type(value)), tuple(flag for flag in _FLAGS if value.get(flag)))
                names.setdefault((name, meaning), []).append(index)
        for (name, meaning), indices in names.items():
            for first, last in self._runs(indices, life):
                attributes.append((name, *meaning, first, last))
        children = {}
        for index in sorted(versions):
            for name, value in versions[index].get("block_types", {}).items():
                children.setdefault(name, {})[index] = value
        for name, values in children.items():
            body = self.merged({i: v["block"] for i, v in values.items()}, set(values), (*path, name))
            meanings = {}
            for index, value in values.items():
                meaning = (value["nesting_mode"], value.get("min_items", 0), value.get("max_items", 0),
                           bool(value["block"].get("deprecated")))
                meanings.setdefault(meaning, []).append(index)
            for meaning, indices in meanings.items():
                for first, last in self._runs(indices, life):
                    blocks.append((name, *meaning, body, first, last))
        return self._shared(attributes, blocks, path in self.open_blocks)

    def _shared(self, attributes, blocks, is_open):
        start = lambda entry: (entry[0], entry[-2] or 0)  # noqa: E731
        attributes.sort(key=start)
        blocks.sort(key=start)
        key = (tuple(attributes), tuple((*b[:5], id(b[5]), *b[6:]) for b in blocks), is_open)
        return self.known.setdefault(key, Body(attributes, blocks, is_open))

    @staticmethod
    def _runs(indices, life):
        """The unbroken runs of versions within a lifetime; None for an end that is the lifetime's own."""
        order = {index: place for place, index in enumerate(sorted(life))}
        runs = []
        for index in sorted(indices):
            if runs and order[index] == order[runs[-1][1]] + 1:
                runs[-1][1] = index
            else:
                runs.append([index, index])
        first, last = min(life), max(life)
        return [(None if a == first else a, None if b == last else b) for a, b in runs]


def bridged(left, right):
    """What can be said of a version between two known ones: whatever either has may be there."""
    attributes = dict(left.get("attributes", {}))
    for name, value in right.get("attributes", {}).items():
        other = attributes.setdefault(name, value)
        if attribute_type(other) != attribute_type(value):
            attributes[name] = {"type": "dynamic", "optional": True, "computed": True}
        elif other is not value:
            both = {flag: True for flag in ("required", "sensitive", "deprecated") if other.get(flag) and value.get(flag)}
            either = {flag: True for flag in ("optional", "computed") if other.get(flag) or value.get(flag)}
            if not both.get("required") and (other.get("required") or value.get("required")):
                either["optional"] = True
            attributes[name] = {"type": attribute_type(value), **both, **either}
    for name in set(left.get("attributes", {})) ^ set(right.get("attributes", {})):
        if attributes[name].get("required"):
            attributes[name] = {"type": attribute_type(attributes[name]), "optional": True}
    blocks = {}
    sides = left.get("block_types", {}), right.get("block_types", {})
    for name in set(sides[0]) | set(sides[1]):
        values = [side[name] for side in sides if name in side]
        block = bridged(values[0]["block"], values[-1]["block"])
        least = min(v.get("min_items", 0) for v in values) if len(values) == 2 else 0
        most = 0 if any(not v.get("max_items") for v in values) else max(v["max_items"] for v in values)
        blocks[name] = {"nesting_mode": values[0]["nesting_mode"], "min_items": least, "max_items": most, "block": block}
    return {"attributes": attributes, "block_types": blocks}


def filled(versions):
    """The blocks of all versions that have a type, and the indices of those where more may be there than known."""
    known = sorted(index for index, block in versions.items() if block is not UNKNOWN)
    blocks, unsure = {}, set()
    bridges = {}
    for index in versions:
        if versions[index] is not UNKNOWN:
            blocks[index] = versions[index]
            continue
        left = max((i for i in known if i < index), default=None)
        right = min((i for i in known if i > index), default=None)
        if left is None or right is None:
            unsure.add(index)
            nearest = right if left is None else left
            blocks[index] = versions[nearest] if nearest is not None else {}
        else:
            if (left, right) not in bridges:
                bridges[left, right] = bridged(versions[left], versions[right])
            blocks[index] = bridges[left, right]
    return blocks, unsure
