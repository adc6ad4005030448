/// A path of a file as it is shown: relative to the current folder where it lies below it, with
/// forward slashes and without `.`.
struct FilePath: Hashable, Sendable {
  let text: String

  /// A path, written without the current folder where it starts with that.
  init(_ path: String, in folder: String = "") {
    let short =
      !folder.isEmpty && path.hasPrefix(folder.withSlash)
      ? String(path.dropFirst(folder.withSlash.count)) : path == folder ? "." : path
    text = Self.normal(short)
  }

  private init(normal text: String) { self.text = text }

  /// The folder that the file lies in.
  var folder: Self {
    guard let slash = text.lastIndex(of: "/") else {
      return Self(normal: text.hasPrefix("..") ? text + "/.." : ".")
    }
    return Self(normal: slash == text.startIndex ? "/" : String(text[..<slash]))
  }

  /// A path that starts from this folder.
  func appending(_ path: String) -> Self {
    Self(normal: Self.normal(text == "." ? path : text.withSlash + path))
  }

  var name: Substring {
    text[(text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex)...]
  }

  /// Whether the name says that it is YAML or JSON.
  var isModelFile: Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json")
  }

  /// Whether a path, as far as its text goes, lies in a folder or is it.
  func isInside(_ folder: Self) -> Bool {
    if folder.text == "." { return text != ".." && !text.hasPrefix("../") && !text.hasPrefix("/") }
    return text == folder.text || text.hasPrefix(folder.text.withSlash)
  }

  /// Without `.` and, where that is possible, without `..`.
  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    if path.hasPrefix("/") { return "/" + parts.joined(separator: "/") }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}

extension String {
  fileprivate var withSlash: String { hasSuffix("/") ? self : self + "/" }
}
