/// What a command line says, checked against its description.
public struct ParsedArguments: Hashable, Sendable {
  public let command: String
  public private(set) var positionals: [String] = []
  private var values: [String: [String]] = [:]

  init(command: String) { self.command = command }

  mutating func add(positional: String) { positionals.append(positional) }
  mutating func add(_ value: String, for option: String) {
    values[option, default: []].append(value)
  }

  public func has(_ option: String) -> Bool { values[option] != nil }
  /// The value of an option that was given once.
  public func value(_ option: String) -> String? { values[option]?.last }
  /// All values of an option, in the order of the command line.
  public func values(_ option: String) -> [String] { values[option] ?? [] }
  /// The value of an option of numbers; the parser checked that it is one.
  public func number(_ option: String) -> Double? { value(option).flatMap(Double.init) }
}
