public import JSONText

/// A plain check against the part of JSON Schema that our schemas use.
public struct SchemaCheck {
  private let root: JSONValue

  public init(_ root: JSONValue) { self.root = root }

  /// A sentence for each place that does not fit, with the way to it.
  public func faults(of value: JSONValue) -> [String] { faults(value, root, "$") }

  private func faults(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    if case .string(let reference)? = schema["$ref"] {
      let name = String(reference.dropFirst("#/$defs/".count))
      return faults(value, root["$defs"]?[name] ?? .null, path)
    }
    if case .array(let options)? = schema["anyOf"] {
      let fits = options.contains { faults(value, $0, path).isEmpty }
      return fits ? [] : ["\(path): fits none"]
    }
    if let constant = schema["const"] { return value == constant ? [] : ["\(path): not the value"] }
    if case .array(let values)? = schema["enum"] {
      return values.contains(value) ? [] : ["\(path): not one of the values"]
    }
    var found = typeFaults(value, schema["type"], path)
    if case .object(let members) = value {
      let properties = schema["properties"] ?? .null
      if case .array(let required)? = schema["required"] {
        for case .string(let key) in required where value[key] == nil {
          found.append("\(path): lacks \(key)")
        }
      }
      for member in members {
        if let property = properties[member.key] ?? schema["additionalProperties"]?.ifObject {
          found += faults(member.value, property, "\(path).\(member.key)")
        } else {
          found.append("\(path): has \(member.key)")
        }
      }
    }
    if case .array(let items) = value, let item = schema["items"] {
      for (index, element) in items.enumerated() {
        found += faults(element, item, "\(path)[\(index)]")
      }
    }
    if case .integer(let number) = value, case .integer(let least)? = schema["minimum"],
      number < least
    {
      found.append("\(path): less than \(least)")
    }
    if let number = value.asNumber, let most = schema["maximum"]?.asNumber, number > most {
      found.append("\(path): more than \(most)")
    }
    return found
  }

  private func typeFaults(_ value: JSONValue, _ type: JSONValue?, _ path: String) -> [String] {
    let names: [String]
    switch type {
    case .string(let name)?: names = [name]
    case .array(let list)?:
      names = list.compactMap { if case .string(let name) = $0 { name } else { nil } }
    default: return []
    }
    let own =
      switch value {
      case .null: "null"
      case .bool: "boolean"
      case .integer: "integer"
      case .number: "number"
      case .string: "string"
      case .array: "array"
      case .object: "object"
      }
    // A whole number is a number, too.
    if own == "integer" || own == "number", names.contains("number") { return [] }
    return names.contains(own) || names.isEmpty ? [] : ["\(path): a \(own)"]
  }
}

extension JSONValue {
  fileprivate var ifObject: JSONValue? { if case .object = self { self } else { nil } }

  fileprivate var asNumber: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
