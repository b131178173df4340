"""PA: the language that the resume is written in."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.data import load_words

_ENGLISH = (
    "SUMMARY\n"
    "Bookkeeper with eight years of work in a small company.\n\n"
    "EXPERIENCE\n"
    "Bookkeeper, Example Ltd, 2019 - present\n"
    "- Closed the books of 14 clients within five days of each month.\n"
    "- Moved the invoices from paper to a database for the whole team."
)
_GERMAN = (
    "PROFIL\n"
    "Buchhalterin mit acht Jahren Erfahrung in einer kleinen Firma.\n\n"
    "BERUFSERFAHRUNG\n"
    "Buchhalterin, Muster GmbH, 2019 - heute\n"
    "- Abschluss der Bücher von 14 Mandanten nach dem Ende des Monats.\n"
    "- Umstellung der Rechnungen von Papier auf eine Datenbank."
)
_FRENCH = (
    "PROFIL\n"
    "Comptable avec huit ans d'expérience dans une petite société.\n\n"
    "EXPÉRIENCE PROFESSIONNELLE\n"
    "Comptable, Société Exemple, 2019 - aujourd'hui\n"
    "- Clôture des comptes de 14 clients dans les cinq jours.\n"
    "- Passage des factures du papier à une base de données."
)
_SPANISH = (
    "PERFIL\n"
    "Contable con ocho años de experiencia en una pequeña empresa.\n\n"
    "EXPERIENCIA LABORAL\n"
    "Contable, Empresa Ejemplo, 2019 - actualidad\n"
    "- Cierre de los libros de 14 clientes al final de cada mes.\n"
    "- Paso de las facturas del papel a una base de datos."
)
_POLISH = (
    "PROFIL\n"
    "Księgowa z ośmioletnim doświadczeniem w dziale małej firmy.\n\n"
    "DOŚWIADCZENIE\n"
    "Księgowa, Przykład, 2019 - obecnie\n"
    "- Zamykanie ksiąg dla 14 klientów w ciągu pięciu dni.\n"
    "- Przeniesienie faktur z papieru do bazy danych dla całej firmy."
)
_ITALIAN = (
    "PROFILO\n"
    "Contabile con otto anni di esperienza in una piccola azienda.\n\n"
    "ESPERIENZA\n"
    "Contabile, Esempio, 2019 - oggi\n"
    "- Chiusura dei conti di 14 clienti entro la fine del mese.\n"
    "- Passaggio delle fatture dalla carta a una base di dati."
)
_SWEDISH = (
    "PROFIL\n"
    "Ekonom med åtta års erfarenhet av arbete på ett litet företag.\n\n"
    "ERFARENHET\n"
    "Ekonom, Exempel AB, 2019 - nu\n"
    "- Stängde böckerna för 14 kunder inom fem dagar varje månad.\n"
    "- Flyttade fakturor från papper till en databas för hela laget."
)
_RUSSIAN = (
    "Бухгалтер с восьмилетним опытом работы в небольшой компании.\n"
    "Закрывала книги четырнадцати клиентов в течение пяти дней.\n"
    "Перевела счета с бумаги в базу данных, обучила трёх коллег.\n"
    "Вела учёт заработной платы и отпусков для сорока сотрудников."
)
_SHORT = "Anna Przykład\nanna@example.org"


@rule(
    "PA502",
    Severity.WARNING,
    source=sources.LANGUAGES,
    bad=(_POLISH, _ITALIAN, _SWEDISH, _RUSSIAN),
    good=(_ENGLISH, _GERMAN, _SPANISH, _SHORT),
)
def unknown_language(facts: Facts) -> Iterator[Hit]:
    """The resume is in a language that atscheck does not read.

    A machine reads by the words that it knows: headings, months, names of skills. What it says of
    a text in another language is chance, so that nothing is said of its sections, keywords and
    wording here.
    """
    language = facts.resume.language
    if language is not None and not language.known:
        table = load_words("languages")
        known = [table["languages"][code]["name"] for code in table["known"]]
        yield Hit(
            None,
            f"the resume is in {language.name}, which atscheck does not read: "
            "sections, keywords and wording were not checked",
            "send each employer the resume in the language of the posting; atscheck reads "
            f"{', '.join(known[:-1])} and {known[-1]}",
        )


@rule(
    "PA503",
    Severity.WARNING,
    source=sources.LANGUAGES,
    bad=(
        _GERMAN,
        _FRENCH,
        _SPANISH,
        f"{_GERMAN}\n\nKENNTNISSE\nDATEV, Excel",
    ),
    good=(_ENGLISH, _POLISH, _SHORT, f"{_ENGLISH}\n\nLANGUAGES\nDeutsch, français"),
)
def other_language(facts: Facts) -> Iterator[Hit]:
    """The resume is in another language than what it is compared with.

    Keywords are compared as they are written in the pack or posting: a skill in German words is not
    found by an English one, here or in a system that an employer uses.
    """
    language, wanted = facts.resume.language, facts.target.language
    if language is not None and language.known and language.code != wanted:
        names = load_words("languages")["languages"]
        asked = names.get(wanted, {}).get("name", wanted)
        kind = "pack" if facts.target.kind == "pack" else "posting"
        yield Hit(
            None,
            f"the resume is in {language.name}, the {kind} in {asked}: "
            "only words that both languages share are found",
            f"compare it with a {kind} in {language.name}, or write the resume in {asked}",
        )
