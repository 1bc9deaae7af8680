#!/usr/bin/env python3
"""Currencies and countries against lists that are not ours: ISO 4217 as the package iso4217 has it from the standard's
maintainer, ISO 3166 as pycountry has it from Debian, decimal places of withdrawn currencies as Unicode CLDR has them.
Each judge is shown a planted fault."""
import os
import re
import sys

import pycountry
from babel.numbers import get_currency_precision
from iso4217 import Currency

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import ROOT, check, finish

# Codes for metals, bonds, tests and nothing: no amount is given in them.
NO_MONEY = {"XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX"}


def source(name):
    with open(os.path.join(ROOT, "Sources", "Kernel", name), encoding="utf-8") as file:
        return file.read()


def ours():
    """Codes with their places, in use and withdrawn, as the program declares them."""
    parts = source("CurrencyCodes.swift").split("static let withdrawn")
    return [{code: int(places) for places, codes in re.findall(r'\(\s*(\d),\s*"""(.*?)"""', part, re.S) for code in codes.split()}
            for part in parts]


def differences(in_use):
    standard = {one.code: one.exponent for one in Currency if one.code not in NO_MONEY}
    return sorted((code, in_use.get(code), standard.get(code)) for code in set(in_use) | set(standard)
                  if in_use.get(code) != standard.get(code))


def main():
    in_use, withdrawn = ours()
    check("every currency in use, and no other, with its decimal places", not differences(in_use), differences(in_use))
    check("a place too many is noticed", differences({**in_use, "JPY": 2}) == [("JPY", 2, 0)])
    check("a currency that is missing is noticed", len(differences({k: v for k, v in in_use.items() if k != "CHF"})) == 1)
    check("a currency that is none is noticed", len(differences({**in_use, "ABC": 2})) == 1)
    # Where ISO listed other places than CLDR shows, those of ISO hold.
    iso = {"SLL": 2}
    wrong = {code: places for code, places in withdrawn.items() if places != iso.get(code, get_currency_precision(code))}
    check("withdrawn currencies have the places of CLDR", not wrong, wrong)
    check("none is both in use and withdrawn", not set(in_use) & set(withdrawn), set(in_use) & set(withdrawn))
    # The European Union is a member of treaties, under a code that ISO reserves for it.
    countries = set(re.search(r'codeList = """(.*?)"""', source("Country.swift"), re.S)[1].split()) - {"EU"}
    standard = {country.alpha_2 for country in pycountry.countries}
    check("every country code, and no other", countries == standard, countries ^ standard)
    check("a country that is none is noticed", (countries | {"ZZ"}) != standard)
    finish()


main()
