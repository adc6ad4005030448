/// How much a finding weighs (SARIF `level`), from the least to the most.
public enum Level: String, Hashable, Comparable, Sendable, CaseIterable {
  case note, warning, error

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a policy makes of a rule.
public enum RuleLevel: Hashable, Sendable {
  case off
  case on(Level)

  /// Fails for a word that is neither `off` nor a level.
  public init?(word: String) {
    if word == "off" {
      self = .off
    } else if let level = Level(rawValue: word) {
      self = .on(level)
    } else {
      return nil
    }
  }
}

/// How much a review asks for.
public enum ReviewProfile: String, Hashable, Comparable, Sendable, CaseIterable {
  case minimal, recommended, strict, board

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// What it is for, in one sentence.
  public var purpose: String {
    switch self {
    case .minimal:
      """
      What breaks a promise, loses work or leaks: nothing but what must be mended, for the first day \
      of a model and for every pipeline.
      """
    case .recommended:
      "What an experienced reviewer would bring up, and little of it on a model that says little."
    case .strict:
      "What is worth settling before it is built, open questions included: for a design review."
    case .board:
      "Everything, down to what is only missing in the model: for those who sign a design."
    }
  }

  private var rank: Int {
    switch self {
    case .minimal: 0
    case .recommended: 1
    case .strict: 2
    case .board: 3
    }
  }
}

/// The house style that a review goes by, where the two of the field disagree.
public enum ReviewStyle: String, Hashable, Sendable, CaseIterable {
  /// Requests and pulls first: an answer at once, errors where they can be mended, no more parts
  /// than needed.
  case keepItSimple = "keep-it-simple"
  /// Messages first: nobody waits, everybody is told, a broker is there anyway.
  case messagingFirst = "messaging-first"
}

/// The value of one setting of one rule.
public enum SettingValue: Hashable, Sendable {
  case integer(Int)
  case number(Double)
  case duration(Duration)
  case flag(Bool)
  case word(String)
}
