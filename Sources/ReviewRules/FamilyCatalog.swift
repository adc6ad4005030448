public import ReviewEngine

/// The papers of every family, in the order of `RuleFamily`.
public enum FamilyCatalog {
  public static let families: [FamilyPapers] = [
    .coupling,
    .interaction,
    .batch,
    .availability,
    .data,
    .fit,
    .security,
    .operability,
    .lifecycle,
    .model,
    .devicesAndAI,
  ]
}
