import Kernel
import Partnerships
import Web

/// The fields of the coordinator's screening.
enum TriageForm {
    /// The screening as it stands in the record.
    static func fields(_ concern: ConcernDetail) -> FormData {
        var fields = concern.thrive.fields.map { (name: $0.name, value: $0.text) }
        if concern.immediateDanger { fields.append((name: "immediate_danger", value: "yes")) }
        fields.append((name: "police_incident", value: concern.policeIncident ?? ""))
        return FormData(fields: fields)
    }

    static func labels(_ lists: CodeLists) -> [StaleEditPage.Label] {
        [
            .init("immediate_danger", "Somebody is in immediate danger"),
            .init("police_incident", "Police incident number"),
        ] + lists["thrive_heading"].values.map { .init($0.code, $0.label) }
    }
}
