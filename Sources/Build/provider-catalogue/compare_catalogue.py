#!/usr/bin/env python3
"""Compares the catalogue with what a real provider says of itself, entry by entry.

    terraform providers schema -json > schema.json
    compare_catalogue.py 5.100.0 schema.json

Reads the data file by itself (the format is described in `encoding.py`) and prints every difference and the counts. The
exit status is 1 when there is a difference.
"""
import os
import sys

from history import _FLAGS, _NESTING, attribute_type, frozen
from sources import dump_schemas

HERE = os.path.dirname(os.path.abspath(__file__))


class Reader:
    def __init__(self, path):
        with open(path, encoding="ascii") as file:
            text = file.read()
        head, _, rest = text.partition("\n\n")
        self.sections, at = {}, 0
        for line in head.splitlines()[1:]:
            name, _count, length = line.split()
            self.sections[name] = rest[at:at + int(length)]
            at += int(length) + 1
        self.versions = self.sections["versions"].split(" ")

    def fixed(self, section, at, digits):
        number = 0
        for character in self.sections[section][at:at + digits]:
            number = number << 6 | ord(character) - 0x30
        return number

    def part(self, section, ends, number):
        start = self.fixed(ends, (number - 1) * 4, 4) if number else 0
        return self.sections[section][start:self.fixed(ends, number * 4, 4)]

    def word(self, number):
        return self.part("words", "word-ends", number)

    @staticmethod
    def shorts(text):
        number, shift = 0, 0
        for character in text:
            digit = ord(character) - 0x30
            number |= (digit & 31) << shift
            shift += 5
            if digit < 32:
                yield number
                number, shift = 0, 0

    def type(self, number):
        text = self.part("types", "type-ends", number)
        numbers = self.shorts(text[1:])
        if text[0] in "LSM":
            return ({"L": "list", "S": "set", "M": "map"}[text[0]], self.type(next(numbers)))
        if text[0] == "O":
            return ("object", tuple((self.word(next(numbers)), self.type(next(numbers))) for _ in range(next(numbers))))
        if text[0] == "T":
            return ("tuple", tuple(self.type(next(numbers)) for _ in range(next(numbers))))
        return {"s": "string", "n": "number", "b": "bool", "d": "dynamic"}[text[0]]

    def lives(self, number, version):
        return self.fixed("lives", number * 4, 2) <= version <= self.fixed("lives", number * 4 + 2, 2)

    def body(self, number, version):
        """name -> (type, flags) and name -> (nesting, least, most, deprecated, body) in a version."""
        numbers = self.shorts(self.part("bodies", "body-ends", number))
        next(numbers)
        attributes, blocks = {}, {}
        for _ in range(next(numbers)):
            name, kind = self.word(next(numbers)), next(numbers)
            if kind & 1 and not self.lives(next(numbers), version):
                continue
            at = (kind >> 1) * 5
            bits = self.fixed("attributes", at + 3, 2)
            flags = tuple(flag for place, flag in enumerate(_FLAGS) if bits >> place & 1)
            attributes[name] = (self.type(self.fixed("attributes", at, 3)), flags)
        for _ in range(next(numbers)):
            name, kind = self.word(next(numbers)), next(numbers)
            lives = not kind & 1 or self.lives(next(numbers), version)
            inner, at = next(numbers), (kind >> 1) * 7
            if lives:
                nesting = self.fixed("blocks", at, 1)
                blocks[name] = (_NESTING[nesting >> 1], self.fixed("blocks", at + 1, 3),
                                self.fixed("blocks", at + 4, 3), bool(nesting & 1), inner)
        return attributes, blocks

    def types_of(self, kind, version):
        rows = self.sections[kind]
        for at in range(0, len(rows), 11):
            if self.lives(self.fixed(kind, at + 6, 2), version):
                yield self.word(self.fixed(kind, at, 3)), self.fixed(kind, at + 3, 3)


class Comparison:
    def __init__(self, reader, version):
        self.reader, self.version = reader, version
        self.types = self.attributes = self.blocks = self.differences = 0

    def differ(self, path, *what):
        self.differences += 1
        print(path, *what)

    def compare(self, path, number, block):
        attributes, blocks = self.reader.body(number, self.version)
        real = {name: (frozen(attribute_type(value)), tuple(flag for flag in _FLAGS if value.get(flag)))
                for name, value in block.get("attributes", {}).items()}
        for name in sorted(set(attributes) | set(real)):
            self.attributes += 1
            if attributes.get(name) != real.get(name):
                self.differ(path + "." + name, attributes.get(name), "is really", real.get(name))
        inner = block.get("block_types", {})
        for name in sorted(set(blocks) | set(inner)):
            self.blocks += 1
            if name not in blocks or name not in inner:
                self.differ(path + "." + name, "is only in the", "catalogue" if name in blocks else "provider")
                continue
            value = inner[name]
            real_block = (value["nesting_mode"], value.get("min_items", 0), value.get("max_items", 0),
                          bool(value["block"].get("deprecated")))
            if blocks[name][:4] != real_block:
                self.differ(path + "." + name, blocks[name][:4], "is really", real_block)
            self.compare(path + "." + name, blocks[name][4], value["block"])


def main():
    version, file = sys.argv[1:3]
    reader = Reader(os.path.join(HERE, "aws.catalogue"))
    comparison = Comparison(reader, reader.versions.index(version))
    for kind, real in dump_schemas(file).items():
        known = dict(reader.types_of(kind, comparison.version))
        for name in sorted(set(known) | set(real)):
            comparison.types += 1
            if name in known and name in real:
                comparison.compare(kind + "." + name, known[name], real[name])
            else:
                comparison.differ(kind + "." + name, "is only in the", "catalogue" if name in known else "provider")
    print("%d types, %d attributes, %d blocks compared: %d differences" % (
        comparison.types, comparison.attributes, comparison.blocks, comparison.differences))
    sys.exit(1 if comparison.differences else 0)


if __name__ == "__main__":
    main()
