"""S3-compatible storage: each object with its type, coding and caching; pages last, then removals."""

from __future__ import annotations

import configparser
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from safelight.errors import CampaignError
from safelight.executor import Watch
from safelight.publish.headers import cache_control
from safelight.publish.media_types import coding, media_type
from safelight.publish.plan import DeployFailed, Plan, plan
from safelight.publish.stamp import files

if TYPE_CHECKING:
    from obstore.store import S3Config, S3Store

ENVIRONMENT = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")


@dataclass(frozen=True)
class S3Target:
    """A bucket, or a folder (`prefix`) of one. Where it is and whose: the environment's `AWS_…` variables."""

    bucket: str
    prefix: str

    def compare(self, tree: Path, *, take_over: bool) -> Plan:
        """What would change, by the entity tags: MD5 of the content, as S3 says for objects sent in one piece.

        Objects whose tag is no such digest (a bucket that encrypts with its own keys) are sent each time.
        """
        import obstore

        theirs: dict[str, str] = {}
        try:
            for page in obstore.list(self._store()):
                theirs.update({meta["path"]: (meta["e_tag"] or "").strip('"') for meta in page})
        except CampaignError:
            raise
        except Exception as error:  # noqa: BLE001 (obstore has no common base; its texts name no keys)
            raise self._failed("listed", error) from None
        ours = {
            name: hashlib.md5((tree / name).read_bytes(), usedforsecurity=False).hexdigest() for name in files(tree)
        }
        return plan(ours, theirs, take_over=take_over)

    def carry_out(self, tree: Path, plan: Plan, watch: Watch) -> None:
        """Send in the plan's order, then remove."""
        import obstore

        try:
            store = self._store()
            for done, name in enumerate(plan.send):
                watch(done, len(plan.send))
                attributes = {"Content-Type": media_type(name), "Cache-Control": cache_control(name)}
                if coding(name):
                    attributes["Content-Encoding"] = coding(name)
                obstore.put(store, name, (tree / name).read_bytes(), attributes=attributes, use_multipart=False)
            if plan.remove:
                obstore.delete(store, list(plan.remove))
        except CampaignError:
            raise
        except Exception as error:  # noqa: BLE001 (the same)
            raise self._failed("changed", error) from None

    def _store(self) -> S3Store:
        from obstore.store import S3Store

        endpoint = os.environ.get("AWS_ENDPOINT_URL", "")
        return S3Store(
            self.bucket,
            prefix=self.prefix or None,
            client_options={"allow_http": endpoint.startswith("http://"), "timeout": "60s"},
            retry_config={"max_retries": 3},
            config=_keys(os.environ),
        )

    def _failed(self, what: str, error: Exception) -> DeployFailed:
        return DeployFailed(
            f"s3://{self.bucket}/{self.prefix}: cannot be {what} ({type(error).__name__}): check the bucket, the"
            " network and AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; then deploy again"
        )


def _keys(environment: Mapping[str, str]) -> S3Config:
    """The keys of `~/.aws/credentials`, when the environment, which obstore reads by itself, has none."""
    if all(environment.get(name) for name in ENVIRONMENT):
        return {}
    file = Path(environment.get("AWS_SHARED_CREDENTIALS_FILE") or Path.home() / ".aws" / "credentials")
    profile = environment.get("AWS_PROFILE") or "default"
    read = configparser.ConfigParser(interpolation=None)
    try:
        read.read(file, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        raise DeployFailed(
            f"{file}: cannot be read: mend it, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
        ) from None
    if not read.has_section(profile):
        raise DeployFailed("s3: there are no keys: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write"
                           f" ~/.aws/credentials with a section [{profile}]")  # fmt: skip
    section = read[profile]
    keys: S3Config = {}
    if "aws_access_key_id" in section:
        keys["access_key_id"] = section["aws_access_key_id"]
    if "aws_secret_access_key" in section:
        keys["secret_access_key"] = section["aws_secret_access_key"]
    if "aws_session_token" in section:
        keys["session_token"] = section["aws_session_token"]
    return keys
