import ReviewEngine

extension FamilyPapers {
  static let security = FamilyPapers(
    .security,
    leavesOut: [
      .init(
        "Injection, cross-site scripting and other faults of code",
        "They are found in code; a model does not show them."),
      .init(
        "No limit on the rate of calls",
        """
        The language has no key for it; `internet-without-gateway` asks for the place where limits \
        are set.
        """),
      .init(
        "Leavers who keep their access",
        """
        Whether accounts end with the work is a matter of provisioning that few models draw; \
        `sign-on-missing` finds the apps outside the central sign-on.
        """),
      .init(
        "Certificate without an owner or an end",
        "The language names secrets and says nothing about them."),
      .init(
        "External system without an owner",
        "Owners and contracts are asked for by the families of the model and of operability."),
      .init(
        "Confidential or personal data that leaves its zone",
        "It is followed along its whole path, with the other rules on where data travels."),
      .init(
        "Authentication or encryption not declared",
        """
        What nobody said is unknown, not missing: the completeness of the review counts it once for \
        all links.
        """),
      .init(
        "Hardening, patches, firewalls for applications",
        "They are facts of machines that change more often than any model."),
    ])
}
