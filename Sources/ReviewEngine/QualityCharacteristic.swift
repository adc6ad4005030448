/// The quality of a product that a finding touches (ISO/IEC 25010:2023).
public enum QualityCharacteristic: String, Hashable, Sendable, CaseIterable {
  case functionalSuitability = "functional suitability"
  case performanceEfficiency = "performance efficiency"
  case compatibility
  case interactionCapability = "interaction capability"
  case reliability, security, maintainability, flexibility, safety
}
