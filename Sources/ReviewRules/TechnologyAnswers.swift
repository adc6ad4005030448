/// What is known of technologies, each looked up once, because many elements name the same one.
struct TechnologyAnswers<Answer> {
  private let look: (String) -> Answer
  private var known: [String: Answer] = [:]

  init(from look: @escaping (String) -> Answer) { self.look = look }

  mutating func answer(for technology: String) -> Answer {
    if let answer = known[technology] { return answer }
    let answer = look(technology)
    known[technology] = answer
    return answer
  }
}
