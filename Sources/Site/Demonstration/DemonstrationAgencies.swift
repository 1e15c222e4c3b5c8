/// The twenty agencies of the demonstration by their names on the dashboard.
enum Agency: String, CaseIterable, Sendable {
    case adultSocialCare = "Adult social care"
    case housing = "Housing"
    case environmentAgency = "Environment Agency"
    case westernPower = "Western Power"
    case redCross = "Red Cross"
    case britishGas = "British Gas"
    case childrensTrust = "Children's Trust"
    case tradingStandards = "Trading Standards"
    case hmrc = "HMRC"
    case immigration = "Immigration"
    case dwp = "DWP"
    case housingQuality = "Housing quality team"
    case environmentalHealth = "Environmental health"
    case environmentProtection = "Environment protection"
    case womensAid = "Black Country Women's Aid"
    case hopeForJustice = "Hope for Justice"
    case glaa = "GLAA"
    case fire = "West Midlands Fire"
    case modernSlaveryLead = "Modern slavery lead"
    case police = "Police"

    /// How readily the agency comes to a visit, by what is expected there.
    func weight(sexual: Bool, place: String) -> Int {
        let isHome = ["private-dwelling", "supported-housing"].contains(place)
        let isFood = ["takeaway", "restaurant", "shop", "hotel"].contains(place)
        let isWork = ["factory", "car-wash", "waste-recycling", "business"].contains(place)
        switch self {
        case .police: return 60
        case .modernSlaveryLead: return 30
        case .immigration: return isHome ? 20 : 26
        case .hopeForJustice: return sexual ? 26 : 16
        case .womensAid: return sexual ? 30 : 1
        case .adultSocialCare: return sexual ? 16 : (isHome ? 8 : 4)
        case .glaa: return sexual ? 1 : (isWork ? 30 : 14)
        case .fire: return isHome ? 4 : 18
        case .housingQuality: return isHome ? 20 : 2
        case .housing: return isHome ? 10 : 1
        case .environmentalHealth: return isFood ? 26 : (isHome ? 3 : 12)
        case .hmrc: return sexual ? 2 : 14
        case .dwp: return sexual ? 3 : 8
        case .tradingStandards: return isFood ? 14 : (isWork ? 5 : 1)
        case .childrensTrust: return sexual ? 8 : 3
        case .redCross: return 3
        case .environmentAgency: return place == "waste-recycling" || place == "car-wash" ? 7 : 0
        case .environmentProtection: return place == "car-wash" ? 6 : 1
        case .britishGas, .westernPower: return isHome ? 2 : 1
        }
    }
}
