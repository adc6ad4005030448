/// The canonical name of an element: the ids from the outermost system down, joined by dots, such
/// as `commerce.shop`.
public struct ElementID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  /// The last part: `shop` of `commerce.shop`.
  public var lastPart: Substring {
    let bytes = text.utf8.span
    var start = bytes.count
    while start > 0, bytes[start - 1] != UInt8(ascii: ".") { start -= 1 }
    return text[text.utf8.index(text.startIndex, offsetBy: start)...]
  }

  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// The canonical name of a link: its declared `id`, or `source->destination` with what tells it
/// apart from its twins behind a `~`.
public struct LinkID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public init(from source: ElementID, to destination: ElementID, twin: String? = nil) {
    var text = ""
    text.reserveCapacity(
      source.text.utf8.count + destination.text.utf8.count + (twin?.utf8.count ?? 0) + 3)
    text += source.text
    text += "->"
    text += destination.text
    if let twin {
      text += "~"
      text += twin
    }
    self.text = text
  }

  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// The name of anything else that a model declares once: a team, a domain, a zone, a data object, a
/// flow or a view.
public struct Identifier<Noun>: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

public typealias TeamID = Identifier<Team>
public typealias DomainID = Identifier<BusinessDomain>
public typealias ZoneID = Identifier<Zone>
public typealias DataID = Identifier<DataObject>
public typealias FlowID = Identifier<Flow>
public typealias ViewID = Identifier<ViewDefinition>
