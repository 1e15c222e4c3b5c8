/// Which figures of some tables are hidden, and the proof that they stay hidden.
package struct Suppression: Sendable {
    package let primary: PrimarySuppression
    package let isHidden: [Bool]
    /// The proof: for each hidden figure two of these (or one and the truth) differ in it by the width that was asked for.
    package let witnesses: [Witness]

    package var hiddenCount: Int { isHidden.count { $0 } }
}
