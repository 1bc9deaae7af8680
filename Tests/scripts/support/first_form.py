"""A store as a program of before left it, in which the hashed line held all of a record: made from a store of today, by what
the first form was and without a line of ours."""
import datetime
import hashlib
import json
import sqlite3

KEYS = ("seq", "id", "at", "actor", "capacity", "verb", "kind", "record", "version", "edition", "body", "basis", "prev")
SALT = 16


def moment(milliseconds):
    at = datetime.datetime.fromtimestamp(milliseconds // 1000, datetime.timezone.utc)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{milliseconds % 1000:03}Z"


def text(value):
    return json.dumps(value, ensure_ascii=False)


def whole(body, part):
    """The record as one object again."""
    if part is None:
        return body
    rest = part[SALT:].decode()
    return rest if body == "{}" else body if rest == "{}" else body[:-1] + "," + rest[1:]


def turn_back(path):
    """- Returns: the hash of the last act."""
    base = sqlite3.connect(path)
    acts = base.execute("SELECT seq, id, at, actor, capacity, verb, kind, record, version, edition, body, part, basis FROM act ORDER BY seq").fetchall()
    base.executescript("""
        DROP TABLE act;
        CREATE TABLE act (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, capacity TEXT NOT NULL,
          verb TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL, version INTEGER NOT NULL, edition INTEGER NOT NULL,
          body TEXT NOT NULL, basis TEXT NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX act_record ON act (kind, record, version);
        DROP TABLE "journal-lift";
        DELETE FROM shape WHERE kind = 'journal-lift';""")
    last = bytes(32)
    for seq, id, at, actor, capacity, verb, kind, record, version, edition, body, part, basis in acts:
        body = whole(body, part)
        members = (seq, text(id), text(moment(at)), text(actor), text(capacity), text(verb), text(kind), text(record),
                   version, edition, body, text(basis), text(last.hex()))
        line = "{" + ",".join(f'"{key}":{value}' for key, value in zip(KEYS, members)) + "}"
        own = hashlib.sha256(line.encode()).digest()
        base.execute("INSERT INTO act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     (seq, id, at, actor, capacity, verb, kind, record, version, edition, body, basis, last, own))
        last = own
    base.commit()
    base.execute("VACUUM")
    base.close()
    return last.hex()
