public import ReviewEngine

/// Every built-in rule, a line each; a test compares the list with the folders.
public enum RuleCatalog {
  /// By family, then by id.
  public static let rules: [any Rule.Type] = [
    ChattyLink.self,
    CyclicDependency.self,
    HubElement.self,
    MutualDependency.self,
    SharedDataStore.self,

    DeadLetterMissing.self,
    NeedlessBroker.self,
    OneWayDataOverRequestReply.self,
    RetryAmplification.self,
    RetryWithoutIdempotency.self,
    SynchronousCallChain.self,
    TimeoutInversion.self,
    TimeoutMissing.self,

    AvailabilityBelowTarget.self,
    AvailabilityUnknown.self,
    CriticalityInversion.self,
    DependencyNotBetterThanTarget.self,
    FallbackMissing.self,
    FallbackUnproven.self,
    HardNeedInOptionalStep.self,
    IdentityProviderOutage.self,
    ManualFailoverTooSlow.self,
    RecoveryPointAboveTarget.self,
    RecoveryTimeAboveTarget.self,
    ServiceHoursTooShort.self,
    SharedFate.self,
    SingleInstance.self,
    SinglePointOfFailure.self,
    TargetMissing.self,
    UnrealisticAvailability.self,

    NoMaster.self,
    SeveralMasters.self,
    TwoWaySynchronisation.self,

    DatabaseThroughZoneBorder.self,
    LinkToRetiredElement.self,

    AuthenticationMissing.self,
    ConfidentialDataByMail.self,
    EncryptionMissing.self,
    PlainFtp.self,
    SecretInModel.self,
    SharedCredential.self,
    WeakAuthenticationAcrossBorder.self,
    WebhookUnsigned.self,

    OwnerMissing.self,
    UnconnectedElement.self,
    UnusedData.self,
    WaiverExpired.self,
    WaiverWithoutMatch.self,
  ]
}
