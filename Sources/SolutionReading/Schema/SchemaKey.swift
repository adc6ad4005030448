import SolutionModel
import YAMLSyntax

/// One key of the language: its name, what it takes, what it means, and where its value goes.
///
/// Reading, error texts, the JSON Schema and the reference page all follow from this value.
struct SchemaKey<Draft>: Sendable {
  typealias Store = @Sendable (YAMLNode, inout Draft, inout Reading) -> Void

  let name: String
  let form: ValueForm
  let summary: String
  private(set) var isRequired = false
  /// The value that counts where the model gives none, as a model would write it.
  private(set) var usual: String?
  /// Whether several passages about one subject may each say something under this key.
  private(set) var adds: Bool
  /// Whether it only declares names, so that it is read before any key that refers to them.
  private(set) var declares = false
  let store: Store

  /// A key that is stored in a way of its own.
  init(
    _ name: String, _ form: ValueForm, adds: Bool = false, _ summary: String,
    store: @escaping Store
  ) {
    self.name = name
    self.form = form
    self.summary = summary
    self.adds = adds
    self.store = store
  }

  /// A key for a value that the draft may lack.
  init<Value>(
    _ name: String, _ kind: ValueKind<Value>, _ path: any WritableKeyPath<Draft, Value?> & Sendable,
    _ summary: String
  ) {
    self.init(name, kind.form, summary) { node, draft, reading in
      if let value = kind.read(node, &reading) { draft[keyPath: path] = value }
    }
  }

  /// A key for a value that the draft always has.
  init<Value>(
    _ name: String, _ kind: ValueKind<Value>,
    replacing path: any WritableKeyPath<Draft, Value> & Sendable, _ summary: String
  ) {
    self.init(name, kind.form, summary) { node, draft, reading in
      if let value = kind.read(node, &reading) { draft[keyPath: path] = value }
    }
  }

  /// A key for a list, to which an `extend` may add.
  init<Value>(
    _ name: String, _ kind: ValueKind<[Value]>,
    adding path: any WritableKeyPath<Draft, [Value]> & Sendable, _ summary: String
  ) {
    self.init(name, kind.form, summary) { node, draft, reading in
      if let values = kind.read(node, &reading) { draft[keyPath: path] += values }
    }
  }

  /// A key for a map whose own keys describe the same draft.
  init(_ name: String, inside schema: RecordSchema<Draft>, _ summary: String) {
    self.init(name, .record { schema.form }, summary) { node, draft, reading in
      schema.read(node, into: &draft, &reading)
    }
  }

  var required: Self {
    var copy = self
    copy.isRequired = true
    return copy
  }

  /// The key with the value that counts where the model gives none.
  func usually(_ value: String) -> Self {
    var copy = self
    copy.usual = value
    return copy
  }

  /// The key, read in the first pass.
  var declaring: Self {
    var copy = self
    copy.declares = true
    copy.adds = true
    return copy
  }

  var keyForm: RecordForm.Key {
    RecordForm.Key(
      name: name, summary: summary, form: form, isRequired: isRequired, usual: usual)
  }
}
