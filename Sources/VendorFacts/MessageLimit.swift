public import SolutionModel

/// The largest message that a product takes.
public struct MessageLimit: Hashable, Sendable, VendorFact {
  static let fieldCount = 5

  /// Whether it can be raised.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case ceiling
    case standard = "default"
  }

  /// Such as `Azure IoT Hub`.
  public var product: String { name.text }
  public let size: ByteCount
  public let kind: Kind
  public let provenance: FactProvenance
  let name: ProductName

  init(_ row: FactTable.Row) throws(FactTable.Flaw) {
    guard let bytes = Int(row.fields[1]), let size = ByteCount(bytes: bytes) else {
      throw row.flaw("'\(row.fields[1])' is not a number of bytes")
    }
    guard let kind = Kind(rawValue: String(row.fields[2])) else {
      throw row.flaw("'\(row.fields[2])' is neither a ceiling nor a default")
    }
    name = ProductName(row.fields[0])
    self.size = size
    self.kind = kind
    provenance = try FactProvenance(row)
  }

  func precedes(_ other: Self) -> Bool {
    product.lowercased() < other.product.lowercased()
  }
}

extension MessageLimit {
  /// All that are known, by product.
  public static let catalogue = shipped(
    PackageResources.message_limits_txt, as: "message-limits.txt")

  private static let index = ProductIndex(catalogue.map(\.name))

  /// That of a `technology` such as `Azure IoT Hub S1`; nil for products that the file does not have.
  ///
  /// - Complexity: O(words).
  public static func known(of technology: String) -> Self? {
    index.matches(in: TechnologyWords(technology)).first.map { catalogue[$0.product] }
  }
}
