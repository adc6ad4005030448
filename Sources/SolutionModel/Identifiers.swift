/// The canonical name of an element: the ids from the outermost system down, joined by dots, such
/// as `commerce.shop`.
public struct ElementID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  /// The last part: `shop` of `commerce.shop`.
  public var lastPart: Substring {
    text[
      (text.utf8.lastIndex(of: UInt8(ascii: ".")).map(text.utf8.index(after:)) ?? text.startIndex)...
    ]
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
    let ends = source.text + "->" + destination.text
    text = twin.map { ends + "~" + $0 } ?? ends
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
