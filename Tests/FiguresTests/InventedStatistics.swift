/// Files in the shapes of the Home Office's statistics with invented numbers, small enough to be reckoned by hand.
enum InventedStatistics {
    static let header = "Quarter,First responder type,First responder,Exploitation type,Age at exploitation,Gender,Nationality,People"

    /// A file of two forces over the quarters given; the figures of a quarter grow with its place in the list.
    static func police(_ quarters: [String], extra: Int = 0) -> String {
        var lines = [header]
        for (place, quarter) in quarters.enumerated() {
            let kent = 10 + place
            let gwent = 2 + (place == quarters.count - 1 ? extra : 0)
            let start = "\(quarter),Police"
            lines += [
                "\(start),Kent Police,Labour & Criminal,Adult (18 or over),Male,Albanian,\(kent)",
                "\(start),Kent Police,Labour & Criminal,Adult (18 or over),Female,Albanian Greek,2",
                "\(start),Kent Police,Total,Total,Total,Albanian,\(kent)",
                "\(start),Kent Police,Total,Total,Total,Albanian Greek,2",
                "\(start),Kent Police,Total,Total,Total,Total,\(kent + 2)",
                "\(start),Gwent Police,Sexual,Child (17 or under),Female,UK,\(gwent)",
                "\(start),Gwent Police,Total,Total,Total,Total,\(gwent)",
                "\(start),Police total,Total,Total,Total,Total,\(kent + 2 + gwent)",
                "\(start),Police total,Total,Total,Total,Albanian,\(kent)",
                "\(start),Police total,Total,Total,Total,Albanian Greek,2",
                "\(start),Police total,Total,Total,Total,UK,\(gwent)",
            ]
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    /// The same without forces: what a file of all first responders says of the police.
    static func policeOutline(_ quarters: [String], kent: Int = 10) -> String {
        var lines = [header]
        for (place, quarter) in quarters.enumerated() {
            lines += [
                "\(quarter),Police,Police total,Total,Total,Total,Albanian,\(kent + place)",
                "\(quarter),Police,Police total,Total,Total,Total,Albanian Greek,2",
                "\(quarter),Police,Police total,Total,Total,Total,UK,2",
                "\(quarter),Police,Police total,Total,Total,Total,Total,\(kent + place + 4)",
            ]
        }
        return lines.joined(separator: "\n")
    }

    static let sixQuarters = ["2022 Q2", "2022 Q3", "2022 Q4", "2023 Q1", "2023 Q2", "2023 Q3"]

    static let decisions = """
        Year,Quarter,Adult (18 or over) - Negative reasonable grounds,Adult (18 or over) - Positive reasonable grounds,\
        Adult (18 or over) - Total,Child (17 or under) - Negative reasonable grounds,Child (17 or under) - Positive reasonable grounds,\
        Child (17 or under) - Total,Age not specified or unknown - Negative reasonable grounds,\
        Age not specified or unknown - Positive reasonable grounds,Age not specified or unknown - Total,Total
        2022.0,Total,3.0,7.0,10.0,1.0,5.0,6.0,0.0,0.0,0.0,16.0
        2022.0,Q3,1.0,3.0,4.0,1.0,2.0,3.0,0.0,0.0,0.0,7.0
        2022.0,Q4,2.0,4.0,6.0,0.0,3.0,3.0,0.0,0.0,0.0,9.0
        """

    static let overTime = """
        Year,Quarter,Age at exploitation,Location of exploitation,NRM referrals
        2023.0,Q1,Adult (18 or over),UK,4.0
        2023.0,Q1,Adult (18 or over),Overseas,1.0
        2023.0,Q1,Adult (18 or over),Total,5.0
        2023.0,Q1,Child (17 or under),UK and Overseas,2.0
        2023.0,Q1,Child (17 or under),Total,2.0
        """

    static let dutyToNotify = "Year,Quarter,Total\n2022.0,Total,9.0\n2022.0,Q3,4.0\n2022.0,Q4,5.0\n2023.0,Q1,6.0\n"

    static let dutyToNotifyByNationality = """
        Quarter,Nationality,Total
        2023 Q1,Not Known,1.0
        2023 Q1,Unknown,2.0
        2023 Q1,Congolese Drc ,1.0
        2023 Q1,Congolese (DRC),2.0
        2023 Q1,Total,6.0
        """

    static let smallBoats = """
        Date,Year,Quarter,NRM referral,Nationality,Region,Sex,Age Group,Referrals
        2018-03-31,2018.0,1,NRM referral raised,Albania,Europe Other,Male,18 to 24,2.0
        2018-09-30,2018.0,3,No NRM referral raised,"Gambia, The",Africa Sub-Saharan,Female,17 and under,1.0
        2018-09-30,2018.0,3,NRM referral raised,Stateless,Other,Unknown,40 and over,1.0
        """

    static let smallBoatOutcomes = """
        Date,Year,Quarter,Nationality,Region,Sex,Age Group,NRM Case Outcome,NRM Case Outcome Group,Referrals
        2018-03-31,2018.0,1,Albania,Europe Other,Male,18 to 24,Positive,Reasonable grounds decision,2.0
        2018-03-31,2018.0,1,Albania,Europe Other,Male,18 to 24,Positive,Conclusive grounds decision,1.0
        2018-03-31,2018.0,1,Albania,Europe Other,Male,18 to 24,Withdrawn/Closed,Withdrawn/Closed,1.0
        """

    /// What a helpline was told of two forces' areas, and of places that nobody could say.
    static let helplineCases = """
        Quarter,Police force,Exploitation type,Cases
        2023 Q2,Kent,Labour exploitation,4
        2023 Q2,Kent,Domestic servitude,1
        2023 Q2,Unknown,Unknown,2
        2023 Q2,Total,Total,7
        2023 Q3,Kent Police,Labour exploitation,6
        2023 Q3,Gwent,Sexual exploitation,3 [p]
        2023 Q3,Total,Total,9
        """

    static let helplineVictims = """
        Quarter,Police force,Exploitation type,Potential victims
        2023 Q3,Kent,Labour exploitation,21
        2023 Q3,Gwent,Sexual exploitation,5
        """

    static let areas = """
        ltla24_code,ltla24_name,csp24_code,csp24_name,pfa24_code,pfa24_name
        E07000999,Inventham,E22000001,One,E23000032,Kent
        E07000998,Madeford,E22000002,Two,E23000032,Kent
        E07000998,Madeford,E22000003,Three,E23000032,Kent
        W06000999,Ffugdre,W22000001,Four,W15000002,Gwent
        E06000063,Cumberland,E22000004,Five,E23000002,Cumbria
        """

    static let populations = """
        ltla21_code,ltla21_name,total_population,under_18
        E07000999,Inventham,60000.0,1.0
        E07000998,Madeford,40000.0,1.0
        W06000999,Ffugdre,50000.0,1.0
        E07000026,Allerdale,100,1
        E07000028,Carlisle,200,1
        E07000029,Copeland,300,1
        """

    static let forcePopulations = "year,Kent,Hampshire\n2018,90000,5\n2019,95000,6\n"

    /// Three squares in a row: the first two share a border with a bend that hardly matters, the third lies apart.
    static let boundaries = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"pfa20_code":"E23000032","pfa20_name":"Kent","size":4},"geometry":{"type":"Polygon",\
        "coordinates":[[[0,51],[0.5,51],[0.5001,51.25],[0.5,51.5],[0,51.5],[0,51]]]}},
        {"type":"Feature","properties":{"pfa20_code":"E23000033","pfa20_name":"Sussex"},"geometry":{"type":"MultiPolygon",\
        "coordinates":[[[[0.5,51],[1,51],[1,51.5],[0.5,51.5],[0.5001,51.25],[0.5,51]]],[[[1.2,51],[1.2001,51],[1.2,51.0001],[1.2,51]]]]}},
        {"type":"Feature","properties":{"pfa20_code":"W15000002","pfa20_name":"Gwent"},"geometry":{"type":"Polygon",\
        "coordinates":[[[-3,51],[-2.5,51],[-2.5,51.5],[-3,51.5],[-3,51]]]}}
        ]}
        """
}
