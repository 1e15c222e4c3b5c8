import Access
import Kernel

/// What a file is attached to.
package enum FileParent: Hashable, Sendable {
    case concern(ID<Concern>)
    case visit(ID<Visit>)
    case answer(ID<ScopingRequest>)

    /// As the database keeps it.
    var kind: String {
        switch self {
        case .concern: "concern"
        case .visit: "visit"
        case .answer: "answer"
        }
    }

    package var id: String {
        switch self {
        case .concern(let id): id.text
        case .visit(let id): id.text
        case .answer(let id): id.text
        }
    }

    init?(kind: String, id: String) {
        switch kind {
        case "concern": if let id = ID<Concern>(id) { self = .concern(id) } else { return nil }
        case "visit": if let id = ID<Visit>(id) { self = .visit(id) } else { return nil }
        case "answer": if let id = ID<ScopingRequest>(id) { self = .answer(id) } else { return nil }
        default: return nil
        }
    }
}

/// An attached file; its name is sealed.
package struct FileDetail: Sendable {
    package let id: ID<StoredFile>
    package let parent: FileParent
    package let concern: ID<Concern>?
    let sealedName: [UInt8]
    package let kind: FileKind?
    /// Bytes.
    package let size: Int
    package let chunks: Int
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let person: ID<Person>
    package let addedAt: Moment

    /// Whether all of it has arrived.
    package var isComplete: Bool { chunks > 0 }

    /// "1.4 MB".
    package var sizeText: String {
        if size < 1024 { return "\(size) bytes" }
        if size < 1024 * 1024 { return "\((size + 512) / 1024) KB" }
        let tenths = (size * 10 + 512 * 1024) / (1024 * 1024)
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
