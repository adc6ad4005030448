import SolutionModel

/// What the elements of a solution can be parted by.
public enum Boundary: String, Hashable, Sendable, CaseIterable {
  case team, system, domain
}

/// How many links tie two groups of elements, such as two teams.
public struct BoundaryCoupling: Hashable, Sendable {
  /// Links of one direction.
  public struct Count: Hashable, Sendable {
    /// Without which the dependent side cannot do its work.
    public var hard = 0
    public var soft = 0

    public var all: Int { hard + soft }
  }

  /// The id of the group that comes first by id.
  public let first: String
  public let second: String
  /// Links by which the first depends on the second.
  public var there = Count()
  /// Links by which the second depends on the first.
  public var back = Count()
}

/// The couplings across one kind of boundary.
public struct BoundaryCouplings: Hashable, Sendable {
  /// The most links first, then by id.
  public let pairs: [BoundaryCoupling]
  /// By group, in the order of their ids: how many links stay inside.
  public let inside: [Inside]
  /// How many links have an end that is in no group.
  public let ungroupedCount: Int

  /// How many links stay inside a group.
  public struct Inside: Hashable, Sendable {
    public let group: String
    public let count: Int
  }
}

extension SolutionGraph {
  /// How many links tie each two teams, systems or domains, both ways.
  ///
  /// Counted is each link in use once for each pair of groups between which it makes a dependency.
  /// People, screens and links to sign on are left out.
  ///
  /// - Complexity: O(m log m).
  public func couplings(across boundary: Boundary) -> BoundaryCouplings {
    let groups = placements.map { group(of: $0, boundary) }
    var pairs: [GroupPair: BoundaryCoupling] = [:]
    var inside: [String: Int] = [:]
    var counted: Set<CountedLink> = []
    var ungrouped: Set<Int> = []
    for dependency in structuralDependencies(in: .any)
    where !isPerson(dependency.dependent) && !isPerson(dependency.dependency) {
      guard let from = groups[dependency.dependent], let to = groups[dependency.dependency] else {
        ungrouped.insert(dependency.link)
        continue
      }
      guard counted.insert(CountedLink(link: dependency.link, from: from, to: to)).inserted else {
        continue
      }
      if from == to {
        inside[from, default: 0] += 1
      } else {
        let key = GroupPair(first: min(from, to), second: max(from, to))
        pairs[key, default: BoundaryCoupling(first: key.first, second: key.second)]
          .add(isThere: from < to, isHard: traits[dependency.link].isHard)
      }
    }
    return BoundaryCouplings(
      pairs: pairs.values.sorted { left, right in
        let (one, other) = (left.there.all + left.back.all, right.there.all + right.back.all)
        return one == other
          ? (left.first, left.second) < (right.first, right.second) : one > other
      },
      inside: Set(groups.compactMap(\.self)).sorted().map {
        BoundaryCouplings.Inside(group: $0, count: inside[$0] ?? 0)
      },
      ungroupedCount: ungrouped.count)
  }

  private func group(of placement: Placement, _ boundary: Boundary) -> String? {
    switch boundary {
    case .team: placement.owner?.text
    case .system: placement.system.map { elementID($0).text }
    case .domain: placement.domain?.text
    }
  }

  private struct GroupPair: Hashable {
    let first: String
    let second: String
  }

  private struct CountedLink: Hashable {
    let link: Int
    let from: String
    let to: String
  }
}

extension BoundaryCoupling {
  fileprivate mutating func add(isThere: Bool, isHard: Bool) {
    if isThere { there.add(isHard) } else { back.add(isHard) }
  }
}

extension BoundaryCoupling.Count {
  fileprivate mutating func add(_ isHard: Bool) {
    if isHard { hard += 1 } else { soft += 1 }
  }
}
