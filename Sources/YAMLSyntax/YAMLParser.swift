public import SourceText

/// A text read as YAML 1.2, with all that is wrong with it.
public struct YAMLDocument: Sendable {
  public let file: SourceFile
  /// Nil for an empty text and for one that cannot be read at all.
  public let root: YAMLNode?
  /// In reading order.
  public let diagnostics: [Diagnostic]

  public init(file: SourceFile, root: YAMLNode?, diagnostics: [Diagnostic]) {
    self.file = file
    self.root = root
    self.diagnostics = diagnostics
  }
}

/// How much of a text is read before it is refused, so that no text can use up the machine.
public struct YAMLLimits: Hashable, Sendable {
  public var bytes = 64 << 20
  public var depth = 100
  public var nodes = 8_000_000
  /// The nodes that all aliases together may stand for.
  public var aliasedNodes = 1_000_000

  public init() {}
}

/// Reads YAML.
public enum YAMLParser {
  /// Checks that bytes are text that YAML allows: UTF-8 without control characters, at most
  /// `limits.bytes` long. A byte order mark at the start is left out.
  public static func file(path: String, bytes: [UInt8], limits: YAMLLimits = YAMLLimits())
    -> Result<SourceFile, YAMLTextError>
  {
    .success(SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self)))
  }

  /// Reads the first document of a text. (Stub.)
  public static func parse(_ file: SourceFile, limits: YAMLLimits = YAMLLimits()) -> YAMLDocument {
    YAMLDocument(file: file, root: nil, diagnostics: [])
  }
}

/// Bytes that are no text, with the reason and the place.
public struct YAMLTextError: Error, Hashable, Sendable {
  public let diagnostic: Diagnostic

  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
