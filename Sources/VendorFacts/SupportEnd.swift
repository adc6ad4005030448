public import SolutionModel

/// The day on which a vendor stops to mend a version of a product.
public struct SupportEnd: Hashable, Sendable, VendorFact {
  static let fieldCount = 6

  /// Such as `PostgreSQL`.
  public var product: String { name.text }
  /// Such as `16`, which stands for 16.4 as well.
  public let version: String
  /// What ends, such as `security updates`.
  public let kind: String
  public let lastDay: CalendarDate
  public let provenance: FactProvenance
  let name: ProductName
  let release: ReleaseNumber

  init(_ row: FactTable.Row) throws(FactTable.Flaw) {
    guard let release = ReleaseNumber(row.fields[1]) else { throw row.flaw("no version") }
    guard let day = CalendarDate(String(row.fields[3])) else { throw row.flaw("no last day") }
    name = ProductName(row.fields[0])
    version = String(row.fields[1])
    kind = String(row.fields[2])
    lastDay = day
    provenance = try FactProvenance(row)
    self.release = release
  }

  func precedes(_ other: Self) -> Bool {
    let (own, next) = (product.lowercased(), other.product.lowercased())
    return own < next || (own == next && release < other.release)
  }
}

/// What the data file says about the version of a product.
public enum SupportAnswer: Hashable, Sendable {
  case ends(SupportEnd)
  /// The product is known, and the text does not say which version it is.
  case versionMissing(product: String)
}

extension SupportEnd {
  /// All that are known, by product, then by version.
  public static let catalogue = shipped(
    PackageResources.end_of_support_txt, as: "end-of-support.txt")

  private static let index = ProductIndex(catalogue.map(\.name))

  /// What is known of a `technology` such as `PostgreSQL 16.4`; nil for products and versions that
  /// the file does not have.
  ///
  /// - Complexity: O(words + versions of the products named).
  public static func answer(for technology: String) -> SupportAnswer? {
    let text = TechnologyWords(technology)
    var unversioned: String?
    for match in index.matches(in: text) {
      let end = catalogue[match.product]
      if match.end == text.words.count {
        unversioned = end.product
      } else if let release = ReleaseNumber(text.words[match.end]), release.isWithin(end.release) {
        return .ends(end)
      }
    }
    return unversioned.map(SupportAnswer.versionMissing)
  }
}
