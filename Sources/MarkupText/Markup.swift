/// HTML, SVG or XML text that cannot be unescaped by accident.
///
/// A literal is markup; everything interpolated into one is escaped, unless it is markup of the same
/// language already. There is no way from a `String` to markup but through the escaping.
public struct Markup<Language>: Hashable, Sendable, ExpressibleByStringInterpolation {
  // Bytes, because documents are made of thousands of small parts, and every part that is added to a
  // `String` is checked and measured anew.
  private var bytes: [UInt8]

  /// - Complexity: O(length), each time.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What a file holds.
  public var utf8: [UInt8] { bytes }

  public init() { bytes = [] }

  public init(stringLiteral literal: StaticString) {
    bytes = literal.withUTF8Buffer { Array($0) }
  }

  public init(stringInterpolation interpolation: Interpolation) { bytes = interpolation.bytes }

  /// Any text, escaped.
  public init(escaping plain: String) {
    bytes = []
    Escaping.append(plain, to: &bytes)
  }

  public static func += (left: inout Self, right: Self) { left.bytes += right.bytes }

  /// Makes room for so many more bytes, where the size is known beforehand.
  public mutating func reserve(_ bytes: Int) {
    self.bytes.reserveCapacity(self.bytes.count + bytes)
  }

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum += right
    return sum
  }

  public var isEmpty: Bool { bytes.isEmpty }

  /// Collects the parts of an interpolated literal.
  public struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    public mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    public mutating func appendInterpolation(_ plain: String) { Escaping.append(plain, to: &bytes) }
    public mutating func appendInterpolation(_ plain: Substring) {
      Escaping.append(String(plain), to: &bytes)
    }
    public mutating func appendInterpolation(_ markup: Markup<Language>) { bytes += markup.bytes }
    public mutating func appendInterpolation(_ markup: Markup<Language>?) {
      if let markup { bytes += markup.bytes }
    }
    public mutating func appendInterpolation(_ parts: [Markup<Language>]) {
      for part in parts { bytes += part.bytes }
    }
  }
}

extension Sequence {
  /// The parts one after another.
  public func joined<Language>(separator: Markup<Language> = Markup()) -> Markup<Language>
  where Element == Markup<Language> {
    var sum = Markup<Language>()
    var isFirst = true
    for part in self {
      if !isFirst { sum += separator }
      sum += part
      isFirst = false
    }
    return sum
  }
}

/// The language of web pages.
public enum HTMLLanguage {}
/// The language of vector pictures.
public enum SVGLanguage {}
/// Any other XML.
public enum XMLLanguage {}

public typealias HTML = Markup<HTMLLanguage>
public typealias SVG = Markup<SVGLanguage>
public typealias XML = Markup<XMLLanguage>

extension Markup where Language == HTMLLanguage {
  /// A picture inside a page: SVG is part of HTML.
  public init(_ picture: SVG) { self.init(trusted: picture.bytes) }
}

extension Markup {
  /// Only this room decides what needs no escaping.
  fileprivate init(trusted bytes: [UInt8]) { self.bytes = bytes }
}
