import Foundation

/// The source tree of this package, as the tests of the house see it.
enum House {
  static let root: URL = {
    var url = URL(filePath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url
  }()

  /// A room of the manifest.
  struct Room: Hashable {
    let name: String
    let floor: Int
    let uses: Set<String>
    let libraries: Set<String>
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The files below a folder with an ending, as paths from the root, sorted.
  static func files(below folder: String, ending: String) -> [String] {
    let base = root.appending(path: folder)
    let all = FileManager.default.enumerator(atPath: base.path(percentEncoded: false))
    return (all?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }.sorted()
  }

  /// The folders directly below another, sorted.
  static func folders(in folder: String) -> [String] {
    let base = root.appending(path: folder).path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: base + "/" + name, isDirectory: &isFolder)
        && isFolder.boolValue
    }.sorted()
  }

  /// The rooms and doors that the manifest declares, in its order.
  static func rooms() throws -> [Room] {
    let manifest = try text("Package.swift")
    guard let start = manifest.range(of: "var house = House()"),
      let end = manifest.range(of: "house.testSupport(")
    else { return [] }
    let body = manifest[start.upperBound..<end.lowerBound]
    var floor = -1
    var rooms: [Room] = []
    for match in body.matches(of: /house\.(nextFloor|room|door)\(((?:[^()]|\n)*)\)/) {
      if match.output.1 == "nextFloor" {
        floor += 1
        continue
      }
      let arguments = match.output.2
      guard let name = arguments.firstMatch(of: /"([^"]+)"/)?.output.1 else { continue }
      rooms.append(
        Room(
          name: String(name), floor: floor, uses: names(arguments, after: "uses:"),
          libraries: names(arguments, after: "c:")))
    }
    return rooms
  }

  private static func names(_ arguments: Substring, after label: String) -> Set<String> {
    guard let start = arguments.range(of: label),
      let open = arguments[start.upperBound...].firstIndex(of: "["),
      let close = arguments[open...].firstIndex(of: "]")
    else { return [] }
    return Set(arguments[open..<close].matches(of: /"([^"]+)"/).map { String($0.output.1) })
  }
}
