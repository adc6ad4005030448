import DiagramScene
import SolutionModel

/// Which way a picture should read when nobody says: the way that is expected to fit a wide page
/// better.
enum ReadingDirection {
  /// The width of the page for each unit of its height.
  private static let page = 1.6

  static func isRightward(_ problem: LayoutProblem, _ settings: GraphvizEngine.Settings) -> Bool {
    if let direction = problem.direction { return direction == .right }
    let ranks = ranks(of: problem)
    let down = extent(problem, ranks, settings, growsRight: false)
    let right = extent(problem, ranks, settings, growsRight: true)
    // Reading down is the habit of the trade, so the other way must be worth it.
    return extentOnPage(right) < 0.9 * extentOnPage(down)
  }

  /// How high a page must be to hold a picture.
  static func extentOnPage(_ size: Size) -> Double { max(size.width / page, size.height) }

  /// The size of a picture whose ranks are filled without gaps and without lines between boxes.
  private static func extent(
    _ problem: LayoutProblem, _ ranks: [Int], _ settings: GraphvizEngine.Settings, growsRight: Bool
  ) -> Size {
    let count = (ranks.max() ?? 0) + 1
    var across = [Double](repeating: -settings.boxGap, count: count)
    var along = [Double](repeating: 0, count: count)
    for (box, rank) in zip(problem.boxes, ranks) {
      across[rank] += settings.boxGap + (growsRight ? box.size.height : box.size.width)
      along[rank] = max(along[rank], growsRight ? box.size.width : box.size.height)
    }
    let label = problem.arrows.reduce(0.0) { widest, arrow in
      max(widest, (growsRight ? arrow.label?.width : arrow.label?.height) ?? 0)
    }
    let depth = along.reduce(0, +) + (settings.rankGap + label) * Double(count - 1)
    let breadth = across.max() ?? 0
    return growsRight ? Size(depth, breadth) : Size(breadth, depth)
  }

  /// For each box the longest way to it, arrows that close a cycle turned round.
  ///
  /// - Complexity: O(boxes + arrows).
  private static func ranks(of problem: LayoutProblem) -> [Int] {
    var next = [[Int]](repeating: [], count: problem.boxes.count)
    for arrow in problem.arrows where arrow.source != arrow.destination {
      if problem.calls(back: arrow) {
        next[arrow.destination].append(arrow.source)
      } else {
        next[arrow.source].append(arrow.destination)
      }
    }
    enum Mark { case new, open, closed }
    var marks = [Mark](repeating: .new, count: next.count)
    var forward = [[Int]](repeating: [], count: next.count)
    var finished: [Int] = []
    var path: [(box: Int, tried: Int)] = []
    for start in next.indices where marks[start] == .new {
      path.append((start, 0))
      marks[start] = .open
      while let (box, tried) = path.last {
        guard tried < next[box].count else {
          marks[box] = .closed
          finished.append(box)
          path.removeLast()
          continue
        }
        path[path.count - 1].tried += 1
        let other = next[box][tried]
        if marks[other] == .open {
          forward[other].append(box)
        } else {
          forward[box].append(other)
        }
        if marks[other] == .new {
          marks[other] = .open
          path.append((other, 0))
        }
      }
    }
    var ranks = [Int](repeating: 0, count: next.count)
    for box in finished.reversed() {
      for other in forward[box] { ranks[other] = max(ranks[other], ranks[box] + 1) }
    }
    return ranks
  }
}

extension LayoutProblem {
  /// Whether something calls a person; a person stands first, whoever starts.
  func calls(back arrow: Arrow) -> Bool {
    boxes[arrow.destination].isPerson && !boxes[arrow.source].isPerson
  }
}
