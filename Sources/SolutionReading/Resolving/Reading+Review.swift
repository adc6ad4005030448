import SolutionModel
import SourceText
import YAMLSyntax

extension Reading {
  /// The entries of a node that must be a map; none after a report.
  mutating func entries(of node: YAMLNode) -> YAMLNode.Entries {
    if node.kind != .mapping, !node.isNull {
      report("wrong-shape", "\(key.quoted) takes a map, not \(node.shape)", at: node.range)
    }
    return node.entries
  }

  mutating func reportRuleTwice(_ node: YAMLNode) {
    report(
      "described-twice", "two files speak of the rule \(node.text.quoted) under \(key.quoted)",
      at: node.range, help: ["keep one of the two"])
  }

  mutating func ruleChoice(_ node: YAMLNode) -> String? {
    let text = node.text
    if rules.knows(text) { return text }
    let help = help(for: text, among: rules.ids + rules.families, title: "known rules")
    report(
      "unknown-rule", "\(text.quoted) is not a known rule or family", at: node.range, help: help)
    return nil
  }

  /// A single rule, no family.
  mutating func rule(_ node: YAMLNode) -> String? {
    let text = node.text
    if rules.isEmpty || rules[text] != nil { return text }
    if rules.families.contains(text) {
      report(
        "unknown-rule", "settings belong to one rule, not to the family \(text.quoted)",
        at: node.range)
      return nil
    }
    let help = help(for: text, among: rules.ids, title: "known rules")
    report("unknown-rule", "\(text.quoted) is not a known rule", at: node.range, help: help)
    return nil
  }

  mutating func waiver(_ node: YAMLNode) -> Waiver? {
    var draft = WaiverDraft()
    guard ReviewSchema.waiver.read(node, into: &draft, &self) else { return nil }
    return draft.waiver
  }

  /// The value of one setting of one rule.
  mutating func setting(_ entry: YAMLNode.Entry, of rule: String) -> SettingValue? {
    guard !rules.isEmpty else { return guessedSetting(entry.value) }
    let settings = rules[rule]?.settings ?? []
    guard let setting = settings.first(where: { $0.key == entry.key.text }) else {
      let help =
        settings.isEmpty
        ? ["\(rule.quoted) has no settings"]
        : help(for: entry.key.text, among: settings.map(\.key), title: "its settings")
      report(
        "unknown-key", "\(entry.key.text.quoted) is not a setting of \(rule.quoted)",
        at: entry.key.range, help: help)
      return nil
    }
    key = setting.key
    return setting.kind.read(entry.value, &self)
  }

  /// A setting of a rule that is not known here, by what it looks like.
  private func guessedSetting(_ node: YAMLNode) -> SettingValue? {
    if let flag = node.truthValue { return .flag(flag) }
    if let integer = node.integer { return .integer(integer) }
    if let number = node.number { return .number(number) }
    if case .success(let duration) = DurationText.parse(node.text) { return .duration(duration) }
    return .word(node.text)
  }
}

extension RuleVocabulary.SettingKind {
  var form: ValueForm {
    switch self {
    case .integer(let range): .count(range)
    case .number(let range): .number(range)
    case .duration: .unit(.duration)
    case .flag: .flag
    case .word(let words): .word(words)
    }
  }

  fileprivate func read(_ node: YAMLNode, _ reading: inout Reading) -> SettingValue? {
    switch self {
    case .integer(let range):
      let kind = ValueKind<Int>.count(from: range.lowerBound, to: range.upperBound)
      return kind.read(node, &reading).map(SettingValue.integer)
    case .number(let range):
      return ValueKind<Double>.number(range).read(node, &reading).map(SettingValue.number)
    case .duration(let range):
      guard let duration = ValueKind<Duration>.duration.read(node, &reading) else { return nil }
      if range.contains(duration) { return .duration(duration) }
      reading.report(
        "out-of-range",
        "\(reading.key.quoted) is from \(range.lowerBound.text) to \(range.upperBound.text), not \(node.text.quoted)",
        at: node.range)
      return nil
    case .flag: return ValueKind<Bool>.flag.read(node, &reading).map(SettingValue.flag)
    case .word(let words):
      if node.kind == .scalar, words.contains(node.text) { return .word(node.text) }
      if node.kind == .scalar, !node.isNull {
        reading.reportUnknownWord(node.text, among: words, at: node.range)
      } else {
        reading.reportWrongShape(node, expected: form)
      }
      return nil
    }
  }
}

extension Duration {
  /// As a model writes it, to the millisecond.
  fileprivate var text: String {
    let milliseconds = components.attoseconds / 1_000_000_000_000_000
    return milliseconds == 0
      ? "\(components.seconds)s" : "\(components.seconds * 1000 + milliseconds)ms"
  }
}

extension ValueKind where Value == Waiver.Subject {
  /// What a waiver is about: a name, a link, or a selector.
  static var waiverSubject: Self {
    Self(
      .text(.selector),
      text: { text, node, reading in
        reading.waiverSubject(text) { node.range(of: $0) }
      })
  }
}

extension Reading {
  mutating func waiverSubject(_ text: String, at place: (Range<Int>) -> SourceRange)
    -> Waiver.Subject?
  {
    if text.isPlainName || subjects(named: text).count == 1 {
      return subject(named: text, at: place).map(Waiver.Subject.path)
    }
    return selector(text, at: place).map(Waiver.Subject.selection)
  }

  /// The one thing that a text names; nil after a report.
  mutating func subject(named text: String, at place: (Range<Int>) -> SourceRange)
    -> ElementPath.Subject?
  {
    let found = subjects(named: text)
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      report(
        "ambiguous-reference", "\(text.quoted) has several meanings", at: place(text.scalarRange),
        help: ["write \(found.map(\.description).joined(by: "or"))"])
    } else if text.hasArrow {
      return link(named: text, at: place).map(ElementPath.Subject.link)
    } else {
      reportUnknownSubject(text, at: place(text.scalarRange))
    }
    return nil
  }

  /// Everything that a text names: an id, a suffix of a path, `a -> b`, or a kind and a name as in
  /// `data:order`; `solution` is the solution, unless something else is called that.
  mutating func subjects(named text: String) -> [ElementPath.Subject] {
    let parts = text.split(separator: ":", maxSplits: 1)
    if parts.count == 2 {
      let name = parts[1].drop { $0 == " " }
      return subjects(named: String(name)).filter { $0.kind == parts[0] }
    }
    if let arrow = Arrow(text) {
      guard case .one(let source) = names.elements.find(arrow.source.text),
        case .one(let destination) = names.elements.find(arrow.destination.text)
      else { return [] }
      let places = names.links.places(from: source, to: destination).filter { place in
        arrow.twin.map { names.links.ids[place].text.hasSuffix("~" + $0) } ?? true
      }
      return places.count == 1 ? [.link(names.links.ids[places[0]])] : []
    }
    var found: [ElementPath.Subject] = []
    if case .one(let place) = names.elements.find(text) {
      found.append(.element(names.elements.declarations[place].id))
    }
    if let place = names.links.place(ofDeclaredID: text) {
      found.append(.link(names.links.ids[place]))
    }
    if names.data.place(of: text) != nil { found.append(.data(DataID(text))) }
    if names.flows.place(of: text) != nil { found.append(.flow(FlowID(text))) }
    if names.teams.place(of: text) != nil { found.append(.team(TeamID(text))) }
    if found.isEmpty, text == "solution" { found.append(.solution) }
    return found
  }

  private mutating func reportUnknownSubject(_ name: String, at range: SourceRange) {
    guard !isIncomplete, !names.isLost(name), !names.links.lostIDs.contains(name) else { return }
    if case .several = names.elements.find(name) {
      _ = element(name, at: range)
      return
    }
    let known =
      names.elements.declarations.map { String($0.id.lastPart) } + names.data.ids
      + names.flows.ids + names.teams.ids + names.links.declarations.compactMap(\.declaredID)
    let near = nearest(to: name, in: known)
    report(
      "unknown-reference",
      "\(name.quoted) is not a known element, link, flow, data entity or team", at: range,
      help: near.map { ["did you mean \($0.quoted)?"] } ?? [])
  }
}

extension String {
  var scalarRange: Range<Int> { 0..<unicodeScalars.count }

  /// Whether it is a name or a path, and nothing else.
  var isPlainName: Bool {
    utf8.allSatisfy {
      $0.isLowercaseLetter || $0.isUppercaseLetter || $0.isDigit || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
    }
  }
}
