import SolutionModel
import SolutionViews

/// Makes arrows of a view's connections.
struct ArrowComposer {
  private let solution: Solution

  init(_ solution: Solution) { self.solution = solution }

  /// The room for a label's lines, in pixels.
  private static let labelWidth = 130.0
  private static let labelLines = 6
  /// How many different words an arrow of several links shows before it counts the rest.
  private static let shownWords = 2

  /// Arrows in the order of the connections.
  func arrows(of view: View) -> [Arrow] {
    guard let sequence = view.sequence else {
      return view.connections.map { arrow(for: $0, in: view) }
    }
    return zip(view.connections, sequence.moments).enumerated().map { place, step in
      step.0.links.isEmpty
        ? work(step.1, of: step.0, in: view, place)
        : arrow(for: step.0, in: view, suffix: "_step\(place + 1)")
    }
  }

  /// Work inside one box.
  private func work(
    _ moment: View.Sequence.Moment, of connection: View.Connection, in view: View, _ place: Int
  ) -> Arrow {
    let name = name(view.members[connection.source].subject)
    let text = moment.work.map { "works \(QuantityWords.duration($0))" } ?? "works"
    let label = [LabelMetrics.line(text, .arrowOption)]
    return Arrow(
      id: "work_step\(place + 1)", links: [], source: connection.source,
      destination: connection.destination, stroke: .unknown, status: nil, label: label,
      labelSize: LabelPlan(label: label, steps: []).size, steps: [],
      spoken: PictureText.clean("\(name) \(text)"))
  }

  private func arrow(for connection: View.Connection, in view: View, suffix: String = "") -> Arrow {
    let source = view.members[connection.source].subject
    let destination = view.members[connection.destination].subject
    let links = connection.links.compactMap { solution.link($0) }
    let strokes = Self.strokes(of: links)
    let label =
      links.count > 1 && !(source.isElement && destination.isElement)
      ? Self.brief(links, strokes) : self.label(of: links, strokes, connection.steps)
    let steps = connection.steps.map(\.number)
    return Arrow(
      id: MarkName.arrow(links, from: source, to: destination) + suffix, links: connection.links,
      source: connection.source, destination: connection.destination,
      stroke: strokes.first ?? .unknown, status: Self.status(of: links), label: label,
      labelSize: LabelPlan(label: label, steps: steps).size, steps: steps,
      spoken: spoken(links, from: source, to: destination, connection.steps))
  }

  /// The different strokes of some links, the one that wins first.
  private static func strokes(of links: [Link]) -> [Arrow.Stroke] {
    let used = Set(links.map { Notation.stroke(for: $0.effectiveInteraction.value) })
    return Notation.strokePrecedence.filter(used.contains)
  }

  /// The status that all links share, when it is worth showing.
  private static func status(of links: [Link]) -> LinkStatus? {
    guard let first = links.first?.status, links.allSatisfy({ $0.status == first }) else {
      return nil
    }
    return switch first {
    case .agreed, .live: nil
    case .idea, .proposed, .deprecated, .retired: first
    }
  }

  private func label(
    of links: [Link], _ strokes: [Arrow.Stroke], _ steps: [View.Connection.Step]
  ) -> [TextLine] {
    let words = Self.different(links.compactMap(\.label))
    let shown = words.prefix(words.count <= Self.shownWords + 1 ? Self.shownWords : 1)
    let label = TextWrapping(.arrowLabel, width: Self.labelWidth, maximumLines: Self.labelLines)
      .lines(of: shown.joined(separator: ", "))
    var details: [String] = []
    if words.count > shown.count {
      details.append("+\(words.count - shown.count) more")
    } else if links.count > max(words.count, 1) {
      details.append("\(links.count) links")
    }
    details += Self.ways(of: links)
    if strokes.count > 1 {
      details.append("also " + strokes.dropFirst().map(Notation.word).joined(separator: ", "))
    }
    if let status = Self.status(of: links) { details.append(status.rawValue) }
    details += Self.words(for: steps)
    return label + Self.small(details)
  }

  /// What links from or to a box that stands for many elements are: a number.
  private static func brief(_ links: [Link], _ strokes: [Arrow.Stroke]) -> [TextLine] {
    var details = ["\(links.count) links"]
    if strokes.count > 1 { details.append("of \(strokes.count) kinds") }
    return small(details)
  }

  private static func small(_ details: [String]) -> [TextLine] {
    TextWrapping(.arrowOption, width: labelWidth, maximumLines: labelLines).lines(ofParts: details)
  }

  /// The integration options, or how many where they are too many to read.
  private static func ways(of links: [Link]) -> [String] {
    let ways = different(links.compactMap { $0.option?.title ?? $0.via?.text })
    return ways.count <= shownWords ? ways : ["\(ways.count) integration options"]
  }

  private static func words(for steps: [View.Connection.Step]) -> [String] {
    guard !steps.isEmpty else { return [] }
    var words: [String] = []
    if steps.allSatisfy(\.isOptional) {
      words.append("optional")
    } else {
      let optional = steps.filter(\.isOptional).map(\.number)
      if !optional.isEmpty { words.append("\(optional.joined(separator: ", ")) optional") }
    }
    for step in steps where step.times > 1 {
      words.append(steps.count == 1 ? "\(step.times) times" : "\(step.number) \(step.times) times")
    }
    return words
  }

  /// Each once, in the order in which they come.
  private static func different(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private func spoken(
    _ links: [Link], from source: ElementPath.Subject, to destination: ElementPath.Subject,
    _ steps: [View.Connection.Step]
  ) -> String {
    let sentences = links.map { link in
      var text = "\(name(.element(link.source))) to \(name(.element(link.destination)))"
      if let label = link.label { text += ": \(label)" }
      var facts = [Notation.word(for: Notation.stroke(for: link.effectiveInteraction.value))]
      if let option = link.option?.title ?? link.via?.text { facts.insert(option, at: 0) }
      if let status = link.status { facts.append(status.rawValue) }
      if !link.through.isEmpty {
        facts.append("through " + link.through.map { name(.element($0)) }.joined(separator: ", "))
      }
      return "\(text) (\(facts.joined(separator: ", ")))"
    }
    var text = sentences.joined(separator: "; ")
    if !steps.isEmpty {
      text = "Step \(steps.map(\.number).joined(separator: ", ")): \(text)"
    }
    return PictureText.clean(text)
  }

  private func name(_ subject: ElementPath.Subject) -> String {
    guard case .element(let id) = subject else { return subject.name }
    return solution.element(id)?.name ?? id.text
  }
}

extension ElementPath.Subject {
  fileprivate var isElement: Bool {
    if case .element = self { true } else { false }
  }
}
