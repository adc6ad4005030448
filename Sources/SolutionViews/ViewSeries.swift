/// One kind of view: which views of it a solution has, and what each shows.
protocol ViewSeries: Sendable {
  /// The views of this kind, without what they show.
  ///
  /// - Complexity: O(n) in the elements, flows or definitions of the solution.
  func entries(in source: ViewSource) -> [ViewEntry]

  /// What a view shows; nil when the solution no longer has its subject.
  func view(_ entry: ViewEntry, from source: ViewSource) -> View?
}
