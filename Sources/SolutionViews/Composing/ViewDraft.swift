import SolutionModel

/// What a view is to show, before boxes, frames and arrows are made of it.
///
/// Elements and links are places in the solution's lists.
struct ViewDraft {
  /// The elements asked for, each with the reason why.
  ///
  /// One that holds another one of them becomes a frame.
  var shown: [Int: String] = [:]
  /// The links asked for.
  var links: Set<Int> = []
  /// What the view is about.
  var focus: Set<Int> = []
  /// Elements that one box stands for together with others.
  var standIns: [Int: ElementPath.Subject] = [:]
  /// Elements that must not be seen, nor stood for by what is around them.
  var hidden: Set<Int> = []
  /// The steps that take a link, in a flow.
  var steps: [Int: [View.Connection.Step]] = [:]

  /// Asks for an element; the first reason stays.
  mutating func show(_ element: Int, because reason: @autoclosure () -> String) {
    if shown[element] == nil { shown[element] = reason() }
  }
}
