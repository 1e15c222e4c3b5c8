import Kernel
import Store

/// Where a sealed value lies.
struct SealedPlace {
    let record: String
    let field: String
    let compartment: Compartment
    let partnership: ID<Partnership>?
}

extension Vault {
    /// Opens a sealed value; nil where there is none.
    func opened(_ place: SealedPlace, in transaction: any Transaction) throws -> String? {
        let sealed = try transaction.value(
            """
            SELECT sealed FROM sealed_values WHERE record_id = \(place.record) AND field = \(place.field)
            AND partnership_id = \(place.partnership) AND compartment = \(place.compartment.rawValue)
            """, as: [UInt8].self)
        return try sealed.map {
            try openText($0, compartment: place.compartment, at: Vault.Place(record: place.record, field: place.field))
        }
    }
}
