#!/usr/bin/env python3
"""Verifies evidence from a Recoup ledger without Recoup: Python 3.8 or later, its standard library, no network.

  python3 verify.py evidence FOLDER-OR-TAR [--log-key KEY] [--witness-key KEY]...
  python3 verify.py bundle FOLDER [--log-key KEY] [--witness-key KEY]...
  python3 verify.py consistency OLDER-NOTE SHOWN [--log-key KEY]

"evidence" checks one document: the PDF against the record of it, the record as a leaf of the tree, the leaf's way up to
the root, the log's signature below that root, and whoever cosigned it. "consistency" checks that a newer checkpoint
(with its proof, as `recoup checkpoint export` writes it) continues an older one. "bundle" checks each document that
the manifest of a biennium's bundle names, as "evidence" does one, and its words too; without a word, of the folder that this
program lies in.

The keys within a bundle are what its sender says they are. Give the keys that you hold yourself with --log-key and
--witness-key; without them the result says so. Exit code 0: it holds. 3: it does not. 2: it cannot be read.
Formats: RFC 6962 and RFC 9162 (tree), RFC 8032 (Ed25519), C2SP signed-note, tlog-checkpoint, tlog-cosignature.
"""
import base64, datetime, hashlib, io, json, os, sys, tarfile

# --- Ed25519 verification: RFC 8032, 5.1.7, in extended homogeneous coordinates.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover_x(y, sign):
    if y >= P:
        return None
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - xx) % P or (x == 0 and sign):
        return None
    return P - x if x % 2 != sign else x


def point(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, p):
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = add(total, p)
        p = add(p, p)
        scalar >>= 1
    return total


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def signature_holds(public_key, message, signature):
    if len(public_key) != 32 or len(signature) != 64:
        return False
    a, r, s = point(public_key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


# --- The tree: RFC 6962, 2.1, and RFC 9162, 2.1.3.2 and 2.1.4.2.
def sha(data):
    return hashlib.sha256(data).digest()


def node(left, right):
    return sha(b"\1" + left + right)


def root_from_inclusion(leaf, position, size, proof):
    fail_unless(0 <= position < size, "there is no leaf %d in a tree of %d" % (position, size))
    place, last, result = position, size - 1, leaf
    for step in proof:
        fail_unless(last > 0, "the proof of inclusion is too long")
        if place & 1 or place == last:
            result = node(step, result)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            result = node(result, step)
        place, last = place >> 1, last >> 1
    fail_unless(last == 0, "the proof of inclusion is too short")
    return result


def check_consistency(old, old_root, size, root, proof):
    fail_unless(old <= size, "the newer checkpoint has fewer leaves (%d) than the older one (%d)" % (size, old))
    if old == size or old == 0:
        fail_unless(not proof, "the proof of consistency is too long")
        fail_unless(old_root == (root if old else sha(b"")), "two checkpoints of %d leaves have two roots: a fork" % old)
        return
    steps = list(proof) if old & (old - 1) else [old_root] + list(proof)
    fail_unless(len(steps) > 1, "the proof of consistency is too short")
    place, last = old - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    older = newer = steps[0]
    for step in steps[1:]:
        fail_unless(last > 0, "the proof of consistency is too long")
        if place & 1 or place == last:
            older, newer = node(step, older), node(step, newer)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            newer = node(newer, step)
        place, last = place >> 1, last >> 1
    fail_unless(last == 0, "the proof of consistency is too short")
    fail_unless(older == old_root and newer == root, "the newer checkpoint does not continue the older one: a fork")


# --- Notes and keys: C2SP signed-note.
class Fails(Exception):
    pass


def fail_unless(condition, sentence):
    if not condition:
        raise Fails(sentence)


def unbase64(text, what):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except Exception:
        raise Fails("%s is not base64" % what)
    fail_unless(base64.b64encode(data).decode() == text, "%s is not the one spelling of its base64" % what)
    return data


def read_key(text):
    parts = text.strip().split("+", 2)
    fail_unless(len(parts) == 3, "%r is no key (name+12345678+BASE64)" % text)
    data = unbase64(parts[2], "the key of " + parts[0])
    fail_unless(len(data) == 33 and data[0] in (1, 4), "the key of %s is not Ed25519" % parts[0])
    key_id = sha(parts[0].encode() + b"\n" + data)[:4]
    fail_unless(key_id.hex() == parts[1], "the key id of %s is not that of its key" % parts[0])
    return {"name": parts[0], "id": key_id, "type": data[0], "public": data[1:]}


def read_note(note):
    text, split, block = note.rpartition("\n\n")
    fail_unless(split and block.endswith("\n"), "the checkpoint is no signed note")
    lines = (text + "\n").split("\n")
    fail_unless(len(lines) == 4 and lines[3] == "" and lines[1].isdigit() and str(int(lines[1])) == lines[1],
                "the note is no checkpoint: origin, size and root, a line each")
    root = unbase64(lines[2], "the root")
    fail_unless(len(root) == 32, "the root is not 32 bytes")
    signatures = []
    for line in block[:-1].split("\n"):
        parts = line.split(" ")
        fail_unless(len(parts) == 3 and parts[0] == "\u2014", "%r is no signature" % line)
        data = unbase64(parts[2], "the signature of " + parts[1])
        fail_unless(len(data) > 4, "the signature of %s is too short" % parts[1])
        signatures.append((parts[1], data[:4], data[4:]))
    return {"text": (text + "\n").encode(), "origin": lines[0], "size": int(lines[1]), "root": root, "signatures": signatures}


def check_log_signature(note, keys):
    signed = False
    for key in keys:
        for name, key_id, signature in note["signatures"]:
            if key["type"] == 1 and (name, key_id) == (key["name"], key["id"]):
                fail_unless(signature_holds(key["public"], note["text"], signature), "the log's signature does not hold")
                signed = True
    fail_unless(signed, "no key of the log that is known here signed the checkpoint")
    fail_unless(any(key["name"] == note["origin"] for key in keys), "the checkpoint is of another log than the key")


def cosigned_by(note, keys):
    names = []
    for name, key_id, signature in note["signatures"]:
        for key in keys:
            if key["type"] == 4 and (name, key_id) == (key["name"], key["id"]):
                fail_unless(len(signature) == 72, "the cosignature of %s has another length" % name)
                seconds = int.from_bytes(signature[:8], "big")
                message = b"cosignature/v1\ntime %d\n" % seconds + note["text"]
                fail_unless(signature_holds(key["public"], message, signature[8:]), "the cosignature of %s does not hold" % name)
                when = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")
                names.append("%s on %s" % (name, when))
    return names


# --- What is asked.
def open_bundle(path):
    if os.path.isdir(path):
        return {name: open(os.path.join(path, name), "rb").read() for name in os.listdir(path)
                if os.path.isfile(os.path.join(path, name))}
    with tarfile.open(fileobj=io.BytesIO(open(path, "rb").read())) as tar:
        return {os.path.basename(one.name): tar.extractfile(one).read() for one in tar.getmembers() if one.isfile()}


def verify_evidence(path, log_keys, witness_keys):
    files = open_bundle(path)
    for name in ("evidence.json", "checkpoint.note"):
        fail_unless(name in files, "%s is missing" % name)
    facts = json.loads(files["evidence.json"].decode())
    fail_unless(facts["format"] == "recoup-evidence/1", "the bundle is of another format")
    # An act whose text somebody chose may name a number and a digest too; only an issued document is sealed as a paper.
    fail_unless(facts["kind"] == "paper", "what was sealed is of kind %r and no document: it is no proof of one" % facts["kind"])
    note = read_note(files["checkpoint.note"].decode())
    given = [read_key(text) for text in facts["logKeys"]]
    check_log_signature(note, log_keys or given)
    yes("the checkpoint of %d leaves is signed by %s" % (note["size"], note["origin"]))
    leaf = sha(b"\0" + facts["kind"].encode() + b"\n" + facts["body"].encode())
    fail_unless(facts["size"] == note["size"], "the proof is for a tree of another size than the checkpoint's")
    proof = [unbase64(step, "a step of the proof") for step in facts["proof"]]
    fail_unless(root_from_inclusion(leaf, facts["position"], note["size"], proof) == note["root"],
                "the record is not a leaf of the signed tree, or it was altered")
    yes("the record is leaf %d of the tree" % facts["position"])
    record = json.loads(facts["body"])
    fail_unless(facts["document"] in files, "the document %s is missing" % facts["document"])
    pdf = hashlib.sha256(files[facts["document"]]).hexdigest()
    fail_unless(pdf == record["pdfSha256"], "the PDF is not the one that was issued: SHA-256 %s, sealed %s" % (pdf, record["pdfSha256"]))
    yes("%s is the PDF of %s, byte for byte" % (facts["document"], record["number"]))
    trusted = cosigned_by(note, witness_keys or [read_key(text) for text in facts["witnessKeys"]])
    for name in trusted:
        yes("cosigned by " + name)
    fail_unless(trusted or not witness_keys, "no witness whose key was given has cosigned the checkpoint")
    if not trusted:
        print("NOTE   nobody but the log has signed: who owns its database and its key could have made this tree anew.")
    if not log_keys or (trusted and not witness_keys):
        print("NOTE   keys were taken from the bundle itself: compare them with those you hold, or give them with --log-key and --witness-key.")


def read_bundled(folder, number, end):
    try:
        with open(os.path.join(folder, "documents", number + end), "rb") as file:
            return file.read()
    except OSError:
        raise Fails("documents/%s%s is missing" % (number, end))


def check_note(text, logs, witnesses, checked):
    """Most proofs are up to one checkpoint: each is checked once."""
    question = (text, tuple(logs), tuple(witnesses))
    if question not in checked:
        note = read_note(text)
        check_log_signature(note, [read_key(one) for one in logs])
        checked[question] = (note, cosigned_by(note, [read_key(one) for one in witnesses]))
    return checked[question]


def check_bundled(folder, number, log_keys, witness_keys, checked):
    fail_unless(os.path.basename(number) == number, "%r is no number of a document" % number)
    pdf, words, proof = (read_bundled(folder, number, end) for end in (".pdf", ".json", ".proof.json"))
    try:
        facts = json.loads(proof.decode())
        record = json.loads(facts["body"])
        fail_unless(facts["kind"] == "paper", "what was sealed is no document")
        fail_unless(facts["record"] == number == record["number"], "the proof is of %s" % record["number"])
        note, cosigners = check_note(facts["note"], log_keys or facts["logKeys"], witness_keys or facts["witnessKeys"], checked)
        fail_unless(cosigners or not witness_keys, "no witness whose key was given has cosigned the checkpoint")
        fail_unless(facts["size"] == note["size"], "the proof is for a tree of another size than the checkpoint's")
        steps = [unbase64(step, "a step of the proof") for step in facts["proof"]]
        leaf = sha(b"\0" + facts["kind"].encode() + b"\n" + facts["body"].encode())
        fail_unless(root_from_inclusion(leaf, facts["position"], note["size"], steps) == note["root"],
                    "the record is not a leaf of the signed tree, or it was altered")
        fail_unless(sha(pdf).hex() == record["pdfSha256"], "the PDF is not the one that was issued")
        fail_unless(sha(words).hex() == record["contentSha256"], "its words are not those that were issued")
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise Fails("the proof cannot be read (%s)" % type(problem).__name__)
    return tuple(facts["logKeys"]), cosigners


def verify_bundle(folder, log_keys, witness_keys):
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    fail_unless(manifest["format"] == "recoup-bundle/1", "the bundle is of another format")
    numbers, checked, known, holding, cosigned, why = manifest["documents"], {}, set(), 0, 0, {}
    fail_unless(len(set(numbers)) == len(numbers), "the manifest names a document twice")
    for number in numbers:
        try:
            keys, cosigners = check_bundled(folder, number, log_keys, witness_keys, checked)
            holding, cosigned = holding + 1, cosigned + bool(cosigners)
            known.add(keys)
            print("%s holds" % number)
        except Fails as failure:
            why[number] = failure
            print("%s DOES NOT HOLD: %s" % (number, failure))
    documents = os.path.join(folder, "documents")
    wanted = {number + end for number in numbers for end in (".pdf", ".json", ".proof.json")}
    strangers = sorted(set(os.listdir(documents)) - wanted) if os.path.isdir(documents) else []
    print("%d of %d documents hold; %d of those are cosigned." % (holding, len(numbers), cosigned))
    for name in strangers:
        print("FAILS  documents/%s is of no document that the manifest names." % name)
    # Whoever made a tree of their own for one document has signed it with a key of their own.
    fail_unless(log_keys or len(known) < 2, "the proofs name different keys of the log: give the one that you hold with --log-key")
    fail_unless(not why and not strangers, "the bundle does not hold")
    if not log_keys or (cosigned and not witness_keys):
        print("NOTE   keys were taken from the bundle itself: compare them with those you hold, or give them with --log-key and --witness-key.")


def verify_consistency(older_path, shown_path, log_keys):
    older = read_note(open(older_path, encoding="utf-8", newline="").read())
    head, split, written = open(shown_path, encoding="utf-8", newline="").read().partition("\n\n")
    lines = head.split("\n")
    fail_unless(split and lines[0].startswith("old ") and lines[0][4:].isdigit(), "the newer file is no checkpoint with its proof")
    newer = read_note(written)
    fail_unless(older["origin"] == newer["origin"], "the checkpoints are of two logs")
    fail_unless(int(lines[0][4:]) == older["size"], "the proof begins at %s leaves, the older checkpoint has %d" % (lines[0][4:], older["size"]))
    for note in (older, newer):
        if log_keys:
            check_log_signature(note, log_keys)
    check_consistency(older["size"], older["root"], newer["size"], newer["root"], [unbase64(line, "a step of the proof") for line in lines[1:]])
    yes("the tree of %d leaves begins with the tree of %d leaves" % (newer["size"], older["size"]))
    if not log_keys:
        print("NOTE   no --log-key was given: who signed the two checkpoints was not checked.")


def yes(sentence):
    print("HOLDS  " + sentence)


def main(words):
    keys, plain = {"--log-key": [], "--witness-key": []}, []
    try:
        while words:
            word = words.pop(0)
            if word in keys and words:
                keys[word].append(words.pop(0))
            else:
                plain.append(word)
        here = os.path.dirname(os.path.abspath(__file__))
        if not plain and os.path.isfile(os.path.join(here, "manifest.json")):
            plain = ["bundle", here]
        logs, witnesses = ([read_key(text) for text in keys[word]] for word in ("--log-key", "--witness-key"))
        if plain[:1] == ["evidence"] and len(plain) == 2:
            verify_evidence(plain[1], logs, witnesses)
        elif plain[:1] == ["bundle"] and len(plain) == 2:
            verify_bundle(plain[1], keys["--log-key"], keys["--witness-key"])
        elif plain[:1] == ["consistency"] and len(plain) == 3:
            verify_consistency(plain[1], plain[2], logs)
        else:
            print(__doc__)
            return 2
    except Fails as failure:
        print("FAILS  %s." % failure)
        return 3
    except (OSError, ValueError, KeyError, TypeError, AttributeError, tarfile.TarError) as problem:
        print("UNREADABLE  %s: %s" % (type(problem).__name__, problem))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
