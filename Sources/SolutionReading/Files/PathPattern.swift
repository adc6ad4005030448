/// A pattern for paths: `*` stands for any part of a name, `?` for one character, `**` for any
/// number of folders.
struct PathPattern {
  private let parts: [[Character]]

  init(_ pattern: String) {
    parts = pattern.split(separator: "/").filter { $0 != "." }.map(Array.init)
  }

  /// - Complexity: O(length of the path · length of the pattern).
  func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(Array.init)
    return Self.match(
      names, parts, isAny: { $0 == ["*", "*"] },
      equal: { name, part in
        Self.match(name, part, isAny: { $0 == "*" }, equal: { $1 == "?" || $0 == $1 })
      })
  }

  /// Whether a sequence fits a pattern in which some parts stand for any number of members.
  ///
  /// It goes back to the last such part only, which suffices.
  private static func match<Member, Part>(
    _ members: [Member], _ pattern: [Part], isAny: (Part) -> Bool, equal: (Member, Part) -> Bool
  ) -> Bool {
    var member = 0
    var part = 0
    var retry: (member: Int, part: Int)?
    while member < members.count {
      if part < pattern.count, isAny(pattern[part]) {
        retry = (member, part)
        part += 1
      } else if part < pattern.count, equal(members[member], pattern[part]) {
        member += 1
        part += 1
      } else if let last = retry {
        retry = (last.member + 1, last.part)
        member = last.member + 1
        part = last.part + 1
      } else {
        return false
      }
    }
    return pattern[part...].allSatisfy(isAny)
  }
}
