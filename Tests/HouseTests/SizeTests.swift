import Testing

@Suite struct SizeTests {
  private static let sources = House.files(below: "Sources", ending: ".swift")

  @Test("no file is longer than 400 lines, and half of them are at most 90")
  func fileSizes() throws {
    let sizes = try Self.sources.map { file in
      (file, try House.text(file).split(separator: "\n", omittingEmptySubsequences: false).count)
    }
    for (file, lines) in sizes { #expect(lines <= 400, "\(file) has \(lines) lines") }
    let sorted = sizes.map(\.1).sorted()
    #expect(sorted[sorted.count / 2] <= 90)
  }

  @Test("no function is longer than 60 lines")
  func functionSizes() throws {
    for file in Self.sources {
      let lines = try House.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      for (start, line) in lines.enumerated() {
        guard line.firstMatch(of: /^\s*(?:[@\w()]+ )*(?:func |init[?(<])/) != nil else { continue }
        let indent = line.prefix { $0 == " " }
        let end = lines[(start + 1)...].firstIndex { $0.hasPrefix(indent + "}") } ?? start
        #expect(end - start <= 60, "\(file):\(start + 1) has \(end - start) lines")
      }
    }
  }

  @Test("nothing is left to be done later, and no code is commented out")
  func nothingLeft() throws {
    for file in Self.sources {
      let text = try House.text(file)
      #expect(text.firstMatch(of: /\b(?:TODO|FIXME|XXX)\b/) == nil, "\(file)")
      #expect(
        text.firstMatch(of: /(?m)^\s*\/\/ (?:let|var|func|return|if|for|guard) .*[{)=]$/) == nil,
        "\(file)")
    }
  }
}
