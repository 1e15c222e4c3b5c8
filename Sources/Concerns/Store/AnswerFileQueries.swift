import Access
import Kernel
import Store

extension Reading {
    /// How many files the viewer may open on each of these answers; answers without any are left out.
    func fileCounts(ofAnswers answers: [ID<ScopingRequest>]) throws -> [ID<ScopingRequest>: Int] {
        if answers.isEmpty { return [:] }
        let counts = try rows(
            """
            SELECT f.parent_id, COUNT(*) FROM \(visible(.files)) f
            WHERE f.parent_id IN \(in: answers) AND f.parent_kind = 'answer' AND f.chunks > 0
            GROUP BY f.parent_id
            """
        ) { (try $0.next(ID<ScopingRequest>.self), try $0.next(Int.self)) }
        return Dictionary(uniqueKeysWithValues: counts)
    }
}
