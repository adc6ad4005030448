/// The exact probability that the root of a structure works, module by module.
struct ModularReliability {
  let probability: Double
  /// By component, how the probability changes with that of the component: Birnbaum's importance.
  ///
  /// Zygmunt Birnbaum, *On the importance of different components in a multicomponent system*, 1969.
  let importances: [Double]

  private static let mostVariables = 1000

  /// Fails when the diagrams need more nodes than are left; what was used is taken off.
  ///
  /// - Complexity: exponential in the worst case; linear where all components are modules.
  init?(of structure: CoherentStructure, root: Int, nodesLeft: inout Int) {
    let modules = StructureModules(of: structure, root: root)
    var values = structure.up
    var parts: [(module: Int, shares: [ModuleFunction.Share])] = []
    for module in modules.inner {
      var function = ModuleFunction(of: module, in: structure, modules)
      guard function.variables.count <= Self.mostVariables,
        let answer = function.solve(values, nodesLeft: &nodesLeft)
      else { return nil }
      values[module] = answer.value
      parts.append((module, answer.shares))
    }
    probability = values[root]
    importances = Self.importances(parts, root: root, count: structure.count)
  }

  /// Hands the derivative of the root down from module to module.
  private static func importances(
    _ parts: [(module: Int, shares: [ModuleFunction.Share])], root: Int, count: Int
  ) -> [Double] {
    var ofModule = [Double](repeating: 0, count: count)
    var own = [Double](repeating: 0, count: count)
    var isInner = [Bool](repeating: false, count: count)
    for part in parts { isInner[part.module] = true }
    ofModule[root] = 1
    for part in parts.reversed() {
      for share in part.shares {
        let derivative = ofModule[part.module] * share.derivative
        if share.isOwn || !isInner[share.component] {
          own[share.component] += derivative
        } else {
          ofModule[share.component] += derivative
        }
      }
    }
    return own
  }
}

/// One module as a function of its own components and of the modules inside it.
private struct ModuleFunction {
  /// What a variable of the function stands for: a module inside as a whole, or a component that
  /// is up by itself.
  struct Variable {
    let component: Int
    let isOwn: Bool
  }

  /// How much the module's probability changes with that of a variable.
  struct Share {
    let component: Int
    let isOwn: Bool
    let derivative: Double
  }

  private let structure: CoherentStructure
  private let module: Int
  private(set) var variables: [Variable] = []
  /// The components of the module that are no modules themselves, children first but for circles.
  private var locals: [Int] = []
  private var ownVariable: [Int: Int] = [:]
  private var partVariable: [Int: Int] = [:]

  init(of module: Int, in structure: CoherentStructure, _ modules: StructureModules) {
    self.structure = structure
    self.module = module
    collect(modules)
  }

  /// Searches the module in depth, which also decides the order of its variables.
  private mutating func collect(_ modules: StructureModules) {
    var path = [(component: module, next: structure.starts[module])]
    var isSeen: Set<Int> = [module]
    open(module)
    while let top = path.last {
      guard top.next < structure.starts[top.component + 1] else {
        locals.append(top.component)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let child = structure.children[top.next]
      guard isSeen.insert(child).inserted else { continue }
      if modules.isModule[child] {
        partVariable[child] = variables.count
        variables.append(Variable(component: child, isOwn: false))
      } else {
        open(child)
        path.append((child, structure.starts[child]))
      }
    }
  }

  private mutating func open(_ component: Int) {
    guard structure.up[component] < 1 else { return }
    ownVariable[component] = variables.count
    variables.append(Variable(component: component, isOwn: true))
  }

  /// Nil when the diagram needs more nodes than are left.
  mutating func solve(_ values: [Double], nodesLeft: inout Int) -> (value: Double, shares: [Share])?
  {
    let chances = variables.map { $0.isOwn ? structure.up[$0.component] : values[$0.component] }
    if locals == [module], structure.needsAll(module) { return product(chances) }
    var diagram = DecisionDiagram(limit: nodesLeft)
    let function = draw(&diagram)
    nodesLeft -= diagram.nodeCount
    guard !diagram.isExhausted else { return nil }
    let answer = diagram.probability(of: function, up: chances)
    return (answer.value, shares(answer.derivatives))
  }

  private func shares(_ derivatives: [Double]) -> [Share] {
    zip(variables, derivatives).map {
      Share(component: $0.component, isOwn: $0.isOwn, derivative: $1)
    }
  }

  private func product(_ chances: [Double]) -> (value: Double, shares: [Share]) {
    var before = 1.0
    var derivatives = chances.map { chance in
      defer { before *= chance }
      return before
    }
    let value = before
    var after = 1.0
    for place in chances.indices.reversed() {
      derivatives[place] *= after
      after *= chances[place]
    }
    return (value, shares(derivatives))
  }

  private func draw(_ diagram: inout DecisionDiagram) -> Int {
    var functions: [Int: Int] = [:]
    for (component, variable) in partVariable.sorted(by: { $0.value < $1.value }) {
      functions[component] = diagram.variable(variable)
    }
    var place = 0
    let grouped = Dictionary(grouping: locals) { structure.groups.componentOf[$0] }
    var isDrawn: Set<Int> = []
    while place < locals.count, !diagram.isExhausted {
      let group = structure.groups.componentOf[locals[place]]
      place += 1
      // A circle is drawn once all that it needs is: with the last of its members.
      let members = grouped[group] ?? []
      guard members.last == locals[place - 1], isDrawn.insert(group).inserted else { continue }
      draw(members, &functions, &diagram)
    }
    return functions[module] ?? DecisionDiagram.always
  }

  /// Draws a component, or lets failures spread through a circle until nothing changes.
  private func draw(
    _ members: [Int], _ functions: inout [Int: Int], _ diagram: inout DecisionDiagram
  ) {
    for member in members {
      functions[member] =
        ownVariable[member].map { diagram.variable($0) } ?? DecisionDiagram.always
    }
    var isChanging = true
    while isChanging, !diagram.isExhausted {
      isChanging = false
      for member in members {
        let children = structure.children(of: member).map {
          functions[$0] ?? DecisionDiagram.always
        }
        let support = diagram.atLeast(structure.thresholds[member], of: children)
        let known = functions[member] ?? DecisionDiagram.always
        let next = diagram.and(known, support)
        if next != known {
          functions[member] = next
          isChanging = members.count > 1
        }
      }
    }
  }
}
