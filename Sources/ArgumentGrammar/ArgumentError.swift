/// A command line that does not fit its description.
public enum ArgumentError: Error, Hashable, Sendable {
  case missingCommand
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, command: String, nearest: String?)
  case missingValue(option: String, placeholder: String)
  case unexpectedValue(option: String)
  case notOneOf(option: String, value: String, words: [String])
  case notANumber(option: String, value: String, range: ClosedRange<Double>)
  case repeated(option: String)
  case missingArgument(String, command: String)
  case unexpectedArgument(String, command: String)
  case argumentNotOneOf(placeholder: String, value: String, words: [String])
}

extension ArgumentError {
  /// One headline that stands alone.
  public var message: String {
    switch self {
    case .missingCommand: "a command is missing"
    case .unknownCommand(let word, _): "'\(word)' is not a command"
    case .unknownOption(let word, let command, _): "'\(command)' has no option '\(word)'"
    case .missingValue(let option, let placeholder): "'\(option)' needs a value: \(placeholder)"
    case .unexpectedValue(let option): "'\(option)' takes no value"
    case .notOneOf(let option, let value, let words):
      "'\(value)' is no value of '\(option)': \(words.joined(separator: ", "))"
    case .notANumber(let option, let value, let range):
      "'\(value)' is no value of '\(option)': a number from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))"
    case .repeated(let option): "'\(option)' is given twice"
    case .missingArgument(let placeholder, let command): "'\(command)' needs \(placeholder)"
    case .unexpectedArgument(let word, let command): "'\(command)' takes no argument '\(word)'"
    case .argumentNotOneOf(let placeholder, let value, let words):
      "'\(value)' is no \(placeholder): \(words.joined(separator: ", "))"
    }
  }

  /// What would be right, where there is a guess.
  public var help: String? {
    switch self {
    case .unknownCommand(_, let nearest?): "did you mean '\(nearest)'?"
    case .unknownOption(_, _, let nearest?): "did you mean '\(nearest)'?"
    default: nil
    }
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
