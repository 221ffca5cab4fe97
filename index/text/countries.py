"""Countries, their people and their capitals: one idea under several names.

A question about Poland is answered by words about "Poles", and "the Belarusian leader" leads Belarus. Each line of the
table is: country and other names; what its people and things are called; the capital in its spellings, which news uses
for the government. All members of the United Nations are in it; both Koreas are "Korea". Ambiguous words (Georgia's
"Georgian" apart, the US state's name is kept) and capitals that are more often something else (Male, Victoria,
San José, Nassau, Georgetown) are left out rather than guessed.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from index.text.expressions import expression
from index.text.stems import plain, stem

_TABLE = """
Afghanistan; Afghan Afghans; Kabul
Albania; Albanian Albanians; Tirana
Algeria; Algerian Algerians; Algiers
Andorra; Andorran Andorrans; Andorra la Vella
Angola; Angolan Angolans; Luanda
Antigua and Barbuda, Antigua, Barbuda; Antiguan Antiguans Barbudan Barbudans;
Argentina; Argentine Argentines Argentinian; Buenos Aires
Armenia; Armenian Armenians; Yerevan
Australia; Australian Australians; Canberra
Austria; Austrian Austrians; Vienna
Azerbaijan; Azerbaijani Azerbaijanis Azeri; Baku
Bahamas; Bahamian Bahamians;
Bahrain; Bahraini Bahrainis; Manama
Bangladesh; Bangladeshi Bangladeshis; Dhaka
Barbados; Barbadian Barbadians; Bridgetown
Belarus; Belarusian Belarusians Belarussian Belarussians; Minsk
Belgium; Belgian Belgians; Brussels
Belize; Belizean Belizeans; Belmopan
Benin; Beninese; Porto-Novo
Bhutan; Bhutanese; Thimphu
Bolivia; Bolivian Bolivians; La Paz
Bosnia, Bosnia and Herzegovina; Bosnian Bosnians; Sarajevo
Botswana; Botswanan Botswanans Motswana Batswana; Gaborone
Brazil; Brazilian Brazilians; Brasilia
Britain, United Kingdom, UK; British Briton Britons; London
Brunei; Bruneian Bruneians; Bandar Seri Begawan
Bulgaria; Bulgarian Bulgarians; Sofia
Burkina Faso; Burkinabe Burkinabes Burkinan; Ouagadougou
Burundi; Burundian Burundians; Gitega, Bujumbura
Cambodia; Cambodian Cambodians; Phnom Penh
Cameroon; Cameroonian Cameroonians; Yaounde
Canada; Canadian Canadians; Ottawa
Cape Verde, Cabo Verde, Cape Verdean, Cape Verdeans; CapeVerdean; Praia
Central African Republic; CentralAfrican; Bangui
Chad; Chadian Chadians; Ndjamena
Chile; Chilean Chileans; Santiago
China; Chinese; Beijing
Colombia; Colombian Colombians; Bogota
Comoros; Comorian Comorians Comoran; Moroni
Congo, Democratic Republic of the Congo, Republic of the Congo, DRC; Congolese; Kinshasa, Brazzaville
Costa Rica, Costa Rican, Costa Ricans; CostaRican;
Croatia; Croatian Croatians Croat Croats; Zagreb
Cuba; Cuban Cubans; Havana
Cyprus; Cypriot Cypriots; Nicosia
Czechia, Czech Republic; Czech Czechs; Prague
Denmark; Danish Dane Danes; Copenhagen
Djibouti; Djiboutian Djiboutians;
Dominica; ; Roseau
Dominican Republic; Dominican Dominicans; Santo Domingo
Ecuador; Ecuadorian Ecuadorians; Quito
Egypt; Egyptian Egyptians; Cairo
El Salvador; Salvadoran Salvadorans Salvadorean; San Salvador
Equatorial Guinea, Equatorial Guinean, Equatorial Guineans; Equatoguinean Equatoguineans; Malabo
Eritrea; Eritrean Eritreans; Asmara
Estonia; Estonian Estonians; Tallinn
Eswatini, Swaziland; Swazi Swazis; Mbabane
Ethiopia; Ethiopian Ethiopians; Addis Ababa
Fiji; Fijian Fijians; Suva
Finland; Finnish Finn Finns; Helsinki
France; French Frenchman Frenchmen; Paris
Gabon; Gabonese; Libreville
Gambia; Gambian Gambians; Banjul
Georgia; Georgian Georgians; Tbilisi
Germany; German Germans; Berlin
Ghana; Ghanaian Ghanaians; Accra
Greece; Greek Greeks; Athens
Grenada; Grenadian Grenadians;
Guatemala; Guatemalan Guatemalans; Guatemala City
Guinea; Guinean Guineans; Conakry
Guinea-Bissau; Bissau-Guinean; Bissau
Guyana; Guyanese;
Haiti; Haitian Haitians; Port-au-Prince
Honduras; Honduran Hondurans; Tegucigalpa
Hungary; Hungarian Hungarians; Budapest
Iceland; Icelandic Icelander Icelanders; Reykjavik
India; Indian Indians; New Delhi
Indonesia; Indonesian Indonesians; Jakarta
Iran; Iranian Iranians; Tehran
Iraq; Iraqi Iraqis; Baghdad
Ireland; Irish Irishman Irishmen; Dublin
Israel; Israeli Israelis; Jerusalem
Italy; Italian Italians; Rome
Ivory Coast, Côte d'Ivoire, Côte d’Ivoire, Cote d'Ivoire, Cote d’Ivoire; Ivorian Ivorians; Yamoussoukro
Jamaica; Jamaican Jamaicans; Kingston
Japan; Japanese; Tokyo
Jordan; Jordanian Jordanians; Amman
Kazakhstan; Kazakh Kazakhs Kazakhstani; Astana
Kenya; Kenyan Kenyans; Nairobi
Kiribati; I-Kiribati; South Tarawa
Korea; Korean Koreans; Seoul
Kosovo; Kosovar Kosovars; Pristina
Kuwait; Kuwaiti Kuwaitis; Kuwait City
Kyrgyzstan; Kyrgyz; Bishkek
Laos; Laotian Laotians; Vientiane
Latvia; Latvian Latvians; Riga
Lebanon; Lebanese; Beirut
Lesotho; Basotho Mosotho; Maseru
Liberia; Liberian Liberians; Monrovia
Libya; Libyan Libyans; Tripoli
Liechtenstein; Liechtensteiner Liechtensteiners; Vaduz
Lithuania; Lithuanian Lithuanians; Vilnius
Luxembourg; Luxembourger Luxembourgers;
Madagascar; Malagasy Madagascan Madagascans; Antananarivo
Malawi; Malawian Malawians; Lilongwe
Malaysia; Malaysian Malaysians; Kuala Lumpur
Maldives; Maldivian Maldivians;
Mali; Malian Malians; Bamako
Malta; Maltese; Valletta
Marshall Islands; Marshallese; Majuro
Mauritania; Mauritanian Mauritanians; Nouakchott
Mauritius; Mauritian Mauritians; Port Louis
Mexico; Mexican Mexicans; Mexico City
Micronesia; Micronesian Micronesians; Palikir
Moldova; Moldovan Moldovans; Chisinau
Monaco; Monegasque Monegasques;
Mongolia; Mongolian Mongolians; Ulaanbaatar
Montenegro; Montenegrin Montenegrins; Podgorica
Morocco; Moroccan Moroccans; Rabat
Mozambique; Mozambican Mozambicans; Maputo
Myanmar, Burma; Burmese; Naypyidaw
Namibia; Namibian Namibians; Windhoek
Nauru; Nauruan Nauruans; Yaren
Nepal; Nepalese Nepali; Kathmandu
Netherlands, Holland; Dutch Dutchman; The Hague
New Zealand; Zealander Zealanders; Wellington
Nicaragua; Nicaraguan Nicaraguans; Managua
Niger; Nigerien Nigeriens; Niamey
Nigeria; Nigerian Nigerians; Abuja
North Macedonia, Macedonia; Macedonian Macedonians; Skopje
Norway; Norwegian Norwegians; Oslo
Oman; Omani Omanis; Muscat
Pakistan; Pakistani Pakistanis; Islamabad
Palau; Palauan Palauans; Ngerulmud
Palestine; Palestinian Palestinians; Ramallah
Panama; Panamanian Panamanians; Panama City
Papua New Guinea; Papuan Papuans; Port Moresby
Paraguay; Paraguayan Paraguayans; Asuncion
Peru; Peruvian Peruvians; Lima
Philippines; Philippine Filipino Filipinos; Manila
Poland; Polish Pole Poles; Warsaw
Portugal; Portuguese; Lisbon
Qatar; Qatari Qataris; Doha
Romania; Romanian Romanians; Bucharest
Russia, Russian Federation; Russian Russians; Moscow
Rwanda; Rwandan Rwandans; Kigali
Saint Kitts and Nevis, St. Kitts and Nevis, St Kitts and Nevis; Kittitian Kittitians Nevisian; Basseterre
Saint Lucia, St. Lucia, St Lucia, Saint Lucian, Saint Lucians; SaintLucian; Castries
Saint Vincent and the Grenadines, St. Vincent and the Grenadines, St Vincent and the Grenadines; Vincentian; Kingstown
Samoa; Samoan Samoans; Apia
San Marino; Sammarinese;
Sao Tome and Principe, São Tomé and Príncipe, São Tomé and Principe; SaoTomean;
Saudi Arabia; Saudi Saudis; Riyadh
Scotland; Scottish Scot Scots; Edinburgh
Senegal; Senegalese; Dakar
Serbia; Serbian Serbians Serb Serbs; Belgrade
Seychelles; Seychellois;
Sierra Leone, Sierra Leonean, Sierra Leoneans; SierraLeonean; Freetown
Singapore; Singaporean Singaporeans;
Slovakia; Slovak Slovaks; Bratislava
Slovenia; Slovenian Slovenians Slovene Slovenes; Ljubljana
Solomon Islands, Solomon Islander, Solomon Islanders; SolomonIslander; Honiara
Somalia; Somali Somalis; Mogadishu
South Africa, South African, South Africans; SouthAfrican; Pretoria
South Sudan, South Sudanese; SouthSudanese; Juba
Spain; Spanish Spaniard Spaniards; Madrid
Sri Lanka, Sri Lankan, Sri Lankans; SriLankan; Colombo
Sudan; Sudanese; Khartoum
Suriname; Surinamese; Paramaribo
Sweden; Swedish Swede Swedes; Stockholm
Switzerland; Swiss; Bern
Syria; Syrian Syrians; Damascus
Taiwan; Taiwanese; Taipei
Tajikistan; Tajik Tajiks; Dushanbe
Tanzania; Tanzanian Tanzanians; Dodoma
Thailand; Thai Thais; Bangkok
Timor-Leste, East Timor, East Timorese; Timorese; Dili
Togo; Togolese; Lome
Tonga; Tongan Tongans; Nukualofa
Trinidad and Tobago, Trinidad, Tobago; Trinidadian Trinidadians Tobagonian; Port of Spain
Tunisia; Tunisian Tunisians; Tunis
Turkey, Türkiye; Turkish Turk Turks; Ankara
Turkmenistan; Turkmen; Ashgabat
Tuvalu; Tuvaluan Tuvaluans; Funafuti
Uganda; Ugandan Ugandans; Kampala
Ukraine; Ukrainian Ukrainians; Kyiv, Kiev
United Arab Emirates, UAE; Emirati Emiratis; Abu Dhabi
United States, USA, U.S., US, America; American Americans; Washington
Uruguay; Uruguayan Uruguayans; Montevideo
Uzbekistan; Uzbek Uzbeks; Tashkent
Vanuatu; Ni-Vanuatu; Port Vila
Venezuela; Venezuelan Venezuelans; Caracas
Vietnam; Vietnamese; Hanoi
Wales; Welsh Welshman Welshmen; Cardiff
Yemen; Yemeni Yemenis; Sanaa
Zambia; Zambian Zambians; Lusaka
Zimbabwe; Zimbabwean Zimbabweans; Harare
"""

# In Russian, Ukrainian, Belarusian and Polish, which inflect: what the words for a country, its people and its capital
# begin with.
_ROOTS = """
Belarus; беларус белорус білорус białorus минск мінск
Britain; британи британц британс брытан wielk\\w*\\sbrytani brytyjs brytyjcz лондон londyn
China; кита китай кітай chiny chinach chinami chińs пекин пекін
Czechia; чехи чехі чеш czech czes
Estonia; эстон естон estoni esto[nń]s таллин
Finland; финлянд фінлянд фінлянды финск фінськ finlandi fińs
France; франц francj francus париж paryż
Georgia; грузи грузі gruzj gruzi тбилис тбіліс
Germany; германи немец немц німеч німц германіі niemc niemie берлин берлін
Hungary; венгр угорщ угорс вугор węgr węgier будапешт budapesz
Iran; иран іран тегеран
Israel; израил ізраїл ізраіл izrael иерусалим
Kazakhstan; казахстан казахс kazachsta
Latvia; латви латві латыш łotw łotew łotysz рига
Lithuania; литв литов литв літв ліетув litw litew вильнюс вільнюс wilno
Moldova; молдов молдав малдов mołdaw mołdow кишинев кишинёв
Poland; польш польщ поляк польс polsk polsc polak polacy варшав warszaw
Romania; румын румун rumuni rumuńs бухарест
Russia; росси россий росі росій расі расій rosj rosyjs rosjan москв маскв moskw москов moskiews
Slovakia; словаки словац словач słowac словаччин братислав
Sweden; швед швец szwecj szwedz стокгольм
Turkey; турц турец туреч турэч turcj turec анкар
Ukraine; украин україн украін ukrain киев київ києв кіеў кіев kijow kijów
United States; сша америк амерык stan\\w+\\szjednoczon ameryk вашингтон вашынгтон waszyngton
"""


@cache
def _by_opening() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return each country's single-word names by how one of them begins; none is stemmed before a word begins so."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in _TABLE.strip().splitlines():
        countries, people, capital = (part.strip() for part in line.split(";"))
        names = [name.strip() for name in countries.split(",")]
        singles = (*(name for name in names if " " not in name), *people.split(), *_capital(capital))
        for each in singles:
            found.setdefault(plain(each)[:_OPENING], {})[names[0]] = singles
    return found


_OPENING = 3
"""So many letters of each name of the table are those of its stem, too."""


@cache
def _by_word(opening: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Return, for the stems of single-word names that begin so, the country and the stems of all its names."""
    known: dict[str, tuple[str, frozenset[str]]] = {}
    for land, names in _by_opening().get(opening, {}).items():
        stems = frozenset(map(stem, names))
        known.update({each: (land, stems) for each in stems if each.startswith(opening)})
    return known


@cache
def names_of(land: str) -> tuple[str, ...]:
    """Return the names of a country, its people's and its things', none of them its capital; () for no country."""
    for line in _TABLE.strip().splitlines():
        countries, people, _ = (part.strip() for part in line.split(";"))
        names = [name.strip() for name in countries.split(",")]
        if names[0] == land:
            return (*names, *people.split())
    return ()


def _capital(capital: str) -> list[str]:
    return [each for name in capital.split(",") if (each := name.strip()) and " " not in each]


@lru_cache(maxsize=50_000)
def country(word: str) -> str | None:
    """Return the country that a word or a name of several words names ("Poles" -> "Poland"), or None."""
    if " " in word:
        return _of_several_words().get(word.lower())
    # Few words begin like a country; the stems of all the others were a tenth of the time of reading a document.
    alike = _by_word(plain(word)[:_OPENING])
    entry = alike.get(stem(word)) if alike else None
    return entry[0] if entry else None


def is_country(name: str) -> bool:
    """Return whether words are the name of a country itself, not of its people or capital: "the Ivory Coast"."""
    bare = name[4:] if name[:4].lower() == "the " else name
    parted = bare.startswith(("North ", "South ")) and bare.endswith(" Korea")
    return parted or bare.lower() in _names()


@cache
def _names() -> frozenset[str]:
    lines = _TABLE.strip().splitlines()
    return frozenset(name.strip().lower() for line in lines for name in line.split(";")[0].split(","))


@cache
def _of_several_words() -> dict[str, str]:
    """Return the country for each name of more than one word, in small letters."""
    return {phrase: known for phrase, single in _phrases()[1].items() if (known := country(single))}


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of the names of more than one word, and the single word that stands for each."""
    single: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        countries, people, capital = (part.strip() for part in line.split(";"))
        names = [name.strip() for name in [*countries.split(","), *capital.split(",")]]
        single.update({name.lower(): people.split()[0] for name in names if " " in name})
    alternatives = "|".join(map(re.escape, sorted(single, key=len, reverse=True)))
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE), single


def unified(text: str) -> str:
    """Return the text with each name of a country as one English word.

    "The United States" becomes "the American", "Польше" becomes "Poland".

    Documents and questions are both read so, before their words are counted; nothing that is shown passes through here.
    """
    written = set(_WORDS.findall(text))
    if changed := {word: english for word in written if (english := _english(word)) != word}:
        text = _WORDS.sub(lambda match: changed.get(match[0], match[0]), text)
    if any(map(_ends_a_phrase, written)):
        pattern, single = _phrases()
        text = pattern.sub(lambda match: single[match[0].lower()], text)
    return text


@cache
def _roots() -> tuple[re.Pattern[str], list[str]]:
    """Return a pattern of words in other languages, a group a country, and the English word that stands for each."""
    lines = [line.split(";") for line in _ROOTS.strip().splitlines()]
    groups = "|".join(rf"((?:{'|'.join(roots.split())})\w*)" for _, roots in lines)
    # One English word for each, as `country` knows single words.
    return re.compile(groups, re.IGNORECASE), ["American" if name == "United States" else name for name, _ in lines]


_WORDS = expression(r"\w+(?:\szjednoczon\w*)?", re.IGNORECASE)
"""A word, or the two of Poland's name for the United States."""


@cache
def _last_words() -> frozenset[str]:
    return frozenset(_WORDS.findall(phrase)[-1] for phrase in _phrases()[1])


@lru_cache(maxsize=200_000)
def _ends_a_phrase(word: str) -> bool:
    return word.lower() in _last_words()


@lru_cache(maxsize=200_000)
def _english(word: str) -> str:
    """Return a word with the name of a country that it begins with in English.

    Each word is looked at once: the pattern over whole texts took half of the time of writing a passage.
    """
    pattern, names = _roots()
    match = pattern.match(word)
    return names[(match.lastindex or 1) - 1] + word[match.end() :] if match else word


def same_nation(stemmed: str) -> frozenset[str]:
    """Return the stems of the words that name the same country as a stemmed word, itself included."""
    entry = _by_word(stemmed[:_OPENING]).get(stemmed)
    return entry[1] | {stemmed} if entry else frozenset({stemmed})
