import DiagramScene
import TestSupport
import Testing

@testable import GraphvizLayout

@Suite struct CodecTests {
  @Test("a problem and its placement come back as they were", arguments: 0..<10)
  func roundTrips(seed: Int) throws {
    let problem = SampleProblem.random(seed: seed, boxes: 1 + seed * 4, frames: seed % 4)
    #expect(try LayoutProblem(bytes: problem.bytes) == problem)
    var placement = GridLayout.place(problem)
    placement.notes.append("ümlaut, \u{1F600}")
    #expect(try Placement(bytes: placement.bytes, of: problem) == placement)
  }

  @Test("bytes that are cut or changed are refused or read as another problem, never worse")
  func survivesDamage() {
    let bytes = SampleProblem.random(seed: 1, boxes: 12).bytes
    for count in 0..<bytes.count {
      #expect(throws: ByteReader.Malformed.self) {
        try LayoutProblem(bytes: Array(bytes.prefix(count)))
      }
    }
    var random = SeededRandom(seed: 7)
    for _ in 0..<2_000 {
      var damaged = bytes
      damaged[random.number(below: damaged.count)] = UInt8(random.number(below: 256))
      guard let problem = try? LayoutProblem(bytes: damaged) else { continue }
      #expect(problem.boxes.allSatisfy { ($0.frame ?? 0) < problem.frames.count })
    }
  }

  @Test("an answer to another problem is refused")
  func refusesForeignAnswers() {
    let bytes = GridLayout.place(SampleProblem.plain(boxes: 2)).bytes
    #expect(throws: ByteReader.Malformed.self) {
      try Placement(bytes: bytes, of: SampleProblem.plain(boxes: 3))
    }
  }
}
