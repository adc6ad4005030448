/// What an integration is for.
///
/// The words are those of `reference` pages and of `use-case:`.
public enum UseCase: String, Hashable, Sendable, CaseIterable {
  case identity
  case referenceData = "reference-data"
  case viewSearch = "view-search"
  case useRefer = "use-refer"
  case process
  case exportImportBatch = "export-import-batch"
  case masterData = "master-data"
  case dataDistribution = "data-distribution"
  case mobileOffline = "mobile-offline"
  case uiContent = "ui-content"
  case reporting = "bi-reporting"
  case orchestration
  case operations
  case iot
  case ai
  case legacyAccess = "legacy-access"
  case businessToBusiness = "b2b"
  case notification
  case testService = "test-service"

  /// For people.
  public var title: String {
    switch self {
    case .identity: "Single sign-on, directory and identity"
    case .referenceData: "Import and distribute reference data"
    case .viewSearch: "View or search data of another system"
    case .useRefer: "Use and refer to data of another system"
    case .process: "Process integration"
    case .exportImportBatch: "Export, import and batch"
    case .masterData: "Master data"
    case .dataDistribution: "Distribute master and transactional data"
    case .mobileOffline: "Mobile and offline"
    case .uiContent: "User interface, content and content delivery"
    case .reporting: "Business intelligence and reporting"
    case .orchestration: "Process orchestration and state engines"
    case .operations: "Delivery, operations and monitoring"
    case .iot: "Internet of things"
    case .ai: "Machine learning and AI"
    case .legacyAccess: "Access to a legacy system"
    case .businessToBusiness: "Exchange with business partners"
    case .notification: "Notify people"
    case .testService: "Services for test automation"
    }
  }
}
