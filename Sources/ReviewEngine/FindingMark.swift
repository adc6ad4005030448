public import SolutionModel

/// The open findings about one thing, as plain values for a picture.
public struct FindingMark: Hashable, Sendable {
  public let subject: ElementPath.Subject
  /// That of the gravest.
  public let level: Level
  /// In words, the gravest first.
  public let messages: [String]

  public init(subject: ElementPath.Subject, level: Level, messages: [String]) {
    self.subject = subject
    self.level = level
    self.messages = messages
  }

  public var count: Int { messages.count }
}

extension Review {
  /// A mark for everything that open findings are about, by subject.
  ///
  /// A finding marks the subject of its place and those of its roles, so a cycle shows on every member.
  public var marks: [FindingMark] {
    var bySubject: [ElementPath.Subject: [Int]] = [:]
    for index in findings.indices where findings[index].isOpen {
      for subject in findings[index].finding.subjects {
        bySubject[subject, default: []].append(index)
      }
    }
    return bySubject.map { (name: $0.description, subject: $0, indices: $1) }
      .sorted { $0.name < $1.name }
      .map { _, subject, indices in
        let gravest = indices.sorted { (findings[$1].level, $0) < (findings[$0].level, $1) }
        return FindingMark(
          subject: subject, level: findings[gravest[0]].level,
          messages: gravest.map { findings[$0].finding.message.text })
      }
  }

  /// The fingerprints that more than one finding has, sorted.
  ///
  /// A rule whose findings cannot be told apart is wrong; the tests of the rules ask that there are
  /// none.
  public var repeatedFingerprints: [String] {
    Dictionary(grouping: findings, by: \.fingerprint).filter { $0.value.count > 1 }.keys.sorted()
  }
}
