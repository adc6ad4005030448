import Foundation
import Testing

@Suite struct ModelsToOutputTests {
  private static let models = {
    let folder = Tool().root.appending(path: "Models").path(percentEncoded: false)
    return (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
  }()

  @Test("Output is what the models give; 'make accept' writes it anew", arguments: models)
  func outputIsFresh(model: String) throws {
    let tool = Tool()
    try tool.withFolder { folder in
      let place = folder.appending(path: model).path(percentEncoded: false)
      let run = try tool.run("build", "Models/\(model)", "-o", place)
      #expect(run.code == 0, "\(run.errors)")
      #expect(!run.errors.contains("warning: view"), "no view had to fall back: \(run.errors)")
      let made = folder.appending(path: model).contents
      let accepted = tool.root.appending(path: "Output/\(model)").contents
      #expect(made.keys.sorted() == accepted.keys.sorted())
      // Places differ between versions of Graphviz; all else does not.
      let samePlaces = try tool.run("--version").text.contains("Graphviz 2.43.0")
      for (file, bytes) in made where samePlaces || !Self.showsPlaces(file) {
        #expect(bytes == accepted[file], "Output/\(model)/\(file) is stale")
      }
    }
  }

  private static func showsPlaces(_ file: String) -> Bool {
    file.hasSuffix(".svg") || file.hasSuffix(".html")
  }
}
