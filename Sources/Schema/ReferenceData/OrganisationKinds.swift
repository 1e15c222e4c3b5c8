extension ReferenceData {
    /// What kind of body an organisation is; it decides which powers of entry it can hold.
    ///
    /// The note says `enforcement: yes` for a body that takes part in order to use powers or to protect its own
    /// supply, and that therefore does not see the victims strand unless the circle says so.
    package static let organisationKinds = CodeListSource(
        list: "organisation_kind", title: "Kind of organisation", source: "Our own words", confirmed: false,
        rows: """
            police|Police|2015-07-31||enforcement: yes
            crime-agency|National Crime Agency or regional crime unit|2015-07-31||enforcement: yes
            labour-inspectorate|Labour inspectorate|2015-07-31||enforcement: yes
            immigration|Immigration|2015-07-31||enforcement: yes
            border-force|Border force|2015-07-31||enforcement: yes
            tax|Tax|2015-07-31||enforcement: yes
            benefits|Benefits|2015-07-31||enforcement: yes
            health-and-safety|Health and safety|2015-07-31||enforcement: yes
            fire-and-rescue|Fire and rescue|2015-07-31||enforcement: yes
            environment|Environment|2015-07-31||enforcement: yes
            trading-standards|Trading standards|2015-07-31||enforcement: yes
            environmental-health|Environmental health|2015-07-31||enforcement: yes
            housing-standards|Housing standards|2015-07-31||enforcement: yes
            licensing|Licensing|2015-07-31||enforcement: yes
            building-control|Building control|2015-07-31||enforcement: yes
            planning|Planning|2015-07-31||enforcement: yes
            vehicle-standards|Vehicle standards|2015-07-31||enforcement: yes
            care-regulator|Regulator of care and children's services|2015-07-31||enforcement: yes
            prosecution|Prosecution|2015-07-31||enforcement: yes
            utility|Utility|2015-07-31||enforcement: yes
            council|Council|2015-07-31||enforcement: no
            housing|Housing|2015-07-31||enforcement: no
            childrens-services|Children's services|2015-07-31||enforcement: no
            adult-social-care|Adult social care|2015-07-31||enforcement: no
            health|Health|2015-07-31||enforcement: no
            education|Education|2015-07-31||enforcement: no
            probation|Prisons and probation|2015-07-31||enforcement: no
            charity|Charity|2015-07-31||enforcement: no
            faith-group|Faith group|2015-07-31||enforcement: no
            business|Business|2015-07-31||enforcement: no
            other|Other|2015-07-31||enforcement: no
            """)

    /// The codes of the kinds of organisation whose note says `enforcement: yes`; throws when the list is wrong.
    package static var enforcementKinds: Set<String> {
        get throws(ReferenceDataProblem) {
            Set(try organisationKinds.parsed().filter { $0.note == "enforcement: yes" }.map(\.code))
        }
    }
}
