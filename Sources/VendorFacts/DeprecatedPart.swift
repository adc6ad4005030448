/// A connector or module that its vendor has given up.
public struct DeprecatedPart: Hashable, Sendable, VendorFact {
  static let fieldCount = 5

  /// Such as `Mendix SSO`.
  public var part: String { name.text }
  /// In the vendor's words: a day, or a version.
  public let since: String
  /// What takes its place.
  public let successor: String
  public let provenance: FactProvenance
  let name: ProductName

  init(_ row: FactTable.Row) throws(FactTable.Flaw) {
    name = ProductName(row.fields[0])
    since = String(row.fields[1])
    successor = String(row.fields[2])
    provenance = try FactProvenance(row)
  }

  func precedes(_ other: Self) -> Bool {
    part.lowercased() < other.part.lowercased()
  }
}

extension DeprecatedPart {
  /// All that are known, by part.
  public static let catalogue = shipped(
    PackageResources.deprecated_parts_txt, as: "deprecated-parts.txt")

  private static let index = ProductIndex(catalogue.map(\.name))

  /// Those that a `technology` such as `Mendix 10, Mendix SSO` names.
  ///
  /// - Complexity: O(words).
  public static func named(in technology: String) -> [Self] {
    index.matches(in: TechnologyWords(technology)).map { catalogue[$0.product] }
  }
}
