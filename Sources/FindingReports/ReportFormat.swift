/// A way to write a report down.
public protocol ReportFormat: Sendable {
  /// The word of `--format`.
  static var name: String { get }
  /// What it is for, as a phrase.
  static var summary: String { get }
  /// What `lintel build` calls the file; nil where it does not write one.
  static var fileName: String? { get }
  /// Whether it shows pictures, so that they are drawn only when needed.
  static var showsPictures: Bool { get }

  init()

  /// The whole document; ends with a line break.
  func render(_ report: Report, on medium: ReportMedium) -> String
}

extension ReportFormat {
  public static var showsPictures: Bool { false }
}

/// Where a report will be read.
public struct ReportMedium: Hashable, Sendable {
  /// Whether terminal colours may be used.
  public let isColored: Bool
  /// Characters a line.
  public let width: Int

  public init(isColored: Bool, width: Int) {
    self.isColored = isColored
    self.width = width
  }

  /// A file: no colours, 100 characters.
  public static let file = ReportMedium(isColored: false, width: 100)
}
