"""Reads the data files of R (.rda): as much of the format as the départements need.

The format is R's "XDR serialization", R Internals §1.8: each item begins with
flags, whose low byte is its type.
"""

import bz2
import gzip
import lzma
import struct

NIL, GLOBAL_ENVIRONMENT, BASE_ENVIRONMENT, EMPTY_ENVIRONMENT = 254, 253, 241, 242
REFERENCE, PERSISTENT, NAMESPACE = 255, 247, 249
SYMBOL, PAIRLIST, ENVIRONMENT, CALL, TEXT = 1, 2, 4, 6, 9
LOGICALS, INTEGERS, REALS, TEXTS, LIST, EXPRESSIONS, BYTES, OBJECT = 10, 13, 14, 16, 19, 20, 24, 25


class Value:
    """A vector with its attributes."""

    def __init__(self, items, attributes=None):
        self.items = items
        self.attributes = attributes or {}

    def names(self):
        return self.attributes['names'].items

    def __getitem__(self, name):
        return self.items[self.names().index(name)]


class Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0
        self.seen = []

    def integer(self):
        value, = struct.unpack_from('>i', self.data, self.at)
        self.at += 4
        return value

    def numbers(self, code, size):
        n = self.integer()
        values = list(struct.unpack_from('>%d%s' % (n, code), self.data, self.at))
        self.at += size * n
        return values

    def header(self):
        if self.data[:2] != b'X\n':
            raise ValueError('not in the XDR form of R')
        self.at = 2
        version = self.integer()
        self.at += 8  # who wrote it, who may read it
        if version == 3:
            n = self.integer()  # the name of the encoding
            self.at += n
        return self

    def remember(self, value):
        self.seen.append(value)
        return value

    def text(self):
        n = self.integer()
        if n == -1:
            return None
        raw = self.data[self.at:self.at + n]
        self.at += n
        try:
            return raw.decode('utf-8')
        except UnicodeDecodeError:
            return raw.decode('latin-1')

    def pairs(self, flags):
        """A pairlist as a list of (name, value)."""
        pairs = []
        while flags & 255 in (PAIRLIST, CALL):
            if flags & 512:
                self.item()
            name = self.item() if flags & 1024 else None
            pairs.append((name, self.item()))
            flags = self.integer()
        if flags & 255 != NIL:
            raise ValueError('a pairlist that does not end')
        return pairs

    def environment(self):
        self.remember(None)
        self.integer()
        for _ in range(4):
            self.item()

    def names_of_namespace(self):
        self.integer()
        for _ in range(self.integer()):
            self.item()
        return self.remember(None)

    def vector(self, kind):
        if kind in (LOGICALS, INTEGERS):
            return self.numbers('i', 4)
        if kind == REALS:
            return self.numbers('d', 8)
        if kind in (TEXTS, LIST, EXPRESSIONS):
            return [self.item() for _ in range(self.integer())]
        if kind == BYTES:
            return self.numbers('B', 1)
        if kind == OBJECT:
            return None
        raise ValueError('type %d at byte %d is not read here' % (kind, self.at))

    def item(self):
        flags = self.integer()
        kind = flags & 255
        if kind in (NIL, GLOBAL_ENVIRONMENT, BASE_ENVIRONMENT, EMPTY_ENVIRONMENT):
            return None
        if kind == REFERENCE:
            return self.seen[(flags >> 8 or self.integer()) - 1]
        if kind == SYMBOL:
            return self.remember(self.item())
        if kind == TEXT:
            return self.text()
        if kind in (PERSISTENT, NAMESPACE):
            return self.names_of_namespace()
        if kind == ENVIRONMENT:
            return self.environment()
        if kind in (PAIRLIST, CALL):
            return self.pairs(flags)
        value = Value(self.vector(kind))
        if flags & 512:
            value.attributes = dict(self.item())
        return value


def uncompressed(data):
    if data[:2] == b'\x1f\x8b':
        return gzip.decompress(data)
    if data[:3] == b'BZh':
        return bz2.decompress(data)
    if data[:6] == b'\xfd7zXZ\0':
        return lzma.decompress(data)
    return data


def read(path):
    """The objects of an .rda file by name."""
    with open(path, 'rb') as file:
        data = uncompressed(file.read())
    if data[:5] not in (b'RDX2\n', b'RDX3\n'):
        raise ValueError('%s is no .rda file' % path)
    return dict(Reader(data[5:]).header().item())
