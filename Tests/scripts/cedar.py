"""Another engine judges the rights: Cedar is given the same policy and must answer the same.

The policy is made from what `entente verbs --json` says of each verb; what a record says is read from its table, and who the
charter names is written here by hand. Short form: 60,000 requests. Long form: python3 Tests/scripts/cedar.py 1000000
"""

import json
import os
import random
import sqlite3
import sys

import cedarpy

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import Workshop, check, finish, run  # noqa: E402

# Charter gmp 2020: who decides on what.
CHARTER = {
    "charter-admission": ["secretariat", "member:unep-chemicals"], "charter-suspension": ["secretariat", "member:unep-chemicals"],
    "charter-structure": ["member:advisory-group"], "charter-launch": ["member:advisory-group"],
    "charter-amendment": ["member:advisory-group"],
}
KINDS = ["area", "activity", "decision", "request", "advice", "charter-edition", "finance-examination", "milestone", "body"]


def words(value):
    """What a column holds, as a list of words."""
    if value is None:
        return []
    return json.loads(value) if value.startswith("[") else [value]


def condition(right):
    """A right as a Cedar condition over the capacity that asks and the record it asks about."""
    kind = right["right"]
    if kind == "any":
        return "(" + " || ".join(condition(each) for each in right["of"]) + ")"
    if kind in ("secretariat", "system"):
        return f'context.role == "{kind}"'
    if kind == "anyone":
        return "true"
    if kind.startswith("charter-"):
        return f'resource.given["{kind}"].contains(context.capacity)'
    place = right.get("place")
    if place is None or "input" in place:
        # Nobody has filled it in yet: whoever could fill in their own.
        return f'context.role == "{kind}"'
    return f'(context.role == "{kind}" && resource.fields["{place["field"]}"].contains(context.of))'


def policies(verbs, spoil=None):
    """One permit a verb; `spoil` names a verb whose right is made wrong, for the judge to be judged."""
    text = []
    for verb in verbs:
        if verb["makes"]:
            continue
        states = f' && {json.dumps(verb["from"])}.contains(resource.state)' if verb["from"] else ""
        right = "true" if (verb["kind"], verb["verb"]) == spoil else condition(verb["right"])
        text.append(f'permit(principal, action == Action::"{verb["kind"]} {verb["verb"]}", resource) when {{ {right}{states} }};')
    return "\n".join(text)


def entities(store, verbs):
    """The records, each with its state and the fields that rights look at."""
    needed = {}

    def look(kind, right):
        for each in right.get("of", []):
            look(kind, each)
        if "field" in right.get("place", {}):
            needed.setdefault(kind, set()).add(right["place"]["field"])
    for verb in verbs:
        look(verb["kind"], verb["right"])
    found = []
    with sqlite3.connect(store) as database:
        database.row_factory = sqlite3.Row
        for kind in KINDS:
            for row in database.execute(f'SELECT * FROM "{kind}" ORDER BY id'):
                record = dict(row)
                found.append((kind, record["id"], {
                    "state": record.get("state") or "", "given": CHARTER,
                    "fields": {name: words(record[name]) for name in sorted(needed.get(kind, []))}}))
    return found


def main(workshop):
    tries = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
    store = workshop.path("rights.sqlite")
    run("init", "--database", store)
    verbs = [v for v in json.loads(run("verbs", "--json").out) if v["kind"] in KINDS]
    records = entities(store, verbs)
    check("there are records of every kind to ask about", {kind for kind, _, _ in records} == set(KINDS), len(records))
    chance = random.Random(4)
    names = sorted({name for _, _, attributes in records for values in attributes["fields"].values() for name in values}
                   | {"advisory-group", "unep-chemicals", "nobody"})
    changing = [v for v in verbs if not v["makes"]]
    per_record = len(changing) / len(KINDS)
    questions = []
    for _ in range(int(tries / per_record) + 1):
        role = chance.choice(["secretariat", "applicant", "focal-point", "lead", "member", "member"])
        of = chance.choice(names)
        kind, identity, _ = chance.choice(records)
        questions.append((kind, identity, role, of))
    file = workshop.write("questions.txt", "".join(
        f"{kind} {identity} {role if role in ('secretariat', 'applicant') else f'{role}:{of}'}\n" for kind, identity, role, of in questions))
    answered = run("verbs", "--ask", file, "--database", store)
    answers = [set(filter(None, line.split("; "))) for line in answered.out.split("\n")[:-1]]
    check("every question has its answer", answered.code == 0 and len(answers) == len(questions), answered.err[:300])

    requests, ours = [], []
    for (kind, identity, role, of), allowed in zip(questions, answers):
        for verb in changing:
            if verb["kind"] != kind:
                continue
            capacity = role if role in ("secretariat", "applicant") else f"{role}:{of}"
            requests.append({"principal": 'Person::"x"', "action": f'Action::"{kind} {verb["verb"]}"',
                             "resource": f'Record::"{kind}/{identity}"', "context": {"role": role, "of": of, "capacity": capacity}})
            ours.append(verb["verb"] in allowed)
    known = [{"uid": {"type": "Record", "id": f"{kind}/{identity}"}, "attrs": attributes, "parents": []}
             for kind, identity, attributes in records]

    def differences(policy):
        told = cedarpy.is_authorized_batch(requests, policy, known)
        errors = [e for answer in told for e in answer.diagnostics.errors]
        check("the policy is one that Cedar can read", errors == [], errors[:3])
        return [(r, mine) for r, mine, answer in zip(requests, ours, told) if mine != (answer.decision == cedarpy.Decision.Allow)]
    apart = differences(policies(verbs))
    check(f"Cedar answers the same on {len(requests)} requests, {sum(ours)} of them allowed", apart == [], apart[:5])
    check("neither all nor nothing is allowed", len(requests) / 50 < sum(ours) < len(requests) / 2, sum(ours))
    check("a right that is made wrong is found", differences(policies(verbs, spoil=("activity", "start"))) != [], "nothing differed")


with Workshop() as place:
    main(place)
finish()
