"""A mail server for tests: aiosmtpd, and what goes wrong with mail servers.

usage: mail_sink.py DIRECTORY (plain|starttls|tls)

Writes DIRECTORY/port once it listens, and each mail that it takes as a line of JSON to DIRECTORY/taken. How it behaves stands
in DIRECTORY/manner, one word, read anew for each mail:
  take          as it should
  refuse        550 for the recipient
  busy          451 for the recipient
  stall         no answer to the text for as long as the word stands there
  drop          hangs up when the text has come, and keeps nothing
  drop-taken    keeps the mail, and hangs up before it says so
With TLS, DIRECTORY holds cert.pem and key.pem, and people sign in as "banhang" with "bí mật".
"""

import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Sink:
    def __init__(self, directory: pathlib.Path):
        self.directory = directory

    def manner(self) -> str:
        return (self.directory / "manner").read_text().strip()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.manner() == "refuse":
            return "550 5.1.1 no such mailbox"
        if self.manner() == "busy":
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        manner = self.manner()
        while self.manner() == "stall":
            await asyncio.sleep(0.05)
        if manner in ("stall", "drop"):
            server.transport.abort()
            return "421 gone"
        self.keep(server, session, envelope)
        if manner == "drop-taken":
            server.transport.abort()
        return "250 OK"

    def keep(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        line = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "id": message["Message-ID"],
            "subject": message["Subject"],
            "body": message.get_content().replace("\r\n", "\n"),
            "tls": server.transport.get_extra_info("sslcontext") is not None,
            "user": session.auth_data,
        }
        with (self.directory / "taken").open("a") as taken:
            taken.write(json.dumps(line) + "\n")


def authenticate(server, session, envelope, mechanism, data):
    if isinstance(data, LoginPassword) and data.login == b"banhang" and data.password == "bí mật".encode():
        return AuthResult(success=True, auth_data="banhang")
    return AuthResult(success=False, handled=False)


async def serve(directory: pathlib.Path, security: str):
    context = None
    if security != "plain":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(directory / "cert.pem", directory / "key.pem")

    def make():
        if security == "plain":
            return SMTP(Sink(directory), enable_SMTPUTF8=True)
        return SMTP(
            Sink(directory),
            enable_SMTPUTF8=True,
            tls_context=context if security == "starttls" else None,
            require_starttls=security == "starttls",
            auth_required=True,
            auth_require_tls=security == "starttls",
            authenticator=authenticate,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(make, "127.0.0.1", 0, ssl=context if security == "tls" else None)
    fresh = directory / "port.fresh"
    fresh.write_text(str(server.sockets[0].getsockname()[1]))
    fresh.rename(directory / "port")
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(pathlib.Path(sys.argv[1]), sys.argv[2]))
