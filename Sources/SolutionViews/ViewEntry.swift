public import SolutionModel

/// A view by name, before it is known what it shows.
public struct ViewEntry: Hashable, Sendable {
  /// Unique in the solution, whatever the case of its letters, and safe as a file name.
  public let id: String
  public let kind: ViewKind
  public let title: String
  /// What the view is about; a view that the model defines is its own subject.
  public let subject: ElementPath.Subject
  /// The place in the catalog of the series that it belongs to.
  let series: Int
}

extension ViewEntry {
  /// An entry before the catalog gives it its place and makes its id unique.
  init(id: String, kind: ViewKind, title: String, subject: ElementPath.Subject) {
    self.init(id: id, kind: kind, title: title, subject: subject, series: 0)
  }

  func with(id: String, series: Int) -> Self {
    Self(id: id, kind: kind, title: title, subject: subject, series: series)
  }
}
