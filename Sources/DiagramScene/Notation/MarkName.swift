import SolutionModel

/// Names of the marks of a picture, safe as XML ids and in addresses of web pages.
///
/// Two different ids of a model never give the same name: every sign outside `[A-Za-z0-9_.-]`
/// becomes its number as in `_x20_`, except that the arrow of a link is written `..`.
enum MarkName {
  static func box(_ subject: ElementPath.Subject) -> String {
    "\(word(for: subject))-\(escaped(subject.name))"
  }

  static func frame(_ subject: ElementPath.Subject) -> String { "frame_\(box(subject))" }

  /// A single link is named by itself, several by the two boxes between which they are; likewise one
  /// that passes others, since it may have several arrows.
  static func arrow(
    _ links: [Link], from source: ElementPath.Subject, to destination: ElementPath.Subject
  ) -> String {
    if links.count == 1, let link = links.first, link.through.isEmpty {
      return "link-\(escaped(link.id.text))"
    }
    return "links_\(box(source))..\(box(destination))"
  }

  private static func word(for subject: ElementPath.Subject) -> String {
    switch subject {
    case .solution: "others"
    case .element: "element"
    case .link: "link"
    case .data: "data"
    case .flow: "flow"
    case .team: "team"
    case .domain: "domain"
    case .zone: "zone"
    case .view: "view"
    case .waiver: "waiver"
    }
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      switch (scalars[place], next) {
      case ("-", ">"):
        result += ".."
        place += 1
      case (".", "."), ("_", "x"): result += code(scalars[place])
      case (".", _), ("_", _), ("-", _), ("a"..."z", _), ("A"..."Z", _), ("0"..."9", _):
        result.unicodeScalars.append(scalars[place])
      default: result += code(scalars[place])
      }
      place += 1
    }
    return result
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    "_x\(String(scalar.value, radix: 16))_"
  }
}
