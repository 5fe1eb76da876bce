"""Where the facts come from: published schemas of the provider, one for each of its versions.

A schema is what `terraform providers schema -json` prints. It is read here from

* an archive: a clone of github.com/lonegunmanb/terraform-aws-schema, which keeps the printed schemas of every
  release since 5.3.0, and of the last releases of the majors before, one tag for each version and one file for
  each type. Only the JSON text in these files is read, and of it only names, types, flags and limits.
* a dump: a file that `terraform providers schema -json` wrote. A dump wins over the archive.

A clone may lack files (a partial clone leaves out the largest). The types in them are then known in fewer
versions; `history.py` says what becomes of the others.
"""
import json
import os
import re
import subprocess

KINDS = ("resource", "data", "ephemeral")
_FOLDERS = {"resource": "generated/resource/", "data": "generated/data/", "ephemeral": "generated/ephemeral/"}
_REGISTRATION = re.compile(r'(resources|dataSources|ephemeralResources)\["(\w+)"\] = \w+\.(\w+)Schema\(\)')
_KIND_OF_LIST = {"resources": "resource", "dataSources": "data", "ephemeralResources": "ephemeral"}

# A type that a version has, but whose schema is in none of the sources.
UNKNOWN = object()


def version_key(version):
    return tuple(int(part) for part in version.split("."))


class Archive:
    """The schemas in a clone of the archive."""

    def __init__(self, folder):
        self.folder = folder
        self._blocks = {}
        tags = self._git("tag").split()
        self.versions = sorted((t[1:] for t in tags if re.fullmatch(r"v\d+\.\d+\.\d+", t)), key=version_key)

    def _git(self, *arguments, stdin=None):
        # Without this a partial clone would try to reach the network for every file that it lacks.
        environment = dict(os.environ, GIT_NO_LAZY_FETCH="1")
        done = subprocess.run(["git", "-C", self.folder, *arguments], input=stdin, env=environment,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return done.stdout.decode()

    def schemas(self, version):
        """kind -> type name -> block of one version; UNKNOWN where the clone lacks the file."""
        files = {}
        for line in self._git("ls-tree", "-r", "v" + version, "generated/").splitlines():
            description, path = line.split("\t")
            files[path] = description.split()[2]
        self._load(set(h for p, h in files.items() if p.endswith(".go") and not p.endswith("_test.go")))
        lists = self._git("cat-file", "blob", files["generated/register.go"])
        schemas = {kind: {} for kind in KINDS}
        for which, name, function in _REGISTRATION.findall(lists):
            kind = _KIND_OF_LIST[which]
            path = _FOLDERS[kind] + function[0].lower() + function[1:] + ".go"
            schemas[kind][name] = self._blocks.get(files[path], UNKNOWN)
        return schemas

    def _load(self, hashes):
        """Parses the files that were not seen in another version; most stay the same from one to the next."""
        wanted = sorted(h for h in hashes if h not in self._blocks)
        if not wanted:
            return
        environment = dict(os.environ, GIT_NO_LAZY_FETCH="1")
        # The command goes on with the next object when one is missing, but only if it may say so.
        checked = subprocess.run(["git", "-C", self.folder, "cat-file", "--batch-check"], env=environment,
                                 input="\n".join(wanted).encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        present = [line.split()[0] for line in checked.stdout.decode().splitlines() if " blob " in line]
        done = subprocess.run(["git", "-C", self.folder, "cat-file", "--batch"], env=environment,
                              input=("\n".join(present) + "\n").encode(), stdout=subprocess.PIPE, check=True)
        data, at = done.stdout, 0
        for _ in present:
            end = data.index(b"\n", at)
            name, _kind, size = data[at:end].decode().split()
            text = data[end + 1:end + 1 + int(size)]
            at = end + 2 + int(size)
            start, stop = text.find(b"`{"), text.rfind(b"}`")
            if start >= 0 and stop >= 0:
                # A backquote in a description ends the Go literal and is added to it as another one.
                plain = text[start + 1:stop + 1].replace(b'` + "`" + `', b"`")
                self._blocks[name] = json.loads(plain)["block"]


def dump_schemas(path):
    """kind -> type name -> block of a file written by `terraform providers schema -json`."""
    with open(path, "rb") as file:
        providers = json.load(file)["provider_schemas"]
    provider = next(value for key, value in providers.items() if key.endswith("/hashicorp/aws"))
    lists = {"resource": "resource_schemas", "data": "data_source_schemas", "ephemeral": "ephemeral_resource_schemas"}
    schemas = {kind: {name: schema["block"] for name, schema in provider.get(key, {}).items()}
               for kind, key in lists.items()}
    schemas["provider"] = {"aws": provider["provider"]["block"]}
    return schemas
