"""Times graph libraries on the graph that the benchmark wrote, each task after a warm-up, and prints a line of JSON a measurement.

usage: peers.py <graph file> <repeats> <peer>.<task>…
A peer that is not installed is reported as absent.
"""
import json
import sys
import time

import numpy as np


class Graph:
    """The benchmark's file: counts, then columns, little endian."""

    def __init__(self, path):
        data = np.memmap(path, dtype=np.uint8, mode="r")
        self.n, self.m, self.g, self.k, self.points, self.stretches, self.pairs = (int(x) for x in data[:56].view(np.int64))
        at = 56
        for name, dtype, count in (
            ("capacity", np.int64, self.m), ("share", np.float64, self.m), ("output", np.float64, self.n), ("length", np.float64, self.stretches),
            ("supplier", np.int32, self.m), ("buyer", np.int32, self.m), ("group", np.int32, self.m),
            ("group_buyer", np.int32, self.g), ("removed", np.int32, self.k),
            ("start", np.int32, self.stretches), ("end", np.int32, self.stretches), ("departure", np.int32, self.pairs), ("arrival", np.int32, self.pairs),
        ):
            size = np.dtype(dtype).itemsize * count
            setattr(self, name, np.array(data[at:at + size].view(dtype)))
            at += size
        self.root = 0
        self.sources = self.removed[:16]
        self.origins = np.flatnonzero(np.bincount(self.buyer, minlength=self.n) == 0)

    def routes(self):
        return zip(self.departure.tolist(), self.arrival.tolist())


def reached(nodes):
    nodes = np.asarray(nodes, dtype=np.int64)
    return [len(nodes), int(nodes.sum())]


def dominated(node, dominator):
    keep = node != 0
    return int(((node[keep].astype(np.int64) + 1) * (dominator[keep].astype(np.int64) + 1)).sum())


def between(values):
    values = np.asarray(values, dtype=np.float64)
    return [float(values.sum()), float(values.max())]


class Igraph:
    def __init__(self, graph):
        import igraph
        self.version, self.data = igraph.__version__, graph
        edges = np.stack([graph.supplier, graph.buyer], axis=1)
        self.graph = igraph.Graph(n=graph.n, edges=edges, directed=True)
        self.sunk = self.graph.copy()
        self.sunk.add_vertices(1)
        self.sunk.add_edges([(graph.n, int(origin)) for origin in graph.origins])
        self.capacity = graph.capacity.astype(np.float64).tolist() + [1e15] * len(graph.origins)

    def reach(self):
        return self.graph.subcomponent(0, mode="in"), reached

    def dominators(self):
        return self.graph.dominator(0, mode="in"), lambda tree: dominated(
            np.flatnonzero(np.array(tree) >= 0), np.array(tree)[np.array(tree) >= 0])

    def betweenness_all(self):
        return self.graph.betweenness(directed=True), between

    def maximum_flow(self):
        return self.sunk.maxflow_value(self.data.n, 0, self.capacity), float


class Rustworkx:
    def __init__(self, graph):
        import rustworkx
        self.version, self.module = rustworkx.__version__, rustworkx
        self.graph = rustworkx.PyDiGraph()
        self.graph.add_nodes_from(range(graph.n))
        self.graph.add_edges_from_no_data(list(zip(graph.supplier.tolist(), graph.buyer.tolist())))
        self.reversed = rustworkx.PyDiGraph()
        self.reversed.add_nodes_from(range(graph.n))
        self.reversed.add_edges_from_no_data(list(zip(graph.buyer.tolist(), graph.supplier.tolist())))

    def reach(self):
        return self.module.ancestors(self.graph, 0), lambda nodes: reached(list(nodes) + [0])

    def dominators(self):
        return self.module.immediate_dominators(self.reversed, 0), lambda tree: dominated(
            np.array(list(tree.keys())), np.array([0 if v is None else v for v in tree.values()]))

    def betweenness_all(self):
        return self.module.digraph_betweenness_centrality(self.graph, normalized=False), lambda values: between(list(values.values()))


class Networkx:
    def __init__(self, graph):
        import networkx
        self.version, self.module, self.data = networkx.__version__, networkx, graph
        self.graph = networkx.DiGraph()
        self.graph.add_nodes_from(range(graph.n))
        self.graph.add_edges_from(zip(graph.supplier.tolist(), graph.buyer.tolist()))
        self.reversed = self.graph.reverse()

    def reach(self):
        return self.module.ancestors(self.graph, 0), lambda nodes: reached(list(nodes) + [0])

    def dominators(self):
        return self.module.immediate_dominators(self.reversed, 0), lambda tree: dominated(np.array(list(tree.keys())), np.array(list(tree.values())))

    def betweenness_few(self):
        return self.module.betweenness_centrality_subset(
            self.graph, self.data.sources[:2].tolist(), list(self.graph.nodes)), lambda values: between(list(values.values()))


class Scipy:
    def __init__(self, graph):
        import scipy
        from scipy.sparse import csgraph, csr_matrix
        self.version, self.csgraph, self.data = scipy.__version__, csgraph, graph
        self.upstream = csr_matrix((np.ones(graph.m, dtype=np.int8), (graph.buyer, graph.supplier)), shape=(graph.n, graph.n))
        largest = np.iinfo(np.int32).max
        rows = np.concatenate([graph.supplier, np.full(len(graph.origins), graph.n)])
        columns = np.concatenate([graph.buyer, graph.origins])
        capacity = np.concatenate([graph.capacity, np.full(len(graph.origins), largest)]).astype(np.int32)
        self.capacities = csr_matrix((capacity, (rows, columns)), shape=(graph.n + 1, graph.n + 1))
        self.shares = csr_matrix((graph.share, (graph.group, graph.supplier)), shape=(graph.g, graph.n))
        self.order = np.argsort(graph.buyer, kind="stable")
        self.first = np.searchsorted(graph.supplier[np.argsort(graph.supplier, kind="stable")], np.arange(graph.n + 1))
        self.heads = graph.buyer[np.argsort(graph.supplier, kind="stable")]

    def reach(self):
        return self.csgraph.breadth_first_order(self.upstream, 0, return_predecessors=False), reached

    def maximum_flow(self):
        return self.csgraph.maximum_flow(self.capacities, self.data.n, 0), lambda flow: float(flow.flow_value)

    def betweenness_sampled(self):
        """Brandes' algorithm with whole levels at a time as arrays."""
        total = np.zeros(self.data.n)
        for source in self.data.sources:
            total += self.dependencies(int(source))
        return total, between

    def dependencies(self, source):
        n = self.data.n
        level, paths, steps = np.full(n, -1), np.zeros(n), []
        level[source], paths[source], frontier = 0, 1.0, np.array([source])
        while len(frontier):
            counts = self.first[frontier + 1] - self.first[frontier]
            tails = np.repeat(frontier, counts)
            starts = np.repeat(self.first[frontier] - np.cumsum(counts) + counts, counts)
            heads = self.heads[starts + np.arange(len(tails))]
            fresh = level[heads] < 0
            tails, heads = tails[fresh], heads[fresh]
            frontier = np.unique(heads)
            level[frontier] = len(steps) + 1
            paths += np.bincount(heads, weights=paths[tails], minlength=n)
            steps.append((tails, heads))
        dependency = np.zeros(n)
        for tails, heads in reversed(steps):
            dependency += np.bincount(tails, weights=paths[tails] * (1 + dependency[heads]) / paths[heads], minlength=n)
        dependency[source] = 0
        return dependency

    def disruption(self):
        """Levels of all nodes for batches of nodes that are gone, as columns of one matrix, round by round until nothing moves."""
        batches = [self.lost(self.data.removed[first:first + 64]) for first in range(0, self.data.k, 64)]
        return np.concatenate(batches), lambda values: [float(value) for value in values]

    def lost(self, removed):
        graph = self.data
        columns = np.arange(len(removed))
        starts = np.flatnonzero(np.diff(graph.group_buyer, prepend=-1))
        buyers = graph.group_buyer[starts]
        levels = np.ones((graph.n, len(removed)))
        levels[removed, columns] = 0
        while True:
            lowest = np.minimum.reduceat(self.shares @ levels, starts, axis=0)
            lowest[lowest > 1] = 1
            moved = np.abs(levels[buyers] - lowest)
            levels[buyers] = lowest
            levels[removed, columns] = 0
            moved[np.searchsorted(buyers, removed[np.isin(removed, buyers)]), columns[np.isin(removed, buyers)]] = 0
            if moved.max() < 1e-9:
                break
        return graph.output @ (1 - levels) - graph.output[removed]


class IgraphSea:
    def __init__(self, graph):
        import igraph
        self.version, self.data = igraph.__version__, graph
        self.graph = igraph.Graph(n=graph.points, edges=np.stack([graph.start, graph.end], axis=1))
        self.length = graph.length.tolist()

    def shortest_route(self):
        return [self.graph.distances(a, b, weights=self.length)[0][0] for a, b in self.data.routes()], lambda found: float(sum(found))


class RustworkxSea:
    def __init__(self, graph):
        import rustworkx
        self.version, self.module, self.data = rustworkx.__version__, rustworkx, graph
        self.graph = rustworkx.PyGraph()
        self.graph.add_nodes_from(range(graph.points))
        self.graph.add_edges_from(list(zip(graph.start.tolist(), graph.end.tolist(), graph.length.tolist())))

    def shortest_route(self):
        return [self.module.dijkstra_shortest_path_lengths(self.graph, a, float, b)[b] for a, b in self.data.routes()], lambda found: float(sum(found))


class NetworkxSea:
    def __init__(self, graph):
        import networkx
        self.version, self.module, self.data = networkx.__version__, networkx, graph
        self.graph = networkx.Graph()
        self.graph.add_weighted_edges_from(zip(graph.start.tolist(), graph.end.tolist(), graph.length.tolist()))

    def shortest_route(self):
        return [self.module.bidirectional_dijkstra(self.graph, a, b)[0] for a, b in self.data.routes()], lambda found: float(sum(found))


class ScipySea:
    def __init__(self, graph):
        import scipy
        from scipy.sparse import csgraph, csr_matrix
        self.version, self.csgraph, self.data = scipy.__version__, csgraph, graph
        self.lengths = csr_matrix((graph.length, (graph.start, graph.end)), shape=(graph.points, graph.points))

    def shortest_route(self):
        return [self.csgraph.dijkstra(self.lengths, directed=False, indices=a)[b] for a, b in self.data.routes()], lambda found: float(sum(found))


SEA = {"igraph": IgraphSea, "rustworkx": RustworkxSea, "networkx": NetworkxSea, "scipy": ScipySea}
PEERS = {"igraph": Igraph, "rustworkx": Rustworkx, "networkx": Networkx, "scipy": Scipy}


def say(**line):
    print(json.dumps(line), flush=True)


def main(path, repeats, wanted):
    graph = Graph(path)
    for name, peer in (SEA if graph.points else PEERS).items():
        tasks = [task.split(".")[1] for task in wanted if task.split(".")[0] == name]
        if not tasks:
            continue
        try:
            ready = peer(graph)
        except ImportError:
            say(peer=name, absent=True)
            continue
        for task in tasks:
            run = getattr(ready, task)
            once = repeats == 1 or name == "networkx"
            seconds, busy = [], []
            for _ in range(1 if once else repeats + 1):
                began, worked = time.perf_counter(), time.process_time()
                answer, read = run()
                seconds.append(time.perf_counter() - began)
                busy.append(time.process_time() - worked)
            result = read(answer)
            first = 0 if once else 1
            say(peer=name, version=ready.version, task=task, seconds=seconds[first:], busy=busy[first:],
                result=result if isinstance(result, list) else [result])
        del ready


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
