import CYAMLShim
import SourceText

/// Words what went wrong while a text was read.
struct ProblemWriter {
  let file: SourceFile
  let tree: YAMLTree
  let limits: YAMLLimits

  /// In reading order.
  func diagnostics(of parsed: YTree) -> [Diagnostic] {
    let problems = UnsafeBufferPointer(start: parsed.problems, count: parsed.problem_count)
    var diagnostics: [Diagnostic] = []
    for diagnostic in problems.map(diagnostic).sorted(by: { $0.location < $1.location }) {
      // Reading may go on at what it failed at, and fail there once more.
      let known = diagnostics.last
      if known?.id == diagnostic.id && known?.location == diagnostic.location { continue }
      diagnostics.append(diagnostic)
    }
    if parsed.problems_left_out > 0 {
      diagnostics.append(
        Diagnostic(
          "too-many-mistakes", .error,
          "\(parsed.problems_left_out) more mistakes are not shown (limit \(limits.diagnostics))",
          at: file.location(.fileStart)))
    }
    return diagnostics
  }

  private func diagnostic(of problem: YTreeProblem) -> Diagnostic {
    switch problem.kind {
    case .syntax:
      return SyntaxMistake(problem, in: file, tree).diagnostic
    case .severalDocuments:
      return Diagnostic(
        "several-documents", .error, "a second YAML document begins here, and a file holds one",
        label: "second document", at: location(of: problem.place, length: 3),
        help: ["put each document in a file of its own: a folder of files is one model"])
    case .tooDeep:
      return Diagnostic(
        "nested-too-deep", .error, "lists and mappings are nested too deep (limit \(limits.depth))",
        at: location(of: problem.place))
    case .tooManyNodes:
      return Diagnostic(
        "file-too-long", .error, "the file has too many keys and values (limit \(limits.nodes))",
        at: location(of: problem.place),
        help: ["split the model into several files of one folder"])
    case .outOfMemory:
      return Diagnostic(
        "out-of-memory", .error, "memory ran out while the file was read",
        at: location(of: problem.place))
    case .duplicateKey, .collectionAsKey, .mergeKey:
      return keyDiagnostic(of: problem)
    case .unknownTag:
      return tagDiagnostic(of: problem)
    case .unknownAlias, .cyclicAlias, .deepAlias, .tooManyAliasedNodes:
      return aliasDiagnostic(of: problem)
    }
  }

  private func keyDiagnostic(of problem: YTreeProblem) -> Diagnostic {
    let place = location(of: problem.node)
    switch problem.kind {
    case .duplicateKey:
      let key = tree.text(ofKey: Int(problem.node))
      return Diagnostic(
        "duplicate-key", .error, "the key '\(key.shortened)' is given twice in one mapping",
        label: "given again", at: place,
        notes: [Diagnostic.Note("first given here", at: location(of: problem.other))],
        help: ["merge the two entries, or rename one"])
    case .mergeKey:
      return Diagnostic(
        "merge-key", .error, "merge keys ('<<') are not part of YAML 1.2", label: "not supported",
        at: place, help: ["write the merged keys out"])
    default:
      return Diagnostic(
        "collection-as-key", .error, "a key is a word or a text, never a list or a mapping",
        label: "not a key", at: place)
    }
  }

  private func tagDiagnostic(of problem: YTreeProblem) -> Diagnostic {
    var tag = tree.text(at: problem.text, count: problem.length)
    let core = "tag:yaml.org,2002:"
    if tag.hasPrefix(core) { tag = "!!" + tag.dropFirst(core.count) }
    let place = SourceRange(
      start: SourcePosition(problem.place), end: SourcePosition(problem.context_place))
    return Diagnostic(
      "unknown-tag", .error, "the tag '\(tag.shortened)' means nothing for this value",
      label: "unknown tag", at: file.location(place),
      help: ["delete the tag", "put a text that begins with '!' in quotes"])
  }

  private func aliasDiagnostic(of problem: YTreeProblem) -> Diagnostic {
    let name = tree.text(at: problem.text, count: problem.length).shortened
    let place = location(of: problem.node)
    let origin = Diagnostic.Note("what it stands for", at: location(of: problem.other))
    switch problem.kind {
    case .unknownAlias:
      return Diagnostic(
        "unknown-alias", .error, "no anchor '&\(name)' stands before the alias '*\(name)'",
        label: "unknown alias", at: place,
        help: ["put a text that begins with '*' in quotes: \"*\(name)\""])
    case .cyclicAlias:
      return Diagnostic(
        "cyclic-alias", .error, "the alias '*\(name)' stands inside what it stands for",
        label: "contains itself", at: place, notes: [origin])
    case .deepAlias:
      return Diagnostic(
        "nested-too-deep", .error,
        "lists and mappings are nested too deep behind this alias (limit \(limits.depth))",
        at: place, notes: [origin])
    default:
      return Diagnostic(
        "alias-expansion", .error,
        "the aliases of the file stand for too many values (limit \(limits.aliasedNodes))",
        label: "one alias too many", at: place, notes: [origin])
    }
  }

  private func location(of node: UInt32) -> SourceLocation {
    file.location(tree.range(Int(node)))
  }

  private func location(of place: YTreePlace, length: Int = 1) -> SourceLocation {
    file.location(SourceRange(start: SourcePosition(place), length: length))
  }
}

extension String {
  /// Cut to what a headline can hold.
  var shortened: String {
    prefix(41).count > 40 ? prefix(39) + "…" : self
  }
}
