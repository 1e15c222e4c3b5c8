/// Forenames that one person may go by: short forms, pet forms and the forms of one name in several languages.
///
/// A name may belong to several families (sam is Samuel and Samantha). The families are common knowledge, in the order of
/// Hanks, Hardcastle and Hodges, A Dictionary of First Names (2006); none says anything about how often a form is used.
enum NameFamily {
    /// The numbers of the families that a folded word belongs to.
    static func families(of word: ArraySlice<UInt8>) -> [UInt8] {
        numbers[String(decoding: word, as: UTF8.self)] ?? []
    }

    private static let numbers: [String: [UInt8]] = {
        var numbers: [String: [UInt8]] = [:]
        for (number, family) in families.enumerated() {
            for name in family.split(separator: " ") { numbers[String(name), default: []].append(UInt8(number)) }
        }
        return numbers
    }()

    private static let families = [
        "abigail abbie abby abi gail", "abdullah abdallah abdulla abdalla", "agnieszka aga agnes", "ahmed ahmad achmed ahmet",
        "aisha aysha ayesha aicha aysel", "albert al bert bertie", "aleksandra alexandra ola sandra alex sasha lexi",
        "alexander aleksander alexandru alex alec sandy sasha alek", "alfred alf alfie fred", "alison allison ali", "amanda mandy",
        "andrew andy drew andrei andrzej andre andrey", "angela angie", "anna ann anne annie ana hanna anca anka ania",
        "anthony antony tony anton antoni", "arthur art artur", "barbara barb babs basia barbra", "benjamin ben benny benji",
        "bernard bernie", "bridget biddy bridie", "cameron cam", "caroline carol carrie karolina carolyn",
        "catherine katherine kathryn cathy kathy kate katie cath kath katarzyna kasia caterina ecaterina catalina katy",
        "charles charlie chuck karol carl", "charlotte charlie lottie lotte", "christina christine chris cristina tina krystyna",
        "christopher chris kristopher krzysztof kris kit topher", "claire clare klara", "constantin costel kostas konstantin",
        "connor conor konnor", "daniel dan danny daniil", "danielle dani", "david dave davey davy dawid daud dawit",
        "deborah debbie debra deb", "dennis den denny denis", "dmitri dumitru dmitry dima mitya", "dominic dom dominik nick",
        "donald don donnie", "dorothy dot dottie dorota", "douglas doug", "edward ed ted eddie ned teddy eduard edek",
        "eleanor ellie nell nora elena helen helena ela", "elizabeth liz beth lizzie betty eliza elzbieta lisa libby ela elisabeth",
        "emily em emma emilia", "evelyn eve evie ewa eva", "fatima fatma fatimah fatimeh fadma", "florence flo florrie",
        "frances fran francesca fanny franciszka", "francis frank franciszek frankie francisc", "frederick fred freddie freddy",
        "gabriel gabe gabi gabriele", "gabriela gabriella gabi gaby", "george georgie jerzy gheorghe georgios jorgji gjergj",
        "gerald gerry jerry gerard", "gillian gill jill jillian", "gregory greg grzegorz grigore gregor", "hamid hameed hamed",
        "hannah hanna ana", "harold harry hal", "hassan hasan", "henry harry hank hal henryk enrik", "hussein hussain husayn hosein husein",
        "ian iain ion", "ibrahim ebrahim abraham ibrahima brahim", "isaac ike ishaq", "isabella bella izzy isabel isabelle izabela",
        "ismail esmail ismael ismaeel", "jacob jake jakub kuba yakub yaqub", "jacqueline jackie jacqui", "jamal gamal jamaal",
        "james jim jamie jimmy jem jimi", "jane janie jan janet jean joan jenny", "jasmine jas yasmin yasmeen",
        "jennifer jen jenny jenna", "jessica jess jessie", "joanna joanne jo joan ioana asia",
        "john jon johnny jack ian jan ion ioan ivan yahya jonny",
        "jonathan jon jonny nathan", "joseph joe joey jozef yusuf iosif jo", "joshua josh", "judith judy judi",
        "julia julie jules iulia", "kenneth ken kenny", "khalid khaled halid", "kieran ciaran keiran kieron", "kimberley kim kimberly",
        "lawrence larry laurie laurence lorenc", "leonard len lenny leo", "lewis louis lou luis", "lucy lucia luce",
        "luke lukasz luca lucas",
        "lynn lynne linda lyn", "malgorzata gosia margaret maggie peggy meg marge margo rita greta daisy megan",
        "margaret maggie peggy meg marge margo rita greta daisy",
        "mary maria mariam maryam miriam molly polly marie mia mary meriam mariana",
        "mark marc marek marcus", "martin marty marcin", "matthew matt mathew mateusz matei matthias", "megan meg meghan",
        "melanie mel", "melissa mel missy", "michael mike mick micheal mikey mihai michal mickey mikael mihail",
        "michelle shelly chelle mihaela", "mohammed mohamed muhammad mohamad muhammed mohamud mohammad muhamed mehmet mo mohd md mahomed",
        "mustafa mostafa moustafa", "mahmoud mahmud mahmood", "nancy nan", "natalie nathalie nat natalia natasha",
        "nathaniel nathan nate nat", "nicholas nick nicky nicolae mikolaj nico nikola niko", "nicola nikki nicky nicole nicoleta",
        "norman norm", "oliver ollie oli", "olivia liv livvy", "osman uthman othman usman ousmane", "pamela pam",
        "patricia pat trish tricia patrycja patsy patty", "patrick pat paddy patryk rick", "paul pawel paulo pavel pal",
        "pauline paulina", "peter pete piotr petru petrit petr pjeter pyotr", "philip phillip phil pip filip", "philippa pippa pip",
        "rahel rachel raquel rachael", "raymond ray", "rebecca becky rebekah becca reba", "richard rick dick ricky rich ryszard richie",
        "robert rob bob bobby robbie bert", "roger rodge", "ronald ron ronnie", "russell russ", "ruth ruthie", "said saeed sayed saied",
        "salah saleh salih", "samantha sam sammy", "samuel sam sammy", "sarah sara sally sadie", "sebastian seb bastian",
        "sharon shaz", "simon si szymon simion", "sophia sophie sofie sofia zofia zosia", "stacey stacy anastasia",
        "stephen steven steve stefan stephan szczepan stevie", "stephanie steph stefania", "stuart stewart stu",
        "susan sue susie suzanne zuzanna",
        "tarek tariq tarik", "teresa theresa terry tess", "terence terry terrence", "tesfay tesfai tesfaye", "thomas tom tommy tomasz toma",
        "timothy tim timmy", "tracey tracy", "valerie val", "victor vic viktor wiktor", "victoria vicky tori vicki wiktoria vic",
        "vincent vince vinny", "walter walt wally", "wayne dwayne", "william will bill billy willy liam wilhelm willie",
        "yusuf yousef youssef yousif joseph iusuf yosef", "zachary zach zack", "zainab zeinab zaynab zeynep", "zoe zoey",
        "abdelrahman abdulrahman abdirahman abdurrahman", "suleiman sulejman suliman soliman sulayman", "yonas jonas yunus jonah",
        "berhane birhane", "haroun harun aaron aron", "idris idriss edris", "omar umar omer", "ali aly", "nadia nadya nadja",
        "vasile vasil bazyli basil", "wojciech wojtek", "stanislaw staszek stan stasiek", "krystian christian cristian chris",
        "aferdita afrodita", "shpetim shpetimi", "xhevdet dzevdet", "ilir iliri", "arben ben beni", "gezim gezimi",
    ]
}
