import Foundation
import LintelKit
import LocalMachine
import ReviewEngine
import SolutionModel
import Testing

@Suite struct FingerprintTests {
  @Test("no two findings of a model have one fingerprint", arguments: House.folders(in: "Models"))
  func fingerprintsDiffer(model: String) throws {
    let path = House.root.appending(path: "Models/\(model)").path(percentEncoded: false)
    var choices = ReviewChoices()
    choices.profile = .board
    let machine = LocalMachine.make()
    let review = try Workspace(at: path, on: machine).review(choices, on: machine)
    #expect(review.repeatedFingerprints == [])
    #expect(!review.hasErrors)
  }
}
