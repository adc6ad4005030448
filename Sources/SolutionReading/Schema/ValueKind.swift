import SolutionModel
import SourceText
import YAMLSyntax

/// A kind of value: how it is written, and how a node is read as one.
struct ValueKind<Value>: Sendable {
  let form: ValueForm
  /// Nil after a report of what is wrong.
  let read: @Sendable (YAMLNode, inout Reading) -> Value?

  init(_ form: ValueForm, read: @escaping @Sendable (YAMLNode, inout Reading) -> Value?) {
    self.form = form
    self.read = read
  }

  /// A kind that is read from the text of a scalar.
  init(
    _ form: ValueForm,
    text read: @escaping @Sendable (String, YAMLNode, inout Reading) -> Value?
  ) {
    self.init(form) { node, reading in
      let text = node.text
      guard node.kind == .scalar, text.utf8.count > 4 || !node.isNull else {
        reading.reportWrongShape(node, expected: form)
        return nil
      }
      return read(text, node, &reading)
    }
  }

  /// A kind whose values are written as words; `values` has them in the order of the words.
  init(words: [String], values: [Value]) where Value: Sendable {
    let table = TextTable(words)
    let stranger = Self(
      .word(words),
      text: { text, node, reading in
        reading.reportUnknownWord(text, among: words, at: node.range)
        return nil
      })
    self.init(stranger.form) { node, reading in
      node.place(in: table).map { values[$0] } ?? stranger.read(node, &reading)
    }
  }

  /// A kind with a unit.
  ///
  /// Where a text is wrong, `parse` answers what its author probably meant.
  init(
    _ notation: UnitNotation, parse: @escaping @Sendable (String) -> Result<Value, UnitMistake>
  ) {
    self.init(
      .unit(notation),
      text: { text, node, reading in
        switch parse(text) {
        case .success(let value): return value
        case .failure(let mistake):
          reading.report(mistake, of: notation, in: text, at: node.range)
          return nil
        }
      })
  }
}

extension ValueKind where Value == String {
  static var text: Self { text(.plain) }
  static var markdown: Self { text(.markdown) }

  /// Free text; a number is read as it is written.
  static func text(_ form: TextForm) -> Self {
    Self(
      .text(form),
      text: { text, node, reading in
        guard text.isBlank else { return text }
        reading.report(
          "no-value", "\(reading.key.quoted) is empty", label: "takes \(form.phrase)",
          at: node.range)
        return nil
      })
  }

  /// An address that a page may link to: no script can hide in it.
  static var address: Self {
    Self(
      .text(.address),
      text: { text, node, reading in
        if text.isSafeAddress { return text }
        reading.report(
          "unsafe-address",
          "\(reading.key.quoted) takes \(TextForm.address.phrase), not \(text.quoted)",
          at: node.range)
        return nil
      })
  }

  static var icon: Self {
    Self(
      .text(.icon),
      text: { text, node, reading in
        if text.utf8.allSatisfy({ $0.isLowercaseLetter || $0.isDigit || $0 == UInt8(ascii: "-") }) {
          return text
        }
        reading.report(
          "wrong-shape", "an icon name has lower-case letters, digits and hyphens only",
          at: node.range)
        return nil
      })
  }
}

extension ValueKind where Value == Bool {
  static var flag: Self {
    Self(
      .flag,
      text: { text, node, reading in
        if let value = node.truthValue { return value }
        let meant: [String: String] = [
          "true": "true", "yes": "true", "on": "true", "y": "true", "1": "true", "false": "false",
          "no": "false", "off": "false", "n": "false", "0": "false",
        ]
        reading.report(
          "not-a-truth-value", "\(reading.key.quoted) takes true or false, not \(text.quoted)",
          at: node.range,
          help: meant[text.lowercased()].map { word in
            node.isPlain ? ["write \(word)"] : ["write \(word) without quotes"]
          } ?? [])
        return nil
      })
  }
}

extension ValueKind where Value == Int {
  static func count(from low: Int = 0, to high: Int = .max) -> Self {
    let form = ValueForm.count(low...high)
    return Self(
      form,
      text: { text, node, reading in
        if node.isPlain, text.isDigits, let number = Int(text), number >= low,
          number <= high
        {
          return number
        }
        var help: [String] = []
        if !node.isPlain, text.isDigits {
          help = ["write \(text) without quotes"]
        } else if let single = LooseQuantities(text)?.single, single.unit.isEmpty, !text.isDigits,
          single.number.places == 0 || single.numberText.hasSuffix(".0")
        {
          help = ["write \(single.number.scaled(by: 1) ?? 0)"]
        }
        reading.report(
          "not-a-count", "\(reading.key.quoted) takes \(form.phrase), not \(text.quoted)",
          at: node.range, help: help)
        return nil
      })
  }
}

extension ValueKind where Value == Double {
  /// Person-days.
  static var effort: Self { Self(.effort, parse: { QuantityText.effort($0) }) }

  static func number(_ range: ClosedRange<Double>) -> Self {
    let form = ValueForm.number(range)
    return Self(
      form,
      text: { text, node, reading in
        let isNegative = text.hasPrefix("-")
        if node.isPlain, let number = DecimalNumber(text.dropFirst(isNegative ? 1 : 0)) {
          let value = isNegative ? -number.double() : number.double()
          if range.contains(value) { return value }
        }
        reading.report(
          "not-a-number", "\(reading.key.quoted) takes \(form.phrase), not \(text.quoted)",
          at: node.range)
        return nil
      })
  }
}

extension ValueKind
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  /// A word of a closed vocabulary: the raw values of an enum.
  static var word: Self {
    Self(words: Value.allCases.map(\.rawValue), values: Array(Value.allCases))
  }
}

extension ValueKind where Value == OptionID {
  static var option: Self {
    let ids = IntegrationOption.catalogue.map(\.id)
    return Self(words: ids.map(\.text), values: ids)
  }
}

extension ValueKind where Value == Availability {
  static var availability: Self { Self(.percentage, parse: { QuantityText.availability($0) }) }
}

extension ValueKind where Value == Ratio {
  static var growth: Self { Self(.growth, parse: { QuantityText.growth($0) }) }
}

extension ValueKind where Value == Duration {
  static var duration: Self { duration(usually: "s") }

  /// A duration; a number without a unit is taken to mean `unit`, in help only.
  static func duration(usually unit: String) -> Self {
    Self(.duration, parse: { DurationText.parse($0, usualUnit: unit) })
  }
}

extension ValueKind where Value == Rate {
  static var rate: Self { Self(.rate, parse: { QuantityText.rate($0) }) }
}

extension ValueKind where Value == ByteCount {
  static var size: Self { Self(.size, parse: { QuantityText.size($0) }) }
}

extension ValueKind where Value == CalendarDate {
  static var date: Self { Self(.date, parse: { DateText.date($0) }) }
}

extension UInt8 {
  var isLowercaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  var isUppercaseLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension String {
  /// Whether there is nothing to see in it.
  fileprivate var isBlank: Bool {
    // Nearly every text begins with a letter.
    if let first = utf8.first, (0x21..<0x7F).contains(first) { return false }
    return allSatisfy(\.isWhitespace)
  }

  /// Whether a page may link to it: `https`, `http`, `mailto`, or a path without a scheme.
  var isSafeAddress: Bool {
    guard !isEmpty, unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else {
      return false
    }
    let head = prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = head.firstIndex(of: ":") else { return !hasPrefix("//") }
    return ["https", "http", "mailto"].contains(head[..<colon].lowercased())
  }
}
