public import DiagramScene
import GraphvizLayout
public import MachinePorts
public import ReviewEngine
import ScenePainting
import SequenceLayout
import SolutionModel
import SolutionReading
public import SolutionViews

/// A view with a place for everything in it, ready to be painted in any theme.
public struct Drawing: Sendable {
  public let view: View
  public let placed: PlacedScene

  /// The view's id, which is safe as a file name.
  public var id: String { view.id }

  /// What a reader should know, such as that a simpler layout was used.
  public var notes: [String] { placed.notes }
}

extension Workspace {
  /// Every view of the solution, the automatic ones and the model's own, without making any.
  public var viewEntries: [ViewEntry] { ViewCatalog(graph).entries }

  /// The views with these ids, in their order; all views for none.
  ///
  /// - Throws: `unknownView`.
  public func views(_ ids: [String] = []) throws(LintelError) -> [View] {
    let catalog = ViewCatalog(graph)
    guard !ids.isEmpty else { return catalog.views }
    var views: [View] = []
    for id in ids {
      guard let view = catalog.view(named: id) else {
        let known = catalog.entries.map(\.id)
        throw .unknownView(id, known: known, nearest: NearestWord.nearest(to: id, in: known))
      }
      views.append(view)
    }
    return views
  }

  /// Places everything that the views show, in worker processes.
  ///
  /// `progress` is called with how many of how many are placed.
  public func drawings(
    of views: [View], on machine: Machine, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(LintelError) -> [Drawing] {
    let composer = SceneComposer(solution)
    var drawings = [Drawing?](repeating: nil, count: views.count)
    var count = 0
    // A sequence needs no search for places, so no helper either.
    let maps = views.indices.filter { views[$0].sequence == nil }
    for place in views.indices where views[place].sequence != nil {
      let placed = SequenceLayout.place(composer.scene(of: views[place]))
      drawings[place] = Drawing(view: views[place], placed: placed)
      count += 1
    }
    do {
      try GraphvizLayout().place(maps.count, machine: machine) {
        composer.scene(of: views[maps[$0]])
      } placed: { place, placed in
        drawings[maps[place]] = Drawing(view: views[maps[place]], placed: placed)
        count += 1
        progress(count, views.count)
      }
      return drawings.compactMap(\.self)
    } catch {
      throw .layout("\(error)")
    }
  }

  /// The findings of a review as marks on a view.
  public func overlay(of review: Review, on view: View) -> Overlay {
    let marks = review.marks.map { mark in
      (mark.subject, Overlay.Mark(level: mark.level, count: mark.count, messages: mark.messages))
    }
    return OverlayComposer(solution).overlay(
      Dictionary(uniqueKeysWithValues: marks), on: view)
  }
}
