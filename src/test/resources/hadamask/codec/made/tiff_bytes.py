"""TIFF as bytes: written in every layout without a packing or deflated, and read without one."""
import itertools
import struct
import zlib

import numpy as np


def packed(rows, bits, order):
    """Rows of samples as bytes, each row filled up to a whole byte."""
    if bits in (8, 16, 32):
        return rows.astype(order + "u%d" % (bits // 8)).tobytes()
    flat = rows.reshape(rows.shape[0], -1).astype(np.int64)
    ones = (flat[..., None] >> np.arange(bits - 1, -1, -1)) & 1
    return np.packbits(ones.reshape(flat.shape[0], -1).astype(np.uint8), axis=1).tobytes()


def blocks(samples, strip, tile):
    """Strips, or tiles that are filled up with what is none of the picture."""
    h, w = samples.shape[:2]
    if not tile:
        return [samples[y:y + strip] for y in range(0, h, strip)]
    tw, th = tile
    full = np.full((-(-h // th) * th, -(-w // tw) * tw, samples.shape[2]), samples.flat[0], samples.dtype)
    full[:h, :w] = samples
    return [full[y:y + th, x:x + tw] for y in range(0, h, th) for x in range(0, w, tw)]


def differenced(block, bits):
    """Predictor 2: what a sample differs from its left neighbour."""
    out = block.astype(np.int64).copy()
    out[:, 1:] -= block[:, :-1].astype(np.int64)
    return out & ((1 << bits) - 1)


def write(path, samples, bits, photometric, order="<", planar=1, strip=None, tile=None, compression=1, predictor=1, extra=(),
          colormap=None, orientation=None, big=False, sample_format=None):
    """Writes a TIFF of uncompressed or deflated strips or tiles.

    samples: height x width x samples, whole numbers below 2^bits
    """
    h, w, n = samples.shape
    parts = [samples] if planar == 1 else [samples[..., c:c + 1] for c in range(n)]
    strip = min(strip or h, h)
    data = []
    for block in itertools.chain.from_iterable(blocks(p, strip, tile) for p in parts):
        raw = packed(differenced(block, bits) if predictor == 2 else block, bits, order)
        data.append(raw if compression == 1 else zlib.compress(raw))
    tags = {256: [w], 257: [h], 258: [bits] * n, 259: [compression], 262: [photometric], 277: [n], 284: [planar]}
    where, lengths = (324, 325) if tile else (273, 279)
    if tile:
        tags.update({322: [tile[0]], 323: [tile[1]]})
    else:
        tags[278] = [strip]
    if predictor != 1:
        tags[317] = [predictor]
    if extra:
        tags[338] = list(extra)
    if colormap is not None:
        tags[320] = [int(v) for v in colormap.T.reshape(-1)]
    if orientation:
        tags[274] = [orientation]
    if sample_format:
        tags[339] = [sample_format] * n
    tags[lengths] = [len(d) for d in data]
    tags[where] = [0] * len(data)
    wide, inline, entry, number = ("Q", 8, 20, 16) if big else ("I", 4, 12, 4)
    body = (16 if big else 8) + (8 if big else 2) + entry * len(tags) + inline

    def directory(start):
        out, rest = b"", b""
        for tag in sorted(tags):
            values = tags[tag]
            if tag == where:
                values = [start + sum(map(len, data[:i])) for i in range(len(data))]
            kind, letter = (number, wide) if tag in (where, lengths) else (3, "H")
            value = struct.pack(order + "%d%s" % (len(values), letter), *values)
            out += struct.pack(order + "HH" + wide, tag, kind, len(values))
            if len(value) <= inline:
                out += value.ljust(inline, b"\0")
            else:
                out += struct.pack(order + wide, body + len(rest))
                rest += value + b"\0" * (len(value) % 2)
        return out, rest

    start = body + len(directory(0)[1])
    out, rest = directory(start)
    mark = b"II" if order == "<" else b"MM"
    head = struct.pack(order + "HHHQQ", 43, 8, 0, 16, len(tags)) if big else struct.pack(order + "HIH", 42, 8, len(tags))
    with open(path, "wb") as f:
        f.write(mark + head + out + b"\0" * inline + rest + b"".join(data))


def read(data):
    """Reads an uncompressed TIFF in little order, as tiffcp is asked to write; returns samples and tags."""
    at, = struct.unpack_from("<I", data, 4)
    tags = {}
    for i in range(struct.unpack_from("<H", data, at)[0]):
        tag, kind, count = struct.unpack_from("<HHI", data, at + 2 + 12 * i)
        letter = {1: "B", 3: "H", 4: "I", 7: "B"}.get(kind)
        if letter:
            form = "<%d%s" % (count, letter)
            place = at + 10 + 12 * i
            if struct.calcsize(form) > 4:
                place, = struct.unpack_from("<I", data, place)
            tags[tag] = struct.unpack_from(form, data, place)
    w, h, n, bits = tags[256][0], tags[257][0], tags.get(277, (1,))[0], tags.get(258, (1,))[0]
    planes, each = (n, 1) if tags.get(284, (1,))[0] == 2 else (1, n)
    tiled = 322 in tags
    tw, th = (tags[322][0], tags[323][0]) if tiled else (w, min(h, tags.get(278, (h,))[0]))
    offsets, lengths = (tags[324], tags[325]) if tiled else (tags[273], tags[279])
    columns, lines = -(-w // tw), -(-h // th)
    samples = np.zeros((planes, lines * th, columns * tw, each), np.int64)
    row = (tw * each * bits + 7) // 8
    for i, (offset, length) in enumerate(zip(offsets, lengths)):
        rows = np.frombuffer(data[offset:offset + length], np.uint8)
        rows = rows[:rows.size // row * row].reshape(-1, row)
        if bits in (8, 16):
            block = rows.view("<u%d" % (bits // 8)).astype(np.int64)
        else:
            ones = np.unpackbits(rows, axis=1)[:, :tw * each * bits].reshape(len(rows), -1, bits).astype(np.int64)
            block = (ones << np.arange(bits - 1, -1, -1)).sum(-1)
        plane, place = divmod(i, columns * lines)
        y, x = place // columns * th, place % columns * tw
        samples[plane, y:y + len(rows), x:x + tw] = block.reshape(len(rows), tw, each)
    return np.concatenate(list(samples), -1)[:h, :w], tags
