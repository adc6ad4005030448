/// HTML, SVG or XML text that cannot be unescaped by accident.
///
/// A literal is markup; everything interpolated into one is escaped, unless it is markup of the same
/// language already. There is no way from a `String` to markup but through the escaping.
public struct Markup<Language>: Hashable, Sendable, ExpressibleByStringInterpolation {
  public private(set) var text: String

  public init() { text = "" }

  public init(stringLiteral literal: StaticString) { text = literal.description }

  public init(stringInterpolation interpolation: Interpolation) { text = interpolation.text }

  /// Any text, escaped.
  public init(escaping plain: String) {
    text = ""
    Escaping.append(plain, to: &text)
  }

  public static func += (left: inout Self, right: Self) { left.text += right.text }

  /// Makes room for so many more bytes, where the size is known beforehand.
  public mutating func reserve(_ bytes: Int) { text.reserveCapacity(text.utf8.count + bytes) }

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum += right
    return sum
  }

  public var isEmpty: Bool { text.isEmpty }

  /// Collects the parts of an interpolated literal.
  public struct Interpolation: StringInterpolationProtocol {
    var text = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    public mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

    public mutating func appendInterpolation(_ plain: String) { Escaping.append(plain, to: &text) }
    public mutating func appendInterpolation(_ plain: Substring) {
      Escaping.append(String(plain), to: &text)
    }
    public mutating func appendInterpolation(_ number: Int) { text += String(number) }
    public mutating func appendInterpolation(_ markup: Markup<Language>) { text += markup.text }
    public mutating func appendInterpolation(_ markup: Markup<Language>?) {
      text += markup?.text ?? ""
    }
    public mutating func appendInterpolation(_ parts: [Markup<Language>]) {
      for part in parts { text += part.text }
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
  public init(_ picture: SVG) { self.init(trusted: picture.text) }
}

extension Markup {
  /// Only this room decides what needs no escaping.
  init(trusted text: String) { self.text = text }
}
