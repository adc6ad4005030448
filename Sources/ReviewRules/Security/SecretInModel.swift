public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds secrets that stand in the model where only their names belong.
public struct SecretInModel: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    for link in solution.links.indices {
      guard let credential = solution.links[link].trust.credential else { continue }
      if let kind = Self.kind(of: credential) {
        verdicts.fail(Self.finding(solution.links[link], kind, credential.count))
      } else {
        verdicts.pass()
      }
    }
  }

  /// What a text is by its form; nil for what may well be a name.
  private static func kind(of text: String) -> String? {
    if text.hasPrefix("-----BEGIN") { return "a private key" }
    let words = text.split { $0 == " " }
    let isOneWord = words.count == 1
    if isOneWord, text.count >= 16 {
      for (prefix, kind) in prefixes where text.hasPrefix(prefix) { return kind }
    }
    let dots = text.count { $0 == "." }
    if isOneWord, text.hasPrefix("eyJ"), dots == 2 { return "a signed token" }
    let lowered = text.lowercased()
    for key in ["password=", "pwd=", "accountkey=", "sharedaccesskey="] {
      if let place = lowered.firstRange(of: key), place.upperBound < lowered.endIndex {
        return "a connection string"
      }
    }
    if let scheme = text.firstRange(of: "://"),
      let at = text[scheme.upperBound...].firstIndex(of: "@"),
      text[scheme.upperBound..<at].contains(":")
    {
      return "an address with a password"
    }
    return nil
  }

  /// How well-known services begin their secrets, so that they can be found.
  private static let prefixes = [
    ("AKIA", "a cloud access key"), ("ASIA", "a cloud access key"),
    ("AIza", "an API key"), ("ghp_", "an access token"), ("gho_", "an access token"),
    ("github_pat_", "an access token"), ("glpat-", "an access token"),
    ("xoxb-", "an access token"), ("xoxp-", "an access token"),
    ("sk_live_", "an API key"), ("rk_live_", "an API key"), ("SG.", "an API key"),
  ]

  private static func finding(_ link: Link, _ kind: String, _ length: Int) -> Finding {
    Finding(
      descriptor, .holdsSecret(link, kind), at: .link(link.id, "credential"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("looks like", kind, basis: "its form"), .init("length", "\(length) characters"),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "secret-in-model",
    title: "Secret in the model",
    family: .security,
    level: .error,
    profile: .minimal,
    quality: .security,
    summary: "The model holds what looks like a secret where the name of one belongs.",
    rationale: """
      A model is read by many and kept in version control for ever, with all its old versions. A \
      secret that stood there once is known.
      """,
    detection: """
      A `credential` of a link has the form of a secret: a private key, a token or key with the \
      beginning that a well-known service gives it, a signed token, a connection string with a \
      password, or an address with one. The message does not repeat it.
      """,
    remedy: """
      Change the secret today, wherever it is used; then write the name of its place in the vault \
      here. Deleting it from the file is not enough.
      """,
    falsePositives: "It is a name that happens to begin like a secret: give it another.",
    question: "Who has been able to read this file since the secret was put there?",
    references: [
      "CWE-798: Use of Hard-coded Credentials: https://cwe.mitre.org/data/definitions/798.html",
      "OWASP Secrets Management Cheat Sheet: https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
    ],
    examples: [
      RuleExample(
        "the connection string with its password",
        """
        apps:
          billing: Billing
        stores:
          invoices: Invoices
        links:
          - billing -> invoices: reads and writes
            via: sql
            credential: ⟦"server=db;user=billing;password=correct-horse"⟧
        """),
      RuleExample(
        "the name under which the vault keeps it",
        """
        apps:
          billing: Billing
        stores:
          invoices: Invoices
        links:
          - billing -> invoices: reads and writes
            via: sql
            credential: vault/billing/invoices-db
        """),
      RuleExample(
        "an address with a password, a token, and names that only resemble one",
        """
        apps: { a: A, b: B, c: C, d: D }
        links:
          - { from: a, to: b, via: rest, credential: ⟦"https://robot:horse@b.example"⟧ }
          - { from: b, to: c, via: rest, credential: ⟦glpat-0000000000000000⟧ }
          - { from: c, to: d, via: rest, credential: AKIA-rotation }
          - { from: d, to: a, via: rest, credential: "https://vault.example/d" }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func holdsSecret(_ link: Link, _ kind: String) -> Self {
    "the credential of \(Wording.name(link)) looks like \(kind), not like the name of one"
  }
}
