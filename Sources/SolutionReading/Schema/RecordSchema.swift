import SourceText
import YAMLSyntax

/// All keys of one kind of map, and how such a map is read into a draft.
struct RecordSchema<Draft>: Sendable {
  struct Group: Sendable {
    let title: String
    let keys: [SchemaKey<Draft>]
  }

  /// Which keys a pass reads.
  enum Pass: Sendable {
    case all, declarations, facts
  }

  /// Unique among records, in kebab-case.
  let name: String
  /// With its article, for messages: `a link`.
  let phrase: String
  let groups: [Group]
  let shorthand: String?
  /// Takes the keys that are themselves a notation, such as `a -> b`.
  let notationKey: SchemaKey<Draft>?
  private let keys: [SchemaKey<Draft>]
  private let places: [String: Int]
  private let requiredPlaces: [Int]

  /// A record in groups.
  ///
  /// The value of `shorthand` may stand alone for the whole map; `notationKey` is recognised by an
  /// arrow in it.
  init(
    _ name: String, _ phrase: String, shorthand: String? = nil,
    notationKey: SchemaKey<Draft>? = nil, groups: [Group]
  ) {
    self.name = name
    self.phrase = phrase
    self.shorthand = shorthand
    self.notationKey = notationKey
    self.groups = groups
    keys = groups.flatMap(\.keys)
    places = Dictionary(
      keys.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    requiredPlaces = keys.indices.filter { [keys] in keys[$0].isRequired }
  }

  init(
    _ name: String, _ phrase: String, shorthand: String? = nil, keys: [SchemaKey<Draft>]
  ) {
    self.init(name, phrase, shorthand: shorthand, groups: [Group(title: "", keys: keys)])
  }

  func has(_ key: String) -> Bool { places[key] != nil }

  var form: RecordForm {
    RecordForm(
      name: name, phrase: phrase,
      groups: groups.map { RecordForm.Group(title: $0.title, keys: $0.keys.map(\.keyForm)) },
      shorthand: shorthand, notationKey: notationKey?.keyForm)
  }

  /// Reads one map of the current file.
  ///
  /// False when something that it needs is missing.
  @discardableResult
  func read(_ node: YAMLNode, into draft: inout Draft, _ reading: inout Reading) -> Bool {
    read([Passage(file: reading.file, key: node, value: node)], into: &draft, &reading)
  }

  /// Reads all that the files say about one subject.
  ///
  /// False when something that it needs is missing.
  @discardableResult
  func read(
    _ passages: [Passage], into draft: inout Draft, _ reading: inout Reading, pass: Pass = .all
  ) -> Bool {
    var seen: [Int: SourceLocation] = [:]
    let remembers = passages.count > 1 || !requiredPlaces.isEmpty
    for passage in passages {
      reading.file = passage.file
      guard takes(passage.value) else {
        reading.reportWrongShape(passage.value, of: form)
        return false
      }
      for (place, key, value) in values(in: passage.value, pass: pass, &draft, &reading) {
        if remembers, let earlier = seen.updateValue(reading.location(key.range), forKey: place),
          !keys[place].adds, !(passage.isExtension && keys[place].form.isList)
        {
          reading.reportDescribedTwice(
            keys[place].name, of: phrase, at: reading.location(key.range), earlier: earlier)
          continue
        }
        reading.key = keys[place].name
        keys[place].store(value, &draft, &reading)
      }
    }
    let missing = requiredPlaces.filter { seen[$0] == nil }.map { keys[$0].name }
    guard !missing.isEmpty, pass != .declarations, let first = passages.first else { return true }
    reading.file = first.file
    reading.reportMissing(missing, of: phrase, at: first.value)
    return false
  }

  /// The values that a pass reads, each with the place of its key in the schema and what names it
  /// in the text.
  ///
  /// A scalar is the value of the shorthand, and nothing at all is an empty map.
  private func values(
    in node: YAMLNode, pass: Pass, _ draft: inout Draft, _ reading: inout Reading
  ) -> [(place: Int, key: YAMLNode, value: YAMLNode)] {
    if node.kind == .mapping {
      return node.entries.compactMap { entry in
        place(of: entry, pass: pass, &draft, &reading).map { ($0, entry.key, entry.value) }
      }
    }
    guard !node.isNull, let shorthand, let place = places[shorthand] else { return [] }
    return [(place, node, node)]
  }

  /// Whether a node can be read as such a map at all.
  private func takes(_ node: YAMLNode) -> Bool {
    switch node.kind {
    case .mapping: true
    case .scalar: node.isNull || shorthand != nil
    case .sequence: false
    }
  }

  /// The place of an entry's key; nil when this pass has nothing to do with it.
  private func place(
    of entry: YAMLNode.Entry, pass: Pass, _ draft: inout Draft, _ reading: inout Reading
  ) -> Int? {
    let text = entry.key.text
    if let place = places[text] {
      switch pass {
      case .all: return place
      case .declarations: return keys[place].declares ? place : nil
      case .facts: return keys[place].declares ? nil : place
      }
    }
    if let notationKey, text.hasArrow {
      if pass != .declarations {
        reading.key = notationKey.name
        notationKey.store(entry.value, &draft, &reading)
      }
    } else if pass != .facts {
      reading.reportUnknownKey(entry, of: phrase, known: keys.map(\.name))
    }
    return nil
  }
}

extension ValueForm {
  var isList: Bool {
    switch self {
    case .list, .oneOrMore: true
    default: false
    }
  }
}
