#!/usr/bin/env python3
"""Verifies the proof of a draw or of an instant win. Written from docs/draw-proof.md alone; needs nothing but Python 3.

usage: verify_draw.py PROOF [--seed-commitment HEX] [--root HEX] [--public-key HEX] [--receipt FILE]
Exit code: 0 verified, 1 does not verify, 2 cannot be read or usage.
"""
import datetime
import hashlib
import hmac
import json
import re
import sys

DRAND = {
    "drand:52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971": (1692803367, 3),
    "drand:8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce": (1595431050, 30),
}


class Fails(Exception):
    pass


def need(holds, why):
    if not holds:
        raise Fails(why)


# --- canonical JSON -------------------------------------------------------------------------------------------------

def once(pairs):
    found = dict(pairs)
    need(len(found) == len(pairs), "a name stands twice")
    return found


def no_constant(text):
    raise Fails("not JSON: " + text)


def number(value):
    if isinstance(value, int):
        need(abs(value) < 2 ** 53, "an integer is out of range")
        return str(value)
    need(value == value and abs(value) != float("inf"), "a number is out of range")
    if value == 0:
        return "0"
    if value < 0:
        return "-" + number(-value)
    mantissa, _, exponent = ("%r" % value).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    n = int(exponent or 0) + len(whole) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    k = len(digits)
    if k <= n <= 21:
        return digits + "0" * (n - k)
    if 0 < n <= 21:
        return digits[:n] + "." + digits[n:]
    if -6 < n <= 0:
        return "0." + "0" * -n + digits
    return digits[0] + ("." + digits[1:] if k > 1 else "") + "e" + ("+" if n > 0 else "-") + str(abs(n - 1))


def canonical(value):
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"


def jcs(value):
    return canonical(value).encode("utf-8")


def sha(data):
    return hashlib.sha256(data).hexdigest()


def members(value, where, names, optional=""):
    need(isinstance(value, dict), where + " is not an object")
    missing = set(names.split()) - set(value)
    unknown = set(value) - set(names.split()) - set(optional.split())
    need(not missing, where + " has no " + ", ".join(sorted(missing)))
    need(not unknown, where + " has something that the format does not know")
    return value


def text(value, where):
    need(isinstance(value, str), where + " is not a text")
    return value


def hexes(value, where, digits=64):
    need(isinstance(value, str) and re.fullmatch("[0-9a-f]{%d}" % digits, value), where + " is not hex")
    return value


def whole(value, where):
    need(type(value) is int and 0 <= value < 2 ** 53, where + " is not a whole number")
    return value


def time(value, where):
    match = isinstance(value, str) and re.fullmatch(r"(\d{4}-\d\d-\d\dT(?!24)\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z", value, re.ASCII)
    need(match, where + " is not a time in UTC")
    try:
        seconds = datetime.datetime.fromisoformat(match[1] + "+00:00").timestamp()
    except ValueError:
        raise Fails(where + " is not a time in UTC")
    return int(seconds) * 10 ** 9 + int((match[2] or "").ljust(9, "0"))


# --- hashes and signatures ------------------------------------------------------------------------------------------

def lp(data):
    return len(data).to_bytes(4, "big") + data


P = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p = add(p, p)
        n >>= 1
    return q


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2 ** 255 - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = point(BASE_Y.to_bytes(32, "little"))


def signed(statement, public_key):
    """Ed25519, RFC 8032, 5.1.7."""
    signature = bytes.fromhex(hexes(statement["signature"], "signature", 128))
    message = jcs({name: value for name, value in statement.items() if name != "signature"})
    key, r, s = point(public_key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % ORDER
    left, right = times(s, BASE), add(r, times(h, key))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def leaf_hash(leaf):
    data = leaf["position"].to_bytes(8, "big") + bytes.fromhex(leaf["fan"]) + bytes.fromhex(leaf["leaf"])
    return hashlib.sha256(b"\0" + data).digest()


def merkle_root(hashes):
    if not hashes:
        return hashlib.sha256().digest()
    while len(hashes) > 1:
        pairs = [hashlib.sha256(b"\1" + hashes[i] + hashes[i + 1]).digest() for i in range(0, len(hashes) - 1, 2)]
        hashes = pairs + hashes[len(hashes) - len(hashes) % 2:]
    return hashes[0]


INSTANT = "parvis-instant-win-proof-1"

# --- the proof ------------------------------------------------------------------------------------------------------

def an_entry(value, where):
    members(value, where, "fan leaf position")
    return whole(value["position"], where), hexes(value["fan"], where), hexes(value["leaf"], where)


def shape(proof):
    if proof.get("format") == INSTANT:
        members(proof, "proof", "closing entries format key lapses moderation moments publication reveal rules seal")
        members(proof["reveal"], "reveal", "at position seed")
    else:
        members(proof, "proof", "closing draw format key leaves moderation publication redraws rules seal")
        need(proof["format"] == "parvis-draw-proof-1", "another format")
        members(proof["draw"], "draw", "alternates at position seed winners", "beacon")
    members(proof["publication"], "publication", "contest format seedCommitment trust", "beacon")
    need(proof["publication"]["format"] == "parvis-draw-publication-1", "another format of publication")
    members(proof["closing"], "closing", "at contest format keyId merkleRoot moderationSha256 position"
            " publicationSha256 rulesSha256 signature size")
    need(proof["closing"]["format"] == "parvis-draw-closing-1", "another format of closing")
    members(proof["key"], "key", "id publicKey")
    members(proof["seal"], "seal", "contest digest format keyId signature")
    need(proof["seal"]["format"] == "parvis-draw-seal-1", "another format of seal")
    for name in set(proof) & {"entries", "lapses", "leaves", "moderation", "moments", "redraws", "rules"}:
        need(isinstance(proof[name], list), name + " is not an array")
    for name in () if proof["format"] == INSTANT else ("alternates", "winners"):
        need(isinstance(proof["draw"][name], list), name + " is not an array")


def signatures(proof, pinned):
    key = hexes(proof["key"]["publicKey"], "key")
    need(pinned in (None, key), "the public key is not the pinned one")
    need(proof["key"]["id"] == sha(bytes.fromhex(key))[:16], "the key's id is not that of the key")
    body = {name: value for name, value in proof.items() if name != "seal"}
    need(proof["seal"]["digest"] == sha(jcs(body)), "the digest is another")
    for name in ("seal", "closing"):
        need(proof[name]["keyId"] == proof["key"]["id"], name + " names another key")
        need(signed(proof[name], bytes.fromhex(key)), name + " is not signed by the key")
        need(proof[name]["contest"] == proof["publication"]["contest"], name + " is of another contest")


def rules(proof):
    need(proof["rules"], "there are no rules")
    last = None
    for index, item in enumerate(proof["rules"]):
        members(item, "rules", "document sha256 since")
        document = members(item["document"], "rules", "closesAt contest officialRulesSha256 opensAt prizes terms version")
        members(item["since"], "since", "at position")
        hexes(document["officialRulesSha256"], "officialRulesSha256")
        need(isinstance(document["terms"], dict), "terms is not an object")
        need(item["sha256"] == sha(jcs(document)), "the rules' hash is another")
        need(document["version"] == index + 1 and document["contest"] == proof["publication"]["contest"], "other rules")
        need(time(document["closesAt"], "closesAt") > time(document["opensAt"], "opensAt"), "closes before it opens")
        need(isinstance(document["prizes"], list), "prizes is not an array")
        for prize in document["prizes"]:
            members(prize, "prize", "name quantity")
            text(prize["name"], "name")
            need(1 <= whole(prize["quantity"], "quantity") <= 100_000_000, "quantity is out of range")
        since = whole(item["since"]["position"], "since"), time(item["since"]["at"], "since")
        need(last is None or (since[0] > last[0] and since[1] >= last[1]), "the rules are not in order")
        last = since
    need(last[0] < proof["closing"]["position"] and last[1] <= time(proof["closing"]["at"], "at"), "rules after the closing")


def entries(proof):
    closed = whole(proof["closing"]["position"], "closing.position")
    closed_at = time(proof["closing"]["at"], "closing.at")
    last = proof["rules"][0]["since"]["position"]
    valid = {}
    for leaf in proof["leaves"]:
        position, fan, value = an_entry(leaf, "leaves")
        need(last < position < closed, "the entries are not in order")
        last = position
        valid[position] = (position, fan, value)
    need(len({value for _, _, value in valid.values()}) == len(valid), "a leaf stands twice")
    states, last = {}, -1
    for act in proof["moderation"]:
        members(act, "moderation", "act at entry position reason")
        entry = an_entry(act["entry"], "moderation")
        position = whole(act["position"], "moderation")
        text(act["reason"], "reason")
        need(max(last, entry[0]) < position < closed and time(act["at"], "at") <= closed_at, "moderation is not in order")
        before = states.get(entry[0], ("reinstated", entry))
        need(act["act"] in ("invalidated", "reinstated"), "an unknown act")
        need(act["act"] != before[0] and entry == before[1], "moderation contradicts itself")
        states[entry[0]] = (act["act"], entry)
        last = position
    for position, (act, entry) in states.items():
        need((act == "reinstated") == (position in valid), "moderation contradicts the list")
        need(act == "invalidated" or valid[position] == entry, "a reinstated entry is another")


def closing(proof, pinned_root):
    root = merkle_root([leaf_hash(leaf) for leaf in proof["leaves"]]).hex()
    stated = proof["closing"]
    need(stated["merkleRoot"] == root and stated["size"] == len(proof["leaves"]), "the root is another")
    need(pinned_root in (None, root), "the root is not the pinned one")
    for field, member in (("publicationSha256", "publication"), ("rulesSha256", "rules"), ("moderationSha256", "moderation")):
        need(stated[field] == sha(jcs(proof[member])), field + " is another")
    due = time(proof["rules"][-1]["document"]["closesAt"], "closesAt")
    need(time(stated["at"], "at") >= due, "closed before its time")
    need(whole(proof["draw"]["position"], "draw") > stated["position"], "drawn before the closing")
    need(time(proof["draw"]["at"], "at") >= time(stated["at"], "at"), "drawn before the closing")


def beacon(proof, pinned_commitment):
    publication, draw = proof["publication"], proof["draw"]
    commitment = hexes(publication["seedCommitment"], "seedCommitment")
    need(pinned_commitment in (None, commitment), "the seed commitment is not the pinned one")
    need(sha(bytes.fromhex(hexes(draw["seed"], "seed"))) == commitment, "the seed is another")
    named = "beacon" in publication
    need(publication["trust"] == ("public-beacon" if named else "operator-trusted"), "trust and beacon do not agree")
    need(named == ("beacon" in draw), "the beacons do not agree")
    if not named:
        print("note: operator-trusted")
        return b""
    promise = members(publication["beacon"], "beacon", "firstRound source")
    said = members(draw["beacon"], "beacon", "round value")
    first, round_ = whole(promise["firstRound"], "firstRound"), whole(said["round"], "round")
    need(first >= 1, "firstRound is 0")
    need(re.fullmatch("(?:[0-9a-f]{2}){1,128}", text(said["value"], "value")), "value is not hex")
    if text(promise["source"], "source") in DRAND:
        genesis, period = DRAND[promise["source"]]
        elapsed = time(proof["closing"]["at"], "at") // 10 ** 9 - genesis
        due = max(first, elapsed // period + 2 if elapsed >= 0 else 1)
        need(round_ == due, "another round was due: %d" % due)
        need(time(draw["at"], "at") >= (genesis + (due - 1) * period) * 10 ** 9, "drawn before its round")
    else:
        need(round_ >= first, "the round is before the first admissible one")
        print("note: when the round was published cannot be checked")
    return bytes.fromhex(said["value"])


def outcome(proof, value):
    draw = proof["draw"]
    key, contest = bytes.fromhex(draw["seed"]), text(proof["publication"]["contest"], "contest")
    before = lp(value) + lp(contest.encode("utf-8"))
    scored = sorted(
        (hmac.digest(key, before + lp(bytes.fromhex(leaf["leaf"])), "sha256"), leaf["position"], index)
        for index, leaf in enumerate(proof["leaves"]))
    fans, ranking = set(), []
    for _, _, index in scored:
        leaf = proof["leaves"][index]
        if leaf["fan"] not in fans:
            fans.add(leaf["fan"])
            ranking.append(leaf)
    winners = []
    for prize, item in enumerate(proof["rules"][-1]["document"]["prizes"]):
        for leaf in ranking[len(winners):len(winners) + item["quantity"]]:
            winners.append({"leaf": leaf["leaf"], "position": leaf["position"], "prize": prize})
    need(jcs(draw["winners"]) == jcs(winners), "the winners are others")
    alternates = [leaf["position"] for leaf in ranking[len(winners):]]
    need(jcs(draw["alternates"]) == jcs(alternates), "the alternates are others")
    holders = {winner["position"]: winner["prize"] for winner in winners}
    last, last_at = draw["position"], time(draw["at"], "at")
    for redraw in proof["redraws"]:
        members(redraw, "redraws", "at from position prize reason to")
        text(redraw["reason"], "reason")
        need(whole(redraw["position"], "redraw") > last and time(redraw["at"], "at") >= last_at, "redraws are not in order")
        last, last_at = redraw["position"], time(redraw["at"], "at")
        need(holders.pop(whole(redraw["from"], "from"), None) == whole(redraw["prize"], "prize"), "taken from nobody")
        to = alternates.pop(0) if alternates else None
        need(redraw["to"] == to and type(redraw["to"]) is type(to), "not to the next alternate")
        if to is not None:
            holders[to] = redraw["prize"]
    return holders


def as_draw(proof):
    """The same with the names of a draw: the valid entries are its leaves, and the reveal stands where it was drawn."""
    last = {act["entry"]["position"]: act["act"] for act in proof["moderation"]}
    for entry in proof["entries"]:
        members(entry, "entries", "at fan leaf position")
    leaves = [{name: entry[name] for name in ("fan", "leaf", "position")}
              for entry in proof["entries"] if last.get(entry["position"]) != "invalidated"]
    return dict(proof, leaves=leaves, draw=proof["reveal"])


def moments(seed, contest, document):
    opens = time(document["opensAt"], "opensAt")
    period = time(document["closesAt"], "closesAt") - opens
    due = []
    for p, prize in enumerate(document["prizes"]):
        n = prize["quantity"]
        for u in range(n):
            frames = [b"parvis-instant-win-moment-1", contest.encode(), p.to_bytes(8, "big"), u.to_bytes(8, "big")]
            h = int.from_bytes(hmac.digest(seed, b"".join(map(lp, frames)), "sha256"), "big")
            begin, end = period * u // n, period * (u + 1) // n
            due.append((opens + begin + h * (end - begin) // 2 ** 256, p, u))
    return sorted(due)


def instant(proof):
    first = proof["rules"][0]["document"]
    for item in proof["rules"]:
        for name in ("opensAt", "closesAt", "prizes"):
            need(item["document"][name] == first[name], name + " was changed")
        need(item["document"]["terms"].get("mechanic") == "instant-win", "the rules do not say instant win")
    opens, closes = time(first["opensAt"], "opensAt"), time(first["closesAt"], "closesAt")
    last, seen = proof["rules"][0]["since"]["position"], set()
    for entry in proof["entries"]:
        an_entry({name: entry[name] for name in ("fan", "leaf", "position")}, "entries")
        need(last < entry["position"] < proof["closing"]["position"], "the entries are not in order")
        need(opens <= time(entry["at"], "at") < closes, "an entry was judged outside the period")
        need(entry["leaf"] not in seen, "a leaf stands twice")
        seen.add(entry["leaf"])
        last = entry["position"]
    known = [{name: entry[name] for name in ("fan", "leaf", "position")} for entry in proof["entries"]]
    need(all(act["entry"] in known for act in proof["moderation"]), "invalidated, but never entered")
    for moment in proof["moments"]:
        members(moment, "moments", "at prize unit wonBy")
    need(sum(prize["quantity"] for prize in first["prizes"]) == len(proof["moments"]), "other moments")
    due = moments(bytes.fromhex(proof["reveal"]["seed"]), proof["publication"]["contest"], first)
    told = [(time(m["at"], "at"), whole(m["prize"], "prize"), whole(m["unit"], "unit")) for m in proof["moments"]]
    need(told == due, "the moments are others")
    winners, fans = [], set()
    for entry in proof["entries"]:
        if len(winners) < len(due) and time(entry["at"], "at") >= due[len(winners)][0] and entry["fan"] not in fans:
            fans.add(entry["fan"])
            winners.append(entry["position"])
    won = winners + [None] * (len(due) - len(winners))
    need(jcs([m["wonBy"] for m in proof["moments"]]) == jcs(won), "the winners are others")
    holders, last = {position: due[k][1] for k, position in enumerate(winners)}, -1
    for lapse in proof["lapses"]:
        members(lapse, "lapses", "at from position prize reason")
        text(lapse["reason"], "reason")
        time(lapse["at"], "at")
        need(whole(lapse["position"], "lapse") > max(last, whole(lapse["from"], "from")), "lapses are not in order")
        need(holders.pop(lapse["from"], None) == whole(lapse["prize"], "prize"), "lapsed from nobody")
        last = lapse["position"]
    return holders


# RFC 9162, 2.1.3.2
def path_root(data, index, size, path):
    need(index < size, "no such place in the batch")
    fn, sn, r = index, size - 1, hashlib.sha256(b"\0" + data).digest()
    for item in path:
        p = bytes.fromhex(item)
        need(sn != 0 and len(p) == 32, "the path is too long")
        if fn % 2 == 1 or fn == sn:
            r = hashlib.sha256(b"\1" + p + r).digest()
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn // 2, sn // 2
        else:
            r = hashlib.sha256(b"\1" + r + p).digest()
        fn, sn = fn // 2, sn // 2
    need(sn == 0, "the path is too short")
    return r.hex()


def receipt(proof, given):
    members(given, "receipt", "at batch contest entry fan format keyId leaf position publicationSha256 rulesSha256"
            " rulesVersion salt signature")
    need(given["format"] == "parvis-draw-receipt-1", "another format of receipt")
    need(given["keyId"] == proof["key"]["id"], "the receipt names another key")
    batch = given["batch"]
    members(batch, "batch", "index path size")
    index, size = whole(batch["index"], "index"), whole(batch["size"], "size")
    data = {name: value for name, value in given.items() if name not in ("batch", "signature")}
    statement = {"format": "parvis-draw-receipts-1", "keyId": given["keyId"], "size": size,
                 "root": path_root(jcs(data), index, size, batch["path"]), "signature": given["signature"]}
    need(signed(statement, bytes.fromhex(proof["key"]["publicKey"])), "the receipt is not signed: it proves nothing")
    need(given["contest"] == proof["publication"]["contest"], "the receipt is of another contest")
    frames = [b"parvis-draw-leaf-1", given["contest"].encode(), given["entry"].encode(),
              bytes.fromhex(given["fan"]), bytes.fromhex(given["salt"])]
    need(given["leaf"] == sha(b"".join(map(lp, frames))), "the receipt's leaf is another")
    need(given["publicationSha256"] == sha(jcs(proof["publication"])), "the receipt CONVICTS: another promise")
    force = [item for item in proof["rules"] if item["since"]["position"] < given["position"]]
    need(force and force[-1]["document"]["version"] == given["rulesVersion"]
         and force[-1]["sha256"] == given["rulesSha256"], "the receipt CONVICTS: other rules")
    mine = {name: given[name] for name in ("fan", "leaf", "position")}
    need(mine in proof["leaves"] or mine in [act["entry"] for act in proof["moderation"]],
         "the receipt CONVICTS: its entry was left out")
    need(all(entry["at"] == given["at"] for entry in proof.get("entries", []) if entry["position"] == given["position"]),
         "the receipt CONVICTS: its entry was judged at another time")


def parse(data):
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=once, parse_constant=no_constant)
    except (ValueError, RecursionError) as broken:
        raise Fails("not JSON: %s" % broken)


def verify(data, pins):
    proof = parse(data)
    try:
        need(jcs(proof) == data, "not canonical JSON")
        need(isinstance(proof, dict), "no proof")
        shape(proof)
        signatures(proof, pins.get("--public-key"))
        rules(proof)
        of_instant = proof["format"] == INSTANT
        proof = as_draw(proof) if of_instant else proof
        entries(proof)
        closing(proof, pins.get("--root"))
        value = beacon(proof, pins.get("--seed-commitment"))
        holders = instant(proof) if of_instant else outcome(proof, value)
        if "--receipt" in pins:
            with open(pins["--receipt"], "rb") as file:
                receipt(proof, parse(file.read()))
        return holders
    except (UnicodeEncodeError, RecursionError, TypeError, KeyError, OverflowError) as broken:
        raise Fails("malformed: %s" % broken)


def main(words):
    pins, names = {}, []
    while words:
        word = words.pop(0)
        if word in ("--seed-commitment", "--root", "--public-key", "--receipt") and words:
            pins[word] = words.pop(0)
        else:
            names.append(word)
    if len(names) != 1 or names[0].startswith("--"):
        print(__doc__)
        return 2
    try:
        with open(names[0], "rb") as file:
            data = file.read()
    except OSError as broken:
        print(broken)
        return 2
    try:
        holders = verify(data, pins)
    except Fails as why:
        print("does NOT verify: %s" % why)
        return 1
    print("verified; prizes by positions: %s" % holders)
    return 0


# With --every-byte, changes each byte of a proof in turn and says which changes were not noticed.
def every_byte(name):
    with open(name, "rb") as file:
        data = bytearray(file.read())
    unnoticed = []
    for at in range(len(data)):
        data[at] ^= 1
        try:
            verify(bytes(data), {})
            unnoticed.append(at)
        except Fails:
            pass
        data[at] ^= 1
    print("changed each of %d bytes; unnoticed: %s" % (len(data), unnoticed))
    return 1 if unnoticed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--every-byte"] and len(sys.argv) == 3:
        sys.exit(every_byte(sys.argv[2]))
    sys.exit(main(sys.argv[1:]))
