import Access
import HTML
import Kernel

extension ConcernLinks {
    package var toCheck: Link { "/\(slug)/concerns/to-check" }
    package func circle(_ id: ID<Concern>) -> Link { "\(concern(id))/circle" }
    package func strand(_ id: ID<Concern>, _ kind: StrandKind) -> Link { "\(concern(id))/strands/\(kind.rawValue)" }
    package func newTask(_ id: ID<Concern>) -> Link { "\(concern(id))/tasks/new" }
    package func task(_ id: ID<Concern>, _ task: ID<WorkTask>) -> Link { "\(concern(id))/tasks/\(task.text)" }
    package func close(_ id: ID<Concern>) -> Link { "\(concern(id))/close" }
    package func reopen(_ id: ID<Concern>) -> Link { "\(concern(id))/reopen" }
    package func check(_ id: ID<Concern>) -> Link { "\(concern(id))/check" }
    package func danger(_ id: ID<Concern>) -> Link { "\(concern(id))/danger" }
    package func amend(_ id: ID<Concern>) -> Link { "\(concern(id))/amend" }
    package func timeline(_ id: ID<Concern>) -> Link { "\(concern(id))/timeline" }
    package func journal(_ id: ID<Concern>) -> Link { "\(concern(id))/journal" }
    package func separate(_ id: ID<Concern>) -> Link { "\(concern(id))/separate" }
    package func compare(_ id: ID<Concern>, _ other: ID<Concern>) -> Link { "\(concern(id))/compare/\(other.text)" }
    package func join(_ id: ID<Concern>, _ other: ID<Concern>) -> Link { "\(compare(id, other))/join" }
    package func keepApart(_ id: ID<Concern>, _ other: ID<Concern>) -> Link { "\(compare(id, other))/not-the-same" }
    package func findSame(_ id: ID<Concern>) -> Link { "\(concern(id))/compare" }
}
