import SolutionModel
import YAMLSyntax

extension ValueKind {
  /// A list.
  ///
  /// Items that are wrong are reported and left out; what stands in it twice is kept once.
  static func list<Item: Hashable & Sendable>(of kind: ValueKind<Item>) -> Self
  where Value == [Item] {
    let form = ValueForm.list(of: kind.form)
    return Self(form) { node, reading in
      guard node.kind == .sequence else {
        reading.reportWrongShape(node, expected: form)
        return nil
      }
      return reading.items(of: node, as: kind)
    }
  }

  /// A value, or a list of such values.
  static func oneOrMore<Item: Hashable & Sendable>(of kind: ValueKind<Item>) -> Self
  where Value == [Item] {
    Self(.oneOrMore(kind.form)) { node, reading in
      guard node.kind != .sequence else { return reading.items(of: node, as: kind) }
      return kind.read(node, &reading).map { [$0] }
    }
  }

  /// A map with keys of its own, read into a draft that `finish` makes the value.
  ///
  /// It gets the node of the map, and answers nil after a report of what is wrong.
  static func record<Draft: Sendable>(
    _ schema: RecordSchema<Draft>, from start: Draft,
    finish: @escaping @Sendable (Draft, YAMLNode, inout Reading) -> Value?
  ) -> Self {
    Self(.record { schema.form }) { node, reading in
      var draft = start
      guard schema.read(node, into: &draft, &reading) else { return nil }
      return finish(draft, node, &reading)
    }
  }

  /// A map that is its own draft.
  static func record(_ schema: RecordSchema<Value>, from start: Value) -> Self
  where Value: Sendable {
    record(schema, from: start) { draft, _, _ in draft }
  }
}

extension Reading {
  fileprivate mutating func items<Item: Hashable>(of node: YAMLNode, as kind: ValueKind<Item>)
    -> [Item]
  {
    var items: [Item] = []
    var known: Set<Item> = []
    let key = key
    for node in node.items {
      self.key = key
      guard let item = kind.read(node, &self) else { continue }
      if known.insert(item).inserted {
        items.append(item)
      } else {
        add(.listedTwice(node, in: key, at: location(node.range)))
      }
    }
    return items
  }
}
