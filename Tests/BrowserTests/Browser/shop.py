"""A running shop: the `seam` command on a new database that holds the demo."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
COMMAND = os.environ.get("SEAM_COMMAND", str(PROJECT / ".build" / "debug" / "seam"))


class Shop:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"

    def __enter__(self):
        self.log = open(self.folder / "server.log", "w")
        arguments = ["--database", self.folder / "shop.db", "--port", str(self.port), "--demo"]
        self.process = subprocess.Popen([COMMAND, "serve", *arguments], stdout=self.log, stderr=subprocess.STDOUT, cwd=PROJECT)
        self.wait_until_ready()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"the server did not end when it was asked to; it printed:\n{self.printed()}")
        finally:
            self.log.close()

    def wait_until_ready(self):
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.url + "/ready", timeout=5) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                pass
            time.sleep(0.02)
        self.process.kill()
        raise AssertionError(f"the server did not start; it printed:\n{self.printed()}")

    def printed(self):
        return (self.folder / "server.log").read_text()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
