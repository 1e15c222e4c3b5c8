import Kernel

/// What is out for everybody: one edition of one publication. It stands in tables of its own, which hold nothing else, so that
/// whoever reads it needs no permission and can reach nothing but it.
package struct OpenRelease: Sendable {
    package let id: ID<OpenRelease>
    /// The partnership's part of addresses, and its name.
    package let slug: String
    package let publisher: String
    package let isDemonstration: Bool
    /// The number under which the partnership published it.
    package let number: Int
    package let kind: PublicationKind
    package let title: String
    package let period: Period
    package let edition: Int
    package let summary: String
    /// What has to be known to read its figures rightly.
    package let notes: [String]
    package let licence: String
    /// What it says otherwise than the edition before.
    package let changes: [EditionChange]
    package let publishedAt: Moment
    package let changedAt: Moment
    /// The number of the edition after it.
    package let supersededBy: Int?
    package let withdrawnAt: Moment?
    package let withdrawnReason: String
    package var files: [OpenFile]
}

/// One file of a release, without its bytes.
package struct OpenFile: Sendable, Hashable {
    package let name: String
    package let title: String
    package let mediaType: String
    /// SHA-256 in hexadecimal digits.
    package let digest: String
    package let size: Int
}

/// One file of a release as it is sent.
struct OpenFileBytes: Sendable {
    let file: OpenFile
    let changedAt: Moment
    let bytes: [UInt8]
}
