import Foundation
import Testing

@Suite struct ArrowTests {
  @Test("a room imports just what the manifest says that it uses")
  func importsAreArrows() throws {
    let rooms = try House.rooms()
    let known = Set(rooms.map(\.name)).union(rooms.flatMap(\.libraries))
    #expect(rooms.count >= 23)
    for room in rooms {
      var imported = Set<String>()
      for file in House.files(below: "Sources/\(room.name)", ending: ".swift") {
        let text = try House.text(file)
        for match in text.matches(
          of: /(?m)^\s*(?:@\w+ )?(?:(?:public|package|internal|private) )?import (\w+)/)
        {
          let name = String(match.output.1).replacing("lintel_dev", with: "lintel-dev")
          if known.contains(name) { imported.insert(name) }
        }
      }
      #expect(imported == room.uses.union(room.libraries), "\(room.name)")
    }
  }

  @Test("arrows point down")
  func arrowsPointDown() throws {
    let rooms = try House.rooms()
    let floors = Dictionary(uniqueKeysWithValues: rooms.map { ($0.name, $0.floor) })
    for room in rooms {
      for used in room.uses {
        #expect((floors[used] ?? Int.max) < room.floor, "\(room.name) → \(used)")
      }
    }
  }

  @Test("the picture of the floors shows the rooms of the manifest, each on its floor")
  func floorsInDocumentation() throws {
    let page = try House.text("Documentation/Architecture.md")
    var shown: [String: Int] = [:]
    for line in page.matches(of: /(?m)^ (\d)  +(.*)$/) {
      guard let floor = Int(line.output.1) else { continue }
      let names = line.output.2.replacing("the one public product", with: "").split(separator: " ")
      for name in names { shown[String(name)] = floor }
    }
    let declared = Dictionary(uniqueKeysWithValues: try House.rooms().map { ($0.name, $0.floor) })
    #expect(shown == declared)
  }

  @Test("the core does without Foundation")
  func noFoundation() throws {
    for file in House.files(below: "Sources", ending: ".swift") {
      let text = try House.text(file)
      #expect(text.firstMatch(of: /(?m)^\s*(?:\w+ )?import Foundation/) == nil, "\(file)")
    }
  }

  @Test("every room has its paragraph")
  func roomsArePresented() throws {
    let page = try House.text("Documentation/Rooms.md")
    for room in try House.rooms() {
      #expect(page.contains("**\(room.name)**"), "\(room.name)")
    }
  }
}
