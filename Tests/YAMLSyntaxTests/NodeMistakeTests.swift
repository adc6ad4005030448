import Testing

@Suite struct NodeMistakeTests {
  private static let mistakes: [Mistake] = [
    Mistake(
      "⟦a⟧: 1\n⟦a⟧: 2", place: 1, "duplicate-key", "the key 'a' is given twice in one mapping",
      "given again", notes: ["first given here"], help: ["merge the two entries, or rename one"]),
    Mistake(
      "- {a: {⟦c⟧: 1, ⟦\"c\"⟧: 2}}", place: 1, "duplicate-key",
      "the key 'c' is given twice in one mapping", "given again", notes: ["first given here"],
      help: ["merge the two entries, or rename one"]),
    Mistake(
      "a: &x {b: 1}\n⟦<<⟧: *x", "merge-key", "merge keys ('<<') are not part of YAML 1.2",
      "not supported", help: ["write the merged keys out"]),
    Mistake(
      "? ⟦[a, b]⟧\n: c", "collection-as-key",
      "a key is a word or a text, never a list or a mapping", "not a key"),
    Mistake(
      "⟦{a: b}⟧: c", "collection-as-key", "a key is a word or a text, never a list or a mapping",
      "not a key"),
    Mistake(
      "a: ⟦!!binary⟧ aGk=", "unknown-tag", "the tag '!!binary' means nothing for this value",
      "unknown tag", help: ["delete the tag", "put a text that begins with '!' in quotes"]),
    Mistake(
      "a: ⟦!mine⟧ {b: 1}", "unknown-tag", "the tag '!mine' means nothing for this value",
      "unknown tag", help: ["delete the tag", "put a text that begins with '!' in quotes"]),
    Mistake(
      "a: ⟦!!int⟧ \"1\"", "unknown-tag", "the tag '!!int' means nothing for this value",
      "unknown tag", help: ["delete the tag", "put a text that begins with '!' in quotes"]),
    Mistake(
      "a: &x ⟦!!seq⟧ {b: 1}", "unknown-tag", "the tag '!!seq' means nothing for this value",
      "unknown tag", help: ["delete the tag", "put a text that begins with '!' in quotes"]),
    Mistake(
      "a: ⟦*b⟧\nb: &b 1", "unknown-alias", "no anchor '&b' stands before the alias '*b'",
      "unknown alias", help: ["put a text that begins with '*' in quotes: \"*b\""]),
    Mistake(
      "a: &a ⟦[b, ⟦*a⟧]⟧", place: 1, "cyclic-alias",
      "the alias '*a' stands inside what it stands for", "contains itself",
      notes: ["what it stands for"]),
    Mistake(
      "a: 1\n⟦---⟧\nb: 2", "several-documents",
      "a second YAML document begins here, and a file holds one", "second document",
      help: ["put each document in a file of its own: a folder of files is one model"]),
    Mistake(
      "a: 1\n...\n⟦---⟧", "several-documents",
      "a second YAML document begins here, and a file holds one", "second document",
      help: ["put each document in a file of its own: a folder of files is one model"]),
    Mistake(
      "a: &x ⟦!foo⟧ b", "unknown-tag", "the tag '!foo' means nothing for this value", "unknown tag",
      help: ["delete the tag", "put a text that begins with '!' in quotes"]),
  ]

  @Test(
    "YAML that no model can use is refused with its place and what would be right",
    arguments: mistakes)
  func saysWhatIsWrong(_ mistake: Mistake) { mistake.expectDiagnostic() }
}
