import Foundation
import LintelKit
import LocalMachine
import ReviewEngine
import SolutionModel
import Testing

@Suite struct DogfoodTests {
  private func workspace() throws -> Workspace {
    try Workspace(
      at: House.root.appending(path: "Models/lintel").path(percentEncoded: false),
      on: LocalMachine.make())
  }

  @Test("the house model has the rooms of the manifest and its arrows, and no other")
  func modelIsManifest() throws {
    let solution = try workspace().solution
    let rooms = try House.rooms()
    let modules = solution.elements.filter { $0.kind == .module }
    #expect(Set(modules.map { String($0.id.lastPart) }) == Set(rooms.map(\.name)))
    let arrows = Set(rooms.flatMap { room in room.uses.map { "\(room.name)->\($0)" } })
    let links = solution.links.filter { $0.label == "uses" }
      .map { "\($0.source.lastPart)->\($0.destination.lastPart)" }
    #expect(Set(links) == arrows)
  }

  @Test("our rules find nothing in our house above a note")
  func nothingAboveANote() throws {
    let workspace = try workspace()
    #expect(workspace.diagnostics.isEmpty)
    let grave = try workspace.review(on: LocalMachine.make()).findings.filter { $0.level > .note }
    #expect(grave.map(\.finding.message.text) == [])
  }
}
