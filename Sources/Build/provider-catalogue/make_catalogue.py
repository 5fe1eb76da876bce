#!/usr/bin/env python3
"""Makes the catalogue of the AWS provider: which resource and data source types there are, with all their attributes and
blocks, and in which versions of the provider each of them is so.

The facts are those that `terraform providers schema -json` prints for hashicorp/aws (MPL-2.0): names, types, flags,
limits; no descriptions. They are read from a public archive of these schemas, version by version (`sources.py`).

    make catalogue                 clones the archive into ~/.cache, or brings the clone up to date
    make catalogue ARCHIVE=DIR     takes a clone that is there already
    make catalogue PLUGINS=DIR     takes the provider from a folder (`terraform init -plugin-dir`)

The archive does not keep the block of the provider itself, and copies of it may lack the largest schemas: these come
from the provider 5.100.0, which Terraform runs once to print its schema (`--dump VERSION=FILE` gives a printed one).

To renew it: run `make catalogue`, read the counts that it prints, run the tests of the rooms ProviderCatalogue and Lint
(counts of types change there), and commit the new `aws.catalogue`. The same sources give the same bytes.
"""
import argparse
import os
import subprocess
import sys
import tempfile

from encoding import Encoder
from history import Bodies, filled
from sources import KINDS, UNKNOWN, Archive, dump_schemas, version_key
import supplement

HERE = os.path.dirname(os.path.abspath(__file__))
ARCHIVE = "https://github.com/lonegunmanb/terraform-aws-schema"
PRINTED = "5.100.0"
LIMIT = 1_500_000


def archive_folder(given):
    """The folder of the clone; fetched when none is given."""
    if given:
        return given
    cache = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "infragen")
    folder = os.path.join(cache, "terraform-aws-schema.git")
    if os.path.isdir(folder):
        command = ["git", "-C", folder, "fetch", "--quiet", "--tags", "origin"]
    else:
        os.makedirs(cache, exist_ok=True)
        command = ["git", "clone", "--quiet", "--bare", ARCHIVE, folder]
    if subprocess.run(command).returncode:
        sys.exit("%s cannot be reached; give a clone of it: make catalogue ARCHIVE=DIR" % ARCHIVE)
    return folder


def printed_schema(folder, plugins):
    """The file with the schema that the provider prints, made in a folder."""
    with open(os.path.join(folder, "main.tf"), "w") as file:
        file.write('terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n'
                   '      version = "%s"\n    }\n  }\n}\n' % PRINTED)
    steps = [["init", "-backend=false", *(["-plugin-dir=" + plugins] if plugins else [])], ["providers", "schema", "-json"]]
    path = os.path.join(folder, "schema.json")
    for step in steps:
        with open(path, "wb") as file:
            done = subprocess.run(["terraform", "-chdir=" + folder, *step], stdout=file)
        if done.returncode:
            sys.exit("terraform cannot print the schema of hashicorp/aws " + PRINTED)
    return path


def collected(archive, dumps):
    """The versions, and (kind, type) -> index of version -> block."""
    versions = sorted({*archive.versions, *dumps}, key=version_key)
    found = {}
    for index, version in enumerate(versions):
        schemas = archive.schemas(version) if version in archive.versions else {kind: {} for kind in KINDS}
        for kind, blocks in (dump_schemas(dumps[version]) if version in dumps else {}).items():
            schemas.setdefault(kind, {}).update(blocks)
        for kind, blocks in schemas.items():
            for name, block in blocks.items():
                found.setdefault((kind, name), {})[index] = block
    # The archive does not keep the block of the provider itself: it is there in all versions, known in some.
    if ("provider", "aws") in found:
        for index in range(len(versions)):
            found["provider", "aws"].setdefault(index, UNKNOWN)
    return versions, found


def supplemented(versions, found):
    """Adds the facts by hand where no source has the schema."""
    for kind, name, base, version, additions in supplement.DIFFERENCES:
        if base not in versions or version not in versions:
            continue
        blocks = found.get((kind, name), {})
        original = blocks.get(versions.index(base), UNKNOWN)
        if blocks.get(versions.index(version)) is UNKNOWN and original is not UNKNOWN:
            blocks[versions.index(version)] = supplement.differing(original, additions)


def catalogue(versions, found):
    """All types as the encoder takes them."""
    bodies = Bodies(supplement.OPEN_BLOCKS)
    types = []
    for (kind, name), blocks in sorted(found.items()):
        known, unsure = filled(blocks)
        life, newest = (min(known), max(known)), known[max(known)]
        body = bodies.merged(known, set(known), (kind, name))
        doubt = (min(unsure), max(unsure)) if unsure else None
        types.append((kind, name, body, life, doubt, bool(newest.get("deprecated"))))
    return types, len(bodies.known)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", metavar="DIR", help="a clone of the archive that is there already")
    parser.add_argument("--dump", metavar="VERSION=FILE", action="append", default=[],
                        help="a schema that `terraform providers schema -json` printed")
    parser.add_argument("--plugins", metavar="DIR", help="a folder with the provider, for `terraform init -plugin-dir`")
    parser.add_argument("--out", metavar="FILE", default=os.path.join(HERE, "aws.catalogue"))
    arguments = parser.parse_args()
    dumps = dict(dump.split("=", 1) for dump in arguments.dump)
    archive = Archive(archive_folder(arguments.archive))
    with tempfile.TemporaryDirectory() as folder:
        if PRINTED not in dumps:
            dumps[PRINTED] = printed_schema(folder, arguments.plugins)
        versions, found = collected(archive, dumps)
    gaps = sum(block is UNKNOWN for blocks in found.values() for block in blocks.values())
    supplemented(versions, found)
    types, body_count = catalogue(versions, found)
    encoder = Encoder(versions, types, "hashicorp/aws")
    text = encoder.text()
    if len(text) > LIMIT:
        sys.exit("the catalogue has %d bytes; at most %d are wanted" % (len(text), LIMIT))
    with open(arguments.out, "w", encoding="ascii") as file:
        file.write(text)
    print("hashicorp/aws %s to %s, %d versions" % (versions[0], versions[-1], len(versions)))
    for kind in (*KINDS, "provider"):
        newest = sum(1 for t in types if t[0] == kind and t[3][1] == len(versions) - 1)
        print("%6d %s types, %d of them in %s" % (sum(t[0] == kind for t in types), kind, newest, versions[-1]))
    print("%6d bodies, %d attributes, %d blocks in them" % (
        body_count, sum(len(b.attributes) for b in encoder.bodies), sum(len(b.blocks) for b in encoder.bodies)))
    print("%6d schemas missing in the sources (type and version), %d types in doubt" % (
        gaps, sum(1 for t in types if t[4])))
    print("%6d bytes in %s" % (len(text), os.path.relpath(arguments.out)))


if __name__ == "__main__":
    main()
