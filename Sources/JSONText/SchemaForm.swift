/// The parts of a JSON Schema (2020-12) that describe what Lintel writes.
package enum SchemaForm {
  package static let text: JSONValue = ["type": "string"]
  package static let optionalText: JSONValue = ["type": ["string", "null"]]
  package static let flag: JSONValue = ["type": "boolean"]
  package static let count: JSONValue = ["type": "integer", "minimum": 0]
  package static let number: JSONValue = ["type": "number"]
  package static let optionalNumber: JSONValue = ["type": ["number", "null"]]
  /// From 0 to 1.
  package static let share: JSONValue = ["type": "number", "minimum": 0, "maximum": 1]
  package static let optionalShare: JSONValue = [
    "type": ["number", "null"], "minimum": 0, "maximum": 1,
  ]

  /// One of some words.
  package static func words(_ words: some Sequence<String>) -> JSONValue {
    ["enum": .array(words.map { .string($0) })]
  }

  package static func list(of item: JSONValue) -> JSONValue { ["type": "array", "items": item] }

  /// An object with ids as keys.
  package static func map(to value: JSONValue) -> JSONValue {
    ["type": "object", "additionalProperties": value]
  }

  /// An object that always has every member, but for those that are `optional`.
  package static func object(_ properties: JSONValue, optional: Set<String> = []) -> JSONValue {
    let names = properties.memberNames.filter { !optional.contains($0) }
    return [
      "type": "object", "additionalProperties": false,
      "required": .array(names.map { .string($0) }), "properties": properties,
    ]
  }

  /// The same with a sentence that says what it is.
  package static func described(_ schema: JSONValue, _ description: String) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    return .object(members + [JSONValue.Member("description", .string(description))])
  }
}

extension JSONValue {
  /// The keys of an object, in their order; none of any other value.
  package var memberNames: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }

  /// An object of pairs, in their order.
  package static func object(_ pairs: some Sequence<(String, JSONValue)>) -> JSONValue {
    .object(pairs.map { Member($0, $1) })
  }

  /// A list of strings.
  package static func strings(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map { .string($0) })
  }

  /// A figure rounded to so many places behind the point, `null` for nil.
  package static func figure(_ number: Double?, places: Int = 6) -> JSONValue {
    guard let number else { return .null }
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let scaled = (number * scale).rounded()
    return .number(scaled.magnitude < 0x1p53 ? scaled / scale : number)
  }
}
