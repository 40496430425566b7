"""Routes over a GeoJSON network of sea lanes, computed apart from the product, with networkx.

Reads on standard input {"lanes": path, "gates": {name: [[lon, lat], [lon, lat]]}, "questions": [{"from": [lon, lat], "to": [lon, lat], "closed": [names]}]};
writes a list of {"km": length or null, "passed": [names]}, in order. Ports are joined to the nearest point by great circle.
"""
import gzip
import json
import math
import sys

import networkx

RADIUS_KM = 6371.0088


def point(position):
    longitude = round((position[0] + 180) % 360 - 180, 7)
    return (180.0 if longitude == -180 else longitude, round(position[1], 7))


def kilometres(a, b):
    latitude, other = math.radians(a[1]), math.radians(b[1])
    longitude = math.radians(b[0] - a[0])
    h = math.sin((other - latitude) / 2) ** 2 + math.cos(latitude) * math.cos(other) * math.sin(longitude / 2) ** 2
    return 2 * RADIUS_KM * math.asin(min(1, math.sqrt(h)))


def side(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def crosses(a, b, gate):
    if abs(a[0] - b[0]) > 180:
        return False
    return side(a, b, gate[0]) * side(a, b, gate[1]) < 0 and side(gate[0], gate[1], a) * side(gate[0], gate[1], b) < 0


def main():
    asked = json.load(sys.stdin)
    with gzip.open(asked["lanes"]) as file:
        features = json.load(file)["features"]
    network = networkx.MultiGraph()
    for feature in features:
        geometry = feature["geometry"]
        lines = [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]
        label = feature["properties"].get("passage")
        for line in lines:
            for a, b in zip(map(point, line), map(point, line[1:])):
                if a != b:
                    marks = {name for name, gate in asked["gates"].items() if crosses(a, b, gate)} | ({label} if label else set())
                    network.add_edge(a, b, km=kilometres(a, b), marks=marks)
    snapped = {}

    def snap(place):
        key = tuple(place)
        if key not in snapped:
            snapped[key] = min(network, key=lambda other: kilometres(place, other))
        return snapped[key]

    answers = []
    for question in asked["questions"]:
        closed = set(question["closed"]) | {"northwest"}

        def weight(a, b, edges):
            lengths = [edge["km"] for edge in edges.values() if not edge["marks"] & closed]
            return min(lengths) if lengths else None

        try:
            km, way = networkx.single_source_dijkstra(network, snap(question["from"]), snap(question["to"]), weight=weight)
            passed = set()
            for a, b in zip(way, way[1:]):
                passed |= min((edge["marks"] for edge in network[a][b].values() if not edge["marks"] & closed), key=len)
            answers.append({"km": km, "passed": sorted(passed)})
        except networkx.NetworkXNoPath:
            answers.append({"km": None, "passed": []})
    json.dump(answers, sys.stdout)


main()
