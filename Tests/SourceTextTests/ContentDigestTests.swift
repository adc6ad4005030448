import SourceText
import Testing

@Suite struct ContentDigestTests {
  /// Messages and digests of NIST: FIPS 180-4 examples and the SHA-256 short-message vectors.
  private static let vectors: [(message: [UInt8], digest: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    ),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ([0xD3], "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    (
      [0xB4, 0x19, 0x0E], "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"
    ),
    (
      Array(repeating: UInt8(ascii: "a"), count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("a digest is that of the standard", arguments: vectors.indices)
  func digestsAsTheStandardDoes(_ index: Int) {
    let (message, digest) = Self.vectors[index]
    #expect(ContentDigest(of: message).hexadecimal() == digest)
  }

  @Test("a text is digested as UTF-8, and a prefix of the digits can be asked for")
  func digestsText() {
    let bytes = Array("Größe".utf8)
    #expect(ContentDigest(of: "Größe") == ContentDigest(of: bytes))
    #expect(ContentDigest(of: "abc").hexadecimal(8) == "ba7816bf")
    #expect(ContentDigest(of: "abc").bytes.count == 32)
  }

  @Test("messages of every length around a block's end have digests of their own")
  func padsEveryLength() {
    let digests = (0...130).map { ContentDigest(of: Array(repeating: UInt8(0), count: $0)) }
    #expect(Set(digests).count == digests.count)
  }
}
