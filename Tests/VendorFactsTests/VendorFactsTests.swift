import SolutionModel
import Testing

@testable import VendorFacts

@Suite struct VendorFactsTests {
  @Test("the files that are shipped can be read, and every line has its source and its day")
  func shippedFiles() {
    #expect(SupportEnd.catalogue.count > 80)
    #expect(MessageLimit.catalogue.count > 5)
    #expect(DeprecatedPart.catalogue.count > 2)
    let provenance =
      SupportEnd.catalogue.map(\.provenance) + MessageLimit.catalogue.map(\.provenance)
      + DeprecatedPart.catalogue.map(\.provenance)
    for origin in provenance {
      #expect(origin.source.hasPrefix("https://") && origin.source.count > 15)
      #expect(origin.checked.year >= 2026)
    }
  }

  @Test("no two lines are about one thing")
  func unique() {
    let ends = SupportEnd.catalogue.map { "\($0.product) \($0.version)" }
    #expect(Set(ends).count == ends.count)
    let limits = MessageLimit.catalogue.map(\.product)
    #expect(Set(limits).count == limits.count)
  }

  @Test("every line is found by its own names")
  func foundByName() {
    for end in SupportEnd.catalogue {
      #expect(SupportEnd.answer(for: "\(end.product) \(end.version)") == .ends(end))
    }
    for limit in MessageLimit.catalogue {
      #expect(MessageLimit.known(of: "our \(limit.product) West") == limit)
    }
    for part in DeprecatedPart.catalogue {
      #expect(DeprecatedPart.named(in: "Mendix 9, \(part.part)").contains(part))
    }
  }

  @Test(
    "a version stands for those below it, whatever surrounds the name",
    arguments: [
      ("PostgreSQL 16.4", "16"), ("Postgres v12", "12"), ("Microsoft SQL Server 2014 SP3", "2014"),
      ("Oracle 19c", "19"), (".NET Core 3.1.32", "3.1"), ("java 17, Spring Boot 2.7.18", "2.7"),
      ("MySQL 8.0", "8.0"), ("Windows Server 2012 R2", "2012"),
    ])
  func versions(technology: String, version: String) throws {
    guard case .ends(let end) = SupportEnd.answer(for: technology) else {
      Issue.record("nothing is known of \(technology)")
      return
    }
    #expect(end.version == version)
  }

  @Test(
    "other products, other versions and looser versions are not taken for those that are known",
    arguments: [
      "Kafka 3", "PostgreSQL 99", "MySQL 8", "Spring Boot 3", "AngularX 1", "Oracle Linux 8",
      ".NET Framework 4.8", "", "16", "PHP 7.40",
    ])
  func strangers(technology: String) {
    #expect(SupportEnd.answer(for: technology) == nil)
  }

  @Test("a product that is known without its version is said so")
  func withoutVersion() {
    #expect(SupportEnd.answer(for: "PostgreSQL") == .versionMissing(product: "PostgreSQL"))
  }

  @Test(
    "a line that is not right stops the reader",
    arguments: [
      ("A; 1; updates; 2026-01-01; 2026-01-01", 1),
      ("# for people\nA; 1; updates; 2026-02-30; 2026-01-01; https://a.example", 2),
      ("A; 1; updates; 2026-01-01; yesterday; https://a.example", 1),
      ("A; 1; updates; 2026-01-01; 2026-01-01; http://a.example", 1),
      ("A; one; updates; 2026-01-01; 2026-01-01; https://a.example", 1),
      ("A;  1; updates; 2026-01-01; 2026-01-01; https://a.example", 1),
      (
        """
        A; 2; updates; 2026-01-01; 2026-01-01; https://a.example
        A; 1; updates; 2026-01-01; 2026-01-01; https://a.example
        """, 2
      ),
      (
        """
        A; 1; updates; 2026-01-01; 2026-01-01; https://a.example
        A; 1; updates; 2026-01-01; 2026-01-01; https://a.example
        """, 2
      ),
    ])
  func badLines(text: String, line: Int) {
    #expect { try SupportEnd.read(Array(text.utf8)) } throws: { error in
      (error as? FactTable.Flaw)?.line == line
    }
  }
}
