"""Runs a command and prints what its whole process, threads included, took: seconds and peak MiB."""

import json
import os
import subprocess
import sys
import time

# What the caller's environment adds to the start of every Node process is not the program's.
environment = {name: value for name, value in os.environ.items() if name not in ("NODE_EXTRA_CA_CERTS", "NODE_OPTIONS")}
began = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, env=environment)
_, status, usage = os.wait4(child.pid, 0)
wall = time.perf_counter() - began
code = os.waitstatus_to_exitcode(status)
# Darwin counts bytes, Linux kibibytes.
memory = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
print(json.dumps({"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": memory, "code": code}))
