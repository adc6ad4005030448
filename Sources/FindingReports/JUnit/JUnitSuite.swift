import MarkupText
import SourceText

/// A set of test cases, as build servers know it.
struct JUnitSuite {
  struct Case {
    enum Outcome {
      case passed, failed, skipped, broken
    }

    let outcome: Outcome
    let xml: XML

    /// `content` is what stands in the case: a failure, a reason, a text.
    init(
      _ outcome: Outcome, _ name: String, in className: String, at location: SourceLocation? = nil,
      _ paths: RepositoryPaths = .unknown, content: XML = ""
    ) {
      self.outcome = outcome
      let place: XML =
        location.map { " file=\"\(paths.path($0.path))\" line=\"\($0.range.start.line)\"" } ?? ""
      xml = "<testcase name=\"\(name)\" classname=\"\(className)\"\(place)>\(content)</testcase>\n"
    }
  }

  let id: String
  let cases: [Case]

  var xml: XML {
    """
    <testsuite name="\(id)" \(Self.counts(cases))>
    \(cases.map { $0.xml })</testsuite>\n
    """
  }

  /// The attributes with the number of cases by their outcome.
  static func counts(_ cases: [Case]) -> XML {
    func count(_ outcome: Case.Outcome) -> Int { cases.count { $0.outcome == outcome } }
    return """
      tests="\(cases.count)" failures="\(count(.failed))" errors="\(count(.broken))" \
      skipped="\(count(.skipped))"
      """
  }
}
