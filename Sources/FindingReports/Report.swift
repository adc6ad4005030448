public import MarkupText
public import ReviewEngine
public import SolutionModel
public import SourceText

/// All that any report tells, so that no two formats can disagree.
public struct Report: Sendable {
  /// A picture that goes into a report.
  public struct Picture: Hashable, Sendable {
    /// The view's id.
    public let id: String
    public let title: String
    /// Its ids start with the view's id, so that several pictures fit into one page.
    public let svg: SVG

    public init(id: String, title: String, svg: SVG) {
      self.id = id
      self.title = title
      self.svg = svg
    }
  }

  /// The most telling figures of the solution, already written down.
  public struct Figures: Sendable {
    /// One section of a page, with the id `figures`; empty where there is nothing to tell.
    public let html: HTML
    /// Headings of the second level and below, without a line break at the end.
    public let markdown: String

    public init(html: HTML, markdown: String) {
      self.html = html
      self.markdown = markdown
    }
  }

  /// Of Lintel itself, such as `0.1.0`.
  public let toolVersion: String
  public let review: Review
  /// What is wrong with the text of the model.
  public let diagnostics: [Diagnostic]
  /// The files of the model, for excerpts.
  public let files: [SourceFile]
  /// Empty where nobody asked for pictures.
  public let pictures: [Picture]
  /// Nil where nobody asked for them.
  public let figures: Figures?
  /// What the cures of the findings would change; nothing where nobody asked.
  public let trials: CureTrials
  /// Where the files lie, for code hosts.
  public let paths: RepositoryPaths
  /// Where in the text something stands; nil for what the text does not have.
  public let locate: @Sendable (ElementPath) -> SourceLocation?

  public init(
    toolVersion: String, review: Review, diagnostics: [Diagnostic], files: [SourceFile],
    pictures: [Picture] = [], figures: Figures? = nil, trials: CureTrials = .none,
    paths: RepositoryPaths = .unknown,
    locate: @escaping @Sendable (ElementPath) -> SourceLocation? = { _ in nil }
  ) {
    self.toolVersion = toolVersion
    self.review = review
    self.diagnostics = diagnostics
    self.files = files
    self.pictures = pictures
    self.figures = figures
    self.trials = trials
    self.paths = paths
    self.locate = locate
  }
}
