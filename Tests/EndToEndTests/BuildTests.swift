import Foundation
import Testing

@Suite struct BuildTests {
  private let tool = Tool()

  @Test("the same model gives the same bytes, in any folder and locale")
  func determinism() throws {
    try tool.withFolder { folder in
      let model = folder.appending(path: "elsewhere/webshop")
      try FileManager.default.createDirectory(
        at: model.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: tool.root.appending(path: "Models/webshop"), to: model)
      let first = try tool.run("build", "elsewhere/webshop", "-o", "one", in: folder)
      let second = try tool.run(
        "build", "elsewhere/webshop", "-o", "two", in: folder,
        environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
      #expect(first.code == 0 && second.code == 0)
      let one = folder.appending(path: "one").contents
      #expect(one.count > 8)
      #expect(one == folder.appending(path: "two").contents)
    }
  }

  @Test("a build does not touch a folder with files of others")
  func foreignFolder() throws {
    try tool.withFolder { folder in
      try folder.write("precious", to: "out/thesis.txt")
      let run = try tool.run(
        "build", tool.root.appending(path: "Models/webshop-1").path(percentEncoded: false),
        "-o", "out", in: folder)
      #expect(run.code == 2 && run.errors.contains("'thesis.txt', which Lintel did not write"))
      #expect(folder.contents == ["out/thesis.txt": Data("precious".utf8)])
    }
  }

  @Test("a second build replaces the first, and what is no longer there goes")
  func replaced() throws {
    try tool.withFolder { folder in
      try folder.write(
        "lintel: 1\nsolution: A\napps: { a: A, b: B }\nlinks: [a -> b]\nviews: { mine: { include: [a] } }\n",
        to: "lintel.yaml")
      #expect(try tool.run("build", "-o", "out", in: folder).code == 0)
      #expect(folder.contents.keys.contains("out/views/mine.svg"))
      try folder.write(
        "lintel: 1\nsolution: A\napps: { a: A, b: B }\nlinks: [a -> b]\n", to: "lintel.yaml")
      #expect(try tool.run("build", "-o", "out", in: folder).code == 0)
      #expect(!folder.contents.keys.contains("out/views/mine.svg"))
      #expect(folder.contents.keys.contains("out/views/landscape.svg"))
    }
  }

  @Test("a model with errors is built as far as it can be read, and ends with 2")
  func brokenModel() throws {
    try tool.withFolder { folder in
      try folder.write(
        "lintel: 1\nsolution: A\napps: { a: A, b: B }\nlinks: [a -> b, a -> c]\n", to: "lintel.yaml"
      )
      let run = try tool.run("build", "-o", "out", in: folder)
      #expect(run.code == 2 && run.errors.contains("the model has 1 error"))
      #expect(folder.contents.keys.contains("out/review.html"))
    }
  }

  @Test("a build that is killed leaves the old output or the new one, whole")
  func killed() throws {
    try tool.withFolder { folder in
      let model = tool.root.appending(path: "Models/webshop-1").path(percentEncoded: false)
      #expect(try tool.run("build", model, "-o", "out", in: folder).code == 0)
      let old = folder.appending(path: "out").contents
      for delay in stride(from: 1, through: 60, by: 6) {
        try tool.runAndKill(["build", model, "-o", "out"], in: folder, after: .milliseconds(delay))
        #expect(folder.appending(path: "out").contents == old, "killed after \(delay) ms")
      }
      #expect(try tool.run("build", model, "-o", "out", in: folder).code == 0)
      let left = try FileManager.default.contentsOfDirectory(
        atPath: folder.path(percentEncoded: false))
      #expect(left == ["out"], "nothing of the dead runs is left")
    }
  }

  @Test("one view goes to standard output as SVG, and into a file by its ending")
  func draw() throws {
    try tool.withFolder { folder in
      let svg = try tool.run("draw", "Models/webshop", "landscape")
      #expect(svg.code == 0 && svg.text.hasPrefix("<svg ") && svg.text.hasSuffix("</svg>\n"))
      let dot = try tool.run("draw", "Models/webshop", "landscape", "-f", "dot")
      #expect(dot.text.hasPrefix("digraph "))
      let png = folder.appending(path: "a.png").path(percentEncoded: false)
      #expect(try tool.run("draw", "Models/webshop", "landscape", "-o", png).code == 0)
      #expect(folder.contents["a.png"]?.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
    }
  }

  @Test("hostile names stay text in every output")
  func hostileNames() throws {
    try tool.withFolder { folder in
      let hostile = "</style><script>alert(1)</script>\\u001b[2J]]>\\\" onload=x {{7*7}}"
      try folder.write(
        """
        lintel: 1
        solution: "\(hostile)"
        apps: { a: { name: "\(hostile)", summary: "\(hostile)", technology: "\(hostile)" }, b: B }
        links:
          - { from: a, to: b, label: "\(hostile)" }

        """, to: "lintel.yaml")
      let run = try tool.run("build", "-o", "out", "--pictures", "dot", in: folder)
      #expect(run.code == 0, "\(run.errors)")
      for (file, data) in folder.appending(path: "out").contents {
        let text = String(decoding: data, as: UTF8.self)
        #expect(!text.contains("\u{1B}"), "\(file)")
        if file.hasSuffix(".html") || file.hasSuffix(".svg") || file.hasSuffix(".md") {
          #expect(!text.contains("<script"), "\(file)")
        }
      }
    }
  }
}
