public import FigureReports
import SolutionGraph
import SolutionModel
import SolutionReading
import SourceText

extension Workspace {
  /// What happens while some things are down.
  ///
  /// Each word names an element by a part of its path that nothing else has, several of its instances
  /// (`ordering/1`), a zone (`zone:east`), what runs others (`provider:cloud`) or a link by its id or its
  /// ends.
  ///
  /// - Throws: `wrongName` for a word that names nothing that can fail.
  public func failures(_ words: [String]) throws(LintelError) -> FailureReport {
    var failures: [Failure] = []
    for word in words {
      let failure = try failure(named: word)
      if !failures.contains(failure) { failures.append(failure) }
    }
    return FailureReport(of: failures, in: graph, toolVersion: LintelVersion.text)
  }

  private func failure(named word: String) throws(LintelError) -> Failure {
    if word.hasPrefix("zone:") { return try zoneFailure(String(word.dropFirst(5))) }
    if word.hasPrefix("provider:") { return try providerFailure(String(word.dropFirst(9))) }
    if let slash = word.lastIndex(of: "/"), let count = Int(word[word.index(after: slash)...]),
      count > 0
    {
      guard case .element(let id) = try failure(named: String(word[..<slash])) else {
        throw .wrongName("'\(word)' names no instances of an element", help: nil)
      }
      return .instances(id, count: count)
    }
    switch document.subject(word) {
    case .success(.element(let id)): return .element(id)
    case .success(.link(let id)): return .link(id)
    case .success(let other):
      throw .wrongName(
        "'\(word)' is a \(other.kind), and an element, a zone or a link is needed", help: nil)
    case .failure(let diagnostic):
      if solution.zone(ZoneID(word)) != nil { return .zone(ZoneID(word)) }
      throw .wrongName(diagnostic.message, help: diagnostic.help.first)
    }
  }

  private func zoneFailure(_ word: String) throws(LintelError) -> Failure {
    guard solution.zone(ZoneID(word)) == nil else { return .zone(ZoneID(word)) }
    throw wrong(word, "zone", among: solution.zones.map(\.id.text))
  }

  /// What the model names as a `provider`.
  private func providerFailure(_ word: String) throws(LintelError) -> Failure {
    let providers = Set(solution.elements.compactMap(\.provider)).sorted()
    let found = providers.filter { $0.text == word || $0.text.hasSuffix("." + word) }
    if found.count == 1 { return .element(found[0]) }
    throw wrong(word, "provider", among: providers.map(\.text))
  }

  private func wrong(_ word: String, _ noun: String, among known: [String]) -> LintelError {
    let near = NearestWord.nearest(to: word, in: known).map { "did you mean '\(noun):\($0)'?" }
    let list = known.isEmpty ? "the model has none" : known.joined(separator: ", ")
    return .wrongName("'\(word)' is no \(noun) of this solution", help: near ?? "known: \(list)")
  }
}
