import CYAMLShim
public import SourceText

/// Reads YAML.
public enum YAMLParser {
  /// Has so many pieces of work done, which do not know of each other, and returns when they are.
  public typealias Share = (Int, @Sendable (Int) -> Void) -> Void

  /// Checks that bytes are text that YAML allows.
  ///
  /// That is UTF-8 without control characters, at most `limits.bytes` long. A byte order mark at the
  /// start is left out.
  ///
  /// - Complexity: O(bytes).
  public static func file(path: String, bytes: [UInt8], limits: YAMLLimits = YAMLLimits())
    -> Result<SourceFile, YAMLTextError>
  {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let fault = text.withUnsafeBufferPointer { TextMistake($0, limits) }
    if let fault { return .failure(YAMLTextError(fault.diagnostic(path: path))) }
    return .success(SourceFile(path: path, text: String(decoding: text, as: UTF8.self)))
  }

  /// Reads the first document of a text.
  ///
  /// After a syntax error, reading goes on with the next key of the root that begins a line.
  ///
  /// `share` reads parts of a large text side by side; what comes of it is the same.
  ///
  /// - Complexity: O(length of the text), whatever stands in it; memory likewise.
  public static func parse(
    _ file: SourceFile, limits: YAMLLimits = YAMLLimits(), share: Share? = nil
  ) -> YAMLDocument {
    var text = file.text
    return text.withUTF8 { bytes in
      if let mistake = TextMistake(bytes, limits) {
        return YAMLDocument(
          file: file, root: nil, diagnostics: [mistake.diagnostic(path: file.path)],
          isComplete: false)
      }
      if let share, let tree = HalvedText(file.text)?.tree(limits, share: share) {
        return YAMLDocument(file: file, root: tree.root, diagnostics: [])
      }
      var parsed = ytree_parse(bytes.baseAddress, bytes.count, YTreeLimits(limits))
      defer { ytree_free(&parsed) }
      let tree = YAMLTree(parsed)
      return YAMLDocument(
        file: file, root: tree.root,
        diagnostics: ProblemWriter(file: file, tree: tree, limits: limits).diagnostics(of: parsed),
        isComplete: parsed.complete)
    }
  }

  /// Runs libyaml over a text without making anything of it, and counts its events.
  ///
  /// The least that reading the text can cost, for comparison. Nil for a text that is not YAML.
  public static func countEvents(_ bytes: [UInt8]) -> Int? {
    let count = ytree_count_events(bytes, bytes.count)
    return count < 0 ? nil : Int(count)
  }
}

extension YTreeLimits {
  init(_ limits: YAMLLimits) {
    self.init(
      depth: max(1, limits.depth), nodes: min(max(1, limits.nodes), 1 << 30),
      aliased_nodes: max(0, limits.aliasedNodes), problems: max(1, limits.diagnostics))
  }
}
