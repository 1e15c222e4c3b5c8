extension ReferenceData {
    /// The type of place that a concern is about; the first eighteen are those of the Sandwell report of 2019/20,
    /// which prints the hospital twice, the others are places where exploitation is met.
    package static let locationTypes = CodeListSource(
        list: "location_type", title: "Type of location",
        source: "Sandwell anti-slavery partnership, year 2019/20, and places named in national guidance",
        rows: """
            private-dwelling|Private dwelling|2015-07-31||
            car-wash|Car wash|2015-07-31||
            factory|Factory|2015-07-31||
            takeaway|Takeaway|2015-07-31||
            shop|Shop|2015-07-31||
            public-place|Public place|2015-07-31||
            restaurant|Restaurant|2015-07-31||
            waste-recycling|Waste recycling|2015-07-31||
            hospital|Hospital|2015-07-31||
            business|Business|2015-07-31||Only where no other type fits
            letting-agent|Letting agent|2015-07-31||
            night-club|Night club|2015-07-31||
            hotel|Hotel|2015-07-31||
            supported-housing|Supported housing|2015-07-31||
            gp-surgery|GP surgery|2015-07-31||
            social-club|Social club|2015-07-31||
            church|Church|2015-07-31||
            farm|Farm|2015-07-31||
            nail-bar|Nail bar|2015-07-31||
            construction-site|Construction site|2015-07-31||
            care-home|Care home|2015-07-31||
            vehicle|Vehicle|2015-07-31||
            warehouse|Warehouse|2015-07-31||
            hostel|Hostel|2015-07-31||
            house-in-multiple-occupation|House in multiple occupation|2015-07-31||
            massage-parlour|Massage parlour|2015-07-31||
            brothel|Brothel|2015-07-31||
            cannabis-cultivation-site|Cannabis cultivation site|2015-07-31||
            fishing-vessel|Fishing vessel|2015-07-31||
            port|Port|2015-07-31||
            airport|Airport|2015-07-31||
            school|School|2015-07-31||
            place-of-worship|Place of worship|2015-07-31||Any other than a church
            barber|Barber|2015-07-31||
            beauty-salon|Beauty salon|2015-07-31||
            public-house|Public house|2015-07-31||
            food-processing|Food processing or packing|2015-07-31||
            laundry|Laundry|2015-07-31||
            recruitment-agency|Recruitment agency|2015-07-31||
            market-stall|Market or street stall|2015-07-31||
            caravan-site|Caravan or mobile home site|2015-07-31||
            station|Railway or bus station|2015-07-31||
            other|Other|2015-07-31||
            unknown|Unknown|2015-07-31||
            """)

    /// The kinds of premises that a power of entry can cover; a place can be of several kinds.
    package static let premisesKinds = CodeListSource(
        list: "premises_kind", title: "Kind of premises",
        source: "The distinctions that the statutes on powers of entry make, in our own words", confirmed: false,
        rows: """
            business|Business premises|2015-07-31||
            food|Food business|2015-07-31||
            licensed|Licensed premises|2015-07-31||Alcohol, late-night food, entertainment, massage and the like
            dwelling|Dwelling|2015-07-31||Anywhere that somebody lives
            house-in-multiple-occupation|House in multiple occupation|2015-07-31||Several households share it
            care|Registered care or health service|2015-07-31||
            waste|Waste or scrap site|2015-07-31||
            land|Land|2015-07-31||Open land and sites without a building
            vehicle|Vehicle|2015-07-31||
            vessel|Vessel|2015-07-31||
            port|Port or airport|2015-07-31||
            community|Community building|2015-07-31||Schools, places of worship, halls
            public-place|Public place|2015-07-31||Open to everyone: no power is needed to be there
            any|Any premises|2015-07-31||Said of a power, never of a place
            """)

    /// What kinds of premises a place of each location type usually is, by the code of the type.
    ///
    /// Where a type can be lived in, `dwelling` is named, because entering a home without a power is the graver
    /// mistake. "Other" and "Unknown" have no kind: whoever plans the visit says what the place is. Throws when a row
    /// is wrong.
    package static var locationPremises: [String: [String]] {
        get throws(ReferenceDataProblem) { try parsedLocationPremises.get() }
    }

    private static let parsedLocationPremises = Result { () throws(ReferenceDataProblem) -> [String: [String]] in
        var kinds: [String: [String]] = [:]
        for row in try ReferenceRow.rows(of: locationPremisesRows, list: "location_premises", columns: 2) {
            let type = try row.code(0)
            guard kinds.updateValue(try row.codes(1), forKey: type) == nil else {
                throw row.problem("the location type \(type) occurs twice")
            }
        }
        return kinds
    }

    /// `location type|kinds of premises`; to be confirmed by a practitioner.
    private static let locationPremisesRows = """
        private-dwelling|dwelling
        car-wash|business;land
        factory|business
        takeaway|business;food;licensed
        shop|business
        public-place|public-place
        restaurant|business;food;licensed
        waste-recycling|business;waste;land
        hospital|business;care
        business|business
        letting-agent|business
        night-club|business;licensed
        hotel|business;food;licensed
        supported-housing|dwelling;house-in-multiple-occupation
        gp-surgery|business;care
        social-club|business;licensed
        church|community
        farm|business;land
        nail-bar|business
        construction-site|business;land
        care-home|business;care;dwelling
        vehicle|vehicle
        warehouse|business
        hostel|dwelling;house-in-multiple-occupation
        house-in-multiple-occupation|dwelling;house-in-multiple-occupation
        massage-parlour|business;licensed
        brothel|dwelling
        cannabis-cultivation-site|dwelling
        fishing-vessel|vessel
        port|port;business;land
        airport|port;business;land
        school|community
        place-of-worship|community
        barber|business
        beauty-salon|business
        public-house|business;food;licensed
        food-processing|business;food
        laundry|business
        recruitment-agency|business
        market-stall|business;public-place
        caravan-site|dwelling;land
        station|public-place;business
        other|none
        unknown|none
        """
}
