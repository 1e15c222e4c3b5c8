import Kernel

/// What a concern of the demonstration says. Every place, number and mark is invented.
struct DemonstrationWords: Sendable {
    var summary: String
    var seen: String
    var inferred: String
    var happensWhen: String
    var place: String
    var postcode: String
    var peopleCount: Int?
    var children: String
    var indicators: [String]

    /// One story line: `#` stands for the number of people.
    private struct Line {
        let summary: String
        let seen: String
        let inferred: String
        let indicators: [String]

        init(_ summary: String, _ seen: String, _ inferred: String, _ indicators: [String]) {
            self.summary = summary
            self.seen = seen
            self.inferred = inferred
            self.indicators = indicators
        }
    }

    init(_ concern: PlannedConcern, _ chance: inout DemonstrationChance) {
        let lines = DemonstrationWords.lines(for: concern)
        let line = chance.one(of: lines[0], Array(lines.dropFirst()))
        let count = DemonstrationWords.people(at: concern.locationType, &chance)
        func filled(_ text: String) -> String { text.replacing("#", with: String(count)) }
        summary = filled(line.summary)
        seen = filled(line.seen)
        inferred = line.inferred
        happensWhen = chance.one(
            of: "Every day", ["Most weekdays, early", "At night", "For about two months", "Since before Christmas", "Weekends"])
        indicators = line.indicators
        peopleCount = chance.happens(80) ? count : nil
        children = chance.happens(12) ? "yes" : (chance.happens(60) ? "no" : "unknown")
        place = DemonstrationWords.address(of: concern.locationType, &chance)
        postcode = DemonstrationWords.postcode(in: concern.town, &chance)
    }

    private static func people(at place: String, _ chance: inout DemonstrationChance) -> Int {
        switch place {
        case "factory": chance.number(6...24)
        case "car-wash", "waste-recycling": chance.number(3...9)
        case "private-dwelling": chance.number(2...8)
        default: chance.number(2...5)
        }
    }

    // MARK: Where

    static let streets = [
        "Quillmoor Street", "Harrowbeck Road", "Tannerfold Lane", "Osierdene Close", "Copperfold Way", "Marlhook Road",
        "Larkshaw Terrace", "Fenwright Avenue", "Gorsemill Drive", "Pellowell Road", "Hobthorn Street",
        "Brackenloft Road", "Sallowgate", "Tinderwick Street", "Ironwell Row", "Coldfurrow Lane", "Thistlehurst Road",
        "Wrenmantle Street",
    ]

    private static func address(of place: String, _ chance: inout DemonstrationChance) -> String {
        let street = chance.one(of: streets[0], Array(streets.dropFirst()))
        let number = chance.number(2...148)
        switch place {
        case "car-wash": return "Hand car wash, \(street)"
        case "factory": return "Unit \(chance.number(1...24)), Brindlegate Works, \(street)"
        case "waste-recycling": return "Yard at the end of \(street)"
        case "public-place": return "Corner of \(street) and \(streets[chance.number(0...streets.count - 1)])"
        case "private-dwelling": return chance.happens(25) ? "Flat \(chance.number(1...9)), \(number) \(street)" : "\(number) \(street)"
        default: return "\(number) \(street)"
        }
    }

    /// A postcode that cannot be given out: its last two letters are never used.
    static func postcode(in town: String, _ chance: inout DemonstrationChance) -> String {
        let areas = [
            "West Bromwich": "B70", "Smethwick": "B66", "Oldbury": "B69", "Tipton": "DY4", "Wednesbury": "WS10",
            "Rowley Regis": "B65",
        ]
        let letters = ["CI", "KM", "OV", "IK", "MO", "VC"]
        return "\(areas[town] ?? "B70") \(chance.number(0...9))\(letters[chance.number(0...letters.count - 1)])"
    }

    /// A telephone number that broadcasters keep for invented people.
    static func phone(_ chance: inout DemonstrationChance) -> String {
        let number = chance.number(0...999)
        return "07700 900\(number < 10 ? "00" : number < 100 ? "0" : "")\(number)"
    }

    /// A registration mark with letters that no mark has in these places.
    static func vehicle(_ chance: inout DemonstrationChance) -> String {
        "QI\(chance.number(10...19)) \(["QIQ", "IQI", "QQI"][chance.number(0...2)])"
    }

    // MARK: What

    private static func lines(for concern: PlannedConcern) -> [Line] {
        let isHome = concern.locationType == "private-dwelling"
        if concern.isSexual { return isHome ? sexualAtHome : sexualElsewhere }
        if concern.exploitation.contains("domestic-servitude") { return servitude }
        if concern.exploitation.contains("criminal") { return criminal }
        switch concern.locationType {
        case "private-dwelling": return labourAtHome
        case "car-wash": return carWash
        case "factory": return factory
        case "takeaway", "restaurant": return kitchen
        case "shop": return shop
        case "public-place": return publicPlace
        case "hospital", "gp-surgery": return health
        default: return elsewhere
        }
    }

    private static let sexualAtHome = [
        Line(
            "Many men visit a house at all hours",
            "# women seen at the windows; men arrive every half hour from noon "
                + "until after midnight and stay a short time. Curtains are always drawn.",
            "The women may be sold for sex and may not be free to leave.", ["S03", "S08", "G10"]),
        Line(
            "Advertisements with one number for several women",
            "Four advertisements online with the same telephone number and the same room in the photographs. "
                + "The landlord says the flat is let to a man who is never there.",
            "The flat may be used for a few weeks and then left.", ["S01", "S02"]),
        Line(
            "A woman asked a neighbour for help",
            "She knocked, cried, showed bruises on her arms and ran back when a car came. She speaks almost no English.",
            "Somebody controls her and she is afraid of the driver.", ["G08", "G09", "S09"]),
        Line(
            "Young women change every few days",
            "# young women with suitcases are brought by the same silver car and "
                + "collected two or three days later.",
            "They may be moved between towns.", ["S02", "S09", "G16"]),
        Line(
            "Tenant hands over all she earns",
            "A health visitor was told that the tenant pays a man every evening and "
                + "owes him more each week.", "A debt may hold her there.", ["S05", "G07"]),
    ]

    private static let sexualElsewhere = [
        Line(
            "Women wait outside and are collected",
            "# women wait every night near the entrance; one man in a parked "
                + "car watches and takes money from them.", "They may be working for him.", ["S05", "S09", "G03"]),
        Line(
            "Rooms booked one after another by the same man",
            "Staff saw # women who never came down to eat and a man "
                + "who paid in cash and answered for them.", "The women may be kept in the rooms.", ["G03", "S03"]),
    ]

    private static let servitude = [
        Line(
            "A woman who cleans never leaves the house alone",
            "She sleeps on a mattress in the utility room, is up before everybody else and is shouted at in the street.",
            "She may work without pay and the family may hold her passport.", ["D01", "D02", "D06"]),
        Line(
            "A relative kept at home to look after children",
            "She told a school secretary that she gets food but no money and that her papers are locked away.",
            "She may be held by the family that brought her.", ["D03", "D05", "G06"]),
    ]

    private static let criminal = [
        Line(
            "Smell of cannabis and a young man who never goes out",
            "Windows covered, a hum day and night, food left at the door twice a week. A young man was seen once, barefoot.",
            "He may be locked in to water plants.", ["C08", "G10"]),
        Line(
            "A tenant's flat has been taken over",
            "# people the tenant does not know come and go; he sleeps on a "
                + "neighbour's floor and will not say why.", "His home is used to sell drugs.", ["C11", "C06"]),
        Line(
            "People driven out each morning to steal",
            "# people are dropped at the shopping centre at ten and searched "
                + "when they come back to the house.", "They may have to bring a fixed sum.", ["C09", "G03"]),
        Line(
            "Bank accounts opened for people who do not know of them",
            "Letters from four banks arrive for # men at one address; one of them came to ask what the letters say.",
            "Others use their names for loans and benefits.", ["C10", "L06"]),
    ]

    private static let labourAtHome = [
        Line(
            "Too many men in a small house",
            "# men live in two bedrooms and sleep in turns. A van collects them at "
                + "half past four and brings them back after eight.",
            "Somebody may take their wages for rent and travel.", ["L07", "L05", "G15"]),
        Line(
            "Workers whose landlord keeps their bank cards",
            "A support worker was told by one of # tenants that the landlord holds the cards and gives them thirty pounds a week.",
            "The landlord may be paid for the work that they do.", ["L06", "G06", "G04"]),
        Line(
            "Minibus at the same house every morning",
            "# people, some very young, are counted into a white minibus by a "
                + "man with a list. Nobody speaks.", "They may be taken to different sites each day.", ["G16", "L05"]),
        Line(
            "A man ran from a house and would not go back",
            "He had slept in a park for three nights. He says that he was promised building work and was paid forty pounds in six weeks.",
            "Others may still be in the house.", ["L08", "G06", "G13"]),
        Line(
            "Overcrowded house with no heating",
            "Inspectors found # mattresses, one toilet and locks on the outside of "
                + "two doors. The tenants said very little and looked at one man before they spoke.",
            "Their answers may have been learnt.", ["G02", "G15", "G10"]),
    ]

    private static let carWash = [
        Line(
            "Workers without gloves or boots",
            "# men wash cars in trainers from eight until dusk, seven days a week. "
                + "They share one room behind the office.", "They may be paid very little.", ["L04", "L02", "G14"]),
        Line(
            "A worker said that he is paid fifteen pounds a day",
            "He showed a customer sore hands and asked what the minimum wage is. The manager called him away.",
            "Fines and rent may be taken from the pay.", ["L03", "L01", "G08"]),
        Line(
            "Men sleep in a container at a car wash",
            "Beds, a gas ring and a heater in a locked container; # men seen "
                + "going in at night.", "They may not be free to come and go.", ["G14", "G10", "L07"]),
        Line(
            "New faces every month", "# workers at a time; none stays longer than four weeks. The same car brings them.",
            "Somebody may supply workers without a licence.", ["L05", "L10"]),
    ]

    private static let factory = [
        Line(
            "Agency workers charged for their jobs",
            "# packers told a colleague that they each paid a man four hundred "
                + "pounds to be put on the list.", "An unlicensed gangmaster may supply them.", ["L08", "L03"]),
        Line(
            "Workers driven in before five, doors chained",
            "# people arrive by minibus before five and leave after "
                + "seven. A rear door is chained during the shift.", "Nobody keeps records of their hours.",
            ["L02", "L05", "L10"]),
        Line(
            "Several workers paid into one account",
            "The payroll clerk saw that wages of # people go to the same bank "
                + "account.", "One person may control the money.", ["L06"]),
    ]

    private static let kitchen = [
        Line(
            "Kitchen worker sleeps above the premises",
            "A food inspector found a bed in the store room and a worker who "
                + "gave the owner's name as his own employer, landlord and interpreter.",
            "He may depend on the owner for everything.", ["G14", "G03", "L02"]),
        Line(
            "Staff vanish when somebody asks questions",
            "# people left by the back door when officers came about "
                + "licensing. One had no shoes.", "They may have been told to be afraid.", ["G01", "G13"]),
        Line(
            "A delivery rider works off a debt",
            "He told a regular customer that he owes for his journey and has not "
                + "been paid since he came.", "The debt may grow.", ["B01", "G07"]),
    ]

    private static let shop = [
        Line(
            "Young workers in a nail and beauty shop",
            "# girls, perhaps not yet grown up, work without a break; "
                + "a man at the till takes all the money and tips.", "They may be brought in each day.", ["G03", "L05"]),
        Line(
            "Shop assistant afraid of the owner",
            "She works from seven to eleven every day, sleeps behind the shop and "
                + "asked a customer to post a letter.", "She may have no papers of her own.", ["L02", "G14", "G04"]),
    ]

    private static let publicPlace = [
        Line(
            "Men picked up for work on a street corner",
            "Around # men wait from five in the morning; vans stop, a price "
                + "is agreed and some come back unpaid.", "They may have no contract and no protection.",
            ["L01", "L04", "G16"]),
        Line(
            "People begging under orders",
            "# people beg at the same places and hand over what they have to one man at "
                + "noon and at six.", "They may have to bring a fixed sum.", ["C09", "G03"]),
    ]

    private static let health = [
        Line(
            "Patient whose companion would not leave",
            "A man answered every question for her, held her papers and "
                + "refused an interpreter. Her injuries were some days old.",
            "She may not be free to speak.", ["G03", "G04", "G08"]),
        Line(
            "Patient with untreated burns from work",
            "He came late, gave no address and left when he was asked where he "
                + "works.", "He may be afraid of his employer.", ["G05", "G08", "L04"]),
    ]

    private static let elsewhere = [
        Line(
            "People live where they work", "# people sleep in a back room without windows. They are locked in at night.",
            "They may not be free to leave.", ["G14", "G10", "G15"]),
        Line(
            "A volunteer heard of work without pay",
            "Two regular visitors said that they work every day for a man who "
                + "gives them food and a bed.", "They may be recruited among people without a home.", ["G06", "G13"]),
        Line(
            "Lets rooms to whole gangs of workers", "Rent for # people is paid by one man in cash each Friday.",
            "Their wages may go to him first.", ["L06", "L03"]),
    ]
}
