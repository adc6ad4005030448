import DiagramScene
import MarkupText

/// The drawing of an icon on a grid of 20 by 20, with a margin of 2 on all sides.
///
/// Lines are 1.6 wide and have round ends, so a line of no length is a dot.
struct IconShape {
  /// As path data.
  let path: SVG

  init(_ path: SVG) { self.path = path }

  static func of(_ icon: Icon) -> Self {
    switch icon {
    case .person: .person
    case .group: .group
    case .partner: .partner
    case .domain: .domain
    case .system: .system
    case .erp: .erp
    case .crm: .crm
    case .content: .content
    case .identity: .identity
    case .insight: .insight
    case .monitoring: .monitoring
    case .pipeline: .pipeline
    case .cloud: .cloud
    case .devices: .devices
    case .ai: .ai
    case .mainframe: .mainframe
    case .web: .web
    case .mobile: .mobile
    case .service: .service
    case .api: .api
    case .batch: .batch
    case .gateway: .gateway
    case .integration: .integration
    case .portal: .portal
    case .function: .function
    case .module: .module
    case .relational: .relational
    case .document: .document
    case .keyValue: .keyValue
    case .graph: .graph
    case .search: .search
    case .cache: .cache
    case .file: .file
    case .object: .object
    case .lake: .lake
    case .warehouse: .warehouse
    case .queue: .queue
    case .topic: .topic
    case .stream: .stream
    case .bus: .bus
    case .fileDrop: .fileDrop
    }
  }
}
