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
  /// The names of the keys, in their order.
  private let words: TextTable
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
    var words = TextTable()
    var keys: [SchemaKey<Draft>] = []
    for key in groups.flatMap(\.keys) where words.insert(key.name) == keys.count {
      keys.append(key)
    }
    self.words = words
    self.keys = keys
    requiredPlaces = keys.indices.filter { [keys] in keys[$0].isRequired }
  }

  init(
    _ name: String, _ phrase: String, shorthand: String? = nil, keys: [SchemaKey<Draft>]
  ) {
    self.init(name, phrase, shorthand: shorthand, groups: [Group(title: "", keys: keys)])
  }

  func has(_ key: String) -> Bool { words.place(of: key) != nil }

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
    let passage = Passage(file: reading.file, key: node, value: node)
    return read(CollectionOfOne(passage), into: &draft, &reading)
  }

  /// Reads all that the files say about one subject.
  ///
  /// False when something that it needs is missing.
  @discardableResult
  func read(
    _ passages: some Collection<Passage>, into draft: inout Draft, _ reading: inout Reading,
    pass: Pass = .all
  ) -> Bool {
    var seen: [Int: SourceLocation]? = passages.count > 1 || !requiredPlaces.isEmpty ? [:] : nil
    for passage in passages {
      guard read(passage, into: &draft, &reading, pass, &seen) else { return false }
    }
    guard let seen, pass != .declarations, let first = passages.first else { return true }
    let missing = requiredPlaces.filter { seen[$0] == nil }.map { keys[$0].name }
    guard !missing.isEmpty else { return true }
    reading.file = first.file
    reading.reportMissing(missing, of: phrase, at: first.value)
    return false
  }

  /// Reads a map; a scalar is read as the value of the shorthand, and nothing at all as an empty
  /// map.
  ///
  /// Where somebody asks for it, `seen` keeps the place of each key. False for what is no such map.
  private func read(
    _ passage: Passage, into draft: inout Draft, _ reading: inout Reading, _ pass: Pass,
    _ seen: inout [Int: SourceLocation]?
  ) -> Bool {
    let node = passage.value
    reading.file = passage.file
    switch node.kind {
    case .mapping:
      for entry in node.entries {
        guard let place = place(of: entry, pass: pass, &draft, &reading),
          isNew(place, entry.key, in: passage, &reading, &seen)
        else { continue }
        reading.key = keys[place].name
        keys[place].store(entry.value, &draft, &reading)
      }
    case .scalar where node.isNull: break
    case .scalar, .sequence:
      guard node.kind == .scalar, let shorthand, let place = words.place(of: shorthand) else {
        reading.reportWrongShape(node, of: form)
        return false
      }
      guard isNew(place, node, in: passage, &reading, &seen) else { break }
      reading.key = shorthand
      keys[place].store(node, &draft, &reading)
    }
    return true
  }

  /// Whether a key may be read here; reports when another passage has given it already.
  private func isNew(
    _ place: Int, _ node: YAMLNode, in passage: Passage, _ reading: inout Reading,
    _ seen: inout [Int: SourceLocation]?
  ) -> Bool {
    guard seen != nil else { return true }
    let location = reading.location(node.range)
    let key = keys[place]
    guard let earlier = seen?.updateValue(location, forKey: place), !key.adds,
      !(passage.isExtension && key.form.isList)
    else { return true }
    reading.reportDescribedTwice(key.name, of: phrase, at: location, earlier: earlier)
    return false
  }

  /// The place of an entry's key; nil when this pass has nothing to do with it.
  private func place(
    of entry: YAMLNode.Entry, pass: Pass, _ draft: inout Draft, _ reading: inout Reading
  ) -> Int? {
    if let place = entry.key.place(in: words) {
      switch pass {
      case .all: return place
      case .declarations: return keys[place].declares ? place : nil
      case .facts: return keys[place].declares ? nil : place
      }
    }
    if let notationKey, entry.key.hasArrow {
      if pass != .declarations {
        reading.key = notationKey.name
        notationKey.store(entry.value, &draft, &reading)
      }
    } else if pass != .facts {
      reading.reportUnknownKey(entry, of: phrase, known: words.texts)
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
