#!/usr/bin/env python3
"""Invents people, and the records that several hands make of them, so that linkage can be measured on data that nobody tuned to.

    invented_people.py --list
    invented_people.py SCENARIO OUT.csv [--records N] [--seed N]

Every name is made of syllables and belongs to nobody. A scenario is a way of naming people, an era with its columns, a way of
making mistakes, and how often a person comes again. The column `person` says who is who. The same scenario, number of records
and seed give the same file.
"""

import argparse
import csv
import datetime
import itertools
import random
import unicodedata
from dataclasses import dataclass, field

CONSONANTS = "bcdfghjklmnpqrstvwxyz"


class Names:
    """A pool of invented names, the first the commonest (Zipf's law with the exponent `slope`)."""

    def __init__(self, source, onsets, vowels, codas, size, slope, syllables=(2, 3), endings=("",)):
        pool = []
        seen = set()
        while len(pool) < size:
            name = ""
            for _ in range(source.choice(syllables)):
                name += source.choice(onsets) + source.choice(vowels)
            name += source.choice(codas) + source.choice(endings)
            if name not in seen and len(name) > 1:
                seen.add(name)
                pool.append(name.capitalize())
        self.names = pool
        self.weights = list(itertools.accumulate(1 / (place + 1) ** slope for place in range(size)))

    def pick(self, source):
        return source.choices(self.names, cum_weights=self.weights)[0]


class Western:
    """A forename and a surname, one word each."""

    nationality = "GBR"
    forename_count, surname_count, slope = 220, 2_400, 0.8

    def __init__(self, source):
        onsets = "b br c cl d dr f g gr h j k l m n p r s st t th w".split()
        vowels = "a e i o u ea ie oa".split()
        codas = "n ll rd t s ck m l r th ns ld".split()
        self.male = Names(source, onsets, vowels, codas, self.forename_count // 2, self.slope, (1, 2))
        self.female = Names(source, onsets, vowels, ["", "n", "l", "s"], self.forename_count // 2, self.slope, (1, 2), ("a", "y", "e", ""))
        self.surnames = Names(source, onsets, vowels, codas, self.surname_count, self.slope, (1, 2), ("", "", "son", "ton", "er", "well"))

    def person(self, source, gender):
        return (self.male if gender == "M" else self.female).pick(source), self.surnames.pick(source)

    def surname_of_relative(self, source, surname, gender):
        return surname

    def respell(self, source, name):
        """The same name by another hand."""
        return replace_one(source, name, [("ea", "ee"), ("ck", "k"), ("ll", "l"), ("th", "t"), ("ie", "y"), ("c", "k"), ("oa", "o"), ("er", "ar")])


class Census(Western):
    """Few forenames for many: the custom of the nineteenth century."""

    forename_count, surname_count, slope = 60, 900, 1.1


class Slavic(Western):
    """Surnames end by gender, letters have hooks, other alphabets spell them otherwise."""

    nationality = "POL"

    def __init__(self, source):
        onsets = "b br ch cz d dr g k kr l ł m n p r rz s sz st t w z ż".split()
        vowels = "a e i o u ó y ie".split()
        self.male = Names(source, onsets, vowels, ["n", "sz", "j", "k", "r", "ł", "w"], 110, 0.8, (1, 2))
        self.female = Names(source, onsets, vowels, ["n", "l", "t", "k"], 110, 0.8, (1, 2), ("a", "ina"))
        self.surnames = Names(source, onsets, vowels, ["n", "w", "l", "cz", "r"], 1_600, 0.8, (1, 2), ("ski", "ov", "ak", "enko", "ić"))

    def person(self, source, gender):
        surname = self.surnames.pick(source)
        return (self.male if gender == "M" else self.female).pick(source), self.surname_of_relative(source, surname, gender)

    def surname_of_relative(self, source, surname, gender):
        if gender == "F":
            if surname.endswith("ski"):
                return surname[:-1] + "a"
            if surname.endswith("ov"):
                return surname + "a"
        elif surname.endswith("ska") or surname.endswith("ova"):
            return surname[:-3] + ("ski" if surname.endswith("ska") else "ov")
        return surname

    def respell(self, source, name):
        return replace_one(source, name, [("sz", "sh"), ("cz", "ch"), ("w", "v"), ("rz", "zh"), ("j", "y"), ("ch", "kh"), ("ska", "ski"), ("ova", "ov"), ("ie", "e")])


class Arabic(Western):
    """A chain of the father's and grandfather's names, in letters that have no one way into Latin."""

    nationality = "SDN"

    def __init__(self, source):
        onsets = "b d f gh h j k kh l m n q r s sh t th w y z".split()
        vowels = "a aa i u ee ou".split()
        self.male = Names(source, onsets, vowels, "d m l r n f b sh".split(), 130, 0.9, (2,))
        self.female = Names(source, onsets, vowels, ["", "n", "m"], 130, 0.9, (2,), ("a", "ah"))
        self.houses = Names(source, onsets, vowels, "d m l r n".split(), 260, 0.7, (1, 2), ("i", ""))

    def person(self, source, gender):
        forename = (self.male if gender == "M" else self.female).pick(source)
        style = source.random()
        if style < 0.4:
            return forename, self.male.pick(source) + " " + self.male.pick(source)
        if style < 0.7:
            return forename, "Al-" + self.houses.pick(source)
        return forename, self.houses.pick(source)

    def respell(self, source, name):
        return replace_one(
            source, name, [("aa", "a"), ("ee", "i"), ("ou", "u"), ("q", "k"), ("Al-", "El "), ("Al-", ""), ("kh", "k"), ("gh", "g"), ("ah", "a"),
                           ("i", "e"), ("u", "o"), ("j", "g"), ("w", "ou"), ("y", "i"), ("th", "t")])


class Vietnamese(Western):
    """A dozen surnames for all, names of several words, marks on the vowels, and registries that exchange the order."""

    nationality = "VNM"

    def __init__(self, source):
        onsets = "b ch d đ g h kh l m n ng nh ph qu s t th tr v x".split()
        vowels = "a ă â e ê i o ô ơ u ư ươ iê oa à á ả ạ ế ồ ứ".split()
        self.surnames = Names(source, onsets, vowels, ["n", "m", "ng", ""], 16, 1.2, (1,))
        self.middles = Names(source, onsets, vowels, ["n", "", "t"], 24, 1.0, (1,))
        self.given = Names(source, onsets, vowels, ["n", "ng", "nh", "", "m", "p"], 150, 0.7, (1,))

    def person(self, source, gender):
        middle = {"M": "Vãn ", "F": "Thí "}[gender] if source.random() < 0.4 else self.middles.pick(source) + " "
        return (middle if source.random() < 0.9 else "") + self.given.pick(source), self.surnames.pick(source)

    def respell(self, source, name):
        return replace_one(source, plain(name), [("ph", "f"), ("kh", "k"), ("ng", "n"), ("nh", "n"), ("th", "t"), ("x", "s"), ("qu", "kw")])


class Iberian(Western):
    """Two surnames, of which other registries keep one."""

    nationality = "BRA"

    def __init__(self, source):
        onsets = "b br c ç d f g j l lh m n p r s t v z".split()
        vowels = "a á e é i o ó u ã ei".split()
        self.male = Names(source, onsets, vowels, ["", "s", "n", "r"], 90, 0.9, (2,), ("o", "os", "el"))
        self.female = Names(source, onsets, vowels, ["", "s", "n", "l"], 90, 0.9, (2,), ("a", "ia"))
        self.houses = Names(source, onsets, vowels, ["", "s", "r", "z"], 420, 0.9, (2,), ("a", "o", "es", "ez"))

    def person(self, source, gender):
        forename = (self.male if gender == "M" else self.female).pick(source)
        if source.random() < 0.3:
            forename += " " + (self.male if gender == "M" else self.female).pick(source)
        return forename, self.houses.pick(source) + " " + self.houses.pick(source)

    def respell(self, source, name):
        return replace_one(source, name, [("ç", "s"), ("lh", "li"), ("z", "s"), ("ei", "e"), ("v", "b")])


def replace_one(source, name, pairs):
    pairs = list(pairs)
    source.shuffle(pairs)
    for old, new in pairs:
        if old in name:
            return name.replace(old, new, 1)
    return name


def plain(text):
    text = text.replace("ł", "l").replace("đ", "d").replace("Ł", "L").replace("Đ", "D")
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


KEYBOARD = {a: b for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for a, b in zip(row, row[1:] + row[-2])}
SHAPES = [("m", "rn"), ("rn", "m"), ("l", "i"), ("cl", "d"), ("e", "c"), ("h", "b"), ("u", "n"), ("v", "y"), ("a", "o")]


def typing(source, text):
    """A slip of the fingers: a key left out, hit twice, hit beside it, or two in the wrong order."""
    if len(text) < 3:
        return text
    at = source.randrange(len(text) - 1)
    kind = source.random()
    if kind < 0.3:
        return text[:at] + text[at + 1 :]
    if kind < 0.5:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind < 0.65:
        return text[:at] + text[at] + text[at:]
    beside = KEYBOARD.get(text[at].lower(), "e") if text[at].isalpha() else source.choice("0123456789")
    return text[:at] + beside + text[at + 1 :]


def reading(source, text):
    """A slip of the eye on handwriting or of a machine that reads print."""
    return replace_one(source, text, SHAPES)


@dataclass
class Scenario:
    about: str
    systems: tuple = (Western,)
    columns: tuple = ("forename", "surname", "dob", "gender", "postcode", "phone")
    #: The share of the records that are not the first of their person.
    repeats: float = 0.3
    #: How many records a person who comes again has.
    sizes: str = "few"
    #: Multiplies how often each mistake is made.
    mistakes: float = 1.0
    slip: object = staticmethod(typing)
    #: The share of values that are missing, by column; "*" for all others.
    missing: dict = field(default_factory=lambda: {"*": 0.05})
    births: tuple = (1950, 2006)
    #: The share of dates written as 1 January of the year, and of people who moved or have another phone.
    placeholder: float = 0.02
    moved: float = 0.3
    families: float = 0.1
    twins: float = 0.01
    #: The share of people who live in one of a few hostels, and of those who give the telephone of one.
    hostel: float = 0.0
    exchanged: float = 0.02
    day_and_month: float = 0.02
    records: int = 20_000


AGENCY = ("forename", "surname", "dob", "gender", "nationality", "postcode", "phone", "plate")
SCENARIOS = {
    "plain": Scenario("Western names, six columns, few mistakes"),
    "agencies": Scenario("names of five kinds, columns half empty, hostels", (Western, Slavic, Arabic, Vietnamese, Iberian), AGENCY,
                         missing={"*": 0.05, "phone": 0.4, "postcode": 0.25, "plate": 0.7}, hostel=0.1, placeholder=0.05, mistakes=1.3),
    "vietnamese": Scenario("a dozen surnames, names of several words", (Vietnamese,), AGENCY, exchanged=0.12, placeholder=0.08,
                           missing={"*": 0.06, "phone": 0.4, "plate": 0.7}),
    "arabic": Scenario("chains of names, many spellings, 1 January for many", (Arabic,), AGENCY, placeholder=0.25, mistakes=1.6,
                       missing={"*": 0.06, "phone": 0.4, "plate": 0.7}),
    "slavic": Scenario("surnames by gender, hooks lost, day and month exchanged", (Slavic,), ("forename", "surname", "dob", "gender", "address", "email"),
                       day_and_month=0.08),
    "iberian": Scenario("two surnames of which one is kept", (Iberian,), ("full_name", "dob", "gender", "phone"), missing={"*": 0.04, "phone": 0.3}),
    "hostels": Scenario("half of all in a few hostels with one phone each", (Western, Arabic, Slavic), AGENCY, hostel=0.5,
                        missing={"*": 0.05, "plate": 0.8}),
    "twins": Scenario("families and twins under one roof", (Western, Slavic), families=0.5, twins=0.12, moved=0.1),
    "name and date": Scenario("three columns alone", (Western,), ("forename", "surname", "dob")),
    "name and place": Scenario("no date of birth", (Western,), ("forename", "surname", "postcode", "phone"), moved=0.2),
    "heavy": Scenario("half of all values wrong or missing", (Western, Slavic, Arabic), AGENCY, mistakes=4.0, missing={"*": 0.2}, moved=0.6),
    "read by machine": Scenario("print read by a machine", (Western,), mistakes=3.0, slip=staticmethod(reading), missing={"*": 0.02}),
    "census": Scenario("year of birth alone, sixty forenames", (Census,), ("forename", "surname", "birth_year", "gender", "address"), births=(1800, 1880),
                       mistakes=1.5, families=0.7, slip=staticmethod(reading), moved=0.3, repeats=0.45, sizes="pairs"),
    "rare": Scenario("2 of 100 records come again", repeats=0.02, sizes="pairs"),
    "crowded": Scenario("2 to 20 records of one person", (Western, Slavic, Vietnamese, Arabic), AGENCY, repeats=0.6, sizes="many",
                        missing={"*": 0.05, "phone": 0.4, "plate": 0.7}),
    "few": Scenario("a thousand records", records=1_000, columns=("forename", "surname", "dob", "city", "email"), missing={"*": 0.15},
                    mistakes=2.5, repeats=0.7, sizes="few"),
}


class Maker:
    def __init__(self, name, seed, records=None):
        self.scenario = SCENARIOS[name]
        self.random = random.Random(f"{name}/{seed}")
        self.records = records or self.scenario.records
        self.systems = [system(self.random) for system in self.scenario.systems]
        self.hostels = [(self.postcode(), self.phone(), self.address(), self.city()) for _ in range(max(3, self.records // 2_500))]
        self.cities = [self.street_name() for _ in range(60)]

    def chance(self, share):
        return self.random.random() < share

    def digits(self, count):
        return "".join(self.random.choices("0123456789", k=count))

    def letters(self, count):
        return "".join(self.random.choices("ABDEFGHJLNPQRSTUWXYZ", k=count))

    def postcode(self):
        return f"{self.letters(self.random.choice((1, 2)))}{self.random.randrange(1, 30)} {self.digits(1)}{self.letters(2)}"

    def phone(self):
        # Long enough to tell people apart, in a range that is never given out (077009).
        return "077009" + self.digits(6)

    def plate(self):
        return f"{self.letters(2)}{self.random.randrange(51, 75)} {self.letters(3)}"

    def street_name(self):
        make = self.random
        return "".join(make.choice("b d f g h k l m n p r s t w".split()) + make.choice("a e i o u".split()) for _ in range(make.choice((2, 3)))).capitalize()

    def address(self):
        return f"{self.random.randrange(1, 180)} {self.street_name()} {self.random.choice(('Street', 'Road', 'Lane', 'Close'))}"

    def city(self):
        return self.random.choices(self.cities, weights=[1 / (place + 1) for place in range(60)])[0] if getattr(self, "cities", None) else ""

    def birth(self):
        first, last = self.scenario.births
        start = datetime.date(first, 1, 1).toordinal()
        return datetime.date.fromordinal(self.random.randrange(start, datetime.date(last, 12, 31).toordinal()))

    def people(self, count):
        people = []
        while len(people) < count:
            system = self.random.choices(self.systems, weights=[1 / (1 + 0.4 * place) for place in range(len(self.systems))])[0]
            gender = self.random.choice("MF")
            forename, surname = system.person(self.random, gender)
            person = {
                "system": system, "gender": gender, "forename": forename, "surname": surname, "dob": self.birth(),
                "nationality": system.nationality if self.chance(0.93) else "GBR", "postcode": self.postcode(), "phone": self.phone(),
                "plate": self.plate() if self.chance(0.4) else "", "address": self.address(), "city": self.city(),
            }
            person["email"] = f"{plain(forename).split()[0].lower()}.{plain(surname).split()[-1].lower()}{self.digits(2)}@example.{self.random.choice(('org', 'com', 'net'))}"
            if self.chance(self.scenario.hostel):
                hostel = self.random.choice(self.hostels)
                person["postcode"], person["address"], person["city"] = hostel[0], hostel[2], hostel[3]
                if self.chance(0.4):
                    person["phone"] = hostel[1]
            elif people and self.chance(self.scenario.families):
                relative = people[-1]
                person["system"] = relative["system"]
                person["forename"] = relative["system"].person(self.random, gender)[0]
                person["surname"] = relative["system"].surname_of_relative(self.random, relative["surname"], gender)
                for shared in ("nationality", "postcode", "address", "city"):
                    person[shared] = relative[shared]
                if self.chance(0.3):
                    person["phone"] = relative["phone"]
                if self.chance(self.scenario.twins / max(self.scenario.families, 0.01)):
                    person["dob"] = relative["dob"]
                elif self.chance(0.05) and gender == relative["gender"]:
                    # A child with the parent's name.
                    person["forename"] = relative["forename"]
                    person["dob"] = datetime.date(relative["dob"].year + 27, 3, 14)
            people.append(person)
        return people

    def counts(self):
        """How many records each person has."""
        repeats = int(self.records * self.scenario.repeats)
        counts = [1] * (self.records - repeats)
        while repeats > 0:
            at = self.random.randrange(len(counts))
            if self.scenario.sizes == "pairs":
                more = 1 if counts[at] == 1 else 0
            elif self.scenario.sizes == "many":
                more = self.random.randrange(1, 20)
            else:
                more = 1 + int(self.random.expovariate(1.1))
            more = min(more, repeats, 20 - counts[at])
            counts[at] += max(0, more)
            repeats -= max(0, more)
        return counts

    def name(self, person, name, share):
        system, scenario = person["system"], self.scenario
        if self.chance(0.07 * share):
            name = system.respell(self.random, name)
        if self.chance(0.6):
            name = plain(name)
        if " " in name and self.chance(0.15 * share):
            name = self.random.choice(name.split(" "))
        if self.chance(0.06 * share):
            name = scenario.slip(self.random, name)
        return name

    def date(self, date, share):
        text = date.isoformat()
        if self.chance(self.scenario.placeholder):
            return f"{date.year}-01-01"
        if date.day <= 12 and self.chance(self.scenario.day_and_month):
            return f"{date.year}-{date.day:02d}-{date.month:02d}"
        if self.chance(0.025 * share):
            at = self.random.choice((2, 3, 6, 8, 9))
            return text[:at] + self.digits(1) + text[at + 1 :]
        if self.chance(0.015 * share):
            return f"{date.year + self.random.choice((-10, -2, -1, 1, 2, 10))}{text[4:]}"
        return text

    def record(self, person, is_first):
        scenario, source = self.scenario, self.random
        share = scenario.mistakes * source.choice((0.4, 0.8, 1.0, 1.8))
        forename, surname = self.name(person, person["forename"], share), self.name(person, person["surname"], share)
        if self.chance(0.012 * share):
            forename = forename[0]
        elif self.chance(0.02 * share) and len(forename) > 4:
            forename = forename[:3]
        if person["gender"] == "F" and self.chance(0.02 * share):
            surname = person["system"].person(source, "F")[1]
        if self.chance(scenario.exchanged):
            forename, surname = surname, forename
        values = {
            "forename": forename, "surname": surname, "full_name": f"{forename} {surname}",
            "gender": person["gender"] if not self.chance(0.005 * share) else source.choice("MF"),
            "nationality": person["nationality"] if not self.chance(0.01 * share) else source.choice(("GBR", "IRL", "FRA")),
            "dob": self.date(person["dob"], share),
            "birth_year": str(person["dob"].year + (source.choice((-2, -1, 1, 2)) if self.chance(0.2) else 0)),
        }
        has_moved = not is_first and self.chance(scenario.moved)
        values["postcode"] = self.postcode() if has_moved else person["postcode"]
        values["address"] = self.address() if has_moved else person["address"]
        values["city"] = self.city() if has_moved else person["city"]
        values["phone"] = self.phone() if not is_first and self.chance(scenario.moved) else person["phone"]
        values["email"] = person["email"]
        values["plate"] = person["plate"]
        for column in ("postcode", "address", "phone", "email", "plate", "city"):
            if values[column] and self.chance(0.03 * share):
                values[column] = scenario.slip(source, values[column])
        if self.chance(0.2):
            values["postcode"] = values["postcode"].replace(" ", "")
        if self.chance(0.15):
            values["phone"] = "+44" + values["phone"][1:]
        for column in scenario.columns:
            if self.chance(scenario.missing.get(column, scenario.missing.get("*", 0))):
                values[column] = ""
        return [values[column] for column in scenario.columns]

    def write(self, path):
        counts = self.counts()
        rows = []
        for number, (person, count) in enumerate(zip(self.people(len(counts)), counts)):
            rows += [[number] + self.record(person, place == 0) for place in range(count)]
        self.random.shuffle(rows)
        with open(path, "w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(["record_id", "person", *("dob" if column == "birth_year" else column for column in self.scenario.columns)])
            for number, row in enumerate(rows):
                table.writerow([f"r{number}", *row])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("scenario", nargs="?", choices=sorted(SCENARIOS))
    parser.add_argument("out", nargs="?")
    parser.add_argument("--records", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.list or not options.scenario or not options.out:
        for name, scenario in SCENARIOS.items():
            print(f"{name:16} {scenario.about}")
        return
    Maker(options.scenario, options.seed, options.records).write(options.out)


if __name__ == "__main__":
    main()
