"""Plane geometry for the basemap: simplifying with shared borders, nesting, clipping.

Points are tuples (x, y); rings are closed: their last point is their first.
"""


def ring_area(ring):
    return sum(ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1] for i in range(len(ring))) / 2


def farthest(points, a, b):
    """Square of the distance of the point between a and b farthest from the line a-b, and its index."""
    (x1, y1), (x2, y2) = points[a], points[b]
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    most, index = -1, 0
    for i in range(a + 1, b):
        px, py = points[i][0] - x1, points[i][1] - y1
        u = 0 if length == 0 else max(0, min(1, (px * dx + py * dy) / length))
        d = (px - u * dx) ** 2 + (py - u * dy) ** 2
        if d > most:
            most, index = d, i
    return most, index


def simplify(points, tolerance):
    """Douglas and Peucker 1973."""
    if tolerance <= 0 or len(points) < 3:
        return points
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    spans = [(0, len(points) - 1)]
    while spans:
        a, b = spans.pop()
        distance, middle = farthest(points, a, b)
        if distance > tolerance * tolerance:
            keep[middle] = True
            spans += [(a, middle), (middle, b)]
    return [p for p, kept in zip(points, keep) if kept]


def canonical(arc):
    """The arc in the direction that does not depend on who uses it."""
    return min(tuple(arc), tuple(arc[::-1]))


class Topology:
    """Features as arcs between junctions. features: {key: [[ring, ...], ...]}."""

    def __init__(self, features):
        self.features = features
        neighbours = {}
        for ring in self.rings():
            for a, b in zip(ring, ring[1:]):
                neighbours.setdefault(a, set()).add(b)
                neighbours.setdefault(b, set()).add(a)
        self.junctions = {p for p, beside in neighbours.items() if len(beside) != 2}

    def rings(self, keys=None):
        return (ring for key in (keys or self.features) for polygon in self.features[key] for ring in polygon)

    def arcs(self, ring):
        open_ring = ring[:-1]
        at = [i for i, p in enumerate(open_ring) if p in self.junctions]
        if not at:
            # shared by at most one other: cut at a point all agree on, and at the one opposite
            first = min(range(len(open_ring)), key=lambda j: open_ring[j])
            turned = open_ring[first:] + open_ring[:first]
            x, y = turned[0]
            opposite = max(range(len(turned)), key=lambda j: (turned[j][0] - x) ** 2 + (turned[j][1] - y) ** 2)
            return [turned[:opposite + 1], turned[opposite:] + turned[:1]]
        turned = open_ring[at[0]:] + open_ring[:at[0]]
        cuts = [i - at[0] for i in at] + [len(turned)]
        turned = turned + turned[:1]
        return [turned[a:b + 1] for a, b in zip(cuts, cuts[1:])]

    def simplify_ring(self, ring, tolerance, cache):
        out = []
        for arc in self.arcs(ring):
            key = canonical(arc)
            if key not in cache:
                cache[key] = simplify(list(key), tolerance)
            simple = cache[key] if key == tuple(arc) else cache[key][::-1]
            out += simple if not out else simple[1:]
        return out

    def simplify(self, tolerance):
        """The features again; what shrinks to under three points is left out."""
        cache, out = {}, {}
        for key, polygons in self.features.items():
            out[key] = []
            for polygon in polygons:
                rings = [self.simplify_ring(ring, tolerance, cache) for ring in polygon]
                if len(set(rings[0])) >= 3:
                    out[key].append([ring for ring in rings if len(set(ring)) >= 3])
        return out

    def outline(self, keys, tolerance):
        """The union of features: the arcs that only one of them uses, chained into rings."""
        used = {}
        for ring in self.rings(keys):
            for arc in self.arcs(ring):
                used[canonical(arc)] = used.get(canonical(arc), 0) + 1
        return chain([simplify(list(arc), tolerance) for arc, times in used.items() if times == 1])


def chain(segments):
    """Segments joined end to end into rings."""
    ends = {}
    for i, segment in enumerate(segments):
        for end in (segment[0], segment[-1]):
            ends.setdefault(end, []).append(i)
    used, rings = set(), []
    for i, segment in enumerate(segments):
        if i in used:
            continue
        used.add(i)
        ring = list(segment)
        while ring[0] != ring[-1]:
            after = [j for j in ends[ring[-1]] if j not in used]
            if not after:
                break
            used.add(after[0])
            piece = segments[after[0]]
            ring += piece[1:] if piece[0] == ring[-1] else piece[::-1][1:]
        if ring[0] == ring[-1] and len(set(ring)) >= 3:
            rings.append(ring)
    return rings


def contains(ring, point):
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > point[1]) != (y2 > point[1]) and point[0] < (x2 - x1) * (point[1] - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def nest(rings):
    """Rings as polygons: holes behind the ring that holds them, the largest polygon first."""
    polygons = []
    for ring in sorted(rings, key=lambda r: -abs(ring_area(r))):
        middle = ((ring[0][0] + ring[1][0]) / 2, (ring[0][1] + ring[1][1]) / 2)
        for polygon in polygons:
            if contains(polygon[0], middle):
                polygon.append(ring)
                break
        else:
            polygons.append([ring])
    return polygons


def cut_at(points, axis, value, sign):
    """Sutherland and Hodgman 1974: what of an open ring lies on the inner side of one edge."""
    def inside(p):
        return sign * p[axis] >= sign * value

    def crossing(a, b):
        other = 1 - axis
        along = a[other] + (b[other] - a[other]) * (value - a[axis]) / (b[axis] - a[axis])
        return (value, along) if axis == 0 else (along, value)

    out = []
    for a, b in zip(points, points[1:] + points[:1]):
        if inside(a) != inside(b):
            out.append(crossing(a, b))
        if inside(b):
            out.append(b)
    return out


def clip_ring(ring, box):
    west, south, east, north = box
    points = ring[:-1]
    for axis, value, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        if not points:
            return []
        points = cut_at(points, axis, value, sign)
    return points + points[:1] if len(points) >= 3 else []


def clip_segment(a, b, box):
    """Liang and Barsky 1984: the part of a-b in the box, None if there is none."""
    west, south, east, north = box
    dx, dy = b[0] - a[0], b[1] - a[1]
    start, end = 0.0, 1.0
    for p, q in ((-dx, a[0] - west), (dx, east - a[0]), (-dy, a[1] - south), (dy, north - a[1])):
        if p == 0:
            if q < 0:
                return None
        elif p < 0:
            start = max(start, q / p)
        else:
            end = min(end, q / p)
    if start > end:
        return None
    return (a[0] + start * dx, a[1] + start * dy), (a[0] + end * dx, a[1] + end * dy)


def clip_line(line, box):
    """The parts of a line in the box."""
    parts, current = [], []
    for a, b in zip(line, line[1:]):
        inside = clip_segment(a, b, box)
        if inside is None or not current or current[-1] != inside[0]:
            if len(current) > 1:
                parts.append(current)
            current = [inside[0]] if inside else []
        if inside:
            current.append(inside[1])
    if len(current) > 1:
        parts.append(current)
    return parts
