import Access
import HTML
import Kernel

/// The addresses of files.
struct FileLinks: Sendable {
    let slug: String

    func record(_ parent: FileParent) -> Link {
        switch parent {
        case .concern: "/\(slug)/concerns/\(parent.id)"
        case .visit: "/\(slug)/visits/\(parent.id)"
        case .answer: "/\(slug)/answers/\(parent.id)"
        }
    }

    func files(_ parent: FileParent) -> Link { "\(record(parent))/files" }
    func file(_ parent: FileParent, _ file: ID<StoredFile>) -> Link { "\(files(parent))/\(file.text)" }
    func remove(_ parent: FileParent, _ file: ID<StoredFile>) -> Link { "\(self.file(parent, file))/remove" }
}

extension ConcernLinks {
    package func files(_ id: ID<Concern>) -> Link { FileLinks(slug: slug).files(.concern(id)) }
    package func files(_ id: ID<ScopingRequest>) -> Link { FileLinks(slug: slug).files(.answer(id)) }
    package func files(_ id: ID<Visit>) -> Link { FileLinks(slug: slug).files(.visit(id)) }
}
