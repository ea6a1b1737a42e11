"""Checks a vector on a VM behind the wire protocol, without rvrelay: check_vector.py VECTOR.json SERVER [ARGUMENT...]

Exit code 0: every finish is as expected. 1: one is not; it is named. 2: the vector or the server cannot be used.
"""

import json
import subprocess
import sys


def ask(server, number, method, params):
    request = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
    server.stdin.write(json.dumps(request) + "\n")
    server.stdin.flush()
    response = json.loads(server.stdout.readline())
    if "error" in response:
        sys.exit(f"{method}: {response['error']['message']}")
    return response["result"]


def differences(expected, actual):
    if expected["stop"] != actual["stop"]:
        yield f"stop: {expected['stop']} expected, {actual['stop']} there"
    for part, value in expected["state"].items():
        if part in actual["state"] and actual["state"][part] != value:
            yield f"{part}: {json.dumps(value)[:80]} expected, {json.dumps(actual['state'][part])[:80]} there"


def main(path, command):
    with open(path, encoding="utf-8") as file:
        vector = json.load(file)
    if vector.get("vectorVersion") != 1:
        print("this is no vector of version 1", file=sys.stderr)
        return 2
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    wrong = []

    def run(start, limit, expected, what):
        leg = {"start": start, "maxCycles": limit, "snapshot": True}
        finish = ask(server, 1 + len(wrong), "run", {"world": vector["world"], "leg": leg})
        wrong.extend(f"{what}: {text}" for text in differences(expected, finish))
        return finish

    try:
        ask(server, 0, "initialize", {"protocolVersion": 1})
        run("boot", vector["budget"], vector["solo"], "solo")
        start = "boot"
        limits = [*vector["cuts"], vector["budget"]]
        for number, (limit, expected) in enumerate(zip(limits, vector["legs"])):
            finish = run(start, limit, expected, f"leg {number}")
            if finish["stop"]["kind"] != "budget":
                break
            start = {"snapshot": finish["snapshot"]}
    finally:
        server.stdin.close()
        server.wait(timeout=20)
    for text in wrong:
        print(text)
    print(f"{len(vector['legs'])} legs, {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
