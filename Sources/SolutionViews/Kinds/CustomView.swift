import SolutionModel

/// A view that the model defines.
struct CustomView: ViewSeries {
  func entries(in source: ViewSource) -> [ViewEntry] { [] }

  func view(_ entry: ViewEntry, from source: ViewSource) -> View? { nil }
}
