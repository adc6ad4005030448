import SolutionModel

/// A predicate made ready to be asked of many elements and links.
///
/// An answer is true, false or nil: nobody can say. Nobody can say what a key means for a subject
/// that cannot have it, how two values compare that have no order between them, and whether a value
/// that the model does not give is over or under another. A value that is not given is different
/// from every value, though: `type != web` holds for an app without a type. Nil goes through `not`,
/// `and` and `or` as in Kleene's logic of three values; only true chooses.
struct PredicateTest<Subject> {
  typealias Reading = (Subject) -> [AttributeValue]

  private indirect enum Form {
    case unknown
    case compare(Reading, Predicate.Comparison, String)
    case isOneOf(Reading, [String])
    case has(Reading)
    case not(Form)
    case and(Form, Form)
    case or(Form, Form)
  }

  private let form: Form

  /// Resolves every key once; `reading` answers nil for one that the subject cannot have.
  init(_ predicate: Predicate, reading: (String) -> Reading?) {
    form = Self.form(of: predicate, reading)
  }

  func holds(for subject: Subject) -> Bool { Self.answer(form, subject) == true }

  private static func form(of predicate: Predicate, _ reading: (String) -> Reading?) -> Form {
    switch predicate {
    case .compare(let key, let comparison, let value):
      reading(key).map { .compare($0, comparison, value) } ?? .unknown
    case .isOneOf(let key, let values): reading(key).map { .isOneOf($0, values) } ?? .unknown
    case .has(let key): reading(key).map { .has($0) } ?? .unknown
    case .not(let inner): .not(form(of: inner, reading))
    case .and(let left, let right): .and(form(of: left, reading), form(of: right, reading))
    case .or(let left, let right): .or(form(of: left, reading), form(of: right, reading))
    }
  }

  private static func answer(_ form: Form, _ subject: Subject) -> Bool? {
    switch form {
    case .unknown: return nil
    case .compare(let read, let comparison, let value):
      return compare(read(subject), comparison, value)
    case .isOneOf(let read, let values):
      let found = read(subject)
      return any(of: values) { compare(found, .equal, $0) }
    case .has(let read): return !read(subject).isEmpty
    case .not(let inner): return answer(inner, subject).map { !$0 }
    case .and(let left, let right):
      let first = answer(left, subject)
      if first == false { return false }
      let second = answer(right, subject)
      return second == false ? false : (first == nil || second == nil ? nil : true)
    case .or(let left, let right):
      let first = answer(left, subject)
      if first == true { return true }
      let second = answer(right, subject)
      return second == true ? true : (first == nil || second == nil ? nil : false)
    }
  }

  /// Of several values one is enough; for `!=` none may be equal.
  private static func compare(
    _ values: [AttributeValue], _ comparison: Predicate.Comparison, _ word: String
  ) -> Bool? {
    switch comparison {
    case .equal: values.isEmpty ? false : any(of: values) { $0.compare(.equal, word) }
    case .notEqual: compare(values, .equal, word).map { !$0 }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      values.isEmpty ? nil : any(of: values) { $0.compare(comparison, word) }
    }
  }

  private static func any<Value>(of values: [Value], _ test: (Value) -> Bool?) -> Bool? {
    var answer: Bool? = false
    for value in values {
      switch test(value) {
      case true: return true
      case false: break
      case nil: answer = nil
      }
    }
    return answer
  }
}
