/// What is known of a place beside what happened there.
extension ReferenceData {
    /// The note says whether it is a licence that somebody holds or an order that was made.
    package static let licencesAndOrders = CodeListSource(
        list: "licence_or_order", title: "Licences and orders", source: "The acts that are named in the notes of each; our own words",
        confirmed: false,
        rows: """
            alcohol-licence|Premises licence for alcohol or late food|2015-07-31||licence
            gambling-licence|Gambling premises licence|2015-07-31||licence
            treatment-licence|Massage and special treatment licence|2015-07-31||licence
            hmo-licence|Licence for a house in multiple occupation|2015-07-31||licence
            selective-licence|Selective licence of a private landlord|2015-07-31||licence
            gangmaster-licence|Gangmaster's licence|2015-07-31||licence
            taxi-licence|Taxi or private hire operator's licence|2015-07-31||licence
            scrap-licence|Scrap metal licence|2015-07-31||licence
            waste-permit|Waste or environmental permit|2015-07-31||licence
            food-registration|Food business registration|2015-07-31||licence
            care-registration|Registration as a care provider|2015-07-31||licence
            other-licence|Another licence|2015-07-31||licence
            closure-notice|Closure notice|2015-07-31||order
            closure-order|Closure order|2015-07-31||order
            working-closure-notice|Illegal working closure notice|2016-12-01||order
            working-compliance-order|Illegal working compliance order|2016-12-01||order
            prohibition-notice|Prohibition notice|2015-07-31||order
            emergency-prohibition|Emergency prohibition order or notice|2015-07-31||order
            improvement-notice|Improvement notice|2015-07-31||order
            protection-notice|Community protection notice|2015-07-31||order
            banning-order|Banning order of a landlord or agent|2018-04-06||order
            labour-market-order|Labour market enforcement order or undertaking|2016-11-25||order
            slavery-risk-order|Slavery and trafficking risk order|2015-07-31||order
            slavery-prevention-order|Slavery and trafficking prevention order|2015-07-31||order
            other-order|Another order or notice|2015-07-31||order
            """)

    package static let licenceStates = CodeListSource(
        list: "licence_state", title: "Where a licence or an order stands", source: "Our own words", confirmed: false,
        rows: """
            applied|Applied for|2015-07-31||
            in-force|In force|2015-07-31||
            suspended|Suspended|2015-07-31||
            refused|Refused|2015-07-31||
            revoked|Revoked|2015-07-31||
            expired|Expired|2015-07-31||
            surrendered|Given up|2015-07-31||
            lifted|Lifted or discharged|2015-07-31||
            breached|Breached|2015-07-31||
            error|Entered in error|2015-07-31||
            """)

    package static let premisesRoles = CodeListSource(
        list: "premises_role", title: "What somebody is to a place", source: "Our own words", confirmed: false,
        rows: """
            owner|Owner|2015-07-31||
            landlord|Landlord|2015-07-31||
            agent|Letting or managing agent|2015-07-31||
            manager|Runs the business|2015-07-31||
            tenant|Holds the lease|2015-07-31||
            """)
}
