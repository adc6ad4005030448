import ReviewEngine
import SolutionModel

/// The settings of a rule in words.
enum RuleSettings {
  struct Row {
    let key: String
    let summary: String
    /// The default.
    let value: String
    /// What is allowed.
    let values: String
  }

  static func rows<Judge: Rule>(of rule: Judge.Type) -> [Row] {
    let standard = Judge()
    return Judge.settings.map { setting in
      Row(
        key: setting.key, summary: setting.summary, value: text(setting.value(of: standard)),
        values: allowed(setting.kind))
    }
  }

  private static func text(_ value: SettingValue) -> String {
    switch value {
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .duration(let duration): text(duration)
    case .flag(let isOn): String(isOn)
    case .word(let word): word
    }
  }

  private static func allowed(_ kind: RuleVocabulary.SettingKind) -> String {
    switch kind {
    case .integer(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .number(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .duration(let range): "\(text(range.lowerBound)) to \(text(range.upperBound))"
    case .flag: "true or false"
    case .word(let words): words.joined(separator: ", ")
    }
  }

  /// As a model writes it: `90s`, `250ms`.
  private static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
  }
}
