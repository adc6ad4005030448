/// A strict little reader of XML, as far as pictures need it; it stops at the first fault.
struct XMLReader {
  struct Element: Equatable {
    let name: String
    let attributes: [String: String]
    /// The names of the elements around it, the outermost first.
    let ancestors: [String]
    /// The text in it, with what its own elements hold.
    var text = ""
  }

  struct Fault: Error, Equatable {
    let reason: String
    let before: String
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []
  private var rest: Substring

  /// All elements, in the order of their start tags.
  static func elements(of text: String) throws(Fault) -> [Element] {
    var reader = XMLReader(rest: text[...])
    try reader.readAll()
    return reader.elements
  }

  private init(rest: Substring) { self.rest = rest }

  private mutating func readAll() throws(Fault) {
    while !rest.isEmpty {
      if rest.hasPrefix("</") {
        try readEndTag()
      } else if rest.first == "<" {
        try readStartTag()
      } else {
        let text = try decoded(take { $0 != "<" })
        if open.isEmpty, text.contains(where: { !$0.isWhitespace }) { throw fault("text outside") }
        for place in open { elements[place].text += text }
      }
    }
    if !open.isEmpty { throw fault("not closed: \(elements[open[open.count - 1]].name)") }
  }

  private mutating func readEndTag() throws(Fault) {
    rest.removeFirst(2)
    let name = take { $0 != ">" }
    guard let last = open.popLast(), elements[last].name == name else {
      throw fault("</\(name)> closes nothing")
    }
    rest.removeFirst()
  }

  private mutating func readStartTag() throws(Fault) {
    if open.isEmpty, !elements.isEmpty { throw fault("a second root") }
    rest.removeFirst()
    let name = take { $0.isLetter || $0.isNumber }
    guard !name.isEmpty else { throw fault("no name") }
    var attributes: [String: String] = [:]
    while true {
      let blanks = take { $0 == " " }
      if rest.first == ">" || rest.hasPrefix("/>") { break }
      guard !blanks.isEmpty else { throw fault("no blank before an attribute") }
      let key = take { $0.isLetter || $0 == "-" || $0 == ":" || $0.isNumber }
      guard !key.isEmpty, rest.hasPrefix("=\"") else { throw fault("attribute '\(key)'") }
      rest.removeFirst(2)
      let value = take { $0 != "\"" && $0 != "<" }
      guard rest.first == "\"" else { throw fault("attribute '\(key)' is not closed") }
      rest.removeFirst()
      guard attributes.updateValue(try decoded(value), forKey: key) == nil else {
        throw fault("'\(key)' twice")
      }
    }
    elements.append(
      Element(name: name, attributes: attributes, ancestors: open.map { elements[$0].name }))
    if rest.hasPrefix("/>") {
      rest.removeFirst(2)
    } else {
      rest.removeFirst()
      open.append(elements.count - 1)
    }
  }

  private mutating func take(_ belongs: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: belongs)
    rest = rest[taken.endIndex...]
    return String(taken)
  }

  private func decoded(_ text: String) throws(Fault) -> String {
    var result = ""
    var rest = text[...]
    while let next = rest.first {
      rest.removeFirst()
      guard next == "&" else {
        guard next.unicodeScalars.allSatisfy(Self.isAllowed) else { throw fault("a control") }
        result.append(next)
        continue
      }
      let name = rest.prefix { $0 != ";" }
      guard name.endIndex < rest.endIndex, let sign = Self.entities[String(name)] else {
        throw fault("entity '\(name.prefix(9))'")
      }
      result.append(sign)
      rest = rest[rest.index(after: name.endIndex)...]
    }
    return result
  }

  private static let entities: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'",
  ]

  /// XML 1.0, production 2.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private func fault(_ reason: String) -> Fault {
    Fault(reason: reason, before: String(rest.prefix(60)))
  }
}

extension XMLReader.Element {
  var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }
}
