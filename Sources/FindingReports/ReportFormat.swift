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
  /// Whether it shows what the analyses answer, so that they are asked only when needed.
  static var showsFigures: Bool { get }

  init()

  /// The whole document; ends with a line break.
  func render(_ report: Report, on medium: ReportMedium) -> String
}

extension ReportFormat {
  public static var showsPictures: Bool { false }
  public static var showsFigures: Bool { false }
}

/// Where a report will be read.
public struct ReportMedium: Hashable, Sendable {
  /// Whether terminal colours may be used.
  public let isColored: Bool
  /// Characters a line.
  public let width: Int
  /// Whether a format that code hosts read tells of waived findings, too.
  ///
  /// Most hosts do not know what a waiver is and would open each of them anew.
  public let showsWaived: Bool

  public init(isColored: Bool, width: Int, showsWaived: Bool = false) {
    self.isColored = isColored
    self.width = width
    self.showsWaived = showsWaived
  }

  /// A file: no colours, 100 characters.
  public static let file = file(showsWaived: false)

  public static func file(showsWaived: Bool) -> Self {
    ReportMedium(isColored: false, width: 100, showsWaived: showsWaived)
  }
}
