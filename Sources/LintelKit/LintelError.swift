public import MachinePorts

/// What keeps a workspace from doing a job.
public enum LintelError: Error, Sendable {
  /// No path was given, and no folder from here up holds a `lintel.yaml`.
  case noModelFound(from: String)
  case noModelAt(String)
  case unknownRule(String, nearest: String?)
  /// No finding has that fingerprint; those whose fingerprints are nearest, each with its message.
  case unknownFinding(String, nearest: [String])
  /// Several findings have fingerprints that begin so.
  case ambiguousFinding(String, candidates: [String])
  case unknownView(String, known: [String], nearest: String?)
  case unknownSection(String, known: [String], nearest: String?)
  case unknownReport(String, known: [String])
  /// A name or a selector that cannot be meant, in words.
  case wrongName(String, help: String?)
  case layout(String)
  case picture(String)
  case file(FileError)

  /// One headline that stands alone.
  public var message: String {
    switch self {
    case .noModelFound(let folder): "there is no 'lintel.yaml' in '\(folder)' or above it"
    case .noModelAt(let path):
      "'\(path)' holds no model: no YAML file there starts with 'lintel: 1'"
    case .unknownRule(let word, _): "'\(word)' is no rule and no family of rules"
    case .unknownFinding(let word, _): "no finding has the fingerprint '\(word)'"
    case .ambiguousFinding(let word, let candidates):
      "\(candidates.count) findings have fingerprints that begin with '\(word)'"
    case .unknownView(let word, _, _): "'\(word)' is no view of this solution"
    case .unknownSection(let word, _, _):
      "'\(word)' is no section of the figures, and no model lies there"
    case .unknownReport(let word, _): "'\(word)' is no report format"
    case .wrongName(let message, _): message
    case .layout(let reason): "the pictures could not be laid out: \(reason)"
    case .picture(let reason): reason
    case .file(let error): "\(error)"
    }
  }

  /// What would be right.
  public var help: String? {
    switch self {
    case .noModelFound: "name a model file or folder, or write a first one with 'lintel init'"
    case .noModelAt: "write a first model with 'lintel init'"
    case .unknownRule(_, let nearest):
      nearest.map { "did you mean '\($0)'?" } ?? "'lintel rules' lists them all"
    case .unknownFinding(_, let nearest):
      nearest.isEmpty
        ? "the model has no findings" : "the nearest are: " + nearest.joined(separator: "; ")
    case .ambiguousFinding(_, let candidates):
      "write more of it: " + candidates.prefix(5).joined(separator: "; ")
    case .unknownView(_, let known, let nearest):
      nearest.map { "did you mean '\($0)'?" } ?? "the views are: " + known.joined(separator: ", ")
    case .unknownSection(_, let known, let nearest):
      nearest.map { "did you mean '\($0)'?" }
        ?? "the sections are: " + known.joined(separator: ", ")
    case .unknownReport(_, let known): "the formats are: " + known.joined(separator: ", ")
    case .wrongName(_, let help): help
    case .layout, .picture, .file: nil
    }
  }
}
