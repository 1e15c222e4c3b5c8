extension ReferenceData {
    /// Why a visit is made; a partnership may add its own.
    package static let visitPurposes = CodeListSource(
        list: "visit_purpose", title: "Purpose of the visit", source: "Our own words",
        rows: """
            disruption|Disruption|2015-07-31||Stop exploitation at a place, each agency with its own powers
            safeguarding|Safeguarding|2015-07-31||Make sure that people are safe
            licensing|Licensing|2015-07-31||Check a licence and its conditions
            inspection|Inspection|2015-07-31||Check housing, food, fire, health and safety or working conditions
            intelligence|Intelligence|2015-07-31||See what is there before anything is decided
            warrant|Warrant|2015-07-31||Enter and search on the authority of a court
            follow-up|Follow-up|2015-07-31||Come back to a place visited before
            awareness|Awareness|2015-07-31||Tell people about their rights and where to find help
            reception|Reception|2015-07-31||Receive people at a reception centre
            other|Other|2015-07-31||
            """)

    /// What an agency is on a visit for.
    package static let visitRoles = CodeListSource(
        list: "visit_role", title: "Role on the visit", source: "Our own words",
        rows: """
            lead|Lead agency|2015-07-31||Enters first on its own power and decides on the day
            entry|Entry and safety of the scene|2015-07-31||
            enforcement|Enforcement with own powers|2015-07-31||
            inspection|Inspection|2015-07-31||
            screening|Screening the people met|2015-07-31||
            victim-support|Support for potential victims|2015-07-31||
            child-safeguarding|Safeguarding children|2015-07-31||
            adult-safeguarding|Safeguarding adults|2015-07-31||
            accommodation|Accommodation|2015-07-31||
            interpreting|Interpreting|2015-07-31||
            evidence|Evidence and exhibits|2015-07-31||
            utilities|Gas, electricity and water|2015-07-31||
            observer|Observer|2015-07-31||
            standby|On standby|2015-07-31||Not at the place, ready to come
            """)

    /// What came of a visit as a whole.
    package static let visitResults = CodeListSource(
        list: "visit_result", title: "Result of the visit", source: "Our own words",
        rows: """
            entry-with-power|Entered using a power|2015-07-31||
            entry-with-warrant|Entered with a warrant|2015-07-31||
            entry-with-consent|Entered with consent|2015-07-31||
            entry-refused|Entry refused|2015-07-31||
            nobody-there|Nobody there|2015-07-31||
            place-not-found|Place not found or no longer in use|2015-07-31||
            called-off|Called off|2015-07-31||Say why in the debrief
            """)
}
