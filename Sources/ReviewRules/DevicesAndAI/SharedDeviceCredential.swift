public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds fleets in which every device knows the same secret.
public struct SharedDeviceCredential: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isDevice = graph.devices()
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      guard let leg = graph.legs(of: link).first, isDevice[leg.source],
        (graph.solution.elements[leg.source].instances ?? 1) > 1,
        let authentication = graph.solution.links[link].trust.authentication
      else { continue }
      verdicts.used("authentication", ofLink: link)
      guard Self.isOneSecret(authentication) else {
        verdicts.pass()
        continue
      }
      guard let credential = graph.solution.links[link].trust.credential else {
        verdicts.unknown(missing: "credential", ofLink: link)
        continue
      }
      verdicts.fail(
        Self.finding(
          graph.solution.links[link], credential, authentication,
          devices: graph.solution.elements[leg.source].instances ?? 1))
    }
  }

  /// Whether who knows the secret is taken for its owner.
  private static func isOneSecret(_ authentication: Authentication) -> Bool {
    switch authentication {
    case .apiKey, .basic, .signed: true
    case .none, .oauth2, .oidc, .saml, .mtls, .sshKey, .kerberos, .certificate: false
    }
  }

  private static func finding(
    _ link: Link, _ credential: String, _ authentication: Authentication, devices: Int
  ) -> Finding {
    Finding(
      descriptor, .isKnownToAll(link, credential, devices), at: .link(link.id, "credential"),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("authentication", authentication.rawValue), .init("credential", credential),
          .init("devices", "\(devices)"),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "shared-device-credential",
    title: "Shared device credential",
    family: .devicesAndAI,
    level: .warning,
    weighs: [.exposure],
    quality: .security,
    summary: "All devices of a fleet prove who they are by one and the same secret.",
    rationale: """
      Somebody will open one of the devices, and then is all of them. The secret cannot be changed \
      without reaching every one, so it is not changed.
      """,
    detection: """
      A link in use out of a device with several `instances` names one `credential` for \
      `authentication: api-key`, `basic` or `signed`. Without the name of the credential it is unknown.
      """,
    remedy: """
      Give each device a key of its own, best in hardware (`authentication: mtls`), and a register in \
      which a single one can be locked out.
      """,
    falsePositives:
      "The name stands for a family of keys, one a device: name it so and waive this.",
    question:
      "One device is stolen tonight: what is done, and what happens to the others meanwhile?",
    references: [
      "OWASP IoT Top 10 2018, I1: Weak, Guessable, or Hardcoded Passwords",
      "ETSI EN 303 645, provision 5.1, No universal default passwords",
    ],
    examples: [
      RuleExample(
        "twelve thousand pumps, one key",
        """
        systems: { pumps: { name: Pumps, type: device-fleet, instances: 12000 } }
        apps: { hub: { name: Device hub, type: gateway } }
        links:
          - { from: pumps, to: hub, via: mqtt, authentication: api-key, credential: ⟦fleet-key⟧ }
        """),
      RuleExample(
        "each pump has a certificate of its own",
        """
        systems: { pumps: { name: Pumps, type: device-fleet, instances: 12000 } }
        apps: { hub: { name: Device hub, type: gateway } }
        links:
          - { from: pumps, to: hub, via: mqtt, authentication: mtls, credential: fleet-authority }
        """),
      RuleExample(
        "a single device shares with nobody, and an app is no fleet",
        """
        systems: { gate: { name: Gate, type: device-fleet } }
        apps: { hub: { name: Device hub, type: gateway }, desk: { name: Desk, instances: 3 } }
        links:
          - { from: gate, to: hub, via: mqtt, authentication: basic, credential: gate-key }
          - { from: desk, to: hub, via: rest, timeout: 1s, authentication: basic, credential: desk-key }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isKnownToAll(_ link: Link, _ credential: String, _ devices: Int) -> Self {
    "\(devices) devices of '\(link.source)' share one secret, '\(credential)', towards '\(link.destination)'"
  }
}
