/// What the words of a text point to.
struct TextSigns: OptionSet, Sendable {
    let rawValue: UInt32

    static let recruited = TextSigns(rawValue: 1 << 0)
    static let moved = TextSigns(rawValue: 1 << 1)
    static let force = TextSigns(rawValue: 1 << 2)
    static let deceit = TextSigns(rawValue: 1 << 3)
    static let documentsKept = TextSigns(rawValue: 1 << 4)
    static let debt = TextSigns(rawValue: 1 << 5)
    static let control = TextSigns(rawValue: 1 << 6)
    static let fear = TextSigns(rawValue: 1 << 7)
    static let injury = TextSigns(rawValue: 1 << 8)
    static let wages = TextSigns(rawValue: 1 << 9)
    static let isolation = TextSigns(rawValue: 1 << 10)
    static let conditions = TextSigns(rawValue: 1 << 11)
    static let hours = TextSigns(rawValue: 1 << 12)
    static let firstHand = TextSigns(rawValue: 1 << 13)
    static let judgement = TextSigns(rawValue: 1 << 14)
    static let reason = TextSigns(rawValue: 1 << 15)
    static let unknown = TextSigns(rawValue: 1 << 16)
    static let not = TextSigns(rawValue: 1 << 17)
    static let known = TextSigns(rawValue: 1 << 18)
    static let month = TextSigns(rawValue: 1 << 19)
    static let ago = TextSigns(rawValue: 1 << 20)

    /// How an exploiter gets hold of somebody.
    static let action: [TextSigns] = [.recruited, .moved]
    /// How somebody is made to obey.
    static let means: [TextSigns] = [.force, .deceit, .documentsKept, .debt, .control]
    /// What is not told where the words for it follow a "not" or a "never". Others say the more by it: "not allowed out",
    /// "never paid".
    static let deniable: TextSigns = [.force, .deceit, .debt, .injury]
    /// Groups of indicators.
    static let indicators: [TextSigns] = [
        .force, .deceit, .documentsKept, .debt, .control, .fear, .injury, .wages, .isolation, .conditions, .hours,
    ]

    /// How many of these groups occur.
    func count(of groups: [TextSigns]) -> Int { groups.reduce(0) { $0 + (contains($1) ? 1 : 0) } }

    /// The words. They are ours, and to be confirmed by practitioners.
    static let table = SignTable(
        [
            (
                .recruited,
                """
                recruited recruiter recruit promised promise promises offered offer approached met befriended introduced job
                advert advertised agent agency boyfriend groomed sold bought arranged hired
                """
            ),
            (
                .moved,
                """
                taken took moved brought transported transferred travelled driven drove flown flew collected housed harboured
                sheltered received smuggled trafficked sent
                """
            ),
            (
                .force,
                """
                threat threats threatened threatening force forced hit beat beaten beating beatings violence violent assaulted
                assault rape raped attacked punched kicked burned burnt slapped kidnapped abducted locked tied coerced coercion
                intimidated punished
                """
            ),
            (.deceit, "deceived deceit lied lies lie tricked false promised promise promises misled fraud instead pretended"),
            (.documentsKept, "passport passports document documents papers visa identity licence permit"),
            (.debt, "debt debts owed owes owe owing loan repay fee fees interest bondage fined fines"),
            (
                .control,
                """
                locked controlled control watched guarded escorted accompanied monitored supervised allowed permission confined
                trapped detained dependent drugs alcohol homeless vulnerable vulnerability disability orphan cameras phone
                """
            ),
            (.fear, "fear fears feared afraid frightened scared terrified anxious nervous distressed tearful"),
            (.injury, "injury injuries injured bruise bruises bruising scar scars wound wounds burn burns fracture malnourished"),
            (.wages, "unpaid pay paid wage wages money cash deducted deductions earnings salary pounds"),
            (.isolation, "isolated isolation alone contact friends nobody language english neighbours"),
            (
                .conditions,
                "slept sleeping mattress mattresses floor crowded overcrowded dirty cold food toilet heating damp shed caravan cramped"
            ),
            (.hours, "hours day days night nights week weeks breaks rest daily"),
            (
                .firstHand,
                """
                told said says stated states disclosed described explained reported recalled saw seen observed noticed heard
                witnessed according photographed recorded
                """
            ),
            (
                .judgement,
                """
                believe believed assess assessed assessment judgement opinion appears appeared suspect suspected consistent
                indicates suggests likely inferred infer concluded conclude view think professional
                """
            ),
            (.reason, "because as since due owing until so therefore reason afraid refused declined distress capacity"),
            (.unknown, "unknown unsure tbc tba none nil na unavailable"),
            (.not, "not no cannot never nor neither without"),
            // May is left out, which is also a verb; a May with its year counts by the year.
            (.month, "january february march april june july august september october november december"),
            (.ago, "ago"),
            (.known, "known asked disclosed sure applicable stated provided given say clear information"),
        ])
}
