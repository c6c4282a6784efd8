public import Diplomacy
public import RelationGraph

extension Graph {
  /// The edges with the greatest |weight|, the strongest first; of equal ones those with more stories, then by id.
  ///
  /// - Parameter count: How many at most; nil for all.
  /// - Complexity: O(edges log edges).
  public func strongestEdges(_ count: Int? = nil, _ filter: EdgeFilter = EdgeFilter()) -> [ID<Edge>] {
    let sorted = edges(filter).sorted { a, b in
      let (weightA, weightB) = (abs(columns.weight[a.index]), abs(columns.weight[b.index]))
      if weightA != weightB { return weightA > weightB }
      let (storiesA, storiesB) = (columns.stories[a.index], columns.stories[b.index])
      return storiesA != storiesB ? storiesA > storiesB : a < b
    }
    return Array(sorted.prefix(count ?? sorted.count))
  }
}
