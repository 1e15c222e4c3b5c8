import Access
import Kernel

/// Every answer that somebody gave, the newest first.
package struct ConsentLedger: Sendable, Hashable {
    package let entries: [ConsentRecord]

    /// Takes the answers in the order in which they were written down, the newest first. The day of an answer is never
    /// before that of an earlier one.
    package init(_ entries: [ConsentRecord]) {
        self.entries = entries
    }

    /// What holds now for one purpose; nil while nobody asked.
    package func current(_ purpose: ConsentPurpose) -> ConsentRecord? { entries.first { $0.purpose == purpose } }

    /// Whether they agreed and did not take it back.
    package func isGiven(_ purpose: ConsentPurpose) -> Bool { current(purpose)?.answer == .given }

    /// Whether it may be done: they agreed, or it was decided in the best interests of somebody who cannot decide. Once they
    /// can decide themselves, what was decided for them stands for nothing.
    package func allows(_ purpose: ConsentPurpose, capacity: RouteFacts.Capacity) -> Bool {
        isGiven(purpose) || (capacity == .lacks && current(purpose)?.answer == .bestInterests)
    }

    /// Whether they agreed once and took it back.
    package func isWithdrawn(_ purpose: ConsentPurpose) -> Bool { current(purpose)?.answer == .withdrawn }
}
